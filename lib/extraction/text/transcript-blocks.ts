import type { Span } from "../model";
import { isHeading, isPart, type Label, TIME } from "./transcript-labels";

// "Dana Cole - Chief Financial Officer", "Lee Park, Barclays", "Anna Reed": a line that only says who speaks next
const BLOCK =
  /^(?<name>\p{Lu}[\p{L}\p{M}.’'-]*(?:\s(?:\p{Ll}{1,3}\s)?\p{Lu}[\p{L}\p{M}.’'-]*){1,3}|Operator|Moderator|Interviewer|Interviewee|Host|\p{Lu}{3,20})(?<note>\s?(?:,|\||\s-{1,2}|\s[–—])\s[^.!?:\n]{2,90})?$/u;
const OFFICE =
  /\b(?:analyst|officer|president|chief|chair|chairman|chairwoman|director|head|partner|executive|founder|editor|host|professor|minister|manager|CEO|CFO|COO|CTO|IR)\b/iu;
const SENTENCE = /[.!?…][”"’')\]]*$/u;
const OWN_VOICE = /\b(?:I|we|you|our|my|us|me|your|thanks|thank|I'm|we're|I’m|we’re|hello|hi|good)\b/iu;
const LONGEST = 110;
const LONGEST_TIME = 24;

/**
 * The labels of a transcript that stand in lines of their own, without a colon or a time: each before somebody's sentences.
 * Null when the lines are a list, a byline or headings: a voice comes again, or the paragraphs behind speak of "I" and "you".
 */
export function blocksOf(text: string, paragraphs: readonly Span[]): (Label | null)[] | null {
  const labels = paragraphs.map((paragraph) => blockAt(text, paragraph));
  const found = labels.filter((label) => label !== null);
  if (found.length < 2 || found.length > paragraphs.length * 0.6) return null;
  const keys = new Set(found.map(({ key }) => key));
  let spoken = 0;
  for (const [at, label] of labels.entries()) {
    if (label === null) continue;
    const next = paragraphs[at + 1];
    const words =
      next === undefined || labels[at + 1] !== null ? "" : text.slice(next.startUtf16, next.endUtf16);
    if (!SENTENCE.test(words)) return null;
    if (OWN_VOICE.test(words) || words.includes("?")) spoken += 1;
  }
  const comesAgain = keys.size < found.length && keys.size > 1;
  const isTalk = spoken * 2 >= found.length;
  // "0:14" in a line of its own above a name
  const named = labels.filter(
    (label, at) => label !== null && (label.bearer !== null || isTime(text, paragraphs[at - 1])),
  ).length;
  return (comesAgain && (isTalk || found.length > 3)) ||
    (isTalk && named * 2 >= found.length && keys.size > 1)
    ? labels.map((label) => (label === null ? null : { ...label, bearer: null }))
    : null;
}

const ONLY_TIME = new RegExp(`^${TIME}$`, "u");
const isTime = (text: string, own: Span | undefined) =>
  own !== undefined &&
  own.endUtf16 - own.startUtf16 < LONGEST_TIME &&
  ONLY_TIME.test(text.slice(own.startUtf16, own.endUtf16).trim());

/** The label that a paragraph is, its note kept as `bearer` until all are known. */
function blockAt(text: string, { startUtf16, endUtf16 }: Span): Label | null {
  if (endUtf16 - startUtf16 > LONGEST) return null;
  const match = BLOCK.exec(text.slice(startUtf16, endUtf16));
  if (match?.groups === undefined) return null;
  const { name = "", note = "" } = match.groups;
  if (
    isHeading(name) ||
    (note !== "" && note.startsWith(",") && !/^,\s\p{Lu}/u.test(note) && !OFFICE.test(note))
  )
    return null;
  const place = { startUtf16, endUtf16: startUtf16 + name.length };
  return {
    name: place,
    sign: place,
    from: endUtf16,
    key: name.toLowerCase(),
    bearer: note === "" && !isPart(name) ? null : note,
    isTimed: false,
    isPlain: true,
    isLow: false,
    isDashed: false,
  };
}
