import { isReported, type Turn } from "./turns";

const PERSON = "\\p{Lu}[\\p{L}\\p{M}.’'&-]*(?:[ \\t]+[\\p{L}\\p{M}\\d.’'&-]+){0,5}?";
const WHEN =
  "(?:\\d{1,2}[:.]\\d\\d(?::\\d\\d)?(?:[ \\u202f]?[AaPp]\\.?[Mm]\\.?)?|\\d{1,3} ?(?:s|m|min|h|d|w|Std\\.?|hours?|minutes?|days?)(?: ago)?)";
/** "Gill Hart @gillhart · 12 Aug", "Gill Hart (@gillhart)": a line of its own above a post. */
const POSTED = new RegExp(
  `^[ \\t*_]*(${PERSON})[ \\t✓✔☑]*[ \\t]\\(?@[\\w.]{2,40}(?:@[\\w.-]+)?\\)?(?:[ \\t]*[·•|,:–—-]?[ \\t]*[^\\n]{0,40})$`,
  "u",
);
/** "Lena Fuchs  0:14", "maria.lopez [10:42 AM]": a line of its own above what somebody wrote or said. */
const TIMED = new RegExp(`^[ \\t*_]*(${PERSON}|[\\w.-]{2,30})[ \\t]+[[(]?${WHEN}[\\])]?[ \\t*_]*$`, "u");
const CLOCK = new RegExp(`^[ \\t]*[[(]?${WHEN}[\\])]?[ \\t]*$`, "u");
const NAME = new RegExp(`^[ \\t*_]*(${PERSON})[ \\t*_]*$`, "u");
/** "<rkoch> the server was wiped". */
const CHAT = /^(?:[[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]*)?<[@+%]?([\w.-]{2,30})>[ \t]+(?=\S)/u;
/** "<v Mina Holt>We left at six": the voice of a subtitle. */
const VOICED = /^[ \t]*<v(?:\.[\w.]+)?[ \t]+([^>\n]{2,60})>[ \t]*(?=\S)/u;
const CAPITALS = "\\p{Lu}[\\p{Lu}\\p{M}.’'-]*";
/** "00:14:02 COUNCILLOR BREE HANLON": a line of its own above what was said at that time. */
const TIMED_BEFORE = new RegExp(
  `^[ \\t]*[[(]?\\d{1,2}:\\d\\d(?::\\d\\d)?(?:[.,]\\d+)?[\\])]?[ \\t]+[-–—]?[ \\t]*(${CAPITALS}(?:[ \\t]+${CAPITALS}){0,5}|\\p{Lu}[\\p{L}\\p{M}.’'-]+(?:[ \\t]+\\p{Lu}[\\p{L}\\p{M}.’'-]+){1,3})[ \\t]*:?[ \\t]*$`,
  "u",
);
/** "[18/03/2026, 19:02] amira_k: has anyone …", "19:02 - jonno: nothing". */
const SMALL_HANDLE =
  /^[ \t]*[[(]?(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?[ \t]+)?\d{1,2}:\d\d(?::\d\d)?(?:[ \t\u202f]?[AaPp]\.?[Mm]\.?)?[\])]?[ \t]*(?:[-–—][ \t]*)?([\p{L}\p{N}_.-]+(?:[ \t][\p{L}\p{N}_.-]+){0,2})[ \t]*:[ \t]+(?=\S)/u;
const FEWEST = 2;
const MOST_HEAD_UTF16 = 120;
const FOOT =
  /^[ \t]*(?:replying to @|\d[\d.,]*[KkMm]? (?:likes?|views?|reposts?|retweets?|replies|comments?)\b|\d{1,2}:\d\d [AP]M ·)/iu;

const MOST_LINE = 120;

interface Line {
  readonly from: number;
  readonly end: number;
  readonly text: string;
}

interface Head {
  readonly name: string;
  readonly from: number;
  readonly start: number;
  readonly isPost: boolean;
}

/** The turns of posts and chats, whose writers stand above their words or in angle brackets; empty for a text that is neither. */
export function handlesIn(text: string): Turn[] {
  const lines = linesOf(text);
  const timed = lines.flatMap((line, at) => timedBeforeAt(line, lines[at + 1]) ?? []);
  const heads =
    timed.length >= FEWEST
      ? timed
      : lines.flatMap((line, at) => chatAt(line) ?? headAt(line, lines[at + 1], lines[at + 2]) ?? []);
  const [first] = heads;
  if (first === undefined || (heads.length < FEWEST && !first.isPost)) return [];
  // an article with a post in it is no thread
  if (first.from > MOST_HEAD_UTF16 || isReported(text)) return [];
  const feet = lines.filter((line) => FOOT.test(line.text)).map(({ from }) => from);
  let foot = 0;
  return heads.map(({ name, from, start }, at): Turn => {
    const stop = heads[at + 1]?.from ?? text.length;
    while ((feet[foot] ?? text.length) <= start) foot += 1;
    return { name, label: "", from, start, end: Math.min(stop, feet[foot] ?? stop), asks: false };
  });
}

const linesOf = (text: string): Line[] =>
  [...text.matchAll(/[^\n]*(?:\n|$)/gu)].flatMap(({ index, 0: line }) =>
    line === "" ? [] : [{ from: index, end: index + line.length, text: line.replace(/\n$/u, "") }],
  );

/** The turns of a chat with times in which somebody is known by a name in small letters; empty for another text. */
export function chatsIn(text: string): Turn[] {
  const heads = linesOf(text).flatMap(({ from, text: line }) => {
    const found = SMALL_HANDLE.exec(line);
    return found?.[1] === undefined ? [] : [{ name: found[1], from, start: from + found[0].length }];
  });
  if (heads.length < FEWEST || !heads.some(({ name }) => /^\p{Ll}/u.test(name))) return [];
  return heads.map(({ name, from, start }, at): Turn => {
    const end = heads[at + 1]?.from ?? text.length;
    return { name, label: "", from, start, end, asks: false };
  });
}

function timedBeforeAt({ from, end, text }: Line, next: Line | undefined): Head | null {
  const name = text.length <= MOST_LINE && isWords(next) ? TIMED_BEFORE.exec(text)?.[1] : undefined;
  return name === undefined ? null : { name, from, start: end, isPost: false };
}

function chatAt({ from, text }: Line): Head | null {
  const found = CHAT.exec(text) ?? VOICED.exec(text);
  return found?.[1] === undefined
    ? null
    : { name: found[1], from, start: from + found[0].length, isPost: false };
}

function headAt(line: Line, next: Line | undefined, third: Line | undefined): Head | null {
  if (line.text.length > MOST_LINE || next === undefined) return null;
  const { from, end, text } = line;
  const posted = POSTED.exec(text)?.[1];
  if (posted !== undefined && isWords(next)) return { name: posted, from, start: end, isPost: true };
  const timed = TIMED.exec(text)?.[1];
  if (timed !== undefined && isWords(next)) return { name: timed, from, start: end, isPost: false };
  const named = CLOCK.test(text) && next.text.length <= MOST_LINE ? NAME.exec(next.text)?.[1] : undefined;
  return named !== undefined && isWords(third) ? { name: named, from, start: next.end, isPost: false } : null;
}

const isWords = (line: Line | undefined) =>
  line !== undefined && line.text.trim() !== "" && !CLOCK.test(line.text);
