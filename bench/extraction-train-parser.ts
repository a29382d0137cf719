/**
 * Trains the dependency parser of lib/extraction/languages/en on sentences parsed by CoreNLP and writes its weights.
 * `npx tsx bench/extraction-train-parser.ts parsed.jsonl` where a line is
 * {"id", "sents": [[[word, start, end, tag, head (1-based, 0 = root), …]…]…]}. Train the tagger first.
 * A dynamic oracle (Y. Goldberg and J. Nivre, COLING 2012) teaches it to go on after its own mistakes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { makeParser, makeVocabulary } from "../lib/extraction/grammar/parser";
import { FEATURE_COUNT } from "../lib/extraction/grammar/parser-features";
import { ParserState } from "../lib/extraction/grammar/parser-state";
import { makeTagger, normalise } from "../lib/extraction/grammar/tagger";
import { LEFT, RIGHT, SHIFT } from "../lib/extraction/grammar/transitions";
import type { ParserData } from "../lib/extraction/languages";
import taggerData from "../lib/extraction/languages/en/tagger-weights.json";
import { wordNumber } from "../lib/extraction/weights/words";

type ParsedWord = [string, number, number, string, number];
type Sentence = { words: string[]; tags: string[]; heads: Int32Array };

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: npx tsx bench/extraction-train-parser.ts parsed.jsonl");
  process.exit(2);
}
// the extractor takes quotation marks out of a sentence before parsing it; what hung on a mark goes to the mark's head
const QUOTATION_MARK = /^(?:``|''|`|"|'|“|”)$/;
const EPOCHS = 6;
const MINIMUM_COUNT = 16;
const MINIMUM_WORD = 20;
const MINIMUM_WEIGHT = 14;
const out = new URL("../lib/extraction/languages/en/parser-weights.json", import.meta.url);
const tagger = makeTagger(taggerData);

const documents = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line.length > 0)
  .map((line) =>
    (JSON.parse(line) as { sents: ParsedWord[][] }).sents
      .filter((sentence) => sentence.length <= 120)
      .map(sentenceOf),
  );
const training = documents.filter((_, at) => at % 10 !== 0).flat();
const heldOut = documents.filter((_, at) => at % 10 === 0).flat();

const frequency = new Map<string, number>();
for (const { words } of training)
  for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
const words = [...frequency]
  .filter(([word, n]) => n >= MINIMUM_WORD && !/\s/.test(word))
  .map(([word]) => word)
  .sort();
const tags = [...new Set(training.flatMap((sentence) => sentence.tags))].sort();
const vocabulary = makeVocabulary({ words: words.join(" "), tags });

// weights by hashed key; three moves a row: current, running total, and the moment of the last change
const rows = new Map<number, number>();
let current = new Float64Array(3 << 21);
let total = new Float64Array(3 << 21);
let stamp = new Int32Array(3 << 21);
let uses = new Int32Array(1 << 21);
let clock = 0;
const features = new Int32Array(FEATURE_COUNT);

let seed = 11;
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
    const heads = learn(sentence, epoch);
    sentence.heads.forEach((head, child) => {
      seen += 1;
      if (heads[child] === head) right += 1;
    });
  }
  console.log(`epoch ${epoch + 1}: ${((100 * right) / seen).toFixed(2)} % of heads`);
}
const data = dataOf();
writeFileSync(out, `${JSON.stringify(data, null, 1)}\n`);
const { parse } = makeParser(data);
let right = 0;
let seen = 0;
for (const sentence of heldOut) {
  const heads = parse(sentence.words, sentence.tags);
  sentence.heads.forEach((head, child) => {
    if (/^\W/.test(sentence.tags[child] ?? "")) return;
    seen += 1;
    if ((heads[child] === -1 ? sentence.words.length : heads[child]) === head) right += 1;
  });
}
console.log(
  `held out, without punctuation: ${((100 * right) / seen).toFixed(2)} % of ${seen} heads; ${JSON.stringify(data).length} bytes`,
);

function withoutMarks(whole: readonly ParsedWord[]): ParsedWord[] {
  const isMark = whole.map(([word, , , tag]) => QUOTATION_MARK.test(word) && tag !== "POS");
  const places: number[] = [];
  let kept = 0;
  for (const mark of isMark) {
    if (!mark) kept += 1;
    places.push(kept);
  }
  const headOf = (head: number): number => {
    let at = head;
    for (let hops = 0; at > 0 && isMark[at - 1] && hops < 20; hops += 1) at = whole[at - 1]?.[4] ?? 0;
    return at > 0 && !isMark[at - 1] ? (places[at - 1] ?? 0) : 0;
  };
  return whole.flatMap((cell, at) =>
    isMark[at] ? [] : [[cell[0], cell[1], cell[2], cell[3], headOf(cell[4])] satisfies ParsedWord],
  );
}

function sentenceOf(whole: ParsedWord[]): Sentence {
  const sentence = withoutMarks(whole);
  const tokens = sentence.map(([word, startUtf16, endUtf16]) => {
    const text = word.replace(/^-LRB-$/, "(").replace(/^-RRB-$/, ")");
    return { text, lower: text.toLowerCase(), startUtf16, endUtf16, word: wordNumber(text, 0, text.length) };
  });
  const heads = Int32Array.from(sentence.map((cell) => (cell[4] === 0 ? sentence.length : cell[4] - 1)));
  return { words: tokens.map(normalise), tags: tagger(tokens), heads };
}

function learn(sentence: Sentence, epoch: number): Int32Array {
  const state = new ParserState(
    sentence.words.length,
    vocabulary.wordIds(sentence.words),
    vocabulary.tagIds(sentence.tags),
  );
  while (!state.isDone) {
    const count = state.features(features);
    const scores = [0, 0, 0];
    for (let at = 0; at < count; at += 1) {
      const row = features[at] === 0 ? undefined : rows.get(features[at] ?? 0);
      if (row !== undefined)
        for (let move = 0; move < 3; move += 1)
          scores[move] = (scores[move] ?? 0) + (current[row * 3 + move] ?? 0);
    }
    const allowed = [SHIFT, RIGHT, LEFT].filter((move) => state.isAllowed(move));
    const free = allowed.filter((move) => costOf(state, sentence.heads, move) === 0);
    const best = (moves: number[]) =>
      moves.reduce((one, other) => ((scores[other] ?? 0) > (scores[one] ?? 0) ? other : one));
    const guess = best(allowed);
    const truth = best(free.length > 0 ? free : allowed);
    clock += 1;
    if (guess !== truth) {
      for (let at = 0; at < count; at += 1) {
        const key = features[at] ?? 0;
        if (key === 0) continue;
        bump(key, truth, 1);
        bump(key, guess, -1);
      }
    }
    state.apply(epoch < 1 || random() < 0.1 ? truth : guess);
  }
  return state.heads;
}

/** How many gold arcs can no longer be built after a move; an arc-hybrid oracle counts them directly. */
function costOf(state: ParserState, gold: Int32Array, move: number): number {
  const { stack, next, length } = state;
  const s0 = stack.at(-1) ?? -1;
  let cost = 0;
  if (move === SHIFT) {
    for (let at = 0; at < stack.length - 1; at += 1) if (gold[next] === stack[at]) cost += 1;
    for (const at of stack) if (gold[at] === next) cost += 1;
    return cost;
  }
  for (let at = next; at < length; at += 1) if (gold[at] === s0) cost += 1;
  const head = gold[s0] ?? -1;
  if (move === RIGHT) return head >= next ? cost + 1 : cost;
  return head > next || (stack.length > 1 && head === stack.at(-2)) ? cost + 1 : cost;
}

function bump(key: number, move: number, by: number) {
  let row = rows.get(key);
  if (row === undefined) {
    row = rows.size;
    rows.set(key, row);
    if (row * 3 + 3 > current.length) {
      current = grow(current);
      total = grow(total);
      const stamps = new Int32Array(stamp.length * 2);
      stamps.set(stamp);
      stamp = stamps;
      const counts = new Int32Array(uses.length * 2);
      counts.set(uses);
      uses = counts;
    }
  }
  const cell = row * 3 + move;
  uses[row] = (uses[row] ?? 0) + 1;
  total[cell] = (total[cell] ?? 0) + (clock - (stamp[cell] ?? 0)) * (current[cell] ?? 0);
  stamp[cell] = clock;
  current[cell] = (current[cell] ?? 0) + by;
}

function grow(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}

function dataOf(): ParserData {
  const lines: string[] = [];
  for (const [key, row] of [...rows].sort((one, other) => one[0] - other[0])) {
    if ((uses[row] ?? 0) < 2 * MINIMUM_COUNT) continue;
    const means = [0, 1, 2].map((move) => {
      const cell = row * 3 + move;
      return Math.round(
        (10 * ((total[cell] ?? 0) + (clock - (stamp[cell] ?? 0)) * (current[cell] ?? 0))) / clock,
      );
    });
    if (means.some((mean) => Math.abs(mean) >= MINIMUM_WEIGHT))
      lines.push(`${key.toString(36)} ${means.join(" ")}`);
  }
  console.log(`${lines.length} of ${rows.size} features kept`);
  return { words: words.join(" "), tags, weights: lines.join("\n") };
}
