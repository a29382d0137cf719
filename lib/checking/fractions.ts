import { type Difference, drift, lostHere } from "./differences";
import type { Word } from "./words";

const PARTS: ReadonlyMap<string, number> = new Map(
  "half 2|halves 2|third 3|thirds 3|quarter 4|quarters 4|4th 4|fifth 5|5th 5|fifths 5|sixth 6|6th 6|eighth 8|8th 8|tenth 10|10th 10|tenths 10|hälfte 2|drittel 3|viertel 4|fünftel 5|zehntel 10|mitad 2|tercio 3|tercios 3"
    .split("|")
    .map((row) => {
      const [word = "", of = "1"] = row.split(" ");
      return [word, Number(of)] as const;
    }),
);
/** "Half past six", "half an hour", "the third time": no part of anything that is counted. */
const NO_PART =
  /^(?:past|an|time|hour|day|year|place|round|half|term|person|party|parties|century|quarter|match|game|world)$/u;

interface Part {
  readonly word: Word;
  readonly value: number;
  readonly text: string;
}

function partsIn(words: readonly Word[]): Part[] {
  return words.flatMap((word, at) => {
    const of = PARTS.get(word.key);
    if (of === undefined || NO_PART.test(words[at + 1]?.key ?? "")) return [];
    const before = words[at - 1];
    const many = before?.value ?? (/^(?:an?|one|ein|eine|un|la|die)$/u.test(before?.key ?? "") ? 1 : null);
    // "the third": one of a row
    if (many === null && of !== 2 && !/s$|l$/u.test(word.key)) return [];
    if (many === null && of === 4 && word.key.endsWith("s")) return [];
    const isCounted = many !== null && before !== undefined;
    return [{ word, value: (many ?? 1) / of, text: isCounted ? `${before.raw} ${word.raw}` : word.raw }];
  });
}

/** "Half of it" where the record has "a third of it". */
export function ofFractions(own: readonly Word[], record: readonly Word[]): Difference[] {
  const theirs = partsIn(record);
  if (theirs.length === 0) return [];
  for (const { word, value, text } of partsIn(own)) {
    const isPercent = record.some((each) => each.value !== null && Math.abs(each.value - value * 100) < 1.5);
    if (isPercent || theirs.some((part) => Math.abs(part.value - value) < 0.01)) continue;
    const says = `The draft has “${text}”, the record “${theirs[0]?.text ?? ""}”.`;
    return [drift(says, { kind: "number", start: word.start, end: word.end, says })];
  }
  return [];
}

const BOUND: Readonly<Record<string, string>> = {
  least: "at least",
  most: "at most",
  than: "more than",
  to: "up to",
  nearly: "nearly",
  almost: "almost",
  mindestens: "mindestens",
  höchstens: "höchstens",
  fast: "fast",
};
/** Words that say, in the draft, that the part is not just that. */
const INEXACT =
  /^(?:least|most|than|over|under|above|below|nearly|almost|about|around|up|minimum|maximum|or|roughly|some|mindestens|höchstens|fast|über|knapp)$/u;

/** "At least half" where the draft has "half": the bound before a part of a whole. */
export function ofBoundParts(own: readonly Word[], record: readonly Word[]): Difference[] {
  const before = (words: readonly Word[], { word }: Part) => {
    const at = words.indexOf(word);
    return words.slice(Math.max(0, at - 4), at);
  };
  for (const part of partsIn(own)) {
    const there = partsIn(record).filter(({ value }) => Math.abs(value - part.value) < 0.01);
    if (there.length !== 1 || before(own, part).some(({ key }) => INEXACT.test(key))) continue;
    const ahead = before(record, there[0] as Part);
    const last =
      ahead.at(-1)?.value != null || /^an?$/u.test(ahead.at(-1)?.key ?? "") ? ahead.at(-2) : ahead.at(-1);
    const bound = BOUND[last?.key ?? ""];
    const two = ahead[ahead.indexOf(last as Word) - 1]?.key ?? "";
    const isBound =
      bound !== undefined && (!bound.includes(" ") || bound.startsWith(`${two} `) || two === "less");
    if (isBound)
      return [lostHere(`${bound.includes(" ") ? `${two} ${last?.raw}` : last?.raw} ${part.text}`, "a limit")];
  }
  return [];
}

/** Whether a word is a part of a whole: "half", "third". */
export const isFraction = (key: string): boolean => PARTS.has(key);
