import type { Difference } from "./differences";
import { drift } from "./differences";
import type { Claimed } from "./draft";
import { ofNumbers } from "./figures";
import type { Found } from "./found";
import { withNumbers } from "./numbers";
import { qualifiersIn } from "./qualifiers";
import { sentenceAround } from "./sentences";
import { readWords, type Word } from "./words";

/**
 * What a statement says outside its marks, beside the record's sentence: a number that is another one there, or a negation
 * that is not there. What else is told in the reporter's words is the reporter's.
 */
export function outsideAgainst(
  claim: Claimed,
  { placed, voice }: Found,
  draft: string,
  language: string,
): Difference[] {
  if (claim.outside.length === 0) return [];
  const { text, language: there } = placed.source;
  const read = (from: number, to: number, of: string, as: string): Word[] =>
    withNumbers(readWords(of, from, to), as);
  const own = claim.outside.flatMap(([from, to]) => read(from, to, draft, language));
  const [from, to] = sentenceAround(text, placed.start, placed.end);
  const record = read(sentenceAround(text, Math.max(0, from - 2), Math.max(0, from - 2))[0], to, text, there);
  const numbers = record.some(({ value }) => value !== null)
    ? ofNumbers(own, record, draft, claim, language)
        .filter(({ label }) => label === "wording_drift")
        .map((one) => (isYear(draft, one.note) ? { ...one, label: "wrong_occasion" as const } : one))
    : [];
  const not = qualifiersIn(own, language).find(({ is }) => is === "negation");
  const isThere =
    voice.isDenial ||
    qualifiersIn(record, there).some(({ is }) => is === "negation") ||
    DENIED.test(text.slice(from, to));
  return not === undefined || isThere
    ? numbers
    : [...numbers, drift(`The draft says “${not.text}” beside the marks, which the record does not.`)];
}

/** "The winter of 1978": when it was, beside the marks. */
const isYear = (draft: string, note: Difference["note"]) =>
  note !== null && /^(?:1[5-9]|20)\d\d$/u.test(draft.slice(note.start, note.end));

const DENIED =
  /\b(?:den(?:y|ies|ied)|reject\w*|dismiss\w*|refus\w*|rul(?:es?|ed) out|fail\w*|unable|doubt\w*|un\w+|lack\w*|avoid\w*|bestritt|bestreitet|negó|niega)\b/iu;
