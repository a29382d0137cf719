/**
 * Trains the part-of-speech tagger of lib/extraction/languages/en on sentences tagged by CoreNLP and writes its weights.
 * `npx tsx bench/extraction-train-tagger.ts tagged.jsonl` where a line is {"id", "sents": [[[word, start, end, tag, …]…]…]}.
 * Every tenth document is held out and the accuracy there is printed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { makeTagger, normalise, shapeOf } from "../lib/extraction/grammar/tagger";
import { FEATURE_KINDS, featuresAt } from "../lib/extraction/grammar/tagger-features";
import type { TaggerData } from "../lib/extraction/languages";
import type { Token } from "../lib/extraction/text/tokens";
import { wordNumber } from "../lib/extraction/weights/words";

type TaggedSentence = { words: string[]; shapes: string[]; tags: string[]; tokens: Token[] };

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: npx tsx bench/extraction-train-tagger.ts tagged.jsonl");
  process.exit(2);
}
// the extractor takes quotation marks out of a sentence before tagging it
const QUOTATION_MARK = /^(?:``|''|`|"|'|“|”)$/;
const EPOCHS = 6;
const MINIMUM_COUNT = 8;
const out = new URL("../lib/extraction/languages/en/tagger-weights.json", import.meta.url);

const documents = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line.length > 0)
  .map((line) => (JSON.parse(line) as { sents: [string, number, number, string][][] }).sents.map(sentenceOf));
const training = documents.filter((_, at) => at % 10 !== 0).flat();
const heldOut = documents.filter((_, at) => at % 10 === 0).flat();

const tags = [...new Set(training.flatMap((sentence) => sentence.tags))].sort();
const indexOf = new Map(tags.map((tag, at) => [tag, at]));
const known = dictionaryOf(training);

type Row = { current: Float64Array; total: Float64Array; stamp: Int32Array };
const tables = FEATURE_KINDS.map(() => new Map<string, Row>());
let clock = 0;
const counts = FEATURE_KINDS.map(() => new Map<string, number>());
for (const sentence of training) {
  for (let at = 0; at < sentence.words.length; at += 1) {
    if (known.has(sentence.words[at] ?? "")) continue;
    featuresAt(sentence.words, sentence.shapes, at, sentence.tags).forEach((value, kind) => {
      const table = counts[kind];
      table?.set(value, (table.get(value) ?? 0) + 1);
    });
  }
}

let seed = 7;
const random = () => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed / 0x7fffffff;
};
const order = training.map((_, at) => at);
for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  let right = 0;
  let seen = 0;
  for (const at of order) {
    const sentence = training[at];
    if (sentence === undefined) continue;
    const [good, all] = learn(sentence);
    right += good;
    seen += all;
  }
  console.log(`epoch ${epoch + 1}: ${((100 * right) / seen).toFixed(2)} % of words outside the dictionary`);
}
const data = dataOf();
writeFileSync(out, `${JSON.stringify(data, null, 1)}\n`);
const tagger = makeTagger(data);
let right = 0;
let seen = 0;
for (const sentence of heldOut) {
  tagger(sentence.tokens).forEach((tag, at) => {
    seen += 1;
    if (tag === sentence.tags[at]) right += 1;
  });
}
console.log(
  `held out: ${((100 * right) / seen).toFixed(2)} % of ${seen} words; ${JSON.stringify(data).length} bytes`,
);

function sentenceOf(whole: [string, number, number, string][]): TaggedSentence {
  const sentence = whole.filter(([word, , , tag]) => !QUOTATION_MARK.test(word) || tag === "POS");
  const tokens = sentence.map(([word, startUtf16, endUtf16]) => {
    const text = word.replace(/^-LRB-$/, "(").replace(/^-RRB-$/, ")");
    return { text, lower: text.toLowerCase(), startUtf16, endUtf16, word: wordNumber(text, 0, text.length) };
  });
  return {
    tokens,
    words: tokens.map(normalise),
    shapes: tokens.map(shapeOf),
    tags: sentence.map((cell) => cell[3]),
  };
}

/** Words that carry one tag in at least 99 % of at least 20 places. */
function dictionaryOf(sentences: readonly TaggedSentence[]): Map<string, string> {
  const seenAs = new Map<string, Map<string, number>>();
  for (const { words, tags: given } of sentences) {
    words.forEach((word, at) => {
      const row = seenAs.get(word) ?? new Map<string, number>();
      row.set(given[at] ?? "NN", (row.get(given[at] ?? "NN") ?? 0) + 1);
      seenAs.set(word, row);
    });
  }
  const certain = new Map<string, string>();
  for (const [word, row] of seenAs) {
    const total = [...row.values()].reduce((sum, n) => sum + n, 0);
    const [tag, n] = [...row].sort((one, other) => other[1] - one[1])[0] ?? ["NN", 0];
    if (total >= 20 && n / total >= 0.99 && !/[ \t]/.test(word)) certain.set(word, tag);
  }
  return certain;
}

function learn(sentence: TaggedSentence): [number, number] {
  const chosen: string[] = [];
  let good = 0;
  let all = 0;
  for (let at = 0; at < sentence.words.length; at += 1) {
    const certain = known.get(sentence.words[at] ?? "");
    if (certain !== undefined) {
      chosen.push(certain);
      continue;
    }
    const values = featuresAt(sentence.words, sentence.shapes, at, chosen);
    const scores = new Float64Array(tags.length);
    values.forEach((value, kind) => {
      const row = tables[kind]?.get(value);
      if (row !== undefined)
        for (let tag = 0; tag < scores.length; tag += 1)
          scores[tag] = (scores[tag] ?? 0) + (row.current[tag] ?? 0);
    });
    let best = 0;
    for (let tag = 1; tag < scores.length; tag += 1) if ((scores[tag] ?? 0) > (scores[best] ?? 0)) best = tag;
    const truth = indexOf.get(sentence.tags[at] ?? "") ?? 0;
    clock += 1;
    all += 1;
    if (best === truth) good += 1;
    else {
      values.forEach((value, kind) => {
        if ((counts[kind]?.get(value) ?? 0) < MINIMUM_COUNT) return;
        bump(kind, value, truth, 1);
        bump(kind, value, best, -1);
      });
    }
    chosen.push(tags[best] ?? "NN");
  }
  return [good, all];
}

function bump(kind: number, value: string, tag: number, by: number) {
  const table = tables[kind];
  if (table === undefined) return;
  let row = table.get(value);
  if (row === undefined) {
    row = {
      current: new Float64Array(tags.length),
      total: new Float64Array(tags.length),
      stamp: new Int32Array(tags.length),
    };
    table.set(value, row);
  }
  row.total[tag] = (row.total[tag] ?? 0) + (clock - (row.stamp[tag] ?? 0)) * (row.current[tag] ?? 0);
  row.stamp[tag] = clock;
  row.current[tag] = (row.current[tag] ?? 0) + by;
}

function dataOf(): TaggerData {
  const weights: Record<string, string> = {};
  FEATURE_KINDS.forEach((kind, at) => {
    const lines: string[] = [];
    for (const [value, row] of [...(tables[at] ?? new Map<string, Row>())].sort((one, other) =>
      one[0] < other[0] ? -1 : 1,
    )) {
      const cells: string[] = [];
      for (let tag = 0; tag < tags.length; tag += 1) {
        const total = (row.total[tag] ?? 0) + (clock - (row.stamp[tag] ?? 0)) * (row.current[tag] ?? 0);
        const mean = Math.round((10 * total) / clock);
        if (Math.abs(mean) >= 6) cells.push(`${tag}:${mean}`);
      }
      if (cells.length > 0 && !/[\t\n]/.test(value)) lines.push(`${value}\t${cells.join(" ")}`);
    }
    weights[kind] = lines.join("\n");
  });
  const byTag: Record<string, string> = {};
  for (const tag of tags) {
    const words = [...known]
      .filter(([, given]) => given === tag)
      .map(([word]) => word)
      .sort();
    if (words.length > 0) byTag[tag] = words.join(" ");
  }
  return { tags, known: byTag, weights };
}
