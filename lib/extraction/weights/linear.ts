import type { FeatureSink } from "./feature-templates";
import { makeReader } from "./feature-templates";
import { symbol } from "./symbols";

/** A linear model as text: one `feature<TAB>weight` a line, weights in hundredths. */
export interface LinearData {
  readonly weights: string;
}

/**
 * The weights of a model by the numbers of their features: an open-addressed table of pairs of keys, which hold the
 * template and the symbols exactly, so that two features never share a weight by accident. `width` weights a feature.
 */
class WeightTable {
  private keys = new Int32Array(0);
  weights = new Float64Array(0);
  private mask = 0;
  private used = 0;
  // one bit for each feature, by more of its hash than the slots take: most features asked for are not here, and these
  // few bits stay near while the keys do not
  private filled = new Int32Array(0);

  constructor(
    lines: number,
    private readonly width: number,
  ) {
    this.resize(1 << Math.ceil(Math.log2(2 * lines + 2)));
  }

  /** The slot of a feature, or -1 for one that weighs nothing. */
  find(high: number, low: number): number {
    const { keys, mask, filled } = this;
    const hash = hashOf(high, low);
    if (((filled[(hash >>> 5) & (filled.length - 1)] ?? 0) & (1 << hash)) === 0) return -1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const found = keys[2 * slot] ?? -1;
      if (found === high && keys[2 * slot + 1] === low) return slot;
      if (found === -1) return -1;
    }
  }

  /** The slot of a feature, or the empty one where it would be. */
  private slotOf(high: number, low: number): number {
    const { keys, mask } = this;
    let slot = hashOf(high, low) & mask;
    for (;;) {
      const found = keys[2 * slot] ?? -1;
      if ((found === high && keys[2 * slot + 1] === low) || found === -1) return slot;
      slot = (slot + 1) & mask;
    }
  }

  set(template: number, parts: readonly string[], answer: number, weight: number): void {
    const a = partSymbol(parts[0]);
    const b = partSymbol(parts[1]);
    const c = partSymbol(parts[2]);
    if (a > MOST_SYMBOLS || b > MOST_SYMBOLS || c > MOST_SYMBOLS)
      throw new RangeError("more symbols than a key can tell apart");
    const high = highKey(template, a);
    const low = lowKey(b, c);
    // a line may be read by several templates, so there may be more features than lines
    if (3 * this.used > 2 * this.mask) this.resize(2 * (this.mask + 1));
    this.weights[this.width * this.claim(high, low) + answer] = weight;
  }

  private claim(high: number, low: number): number {
    const slot = this.slotOf(high, low);
    if (this.keys[2 * slot] === -1) this.used += 1;
    this.keys[2 * slot] = high;
    this.keys[2 * slot + 1] = low;
    const hash = hashOf(high, low);
    const word = (hash >>> 5) & (this.filled.length - 1);
    this.filled[word] = (this.filled[word] ?? 0) | (1 << hash);
    return slot;
  }

  private resize(slots: number): void {
    const { keys, weights, width } = this;
    // no feature has the keys -1 and -1: symbols are not negative
    this.keys = new Int32Array(2 * slots).fill(-1);
    this.weights = new Float64Array(width * slots);
    this.filled = new Int32Array(Math.max(1, slots >> 2));
    this.mask = slots - 1;
    this.used = 0;
    for (let old = 0; 2 * old < keys.length; old += 1) {
      const high = keys[2 * old] ?? -1;
      if (high === -1) continue;
      const slot = this.claim(high, keys[2 * old + 1] ?? 0);
      this.weights.set(weights.subarray(width * old, width * (old + 1)), width * slot);
    }
  }
}

const MOST_SYMBOLS = 0xffff;
const partSymbol = (part: string | undefined) => (part === undefined ? 0 : symbol(part));
const highKey = (template: number, a: number) => (a << 8) | template;
const lowKey = (b: number, c: number) => (b << 16) | c;

function hashOf(high: number, low: number): number {
  const mixed = Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function eachLine(data: LinearData, found: (feature: string, weight: number) => void): void {
  const { weights } = data;
  for (let from = 0; from < weights.length; ) {
    const end = weights.indexOf("\n", from);
    const to = end < 0 ? weights.length : end;
    const tab = weights.lastIndexOf("\t", to);
    if (tab > from) found(weights.slice(from, tab), Number(weights.slice(tab + 1, to)) / 100);
    from = to + 1;
  }
}

function countLines(data: LinearData): number {
  let lines = 1;
  for (let at = data.weights.indexOf("\n"); at >= 0; at = data.weights.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

/** Adds up the weights of the features of each option; features the model does not know count nothing. */
export class OptionScorer implements FeatureSink {
  private readonly table: WeightTable;
  private scores: number[] = [];

  constructor(data: LinearData, patterns: readonly string[]) {
    this.table = new WeightTable(countLines(data), 1);
    const read = makeReader(patterns);
    eachLine(data, (feature, weight) =>
      read(feature, (template, parts) => this.table.set(template, parts, 0, weight)),
    );
  }

  /** The scores of the options so far, in order; the next option begins a new question. */
  take(): number[] {
    const { scores } = this;
    this.scores = [];
    return scores;
  }

  option(): void {
    this.scores.push(0);
  }

  none(template: number): void {
    this.add(highKey(template, 0), 0);
  }

  one(template: number, a: number): void {
    if (a !== 0) this.add(highKey(template, a), 0);
  }

  two(template: number, a: number, b: number): void {
    if (a !== 0 && b !== 0) this.add(highKey(template, a), lowKey(b, 0));
  }

  three(template: number, a: number, b: number, c: number): void {
    if (a !== 0 && b !== 0 && c !== 0) this.add(highKey(template, a), lowKey(b, c));
  }

  private add(high: number, low: number): void {
    const slot = this.table.find(high, low);
    if (slot < 0) return;
    const { scores } = this;
    const last = scores.length - 1;
    scores[last] = (scores[last] ?? 0) + (this.table.weights[slot] ?? 0);
  }
}

/** Adds up, for each of a fixed set of answers, the weights of the same features: lines are `answer feature<TAB>weight`. */
export class AnswerScorer implements FeatureSink {
  private readonly table: WeightTable;
  private readonly sums: Float64Array;

  constructor(data: LinearData, patterns: readonly string[], answers: readonly string[]) {
    this.sums = new Float64Array(answers.length);
    this.table = new WeightTable(countLines(data), answers.length);
    const read = makeReader(patterns);
    eachLine(data, (line, weight) => {
      const space = line.indexOf(" ");
      const answer = answers.indexOf(line.slice(0, space));
      if (answer >= 0)
        read(line.slice(space + 1), (template, parts) => this.table.set(template, parts, answer, weight));
    });
  }

  /** The scores of the answers. */
  take(): number[] {
    return [...this.sums];
  }

  option(): void {
    this.sums.fill(0);
  }

  none(template: number): void {
    this.add(highKey(template, 0), 0);
  }

  one(template: number, a: number): void {
    if (a !== 0) this.add(highKey(template, a), 0);
  }

  two(template: number, a: number, b: number): void {
    if (a !== 0 && b !== 0) this.add(highKey(template, a), lowKey(b, 0));
  }

  three(template: number, a: number, b: number, c: number): void {
    if (a !== 0 && b !== 0 && c !== 0) this.add(highKey(template, a), lowKey(b, c));
  }

  private add(high: number, low: number): void {
    const { sums, table } = this;
    const found = table.find(high, low);
    if (found < 0) return;
    const slot = found * sums.length;
    for (let answer = 0; answer < sums.length; answer += 1)
      sums[answer] = (sums[answer] ?? 0) + (table.weights[slot + answer] ?? 0);
  }
}

/** The share of certainty a score stands for, between 0 and 1. */
export function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** The best of several scores and its share of the whole under a softmax; -1 when there is none. */
export function softBest(scores: readonly number[]): { at: number; share: number } {
  let at = -1;
  let highest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index] ?? 0;
    if (score > highest) {
      highest = score;
      at = index;
    }
  }
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - highest);
  return { at, share: at < 0 ? 0 : 1 / sum };
}
