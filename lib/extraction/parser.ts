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
    const cells = length + 1;
    this.heads = new Int32Array(cells).fill(-1);
    this.lefts = new Int32Array(cells).fill(-1);
    this.leftSecond = new Int32Array(cells).fill(-1);
    this.leftCount = new Uint8Array(cells);
    this.rights = new Int32Array(cells).fill(-1);
    this.rightSecond = new Int32Array(cells).fill(-1);
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
      this.leftSecond[head] = this.lefts[head] ?? -1;
      this.lefts[head] = child;
      this.leftCount[head] = Math.min(5, (this.leftCount[head] ?? 0) + 1);
    } else {
      this.rightSecond[head] = this.rights[head] ?? -1;
      this.rights[head] = child;
      this.rightCount[head] = Math.min(5, (this.rightCount[head] ?? 0) + 1);
    }
  }

  /** Fills `out` with one hashed key per feature; 0 stands for a feature that does not apply. */
  features(out: Int32Array): number {
    const { stack, next, wordIds, tagIds } = this;
    const word = (at: number) => (at < 0 ? NONE : (wordIds[at] ?? NONE));
    const tag = (at: number) => (at < 0 ? NONE : (tagIds[at] ?? NONE));
    const n0 = next;
    const n1 = next + 1 <= this.length ? next + 1 : -1;
    const n2 = next + 2 <= this.length ? next + 2 : -1;
    const s0 = stack.at(-1) ?? -1;
    const s1 = stack.at(-2) ?? -1;
    const s2 = stack.at(-3) ?? -1;
    const of = (cells: Int32Array, at: number) => (at < 0 ? -1 : (cells[at] ?? -1));
    const n0b1 = of(this.lefts, n0);
    const n0b2 = of(this.leftSecond, n0);
    const s0b1 = of(this.lefts, s0);
    const s0b2 = of(this.leftSecond, s0);
    const s0f1 = of(this.rights, s0);
    const s0f2 = of(this.rightSecond, s0);
    const s1f1 = of(this.rights, s1);
    let size = 0;
    let kind = 1;
    const add = (a: number, b = -1, c = -1) => {
      kind += 1;
      out[size] = a === NONE || b === NONE || c === NONE ? 0 : hash(kind, a, b + 1, c + 1);
      size += 1;
    };
    for (const at of [n0, n1, n2, s0, s1, s2, n0b1, n0b2, s0b1, s0b2, s0f1, s0f2, s1f1]) {
      const w = word(at);
      const t = tag(at);
      add(w);
      add(t);
      add(w, t);
    }
    const [n0w, n0t, n1t, n2t, s0w, s0t, s1t, s2t] = [
      word(n0),
      tag(n0),
      tag(n1),
      tag(n2),
      word(s0),
      tag(s0),
      tag(s1),
      tag(s2),
    ];
    const s1w = word(s1);
    add(s0w, n0w);
    add(s0w, n0t);
    add(s0t, n0w);
    add(s0t, n0t);
    add(s1w, s0w);
    add(s1w, s0t);
    add(s1t, s0w);
    add(s1t, s0t);
    add(n0t, n1t);
    add(s0t, n0t, n1t);
    add(s0w, n0t, n1t);
    add(s0t, n0w, n1t);
    add(n0t, n1t, n2t);
    add(s1t, s0t, n0t);
    add(s1t, s0w, n0t);
    add(s1w, s0t, n0t);
    add(s2t, s1t, s0t);
    add(s2t, s0t, n0t);
    add(s0t, tag(s0f1), n0t);
    add(s0t, tag(s0b1), n0t);
    add(s0t, tag(s0f1), tag(s0f2));
    add(s0t, tag(s0b1), tag(s0b2));
    add(s0t, n0t, tag(n0b1));
    add(n0t, tag(n0b1), tag(n0b2));
    add(s1t, tag(s1f1), s0t);
    const distance = s0 < 0 ? 1 : 1 + Math.min(8, n0 - s0);
    const gap = s1 < 0 ? 1 : 1 + Math.min(8, s0 - s1);
    const valence = (counts: Uint8Array, at: number) => (at < 0 ? 1 : 1 + (counts[at] ?? 0));
    add(s0w, distance);
    add(s0t, distance);
    add(n0t, distance);
    add(s0t, n0t, distance);
    add(s1t, s0t, gap);
    add(s0w, valence(this.leftCount, s0));
    add(s0t, valence(this.leftCount, s0));
    add(s0w, valence(this.rightCount, s0));
    add(s0t, valence(this.rightCount, s0));
    add(n0w, valence(this.leftCount, n0));
    add(n0t, valence(this.leftCount, n0));
    add(s1t, valence(this.rightCount, s1), s0t);
    return size;
  }
}

export const FEATURE_COUNT = 13 * 3 + 25 + 12;

function hash(kind: number, a: number, b: number, c: number): number {
  let h = Math.imul(kind, 0x9e3779b1);
  h = Math.imul(h ^ a, 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h ^ b, 0xc2b2ae35);
  h ^= h >>> 13;
  h = Math.imul(h ^ c, 0x27d4eb2f);
  h ^= h >>> 16;
  return h === 0 ? 1 : h;
}

/** Numbers for words and tags; an unlisted word has number 0 and takes part in no word feature. */
export function makeVocabulary(data: Pick<ParserData, "words" | "tags">) {
  const words = new Map(data.words.split(" ").map((word, at) => [word, at + 2] as const));
  const tags = new Map(data.tags.map((tag, at) => [tag, at + 2] as const));
  const ROOT = 1;
  return {
    wordIds: (sentence: readonly string[]) =>
      Int32Array.from([...sentence.map((word) => words.get(word) ?? NONE), ROOT]),
    tagIds: (sentence: readonly string[]) =>
      Int32Array.from([...sentence.map((tag) => tags.get(tag) ?? NONE), ROOT]),
  };
}

/** Makes a parser from its weights: greedy and deterministic, in time linear in the length of the sentence. */
export function makeParser(data: ParserData): Parser {
  const vocabulary = makeVocabulary(data);
  const lines = data.weights.split("\n");
  const size = 1 << Math.ceil(Math.log2(Math.max(2, lines.length * 2)));
  const keys = new Int32Array(size);
  const scores = new Int16Array(size * 3);
  const slotOf = (key: number) => {
    let slot = key & (size - 1);
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (size - 1);
    return slot;
  };
  for (const line of lines) {
    const [key = "", ...weights] = line.split(" ");
    const slot = slotOf(Number.parseInt(key, 36) | 0);
    keys[slot] = Number.parseInt(key, 36) | 0;
    weights.forEach((weight, move) => {
      scores[slot * 3 + move] = Number(weight);
    });
  }
  const features = new Int32Array(FEATURE_COUNT);
  return (words, tags) => {
    const state = new ParserState(words.length, vocabulary.wordIds(words), vocabulary.tagIds(tags));
    while (!state.isDone) {
      const count = state.features(features);
      let shift = 0;
      let right = 0;
      let left = 0;
      for (let at = 0; at < count; at += 1) {
        const key = features[at] ?? 0;
        if (key === 0) continue;
        const slot = slotOf(key);
        if (keys[slot] === 0) continue;
        shift += scores[slot * 3] ?? 0;
        right += scores[slot * 3 + 1] ?? 0;
        left += scores[slot * 3 + 2] ?? 0;
      }
      state.apply(bestMove(state, shift, right, left));
    }
    return state.heads.map((head) => (head === words.length ? -1 : head)).slice(0, words.length);
  };
}

function bestMove(state: ParserState, shift: number, right: number, left: number): number {
  const scores = [shift, right, left];
  let best = -1;
  for (let move = 0; move < 3; move += 1) {
    if (state.isAllowed(move) && (best < 0 || (scores[move] ?? 0) > (scores[best] ?? 0))) best = move;
  }
  return best;
}
