import type { Article } from "../grammar";
import type { Span } from "../model";
import type { Labelled } from "./labelled";

const WORD = "[\\p{Lu}\\p{N}][\\p{L}\\p{M}\\p{N}.’'&-]*";
const NAME = `(?<name>\\p{Lu}[\\p{L}\\p{M}\\p{N}.’'&-]*(?:\\s(?:${WORD}|&|of|for|the|and|de|del|van|von|bin|al|la|le|el|da|dos)){0,6}?)`;
const HANDLE = "@[\\p{L}\\p{N}_.]{2,40}";
const WHEN =
  "(?:\\d{1,2}\\s?(?:s|m|h|d|w|sec|min|hr|hrs|hours?|days?)\\b(?:\\sago)?|\\p{Lu}\\p{Ll}{2,8}\\.?\\s\\d{1,2}(?:,?\\s\\d{4})?|\\d{1,2}\\s\\p{Lu}\\p{Ll}{2,8}(?:\\s\\d{4})?|\\d{1,2}:\\d{2}(?:\\s?[AP]M)?)";
// "Leah Grant @leahgrant · 2h", "Tom Ash (@tomash) · Jun 3"
const WHOLE_HEAD = new RegExp(
  `^${NAME}\\s(?:✓\\s?|✔️?\\s?)?\\(?${HANDLE}\\)?\\s?[·•|,–-]\\s?${WHEN}\\s*$`,
  "u",
);
// "Jane Roe" above "@janeroe", and perhaps "·" and the day in lines of their own
const NAME_ALONE = new RegExp(`^${NAME}(?:\\s[✓✔]️?)?$`, "u");
const HANDLE_ALONE = new RegExp(`^${HANDLE}(?:\\s?[·•|]\\s?${WHEN})?$`, "u");
const BETWEEN = new RegExp(
  `^(?:[·•]|(?:[·•]\\s?)?${WHEN}|Follow(?:ing)?|Verified(?: account)?|Replying to ${HANDLE}.{0,60})$`,
  "u",
);
// the counts and the time below a post
const BELOW =
  /^(?:(?:\d{1,2}:\d{2}\s?)?(?:[AP]M\s?)?[·•]|(?:\d[\d.,]*[KM]?\s*){1,5}$|[\d.,]+[KM]?\s(?:Views?|Likes?|Reposts?|Retweets?|Quotes?|Replies|Comments?|Shares?|Bookmarks?)\b|(?:Last edited|Translated from|Show this thread|Show more|Show replies|Read \d|Reply|Retweet|Repost|Like|Share|Translate|Views)\b)/iu;
const LONGEST_HEAD = 90;

/** Posts as they are copied from a page: the name with a handle above, the words below, then times and counts. */
export function socialPosts({ text, paragraphs }: Article): Labelled[] {
  if (!text.includes("@")) return [];
  const lines = paragraphs.map(({ startUtf16, endUtf16 }) =>
    endUtf16 - startUtf16 > LONGEST_HEAD ? "" : text.slice(startUtf16, endUtf16),
  );
  const heads = lines.map((line, at) => headAt(lines, line, at));
  return heads.flatMap((head, at): Labelled[] => {
    const own = paragraphs[at];
    if (head === null || own === undefined) return [];
    const content: Span[] = [];
    for (let next = at + head.lines; next < paragraphs.length; next += 1) {
      const paragraph = paragraphs[next];
      if (paragraph === undefined || heads[next] !== null || BELOW.test(lines[next] ?? "")) break;
      content.push(paragraph);
      // a blank line ends a post of one paragraph where others follow it
      if (!isTight(text, paragraph, paragraphs[next + 1])) break;
    }
    if (content.length === 0) return [];
    const name = { startUtf16: own.startUtf16, endUtf16: own.startUtf16 + head.name.length };
    const handleAt = text.indexOf("@", name.endUtf16);
    const handle = /^@[\p{L}\p{N}_.]+/u.exec(text.slice(handleAt, handleAt + 42))?.[0] ?? "@";
    const cue = { startUtf16: handleAt, endUtf16: handleAt + handle.length };
    return [{ rule: "post", speaker: name, cue, content }];
  });
}

function headAt(lines: readonly string[], line: string, at: number): { name: string; lines: number } | null {
  if (line === "") return null;
  const whole = WHOLE_HEAD.exec(line)?.groups?.name;
  if (whole !== undefined) return { name: whole, lines: skipped(lines, at + 1) - at };
  const name = HANDLE_ALONE.test(lines[at + 1] ?? "") ? NAME_ALONE.exec(line)?.groups?.name : undefined;
  return name === undefined ? null : { name, lines: skipped(lines, at + 2) - at };
}

/** The first line behind a head that is neither its day nor a sign. */
function skipped(lines: readonly string[], from: number): number {
  let at = from;
  while (at < from + 3 && BETWEEN.test(lines[at] ?? "")) at += 1;
  return at;
}

const isTight = (text: string, { endUtf16 }: Span, next: Span | undefined) =>
  next !== undefined && !/\n[ \t]*\n/u.test(text.slice(endUtf16, next.startUtf16));
