import type { Source } from "./material";

const SPOKEN =
  /\b(?:speech|remarks|address|testimony|transcript|statement|lecture|sermon|minutes|interview|evidence|keynote|rede|discurso|protokoll)\b/iu;
const BY =
  /\b(?:[Ss]peech|[Rr]emarks|[Aa]ddress|[Tt]estimony|[Ss]tatement|[Ll]ecture|[Ss]ermon|[Ee]vidence|[Kk]eynote|[Ii]nterview)\s+(?:given |delivered )?(?:by|of|from|with)\s+(?:the\s+)?(?:\p{Ll}+\s+){0,4}((?:\p{Lu}[\p{L}\p{M}.’'-]+[ \t]+){1,4}\p{Lu}[\p{L}\p{M}.’'-]+)/u;

/** "… by the Foreign Minister, Lena Brandvold, at the Council": the office stands before a name. */
const NAME_BEHIND_OFFICE =
  /^,\s+((?:\p{Lu}[\p{L}\p{M}.’'-]+\s+){1,3}\p{Lu}[\p{L}\p{M}.’'-]+)(?=\s*(?:[,;:(\n]|$|(?:at|to|in|on|before|for|during|from)\s))/u;

/** A line of the head that has a name alone, with what its bearer is: "President John F. Kennedy", "The Rt Hon Ida Rask MP". */
const NAMED_LINE =
  /^(?:The\s+)?(?:Rt\.?\s+Hon\.?|Right Honourable|Hon\.?|President|Vice President|Prime Minister|Chancellor|Secretary(?:-General)?|Senator|Governor|Minister|Mayor|Congress(?:man|woman)|Ambassador|Judge|Justice|Dr|Professor|Prof|Mr|Mrs|Ms|Sir|Dame|Lord|Lady|Bishop|Archbishop|Pope|King|Queen|Prince|Princess|General|Admiral|Commissioner|Director(?:-General)?|Bundeskanzler(?:in)?|Bundespräsident(?:in)?|Präsident(?:in)?|Presidente|Presidenta|Ministro|Ministra|Alcalde|Alcaldesa)\.?\s+((?:\p{Lu}[\p{L}\p{M}.’'-]*\s+|(?:de|del|da|di|van|von|der|den|zu|bin|al|el|la|le)\s+){1,5}\p{Lu}[\p{L}\p{M}.’'-]+)(?:,\s[^\n]{2,60})?$/u;
const HEAD_LINES = 5;

function namedLineOf(head: string): Speaking | null {
  if (!SPOKEN.test(head)) return null;
  const lines = head
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const named = lines.slice(0, HEAD_LINES).flatMap((line) => NAMED_LINE.exec(line)?.[1] ?? []);
  // two of them, and nobody knows which one speaks
  return named.length === 1 ? { name: named[0] ?? null, aliases: [] } : null;
}

/** Whom the head of a speech names as speaking. */
export interface Speaking {
  readonly name: string | null;
  readonly aliases: readonly string[];
}

function speakingIn(head: string): Speaking | null {
  const by = BY.exec(head);
  const called = by?.[1];
  if (!by || called === undefined) return null;
  const behind = head.slice(by.index + by[0].length);
  const name = /\sthe\s/u.test(by[0]) ? NAME_BEHIND_OFFICE.exec(behind)?.[1] : undefined;
  // what stands there may be a place: the office holds as well
  return name === undefined ? { name: called, aliases: [] } : { name, aliases: [called] };
}

const NOBODY: Speaking = { name: null, aliases: [] };

/** Marks with a verb of saying beside them: a press release speaks of "us" and quotes people all the same. */
const SAID_BESIDE = /[”"],? (?:says|said|sagt|sagte|dijo|dice) [\p{L}]/u;

/** "Managing director Ida Rask said: “…”", "She added: “…”": a release or a club's statement has several people speak. */
const HAS_SAY =
  /(?:\p{Lu}\p{Ll}[\p{L}’'-]*,?|(?<!\p{L})(?:[Hh]e|[Ss]he)) (?:said|says|added|adds|commented|continued|explained):\s["“]/gu;
const hasSeveralSay = (text: string) => (text.match(HAS_SAY)?.length ?? 0) > 1;

const GREETING =
  /^\s*(?:sir|madam|dear (?:sir|madam|editor|editors)|to the editor)(?!\p{L})[^\n]{0,12}?[-–—,:.]/iu;
const SIGNED =
  /(?:\n|[-–—]\s*)(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Rev)\.?\s)?(\p{Lu}[\p{L}\p{M}.’'-]+(?:\s(?:van|von|de|del|der|al))?(?:\s\p{Lu}[\p{L}\p{M}.’'-]+){1,3})(?:,[^\n]{0,60})?$/u;

/** "Dear Sam,", "Colleagues,", "To all members": a mail without its head, or a letter to somebody. */
const HAILING =
  /^\s*(?:[^\n]{0,80}\n\s*){0,2}?(?:(?:dear|hi|hello|liebe[rs]?|sehr geehrte[rs]?|hallo|estimad[oa]s?|querid[oa]s?)\s[^\n.!?]{1,60}|(?:dear |my )?(?:colleagues|friends|neighbours|neighbors|members|all|team)|to (?:all|the) [^\n.!?]{2,50})[,:!]?\s*(?:\n|(?<=[,:!]\s))/iu;
const NAME_ALONE =
  /^[-–—\s*]*(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Rev|Canon|Cllr|Capt|Cdr|Maj|Major|Col|Lt|Lt Col|Gen|Dame|Lord|Lady)\.?\s)?(\p{Lu}[\p{L}\p{M}.’'-]+(?:\s(?:van|von|de|del|der|al))?(?:\s\p{Lu}[\p{L}\p{M}’'-]+){1,2})(?:\s\([^)\n]{2,30}\))?(?:,[^\n]{2,60})?$/u;
const MOST_SIGNATURE_LINES = 5;
const MOST_SIGNED_LINE = 70;

/** The line of a name alone that the last lines begin with, none of which is a sentence: "Deirdre Foley / General Secretary". */
function signedBelow(text: string): string | undefined {
  const lines = text.trimEnd().split("\n").slice(-MOST_SIGNATURE_LINES);
  const at = lines.findIndex((line) => NAME_ALONE.test(line.trim()));
  const rest = lines.slice(Math.max(0, at));
  const isFoot = rest.every((line) => line.length < MOST_SIGNED_LINE && !/[.!?]$/u.test(line.trim()));
  return at < 0 || !isFoot ? undefined : NAME_ALONE.exec(lines[at]?.trim() ?? "")?.[1];
}

/** A name, what its bearer is, and the place: more is no signature. */
const SIGNATURE_UTF16 = 300;

/** "Sir, – Your report …", signed at its end: a letter to a paper is its writer's from beginning to end. */
function letterBy(text: string): Speaking | null {
  const isToEditor = GREETING.test(text);
  // the last line may be where the writer lives
  const name =
    (isToEditor || HAILING.test(text) ? signedBelow(text) : undefined) ??
    (isToEditor ? SIGNED.exec(text.trimEnd().slice(-SIGNATURE_UTF16))?.[1] : undefined);
  return name === undefined ? null : { name, aliases: [] };
}

/** Whom a text without labels has speaking from its beginning to its end; null of one that is no speech. */
export function speechIn(source: Source): Speaking | null {
  const head = source.text.slice(0, 300);
  const marks = source.text.match(/["“„«]/gu)?.length ?? 0;
  const own = source.text.slice(0, 20_000).match(/\b(?:I|we|my|our|us|ich|wir|yo|nosotros)\b/gu)?.length ?? 0;
  const words = Math.min(source.scan.starts.length, 4000);
  const said = source.text.slice(0, 20_000).match(/\b(?:said|told|says|sagte|dijo)\b/gu)?.length ?? 0;
  // a speech is in the first person and names nobody who says it
  const isSpoken =
    own > words / 60 &&
    own > said * 2 &&
    !SAID_BESIDE.test(source.text) &&
    !hasSeveralSay(source.text) &&
    (marks < 4 || SPOKEN.test(head) || SPOKEN.test(source.title));
  const letter = letterBy(source.text);
  if (letter !== null) return letter;
  return isSpoken ? (speakingIn(head) ?? speakingIn(source.title) ?? namedLineOf(head) ?? NOBODY) : null;
}
