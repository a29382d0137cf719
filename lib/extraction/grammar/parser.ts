import type { ParserData } from "../languages";
import type { Token } from "../text";
import { WordMemory } from "../weights";
import { FEATURE_COUNT, MOST_TAG_GROUPS, MOST_TAGS, TAG_GROUPS_END, tagFeatures } from "./parser-features";
import { ParserState } from "./parser-state";
import { normalFormOf } from "./tagger";
import { LEFT, RIGHT, SHIFT } from "./transitions";

/** Gives for each word the position of its head within the sentence, or -1 for the root. */
export interface Parser {
  /** Reads words in the form that `normalise` gives them. */
  readonly parse: (words: readonly string[], tags: readonly string[]) => Int32Array;
  /** The same for tokens, whose words are recognised at once. */
  readonly parseTokens: (tokens: readonly Token[], tags: readonly string[]) => Int32Array;
}

// numbers of words and tags: 0 is "not there", 1 the root
const NONE = 0;

/** Numbers for words and tags; an unlisted word has number 0 and takes part in no word feature. */
export function makeVocabulary(data: Pick<ParserData, "words" | "tags">) {
  const words = new Map(data.words.split(" ").map((word, at) => [word, at + 2] as const));
  const tags = new Map(data.tags.map((tag, at) => [tag, at + 2] as const));
  const ROOT = 1;
  if (data.tags.length + 2 > MOST_TAGS) throw new RangeError("more tags than the parser can tell apart");
  const numbersIn = (numbers: ReadonlyMap<string, number>) => (sentence: readonly string[]) => {
    const { length } = sentence;
    const ids = new Int32Array(length + 2);
    for (let at = 0; at < length; at += 1) ids[at] = numbers.get(sentence[at] ?? "") ?? NONE;
    ids[length] = ROOT;
    return ids;
  };
  const ofPrinted = new WordMemory((text) => words.get(normalFormOf(text)) ?? NONE);
  const tokenIds = (tokens: readonly Token[]) => {
    const ids = new Int32Array(tokens.length + 2);
    let at = 0;
    for (const { word, text } of tokens) {
      ids[at] = ofPrinted.ofNumbered(word, text);
      at += 1;
    }
    ids[at] = ROOT;
    return ids;
  };
  return { wordIds: numbersIn(words), tokenIds, tagIds: numbersIn(tags) };
}

/** Makes a parser from its weights: greedy and deterministic, in time linear in the length of the sentence. */
export function makeParser(data: ParserData): Parser {
  const vocabulary = makeVocabulary(data);
  const weigh = makeWeigher(data.weights);
  const addTags = makeTagWeigher(weigh);
  const features = new Int32Array(FEATURE_COUNT);
  const groups = new Int32Array(MOST_TAG_GROUPS);
  const scores = new Int32Array(3);
  const meeting = new Int32Array(3);
  const front = new Int32Array(3);
  const frontChild = new Int32Array(3);
  // what speaks for each move by the top of the stack alone, kept for every word that lies on it
  let top = new Int32Array(0);
  let topChild = new Int32Array(0);
  const state = new ParserState(0, new Int32Array(2), new Int32Array(2));
  const weighTopChild = () => {
    const at = 3 * (state.stack[state.stack.length - 1] ?? 0);
    weigh(features, state.topChildFeatures(features, 0), topChild, at);
  };
  const headsOf = (length: number, wordIds: Int32Array, tags: readonly string[]) => {
    state.begin(length, wordIds, vocabulary.tagIds(tags));
    if (top.length < 3 * length) {
      top = new Int32Array(3 * length);
      topChild = new Int32Array(3 * length);
    }
    while (!state.isDone) {
      let move = SHIFT;
      // with an empty stack there is nothing to choose
      if (state.stack.length > 0) {
        const at = 3 * (state.stack[state.stack.length - 1] ?? 0);
        weigh(features, state.meetingFeatures(features, 0), meeting, 0);
        addTags(groups, state.meetingTags(groups, 0), meeting, 0);
        for (let one = 0; one < 3; one += 1)
          scores[one] =
            (meeting[one] ?? 0) +
            (front[one] ?? 0) +
            (frontChild[one] ?? 0) +
            (top[at + one] ?? 0) +
            (topChild[at + one] ?? 0);
        move = bestMove(state, scores[SHIFT] ?? 0, scores[RIGHT] ?? 0, scores[LEFT] ?? 0);
      }
      state.apply(move);
      if (move === SHIFT) {
        const pushed = 3 * (state.next - 1);
        weigh(features, state.topFeatures(features, 0), top, pushed);
        addTags(groups, state.topTags(groups, 0), top, pushed);
        weighTopChild();
        weigh(features, state.frontFeatures(features, 0), front, 0);
        addTags(groups, state.frontTags(groups, 0), front, 0);
        weigh(features, state.frontChildFeatures(features, 0), frontChild, 0);
      } else if (move === RIGHT) weighTopChild();
      else weigh(features, state.frontChildFeatures(features, 0), frontChild, 0);
    }
    const heads = state.heads.slice(0, length);
    for (let at = 0; at < length; at += 1) if (heads[at] === length) heads[at] = -1;
    return heads;
  };
  return {
    parse: (words, tags) => headsOf(words.length, vocabulary.wordIds(words), tags),
    parseTokens: (tokens, tags) => headsOf(tokens.length, vocabulary.tokenIds(tokens), tags),
  };
}

// one bit for each possible end of a key: most features weigh nothing, and these few bits stay near while the table does not
const FILLED_MASK = (1 << 14) - 1;

/**
 * Adds up the weights of hashed features and writes the scores of the three moves to `into[from…]`. The weights lie in an
 * open-addressed table of pairs: the key, and its three scores in ten bits each, side by side in memory. The table is
 * kept sparse, so that most look-ups end at the first pair; an empty pair weighs nothing and needs no test.
 */
function makeWeigher(weights: string) {
  const { cells, mask, filled } = tableOf(weights);
  return (features: Int32Array, count: number, into: Int32Array, from: number): void => {
    let shift = 0;
    let right = 0;
    let left = 0;
    for (let at = 0; at < count; at += 1) {
      const key = features[at] ?? 0;
      if (((filled[(key >>> 5) & FILLED_MASK] ?? 0) & (1 << key)) === 0) continue;
      let slot = (key & mask) << 1;
      let found = cells[slot] ?? 0;
      while (found !== key && found !== 0) {
        slot = (slot + 2) & ((mask << 1) | 1);
        found = cells[slot] ?? 0;
      }
      const packed = cells[slot + 1] ?? 0;
      shift += (packed << 22) >> 22;
      right += (packed << 12) >> 22;
      left += (packed << 2) >> 22;
    }
    into[from + SHIFT] = shift;
    into[from + RIGHT] = right;
    into[from + LEFT] = left;
  };
}

/**
 * Adds what groups of tags weigh. The same few thousand groups come again and again: what one weighs is worked out once
 * and kept where its number says. Only by how much right and left are better than shift matters, so that both fit into
 * one number, with a bit that says it is known.
 */
function makeTagWeigher(weigh: ReturnType<typeof makeWeigher>) {
  const known = new Int32Array(TAG_GROUPS_END);
  const features = new Int32Array(FEATURE_COUNT);
  const sums = new Int32Array(3);
  const learn = (group: number): number => {
    weigh(features, tagFeatures(group, features, 0), sums, 0);
    const shift = sums[SHIFT] ?? 0;
    const right = (sums[RIGHT] ?? 0) - shift;
    const left = (sums[LEFT] ?? 0) - shift;
    const both = (right << 16) | ((left & 0x7fff) << 1) | 1;
    known[group] = both;
    return both;
  };
  return (groups: Int32Array, count: number, into: Int32Array, from: number): void => {
    let right = 0;
    let left = 0;
    for (let at = 0; at < count; at += 1) {
      const group = groups[at] ?? 0;
      const both = known[group] || learn(group);
      right += both >> 16;
      left += (both << 16) >> 17;
    }
    into[from + RIGHT] = (into[from + RIGHT] ?? 0) + right;
    into[from + LEFT] = (into[from + LEFT] ?? 0) + left;
  };
}

/** Reads the lines character by character: most of the time before the first article goes here. */
function tableOf(weights: string): { cells: Int32Array; mask: number; filled: Int32Array } {
  let lines = 1;
  for (let at = weights.indexOf("\n"); at >= 0; at = weights.indexOf("\n", at + 1)) lines += 1;
  const slots = 1 << Math.ceil(Math.log2(Math.max(2, lines * 1.6)));
  const mask = slots - 1;
  const cells = new Int32Array(slots * 2);
  const filled = new Int32Array(FILLED_MASK + 1);
  let at = 0;
  const numberIn = (base: number): number => {
    const isNegative = weights.charCodeAt(at) === MINUS;
    if (isNegative) at += 1;
    let number = 0;
    for (; at < weights.length && weights.charCodeAt(at) > SPACE; at += 1) {
      const sign = weights.charCodeAt(at);
      number = number * base + (sign >= LETTER_A ? sign - LETTER_A + 10 : sign - ZERO);
    }
    at += 1;
    return isNegative ? -number : number;
  };
  const score = () => Math.max(-511, Math.min(511, numberIn(10))) & 0x3ff;
  while (at < weights.length) {
    const key = numberIn(36) | 0;
    let slot = (key & mask) << 1;
    while (cells[slot] !== 0) slot = (slot + 2) & ((mask << 1) | 1);
    const word = (key >>> 5) & FILLED_MASK;
    filled[word] = (filled[word] ?? 0) | (1 << key);
    cells[slot] = key;
    cells[slot + 1] = score() | (score() << 10) | (score() << 20);
  }
  return { cells, mask, filled };
}

const [SPACE, MINUS, ZERO, LETTER_A] = [32, 45, 48, 97];

function bestMove(state: ParserState, shift: number, right: number, left: number): number {
  const canShift = state.next < state.length;
  const canReduceRight = state.stack.length >= 2;
  if (canShift && shift >= left && (!canReduceRight || shift >= right)) return SHIFT;
  return canReduceRight && right > left ? RIGHT : LEFT;
}
