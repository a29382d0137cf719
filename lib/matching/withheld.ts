import { normaliseForMatching, segmentsOf, sentencesIn } from "@/lib/text";

/** A half-open slice of a text, in UTF-16. */
type Range = readonly [start: number, end: number];

/** Words that a reader may not see: where they stand in a text, when that is known, what they are, and whose. */
export interface HiddenWords {
  readonly span: Range | null;
  readonly wordings: readonly string[];
  /** What the speaker is called: by name, by surname, as the source prints it. */
  readonly names?: readonly string[];
}

/** What stands in the place of words that a reader may not see. */
export const WITHHELD = "[words withheld]";

const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });
const words = new Intl.Segmenter(undefined, { granularity: "word" });

// so many words in a row are no accident; a shorter wording must stand there whole
const RUN = 5;
// and one or two words are struck out elsewhere only when it is not known where they stand
const LEAST_RUN = 3;
// "said U.S. Secretary X": no sentence ends there
const NO_END = /(?:(?:^|[\s.])\p{Lu}|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Sen|Rep|Prof|Gov|Pres|Rev|St))\.$/u;

/**
 * Which stretches of `text` between `from` and `to` a reader may not see: every sentence that touches hidden words, for
 * it names who spoke them, or that repeats them; and one beside it that names the speaker, when nothing of it is
 * published: “Smith leaned over.” What is `kept` is published itself and stays, whatever it holds. The cost grows with the
 * length between the two and of what is hidden, not with one times the other.
 */
export function withheldIn(
  text: string,
  [from, to]: Range,
  hidden: readonly HiddenWords[],
  kept: readonly Range[] = [],
): Range[] {
  const spans = merged([
    ...hidden.flatMap(({ span }) => (span && span[0] < to && span[1] > from ? [span] : [])),
    ...repeatedIn(text, [from, to], hidden),
  ]);
  if (spans.length === 0) return [];
  const standing = merged(kept);
  const all = sentencesOf(text, [from, to]).map((at) => ({ at, published: [] as Range[], isStruck: false }));
  let next = 0;
  let firstKept = 0;
  for (const sentence of all) {
    const [start, end] = sentence.at;
    while (next < spans.length && (spans[next]?.[1] ?? 0) <= start) next++;
    const span = spans[next];
    sentence.isStruck = span !== undefined && span[0] < end;
    while (firstKept < standing.length && (standing[firstKept]?.[1] ?? 0) <= start) firstKept++;
    for (let index = firstKept; index < standing.length; index++) {
      const kept = standing[index];
      if (!kept || kept[0] >= end) break;
      sentence.published.push(kept);
    }
  }
  const isNaming = namingOf(hidden);
  const struck = all.flatMap(({ at, published, isStruck }, index): Range[] => {
    if (isStruck) return between(at, published);
    const isBeside = all[index - 1]?.isStruck || all[index + 1]?.isStruck;
    return isBeside && published.length === 0 && isNaming(text.slice(...at)) ? [at] : [];
  });
  // marks and spaces alone are no words
  const worded = struck.filter(([start, end]) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
  const joined: Range[] = [];
  for (const range of merged(worded.map((one) => trimmed(text, one)))) {
    const last = joined.at(-1);
    // two sentences in a row are struck out as one
    if (last && /^[^\S\n]*$/u.test(text.slice(last[1], range[0])))
      joined[joined.length - 1] = [last[0], range[1]];
    else joined.push(range);
  }
  return joined;
}

/** What of a sentence is not published. */
function between([start, end]: Range, published: readonly Range[]): Range[] {
  const starts = [start, ...published.map(([, keptEnd]) => Math.max(start, keptEnd))];
  const ends = [...published.map(([keptStart]) => keptStart), end];
  return starts.map((since, index) => [since, Math.max(since, ends[index] ?? end)]);
}

/** Whether a sentence names one of those whose words are hidden. */
function namingOf(hidden: readonly HiddenWords[]): (sentence: string) => boolean {
  const names = hidden.flatMap((one) => one.names ?? []).map(keysOf);
  const known = new Set(names);
  return (sentence) => {
    const keys = ` ${keysOf(sentence)} `;
    return [...known].some((name) => keys.includes(` ${name} `));
  };
}

const keysOf = (text: string) =>
  wordsOf(text)
    .map(({ key }) => key)
    .join(" ");

/** A stretch of a text with what is withheld struck out in words, and where each place of the text stands in it. */
export function struckOut(text: string, [from, to]: Range, withheld: readonly Range[]) {
  let shown = "";
  const moves: { readonly from: number; readonly by: number }[] = [{ from: 0, by: -from }];
  let at = from;
  for (const [start, end] of withheld) {
    if (end <= at || start >= to) continue;
    const cut = Math.max(at, start);
    shown += text.slice(at, cut) + WITHHELD;
    at = Math.min(to, end);
    moves.push({ from: at, by: shown.length - at });
  }
  shown += text.slice(at, to);
  return {
    text: shown,
    /** Where a place of the whole text, not itself withheld, stands in the struck one. */
    placeOf: (place: number) => place + (moves.findLast((move) => move.from <= place)?.by ?? 0),
  };
}

/** A text of somebody's own, an excerpt for example, with every sentence struck out that repeats hidden words. */
export function withoutHidden(text: string, hidden: readonly HiddenWords[]): string {
  const anywhere = hidden.map((one) => ({ ...one, span: null }));
  const whole = [0, text.length] as const;
  return struckOut(text, whole, withheldIn(text, whole, anywhere)).text;
}

/**
 * Whether a text of somebody's own repeats one of these wordings: five of its words in a row, or the whole of a shorter one
 * that has three at least. Of one or two words nobody can say whose they are.
 */
export function repeatsWords(text: string, wordings: readonly string[]): boolean {
  const elsewhere: HiddenWords = { span: [0, 0], wordings };
  return repeatedIn(text, [0, text.length], [elsewhere]).length > 0;
}

/** The words that an address spells: "https://x.example/2026/the-lock-is-shut" says "the lock is shut". */
export function spelledBy(address: string): string {
  // a broken escape stands for no text
  const plain = address.replace(/(?:%[\da-f]{2})+/giu, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return " ";
    }
  });
  return plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ");
}

/** Where runs of hidden words stand in a text, compared as matching compares. */
function repeatedIn(text: string, [from, to]: Range, hidden: readonly HiddenWords[]): Range[] {
  const runs = new Map<number, Set<string>>();
  for (const { span, wordings } of hidden) {
    for (const wording of wordings) {
      const keys = wordsOf(wording).map(({ key }) => key);
      const length = Math.min(RUN, keys.length);
      if (length < (span ? LEAST_RUN : 1)) continue;
      const known = runs.get(length) ?? new Set();
      runs.set(length, known);
      for (let at = 0; at + length <= keys.length; at++) known.add(keys.slice(at, at + length).join(" "));
    }
  }
  if (runs.size === 0) return [];
  const here = wordsOf(text.slice(from, to));
  const found: Range[] = [];
  for (const [length, known] of runs) {
    for (let at = 0; at + length <= here.length; at++) {
      const run = here.slice(at, at + length);
      const [first, last] = [run[0], run.at(-1)];
      if (first && last && known.has(run.map(({ key }) => key).join(" "))) {
        found.push([from + first.start, from + last.end]);
      }
    }
  }
  return found;
}

function wordsOf(text: string) {
  const found: { key: string; start: number; end: number }[] = [];
  for (const { segment, index, isWordLike } of segmentsOf(words, text)) {
    const key = isWordLike ? normaliseForMatching(segment) : "";
    if (key !== "") found.push({ key, start: index, end: index + segment.length });
  }
  return found;
}

/** The sentences of each line between two places, each with the space behind it. */
function sentencesOf(text: string, [from, to]: Range): Range[] {
  const found: [number, number][] = [];
  for (const line of text.slice(from, to).matchAll(/[^\n]+/gu)) {
    const start = from + line.index;
    let isOpen = false;
    for (const { segment, index } of sentencesIn(sentences, line[0])) {
      const last = found.at(-1);
      if (isOpen && last) last[1] = start + index + segment.length;
      else found.push([start + index, start + index + segment.length]);
      isOpen = NO_END.test(segment.trimEnd());
    }
  }
  return found;
}

function trimmed(text: string, [start, end]: Range): Range {
  const words = text.slice(start, end);
  return [start + words.length - words.trimStart().length, end - (words.length - words.trimEnd().length)];
}

/** Ranges in order, those that overlap or touch as one. */
function merged(ranges: readonly Range[]): Range[] {
  const result: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((one, other) => one[0] - other[0])) {
    const last = result.at(-1);
    if (end <= start) continue;
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
