import { type Difference, drift } from "./differences";
import type { Word } from "./words";

const MOST_ANSWER = 14;

/** "Is it true that you asked for twelve?" – "We asked for nine.": the number of the question where the answer has its own. */
export function ofAnswered(own: readonly Word[], record: readonly Word[]): Difference[] {
  const at = record.findIndex(({ before }) => before.includes("?"));
  if (at < 1) return [];
  const [asked, rest] = [record.slice(0, at), record.slice(at, at + MOST_ANSWER)];
  const stop = rest.findIndex(({ before }, step) => step > 0 && /[.!]/u.test(before));
  const answer = stop < 0 ? rest : rest.slice(0, stop);
  const theirs = answer.filter(({ value }) => value !== null);
  const [there] = theirs;
  if (there === undefined || theirs.length !== 1) return [];
  const has = (words: readonly Word[], value: number | null) => words.some((word) => word.value === value);
  const other = own.find(({ value }) => value !== null && has(asked, value) && !has(answer, value));
  if (other === undefined || has(own, there.value)) return [];
  const says = `The draft has “${other.raw}” of the question, the answer “${there.raw}”.`;
  return [drift(says, { kind: "number", start: other.start, end: other.end, says })];
}
