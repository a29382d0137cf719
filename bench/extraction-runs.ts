/**
 * CofeNet's rule (Wang et al., COLING 2022): a content counts when its run of words is exactly that of an annotator, speaker
 * and cue aside. `npx tsx bench/extraction-runs.ts gold.jsonl [--whole]` prints precision, recall and F1, and how often what
 * is called high, medium or low has the annotators' words (token Jaccard of at least 0.8). Words are those of the shared
 * scorer: no marks, no punctuation, no "that" before a clause. A content in pieces is several runs; with `--whole` it is
 * one, and all its pieces must agree.
 */
import { readFileSync } from "node:fs";
import { extract, toScorerRow } from "../lib/extraction/index";

type Word = readonly [startUtf16: number, endUtf16: number, lower: string];

interface Content {
  readonly start: number;
  readonly end: number;
  readonly spans?: readonly (readonly [number, number])[] | undefined;
  readonly nested?: boolean;
  readonly optional?: boolean;
}

const [file, flag] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: npx tsx bench/extraction-runs.ts gold.jsonl [--whole]");
  process.exit(2);
}
let [right, found, wanted] = [0, 0, 0];
const calls = new Map<string, { all: number; right: number }>();
for (const line of readFileSync(file, "utf8").split("\n")) {
  if (line.length === 0) continue;
  const { id, text, quotes } = JSON.parse(line) as { id: string; text: string; quotes: Content[] };
  const proposals = extract(text);
  const words = wordsOf(text);
  const gold = runsOf(
    text,
    words,
    quotes.filter(({ nested, optional }) => !nested && !optional),
  );
  const own = runsOf(text, words, toScorerRow(id, text, proposals).quotes);
  wanted += gold.size;
  found += own.size;
  for (const run of own) if (gold.has(run)) right += 1;
  const marked = quotes.map((quote) => numbersOf(text, words, quote));
  for (const { form, confidence, startUtf16, endUtf16, pieces } of proposals) {
    const spans = pieces.map((piece) => [piece.startUtf16, piece.endUtf16] as const);
    const numbers = numbersOf(text, words, { start: startUtf16, end: endUtf16, spans });
    const key = `${form === "indirect" ? "without marks" : "with marks"}, ${confidence}`;
    const call = calls.get(key) ?? { all: 0, right: 0 };
    call.all += 1;
    if (marked.some((one) => isAlike(one, numbers))) call.right += 1;
    calls.set(key, call);
  }
}
const [precision, recall] = [right / found, right / wanted];
const f1 = (2 * precision * recall) / (precision + recall);
const percent = (share: number) => (100 * share).toFixed(1);
console.log(
  `exact runs of content: precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)} (${right} right, ${found} found, ${wanted} annotated)`,
);

for (const [key, call] of [...calls].sort())
  console.log(`${key}: ${percent(call.right / call.all)} % of ${call.all}`);

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)].map(
    (match) => [match.index, match.index + match[0].length, match[0].toLowerCase()] as const,
  );
}

/** The numbers of the words of each piece. */
function piecesOf(text: string, words: readonly Word[], { start, end, spans }: Content): number[][] {
  const ranges = spans === undefined || spans.length === 0 ? [[start, end] as const] : spans;
  const pieces = ranges.map(([from, to]) =>
    words.flatMap(([begins, ends], at) =>
      2 * (Math.min(to, ends) - Math.max(from, begins)) >= ends - begins ? [at] : [],
    ),
  );
  const first = pieces[0]?.[0] ?? 0;
  const [at = 0, , word] = words[first] ?? [];
  if (word === "that" && pieces.flat().length > 1 && !/["“‘]/.test(text[at - 1] ?? "")) pieces[0]?.shift();
  return pieces.filter((piece) => piece.length > 0);
}

function numbersOf(text: string, words: readonly Word[], content: Content): ReadonlySet<number> {
  return new Set(piecesOf(text, words, content).flat());
}

function isAlike(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  const both = [...one].filter((at) => other.has(at)).length;
  return both >= 0.8 * (one.size + other.size - both);
}

/** Each run by its words; one of several pieces by those of all, when they count as one. */
function runsOf(text: string, words: readonly Word[], contents: readonly Content[]): ReadonlySet<string> {
  return new Set(
    contents.flatMap((content) => {
      const pieces = piecesOf(text, words, content).map((piece) => piece.join(" "));
      return flag === "--whole" ? [pieces.join(" ")] : pieces;
    }),
  );
}
