import { isContent, stemOf } from "./content";
import { type Difference, drift } from "./differences";
import type { Claimed } from "./draft";
import type { FindingNote } from "./model";
import { withNumbers } from "./numbers";
import { qualifiersIn } from "./qualifiers";
import { readWords, type Word } from "./words";

const BOUND =
  /^(?:no more than|not more than|no fewer than|no less than|not less than|at least|at most|up to|as many as|more than|less than|fewer than|over|under|above|below|about|around|almost|nearly|roughly|approximately|some|mindestens|höchstens|mehr als|weniger als|rund|etwa|fast|al menos|más de|menos de|casi|unos|unas|hasta)$/iu;
const SAME_BOUND = new Map([
  ["over", "more than"],
  ["above", "more than"],
  ["under", "less than"],
  ["below", "less than"],
  ["fewer than", "less than"],
  ["about", "around"],
  ["some", "around"],
  ["roughly", "around"],
  ["approximately", "around"],
  ["nearly", "almost"],
  ["as many as", "up to"],
  ["no more than", "at most"],
  ["not more than", "at most"],
  ["no fewer than", "at least"],
  ["no less than", "at least"],
  ["not less than", "at least"],
]);

/** A number with what stands before and behind it. */
interface Figure {
  readonly word: Word;
  readonly unit: string;
  readonly bound: string;
}

function figuresIn(words: readonly Word[], language: string): Figure[] {
  return words.flatMap((word, at) => {
    if (word.value === null) return [];
    const behind = words
      .slice(at + 1, at + 4)
      .find((each) => isContent(each, language) || /[%\p{Sc}]/u.test(each.key));
    const near = words.slice(Math.max(0, at - 4), at + 1);
    const before = qualifiersIn(near, language).findLast((one) => near.length - 1 - one.at - one.length <= 1);
    const bound = before !== undefined && BOUND.test(before.text) ? before.text.toLowerCase() : "";
    return [{ word, unit: behind ? stemOf(behind, language) : "", bound: SAME_BOUND.get(bound) ?? bound }];
  });
}

/** Numbers of a statement that the record has otherwise: the value, or what stands before it, such as "at least". */
export function ofNumbers(
  own: readonly Word[],
  record: readonly Word[],
  draft: string,
  claim: Claimed,
  language: string,
): Difference[] {
  const theirs = figuresIn(record, language);
  // "at least" may stand just before what was taken for the statement
  const before = withNumbers(readWords(draft, claim.sentence[0], claim.start), language).slice(-4);
  return figuresIn([...before, ...own], language)
    .filter(({ word }) => word.start >= claim.start)
    .flatMap(({ word, unit, bound }): Difference[] => {
      // "higher than two years ago" counts no years
      if (word.key === "#1" || isCompared(own, word)) return [];
      const same = theirs.filter(({ word: other }) => other.value === word.value);
      const note = (says: string): FindingNote => ({
        kind: "number",
        start: word.start,
        end: word.end,
        says,
      });
      if (same.length === 0) {
        const other = theirs.find(({ unit: there }) => there === unit && unit !== "") ?? theirs[0];
        const says = other
          ? `The draft has “${word.raw}”, the record “${other.word.raw}”.`
          : `The draft has “${word.raw}”; the record has no number here.`;
        return [drift(says, note(says))];
      }
      const alike = same.find((other) => other.bound === bound) ?? same[0];
      if (alike === undefined || alike.bound === bound) return [];
      if (bound === "") {
        const says = `The record says “${alike.bound} ${alike.word.raw}”, the draft “${word.raw}”.`;
        return [{ label: "lost_qualifier", reason: says, note: note(says) }];
      }
      if (alike.bound === "" && bound === "around") return [];
      const says = `The draft says “${bound} ${word.raw}”, the record “${`${alike.bound} ${alike.word.raw}`.trim()}”.`;
      return [drift(says, note(says))];
    });
}

function isCompared(words: readonly Word[], word: Word): boolean {
  const at = words.indexOf(word);
  return (
    words[at - 1]?.key === "than" && !/^(?:more|less|fewer|later|earlier)$/u.test(words[at - 2]?.key ?? "")
  );
}
