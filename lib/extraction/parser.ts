/** The weights of the dependency parser: lines `key weight weight weight`, keys in base 36, scores for shift, right, left. */
export interface ParserData {
  /** The words frequent enough to be seen by the parser, separated by spaces; any other word is its tag alone. */
  readonly words: string;
  readonly tags: readonly string[];
  readonly weights: string;
}

/** For each token the position of its head within the sentence, or -1 for the root. */
export type Parser = (words: readonly string[], tags: readonly string[]) => Int32Array;

export const SHIFT = 0;
export const RIGHT = 1;
export const LEFT = 2;

// numbers of words and tags: 0 is "not there", 1 the root
const NONE = 0;

/**
 * The state of an arc-hybrid transition parser (M. Kuhlmann et al., ACL 2011): words wait in a buffer, move to a stack
 * and leave it when their head is known. Position `length` of the buffer is the root.
 */
export class ParserState {
  readonly heads: Int32Array;
  readonly stack: number[] = [];
  next = 0;
  private readonly lefts: Int32Array;
  private readonly leftSecond: Int32Array;
  private readonly leftCount: Uint8Array;
  private readonly rights: Int32Array;
  private readonly rightSecond: Int32Array;
  private readonly rightCount: Uint8Array;

  constructor(
    readonly length: number,
    private readonly wordIds: Int32Array,
    private readonly tagIds: Int32Array,
  ) {
    const cells = length + 2;
    this.heads = new Int32Array(cells).fill(-1);
    this.lefts = new Int32Array(cells).fill(length + 1);
    this.leftSecond = new Int32Array(cells).fill(length + 1);
    this.leftCount = new Uint8Array(cells);
    this.rights = new Int32Array(cells).fill(length + 1);
    this.rightSecond = new Int32Array(cells).fill(length + 1);
    this.rightCount = new Uint8Array(cells);
  }

  get isDone(): boolean {
    return this.next >= this.length && this.stack.length === 0;
  }

  isAllowed(move: number): boolean {
    if (move === SHIFT) return this.next < this.length;
    if (move === RIGHT) return this.stack.length >= 2;
    return this.stack.length >= 1;
  }

  apply(move: number): void {
    if (move === SHIFT) {
      this.stack.push(this.next);
      this.next += 1;
      return;
    }
    const child = this.stack.pop() ?? 0;
    if (move === RIGHT) this.attach(child, this.stack.at(-1) ?? 0);
    else this.attach(child, this.next);
  }

  private attach(child: number, head: number): void {
    this.heads[child] = head;
    if (child < head) {
      this.leftSecond[head] = this.lefts[head] ?? 0;
      this.lefts[head] = child;
      this.leftCount[head] = Math.min(5, (this.leftCount[head] ?? 0) + 1);
    } else {
      this.rightSecond[head] = this.rights[head] ?? 0;
      this.rights[head] = child;
      this.rightCount[head] = Math.min(5, (this.rightCount[head] ?? 0) + 1);
    }
  }

  /** Fills `out` with one hashed key per feature; 0 stands for a feature that does not apply. Returns how many. */
  features(out: Int32Array): number {
    const { stack, next, wordIds: w, tagIds: t, lefts, leftSecond, rights, rightSecond, length } = this;
    const size = stack.length;
    // position `none` has no word and no tag, so that features of an absent word do not apply
    const none = length + 1;
    const n0 = next;
    const n1 = next + 1 <= length ? next + 1 : none;
    const n2 = next + 2 <= length ? next + 2 : none;
    const s0 = size > 0 ? (stack[size - 1] ?? none) : none;
    const s1 = size > 1 ? (stack[size - 2] ?? none) : none;
    const s2 = size > 2 ? (stack[size - 3] ?? none) : none;
    const n0b1 = lefts[n0] ?? none;
    const s0b1 = lefts[s0] ?? none;
    const s0f1 = rights[s0] ?? none;
    const n0w = w[n0] ?? 0;
    const n0t = t[n0] ?? 0;
    const n1t = t[n1] ?? 0;
    const n2t = t[n2] ?? 0;
    const s0w = w[s0] ?? 0;
    const s0t = t[s0] ?? 0;
    const s1w = w[s1] ?? 0;
    const s1t = t[s1] ?? 0;
    const s2t = t[s2] ?? 0;
    const n0b1t = t[n0b1] ?? 0;
    const s0b1t = t[s0b1] ?? 0;
    const s0f1t = t[s0f1] ?? 0;
    const s1f1t = t[rights[s1] ?? none] ?? 0;
    const distance = s0 === none ? 1 : 1 + Math.min(8, n0 - s0);
    const gap = s1 === none ? 1 : 1 + Math.min(8, s0 - s1);
    const s0l = 1 + (this.leftCount[s0] ?? 0);
    const s0r = 1 + (this.rightCount[s0] ?? 0);
    const n0l = 1 + (this.leftCount[n0] ?? 0);
    let at = 0;
    out[at++] = one(1, n0w);
    out[at++] = one(2, n0t);
    out[at++] = two(3, n0w, n0t);
    out[at++] = one(4, w[n1] ?? 0);
    out[at++] = one(5, n1t);
    out[at++] = two(6, w[n1] ?? 0, n1t);
    out[at++] = one(7, n2t);
    out[at++] = one(8, s0w);
    out[at++] = one(9, s0t);
    out[at++] = two(10, s0w, s0t);
    out[at++] = one(11, s1w);
    out[at++] = one(12, s1t);
    out[at++] = two(13, s1w, s1t);
    out[at++] = one(14, s2t);
    out[at++] = one(15, w[n0b1] ?? 0);
    out[at++] = one(16, n0b1t);
    out[at++] = one(17, w[s0b1] ?? 0);
    out[at++] = one(18, s0b1t);
    out[at++] = one(19, w[s0f1] ?? 0);
    out[at++] = one(20, s0f1t);
    out[at++] = two(21, s0w, n0w);
    out[at++] = two(22, s0w, n0t);
    out[at++] = two(23, s0t, n0w);
    out[at++] = two(24, s0t, n0t);
    out[at++] = two(25, s1w, s0w);
    out[at++] = two(26, s1w, s0t);
    out[at++] = two(27, s1t, s0w);
    out[at++] = two(28, s1t, s0t);
    out[at++] = two(29, n0t, n1t);
    out[at++] = three(30, s0t, n0t, n1t);
    out[at++] = three(31, s0w, n0t, n1t);
    out[at++] = three(32, s0t, n0w, n1t);
    out[at++] = three(33, n0t, n1t, n2t);
    out[at++] = three(34, s1t, s0t, n0t);
    out[at++] = three(35, s1t, s0w, n0t);
    out[at++] = three(36, s1w, s0t, n0t);
    out[at++] = three(37, s2t, s1t, s0t);
    out[at++] = three(38, s2t, s0t, n0t);
    out[at++] = three(39, s0t, s0f1t, n0t);
    out[at++] = three(40, s0t, s0b1t, n0t);
    out[at++] = three(41, s0t, s0f1t, t[rightSecond[s0] ?? none] ?? 0);
    out[at++] = three(42, s0t, s0b1t, t[leftSecond[s0] ?? none] ?? 0);
    out[at++] = three(43, s0t, n0t, n0b1t);
    out[at++] = three(44, n0t, n0b1t, t[leftSecond[n0] ?? none] ?? 0);
    out[at++] = three(45, s1t, s1f1t, s0t);
    out[at++] = two(46, s0w, distance);
    out[at++] = two(47, s0t, distance);
    out[at++] = three(48, s0t, n0t, distance);
    out[at++] = three(49, s1t, s0t, gap);
    out[at++] = two(50, s0w, s0l);
    out[at++] = two(51, s0t, s0l);
    out[at++] = two(52, s0w, s0r);
    out[at++] = two(53, s0t, s0r);
    out[at++] = two(54, n0w, n0l);
    out[at++] = two(55, n0t, n0l);
    out[at++] = three(56, s1t, 1 + (this.rightCount[s1] ?? 0), s0t);
    return at;
  }
}

export const FEATURE_COUNT = 56;

function one(kind: number, a: number): number {
  return a === 0 ? 0 : mix(Math.imul(kind, 0x9e3779b1) ^ a);
}

function two(kind: number, a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : mix(Math.imul(Math.imul(kind, 0x9e3779b1) ^ a, 0x85ebca6b) ^ b);
}

function three(kind: number, a: number, b: number, c: number): number {
  if (a === 0 || b === 0 || c === 0) return 0;
  return mix(Math.imul(Math.imul(Math.imul(kind, 0x9e3779b1) ^ a, 0x85ebca6b) ^ b, 0xc2b2ae35) ^ c);
}

function mix(value: number): number {
  let h = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  h ^= h >>> 15;
  return h === 0 ? 1 : h;
}

/** Numbers for words and tags; an unlisted word has number 0 and takes part in no word feature. */
export function makeVocabulary(data: Pick<ParserData, "words" | "tags">) {
  const words = new Map(data.words.split(" ").map((word, at) => [word, at + 2] as const));
  const tags = new Map(data.tags.map((tag, at) => [tag, at + 2] as const));
  const ROOT = 1;
  return {
    wordIds: (sentence: readonly string[]) =>
      Int32Array.from([...sentence.map((word) => words.get(word) ?? NONE), ROOT, NONE]),
    tagIds: (sentence: readonly string[]) =>
      Int32Array.from([...sentence.map((tag) => tags.get(tag) ?? NONE), ROOT, NONE]),
  };
}

/** Makes a parser from its weights: greedy and deterministic, in time linear in the length of the sentence. */
export function makeParser(data: ParserData): Parser {
  const vocabulary = makeVocabulary(data);
  const { cells, mask } = tableOf(data.weights.split("\n"));
  const features = new Int32Array(FEATURE_COUNT);
  return (words, tags) => {
    const state = new ParserState(words.length, vocabulary.wordIds(words), vocabulary.tagIds(tags));
    while (!state.isDone) {
      // with an empty stack there is nothing to choose
      if (state.stack.length === 0) {
        state.apply(SHIFT);
        continue;
      }
      const count = state.features(features);
      let shift = 0;
      let right = 0;
      let left = 0;
      for (let at = 0; at < count; at += 1) {
        const key = features[at] ?? 0;
        if (key === 0) continue;
        let slot = (key & mask) << 1;
        let found = cells[slot] ?? 0;
        while (found !== key && found !== 0) {
          slot = (slot + 2) & ((mask << 1) | 1);
          found = cells[slot] ?? 0;
        }
        if (found === 0) continue;
        const packed = cells[slot + 1] ?? 0;
        shift += (packed << 22) >> 22;
        right += (packed << 12) >> 22;
        left += (packed << 2) >> 22;
      }
      state.apply(bestMove(state, shift, right, left));
    }
    return state.heads.map((head) => (head === words.length ? -1 : head)).slice(0, words.length);
  };
}

/** An open-addressed table of pairs: the key, and its three scores in ten bits each, side by side in memory. */
function tableOf(lines: readonly string[]): { cells: Int32Array; mask: number } {
  const slots = 1 << Math.ceil(Math.log2(Math.max(2, lines.length * 1.6)));
  const mask = slots - 1;
  const cells = new Int32Array(slots * 2);
  const clamp = (weight: number) => Math.max(-511, Math.min(511, weight)) & 0x3ff;
  for (const line of lines) {
    const [word = "", shift = "0", right = "0", left = "0"] = line.split(" ");
    const key = Number.parseInt(word, 36) | 0;
    let slot = (key & mask) << 1;
    while (cells[slot] !== 0) slot = (slot + 2) & ((mask << 1) | 1);
    cells[slot] = key;
    cells[slot + 1] = clamp(Number(shift)) | (clamp(Number(right)) << 10) | (clamp(Number(left)) << 20);
  }
  return { cells, mask };
}

function bestMove(state: ParserState, shift: number, right: number, left: number): number {
  const canShift = state.next < state.length;
  const canReduceRight = state.stack.length >= 2;
  if (canShift && shift >= left && (!canReduceRight || shift >= right)) return SHIFT;
  return canReduceRight && right > left ? RIGHT : LEFT;
}
