import type { Reading } from "./alignment";
import { fillersIn } from "./content";
import type { Source } from "./material";
import { withNumbers } from "./numbers";
import { marksAround } from "./voices";
import { readWords, type Word } from "./words";

/** The words of a source around a place, as they are aligned, with what stands outside the marks of an article told apart. */
export interface RecordReading extends Reading {
  /** Stands outside quotation marks in a text whose marks say who speaks. */
  readonly outside: readonly boolean[];
}

const REMARK =
  /\[[^\]\n]{0,80}\]|\((?:laugh(?:s|ter|ing)?|applause|inaudible|crosstalk|cross talk|pause|sighs?|coughs?|cheers|cheering|interruption|indistinct|unclear|overlapping|gelächter|applaus|beifall|risas|aplausos)[^)\n]{0,40}\)|^[ \t]*\[?\(?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?\)?\]?(?:[ \t]*-->[ \t]*\d[\d:.,]*)?[ \t]*$/gimu;
const SIC = /^\W*sic\W*$/iu;

/** A candidate is read for the whole of it, for its clauses and for what it takes up: so many of a source are kept. */
const MOST_KEPT = 48;
const readings = new WeakMap<Source, Map<string, RecordReading>>();

/** The words of a record from one place to another. */
export function recordReading(source: Source, from: number, to: number): RecordReading {
  const kept = readings.get(source) ?? new Map<string, RecordReading>();
  const place = `${from} ${to}`;
  const known = kept.get(place);
  if (known) return known;
  const made = readRecord(source, from, to);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(place, made);
  readings.set(source, kept);
  return made;
}

function readRecord(source: Source, from: number, to: number): RecordReading {
  const { text, language } = source;
  const words = withNumbers(readWords(text, from, to), language);
  const remarks = [...text.slice(from, to).matchAll(REMARK)].map(
    ({ index, 0: { length } }) => [from + index, from + index + length] as const,
  );
  const marks = marksAround(source, (from + to) >> 1);
  const isIn = (places: readonly (readonly [number, number])[], { start, end }: Word) =>
    places.some(([first, last]) => start >= first && end <= last);
  return {
    words,
    fills: fillersIn(words, language),
    // the ">" at the head of a line of an e-mail is nobody's word
    brackets: words.map((word) => /^>+$/u.test(word.raw) || (remarks.length > 0 && isIn(remarks, word))),
    outside: words.map((word) => marks !== null && !isIn(marks, word)),
  };
}

/** The words of a draft's quotation; what stands in brackets is an editor's, and "sic" is no word of anybody. */
export function draftReading(draft: string, start: number, end: number, language: string): Reading {
  const plain = readWords(draft, start, end);
  const words: Word[] = [];
  const edited = new Set<Word>();
  let isIn = false;
  for (const word of plain) {
    const opens = Math.max(word.before.lastIndexOf("["), word.before.lastIndexOf("(sic"));
    const closes = word.before.lastIndexOf("]");
    if (opens > closes) isIn = true;
    else if (closes > opens) isIn = false;
    const last = words.at(-1);
    // "[t]he", "talk[ed]": letters of one word
    const isGrown = last !== undefined && /^(?:\]|\[)$/u.test(word.before);
    if (isGrown) {
      const one = {
        ...last,
        key: last.key + word.key,
        raw: draft.slice(last.start, word.end),
        end: word.end,
      };
      words[words.length - 1] = one;
      edited.add(one);
      continue;
    }
    const isSic =
      SIC.test(word.raw) && /[[(]\s*$/u.test(word.before) && /^[\])]/u.test(draft.slice(word.end));
    if (isSic) continue;
    if (isIn) edited.add(word);
    words.push(word);
  }
  // numbers in brackets are left as they are: what is joined would be no editor's any more
  const read = runsOf(words, edited).flatMap((run) =>
    edited.has(run[0] as Word) ? run : withNumbers(run, language),
  );
  return { words: read, fills: fillersIn(read, language), brackets: read.map((word) => edited.has(word)) };
}

/** The words in runs of an editor's and of the speaker's. */
function runsOf(words: readonly Word[], edited: ReadonlySet<Word>): Word[][] {
  const runs: Word[][] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last && edited.has(last[0] as Word) === edited.has(word)) last.push(word);
    else runs.push([word]);
  }
  return runs;
}
