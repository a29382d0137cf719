import { isContent, stemOf } from "./content";
import { type Difference, drift } from "./differences";
import type { Claimed } from "./draft";
import type { FindingNote } from "./model";
import { withNumbers } from "./numbers";
import { qualifiersIn } from "./qualifiers";
import { readWords, type Word } from "./words";

const BOUND =
  /^(?:no more than|not more than|no fewer than|no less than|not less than|at least|at most|up to|as many as|as much as|more than|less than|fewer than|over|under|above|below|about|around|almost|nearly|roughly|approximately|some|mindestens|höchstens|mehr als|weniger als|rund|etwa|fast|al menos|más de|menos de|casi|unos|unas|hasta)$/iu;
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
  ["as much as", "up to"],
  ["no more than", "at most"],
  ["not more than", "at most"],
  ["no fewer than", "at least"],
  ["no less than", "at least"],
  ["not less than", "at least"],
]);

const OR_MORE = [
  ["or more", "at least"],
  ["at the most", "at most"],
  ["at the least", "at least"],
  ["at most", "at most"],
  ["at least", "at least"],
  ["or so", "around"],
  ["or less", "at most"],
  ["or fewer", "at most"],
  ["oder mehr", "mindestens"],
  ["o más", "al menos"],
] as const;

// units of measure: a number with one of them is another number with another
const MEASURES = new Set(
  "% percentage dollar euro pound yen franc km kilometre mile m metre foot tonne ton kilo gram kg litre gallon second minute hour day week month year degree stunde tag woche monat jahr prozentpunkte".split(
    " ",
  ),
);

/** A number with what stands before and behind it. */
interface Figure {
  readonly word: Word;
  readonly unit: string;
  /** What it measures in, where that is a unit of measure. */
  readonly measure: Word | null;
  readonly bound: string;
}

function figuresIn(words: readonly Word[], language: string): Figure[] {
  return words.flatMap((word, at) => {
    if (word.value === null && !/\d/u.test(word.key)) return [];
    const behind = words
      .slice(at + 1, at + 4)
      .find((each) => isContent(each, language) || /[%\p{Sc}]/u.test(each.key));
    const near = words.slice(Math.max(0, at - 4), at + 1);
    const before = qualifiersIn(near, language).findLast((one) => near.length - 1 - one.at - one.length <= 1);
    const bound = before !== undefined && BOUND.test(before.text) ? before.text.toLowerCase() : "";
    const next = words[at + 1];
    const isBefore = isFormer(words, at) && words[at + 1]?.key !== "to";
    const behindIt = [next?.key, words[at + 2]?.key].join(" ");
    // "150 guests or more"
    const behindThing = [words[at + 2]?.key, words[at + 3]?.key].join(" ");
    const among = betweenAt(words, at);
    const isOrNext = isOrAnother(words, at);
    const orMore = OR_MORE.find(([words]) => words === behindIt || words === behindThing)?.[1];
    const isMeasure =
      next !== undefined && [next.key, next.key.replace(/s$/u, "")].some((key) => MEASURES.has(key));
    return [
      {
        word,
        measure: isMeasure ? next : null,
        unit: behind ? stemOf(behind, language) : "",
        bound: isBefore
          ? "formerly"
          : (among ?? orMore ?? (isOrNext ? "around" : null) ?? SAME_BOUND.get(bound) ?? bound),
      },
    ];
  });
}

/** "Five or six", "five of them, maybe six": which of the two, nobody says. */
const isOrAnother = (words: readonly Word[], at: number) =>
  [1, 2, 3, 4].some((step) => {
    const [or, next] = [words[at + step], words[at + step + 1]];
    const isDoubt = /^(?:maybe|perhaps|possibly|vielleicht|quizás?)$/u.test(or?.key ?? "");
    return next?.value != null && (isDoubt || (step === 1 && /^(?:or|oder|o)$/u.test(or?.key ?? "")));
  });

/** Of "between 100 and 150" the first is the least and the second the most. */
function betweenAt(words: readonly Word[], at: number): string | null {
  if (BETWEEN.test(words[at - 1]?.key ?? "") && AND.test(words[at + 1]?.key ?? "")) return "at least";
  const isSecond = AND.test(words[at - 1]?.key ?? "") && words[at - 2]?.value != null;
  // "3.1 to 3.3 billion"
  if (words[at + 1]?.key === "to" && words[at + 2]?.value != null) return "at least";
  if (isSecond && words[at - 1]?.key === "to") return "at most";
  return isSecond && BETWEEN.test(words[at - 3]?.key ?? "") ? "at most" : null;
}

const BETWEEN = /^(?:between|from|zwischen|entre)$/u;
const AND = /^(?:and|to|und|y)$/u;

/** "Down from 3.6", "against 80 in May": what it was before, and is no more. */
const isFormer = (words: readonly Word[], at: number) =>
  /^(?:(?:up|down|rise|rose|fell|fall|drop|dropped|decline|increase|rising|falling) from|compared (?:with|to))$/u.test(
    `${words[at - 2]?.key} ${words[at - 1]?.key}`,
  ) ||
  (words[at - 1]?.key === "against" && /,/u.test(words[at - 1]?.before ?? ""));

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
    .flatMap(({ word, unit, measure, bound }): Difference[] => {
      // "higher than two years ago" counts no years
      if (word.key === "#1" || isCompared(own, word)) return [];
      const same = theirs.filter(({ word: other }) =>
        word.value === null ? other.key === word.key : other.value === word.value,
      );
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
      const other = same.every((each) => isOtherMeasure(measure, each.measure)) ? same[0] : undefined;
      if (other) {
        const says = `The draft has “${word.raw} ${measure?.raw}”, the record “${other.word.raw} ${other.measure?.raw}”.`;
        return [drift(says, note(says))];
      }
      // "9,300 started and 8,870 finished": a number of one thing is none of the other
      const swapped = theirs.find(
        ({ word: there, unit: of }) =>
          unit !== "" && of === unit && there.value !== null && there.value !== word.value,
      );
      if (
        word.value !== null &&
        swapped &&
        !same.some((each) => each.unit === unit || /^(?:$|#)/u.test(each.unit))
      ) {
        const says = `In the record “${word.raw}” counts something else; here it has “${swapped.word.raw}”.`;
        return [drift(says, note(says))];
      }
      // of several the one that counts the same things
      const counted = same.filter((other) => unit !== "" && other.unit === unit);
      const beside = counted.length > 0 ? counted : same;
      const alike = beside.find((other) => other.bound === bound) ?? beside[0];
      if (alike === undefined || alike.bound === bound) return [];
      if (alike.bound === "formerly") {
        const says = `In the record “${alike.word.raw}” is what it was before.`;
        return [drift(says, note(says))];
      }
      if (bound === "") {
        const says = `The record says “${alike.bound} ${alike.word.raw}”, the draft “${word.raw}”.`;
        return [{ label: "lost_qualifier", reason: says, note: note(says) }];
      }
      if (alike.bound === "" && bound === "around") return [];
      const says = `The draft says “${bound} ${word.raw}”, the record “${`${alike.bound} ${alike.word.raw}`.trim()}”.`;
      return [drift(says, note(says))];
    });
}

/** Both have a unit of measure, and not the same one: per cent and percentage points, kilometres and miles. */
const isOtherMeasure = (one: Word | null, other: Word | null) =>
  one !== null && other !== null && one.key.replace(/s$/u, "") !== other.key.replace(/s$/u, "");

function isCompared(words: readonly Word[], word: Word): boolean {
  const at = words.indexOf(word);
  return (
    words[at - 1]?.key === "than" && !/^(?:more|less|fewer|later|earlier)$/u.test(words[at - 2]?.key ?? "")
  );
}
