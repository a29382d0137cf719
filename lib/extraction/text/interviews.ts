import type { Span } from "../model";
import type { Turn } from "./turn";

const ASKS = /[?？؟]["”’')\]*_]*$/u;
const NAME =
  "(?<name>\\p{Lu}[\\p{L}\\p{M}.’'-]+(?:\\s(?:\\p{Ll}{1,3}\\s){0,2}\\p{Lu}[\\p{L}\\p{M}.’'-]*){1,4})";
const TALKS =
  "(?:talks?|talked|speaks?|spoke|tells?|told|answers?|answered|discuss(?:es|ed)|reflects?|reflected|explains?|opens up|looks back|sat down|recalls?|describes?|chats?|chatted)";
// "Novelist Ines Prado talks to us about exile.", "Ines Prado, who left in 1976, tells the Post why."
const BEFORE = new RegExp(`${NAME}(?:,[^.!?\\n]{1,120},)?\\s${TALKS}\\b`, "u");
// "We spoke to the novelist Ines Prado.", "An interview with Ines Prado"
const BEHIND = new RegExp(
  `\\b(?:[Ii]nterview(?:ed|s)?|[Cc]onversation|[Tt]alk(?:ed|s)?|[Ss]poke|[Ss]peaks?|[Ss]at down|[Cc]aught up|[Qq]uestions|[Cc]hatted|[Mm]et|[Aa]sked|Q&A)(?:\\s(?:with|to|for))?(?:\\s(?:the|our|a|an|its|their))?(?:\\s\\p{Ll}[\\p{L}’'-]*){0,4}\\s${NAME}`,
  "u",
);
const MOST_INTRODUCED = 5;
const LONGEST_QUESTION = 400;
const LONGEST_HEAD = 600;

/** The answers of an interview without labels: questions in lines of their own, and a head that says who answers. */
export function answersIn(text: string, paragraphs: readonly Span[]): Turn[] {
  const asks = paragraphs.map(
    ({ startUtf16, endUtf16 }) =>
      endUtf16 - startUtf16 < LONGEST_QUESTION &&
      ASKS.test(text.slice(Math.max(startUtf16, endUtf16 - 6), endUtf16)),
  );
  const first = asks.indexOf(true);
  if (first < 1 || first > MOST_INTRODUCED) return [];
  const answered = asks.filter((isQuestion, at) => isQuestion && asks[at + 1] === false).length;
  const rest = asks.length - first;
  if (answered < 2 || asks.filter(Boolean).length > answered + 1 || answered < rest * 0.2) return [];
  // what is talked over in marks is an article with questions in it
  const marked = paragraphs
    .slice(first)
    .filter(({ startUtf16, endUtf16 }) => /["“”«„]/u.test(text.slice(startUtf16, endUtf16))).length;
  if (marked * 3 > rest) return [];
  const name = introduced(text, paragraphs.slice(0, first));
  if (name === null) return [];
  const turns: Turn[] = [];
  let pieces: Span[] = [];
  const close = () => {
    if (pieces.length > 0) turns.push({ name, sign: name, pieces, listed: null });
    pieces = [];
  };
  for (let at = first; at < paragraphs.length; at += 1) {
    const own = paragraphs[at];
    if (asks[at] || own === undefined) close();
    else pieces.push(own);
  }
  close();
  return turns;
}

/** The one whom the head of an interview names as the one who answers, or null. */
function introduced(text: string, head: readonly Span[]): Span | null {
  for (const { startUtf16, endUtf16 } of head) {
    const words = text.slice(startUtf16, Math.min(endUtf16, startUtf16 + LONGEST_HEAD));
    const match = BEFORE.exec(words) ?? BEHIND.exec(words);
    const name = match?.groups?.name;
    if (match === null || name === undefined) continue;
    const from = startUtf16 + match.index + match[0].indexOf(name);
    return { startUtf16: from, endUtf16: from + name.length };
  }
  return null;
}
