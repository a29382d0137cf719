import { type Difference, drift } from "./differences";
import type { FindingNote } from "./model";
import type { Word } from "./words";

const PERIODS: Readonly<Record<string, string>> = {
  hour: "hour",
  hourly: "hour",
  day: "day",
  daily: "day",
  night: "day",
  nightly: "day",
  week: "week",
  weekly: "week",
  fortnight: "fortnight",
  month: "month",
  monthly: "month",
  quarter: "quarter",
  quarterly: "quarter",
  year: "year",
  yearly: "year",
  annum: "year",
  annual: "year",
  annually: "year",
  decade: "decade",
  stunde: "hour",
  tag: "day",
  woche: "week",
  monat: "month",
  jahr: "year",
  hora: "hour",
  día: "day",
  semana: "week",
  mes: "month",
  año: "year",
};
const EACH = /^(?:an?|per|each|every|pro|jede[nrs]?|im|cada|al|por)$/u;
const ALONE = /(?:ly|annual)$/u;

interface Rate {
  readonly word: Word;
  readonly period: string;
  readonly text: string;
}

/** "A month", "per year", "weekly": in what time, or for how long, where no number says it. */
function ratesIn(words: readonly Word[]): Rate[] {
  return words.flatMap((word, at): Rate[] => {
    const period = PERIODS[word.key];
    const before = words[at - 1];
    if (period === undefined) return [];
    if (ALONE.test(word.key)) return [{ word, period, text: word.raw }];
    // "half a year", "once in a while": a part of one, or no rate
    if (before === undefined || !EACH.test(before.key) || words[at - 2]?.key === "half") return [];
    return [{ word, period, text: `${before.raw} ${word.raw}` }];
  });
}

const noteAt = ({ word }: Rate, says: string): FindingNote => ({
  kind: "number",
  start: word.start,
  end: word.end,
  says,
});

/** "310 euros a month" where the record has "310 euros a year"; nothing where the record has both. */
function ofPeriod(own: readonly Word[], record: readonly Word[]): Difference[] {
  const theirs = ratesIn(record);
  const known = new Set([
    ...theirs.map(({ period }) => period),
    ...record.flatMap(({ key }) => plainOf(key)),
  ]);
  const other = ratesIn(own).find(({ period }) => theirs.length > 0 && !known.has(period));
  if (other === undefined) return [];
  const says = `The draft has “${other.text}”, the record “${theirs[0]?.text ?? ""}”.`;
  return [drift(says, noteAt(other, says))];
}

const plainOf = (key: string) => PERIODS[key] ?? PERIODS[key.replace(/e?s$/u, "")] ?? [];

/** How often: "twice" is two times. */
const OFTEN: Readonly<Record<string, number>> = {
  once: 1,
  twice: 2,
  thrice: 3,
  einmal: 1,
  zweimal: 2,
  dreimal: 3,
};

function oftenIn(
  words: readonly Word[],
): { readonly word: Word; readonly many: number; readonly text: string }[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    const many = OFTEN[word.key];
    // "twice as much", "once the bridge is open"
    if (many !== undefined && many > 1 && next?.key !== "as") return [{ word, many, text: word.raw }];
    if (
      many === 1 &&
      (next === undefined || /[.,;:]/u.test(next.before) || /^(?:a|in|every|before)$/u.test(next.key))
    )
      return [{ word, many, text: word.raw }];
    if (word.value === null || word.value === undefined || !/^(?:times|mal|veces)$/u.test(next?.key ?? ""))
      return [];
    if (/^(?:as|more|the)$/u.test(words[at + 2]?.key ?? "")) return [];
    return [{ word, many: word.value, text: `${word.raw} ${next?.raw}` }];
  });
}

/** "Warned her twice" where the record has "three times". */
function ofOften(own: readonly Word[], record: readonly Word[]): Difference[] {
  const theirs = oftenIn(record);
  const other = oftenIn(own).find(
    ({ many }) => theirs.length > 0 && !theirs.some((one) => one.many === many),
  );
  if (other === undefined) return [];
  const says = `The draft has “${other.text}”, the record “${theirs[0]?.text ?? ""}”.`;
  return [drift(says, { kind: "number", start: other.word.start, end: other.word.end, says })];
}

interface Clock {
  readonly word: Word;
  readonly value: number;
  readonly half: "a" | "p";
  readonly text: string;
}

/** "11 p.m.", "half past seven in the evening" of which the words are "#11", "p", "m" or "pm". */
function clocksIn(words: readonly Word[]): Clock[] {
  return words.flatMap((word, at): Clock[] => {
    const [next, after] = [words[at + 1], words[at + 2]];
    if (word.value == null) return [];
    const half =
      /^[ap]\.?m\.?$/u.exec(next?.key ?? "")?.[0].slice(0, 1) ??
      (/^[ap]$/u.test(next?.key ?? "") && after?.key === "m" ? next?.key : undefined) ??
      (/^in the (?:morning|afternoon|evening)$/u.test(
        [next, after, words[at + 3]].map((one) => one?.key ?? "").join(" "),
      )
        ? words[at + 3]?.key === "morning"
          ? "a"
          : "p"
        : undefined);
    if (half !== "a" && half !== "p") return [];
    return [{ word, value: word.value, half, text: `${word.raw} ${half}.m.` }];
  });
}

/** "Around 11 a.m." where the record has "11 p.m.". */
function ofClock(own: readonly Word[], record: readonly Word[]): Difference[] {
  const theirs = clocksIn(record);
  for (const one of clocksIn(own)) {
    const same = theirs.filter(({ value }) => value === one.value);
    if (same.length === 0 || same.some(({ half }) => half === one.half)) continue;
    const says = `The draft has “${one.text}”, the record “${same[0]?.text ?? ""}”.`;
    return [drift(says, { kind: "number", start: one.word.start, end: one.word.end, says })];
  }
  return [];
}

/** Another time of the day, another period, or more or fewer times than the record has. */
export const ofRates = (own: readonly Word[], record: readonly Word[]): Difference[] => [
  ...ofClock(own, record),
  ...ofOften(own, record),
  ...ofPeriod(own, record),
];
