import {
  groupOf,
  MOST_TAG_GROUPS,
  NEXT_THREE,
  one,
  TOP_THREE,
  tagFeatures,
  three,
  two,
  WITH_DISTANCE,
  WITH_LEFT_CHILD,
  WITH_NEXT_CHILD,
  WITH_RIGHT_CHILD,
  WITH_SECOND,
  WITH_UNDER,
  WITH_UNDER_TWO,
} from "./parser-features";
import { RIGHT, SHIFT } from "./transitions";

/**
 * The state of an arc-hybrid transition parser (M. Kuhlmann et al., ACL 2011): words wait in a buffer, move to a stack
 * and leave it when their head is known. Position `length` of the buffer is the root.
 */
export class ParserState {
  heads = new Int32Array(0);
  readonly stack: number[] = [];
  next = 0;
  length = 0;
  private wordIds: Int32Array = new Int32Array(0);
  private tagIds: Int32Array = new Int32Array(0);
  private lefts = new Int32Array(0);
  private leftSecond = new Int32Array(0);
  private leftCount = new Uint8Array(0);
  private rights = new Int32Array(0);
  private rightSecond = new Int32Array(0);
  private rightCount = new Uint8Array(0);

  constructor(length: number, wordIds: Int32Array, tagIds: Int32Array) {
    this.begin(length, wordIds, tagIds);
  }

  /** Begins another sentence; the arrays are used again, since making them takes longer than a short sentence does. */
  begin(length: number, wordIds: Int32Array, tagIds: Int32Array): void {
    const cells = length + 2;
    if (cells > this.heads.length) {
      this.heads = new Int32Array(cells);
      this.lefts = new Int32Array(cells);
      this.leftSecond = new Int32Array(cells);
      this.leftCount = new Uint8Array(cells);
      this.rights = new Int32Array(cells);
      this.rightSecond = new Int32Array(cells);
      this.rightCount = new Uint8Array(cells);
    }
    const none = length + 1;
    for (let at = 0; at < cells; at += 1) {
      this.heads[at] = -1;
      this.lefts[at] = none;
      this.leftSecond[at] = none;
      this.leftCount[at] = 0;
      this.rights[at] = none;
      this.rightSecond[at] = none;
      this.rightCount[at] = 0;
    }
    this.length = length;
    this.wordIds = wordIds;
    this.tagIds = tagIds;
    this.stack.length = 0;
    this.next = 0;
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

  /**
   * Fills `out` with one hashed key per feature that applies and returns how many. The features come in five groups by
   * what they look at, so that the parser need not weigh a group again while what it looks at stays the same.
   */
  features(out: Int32Array): number {
    let at = 0;
    const groups = new Int32Array(MOST_TAG_GROUPS);
    const count = this.meetingTags(groups, this.topTags(groups, this.frontTags(groups, 0)));
    for (let group = 0; group < count; group += 1) at = tagFeatures(groups[group] ?? 0, out, at);
    at = this.frontFeatures(out, at);
    at = this.frontChildFeatures(out, at);
    at = this.topFeatures(out, at);
    at = this.topChildFeatures(out, at);
    return this.meetingFeatures(out, at);
  }

  /** The next two words of the buffer. */
  frontFeatures(out: Int32Array, from: number): number {
    const { next, wordIds: w, tagIds: t, length } = this;
    const n1 = next + 1 <= length ? next + 1 : length + 1;
    const n0w = w[next] ?? 0;
    const n1w = w[n1] ?? 0;
    let at = from;
    if (n0w !== 0) {
      out[at++] = one(1, n0w);
      out[at++] = two(3, n0w, t[next] ?? 0);
    }
    if (n1w !== 0) {
      out[at++] = one(4, n1w);
      out[at++] = two(6, n1w, t[n1] ?? 0);
    }
    return at;
  }

  /** The tags of the next three words. */
  frontTags(groups: Int32Array, from: number): number {
    const { next, tagIds: t, length } = this;
    const none = length + 1;
    const n1t = t[next + 1 <= length ? next + 1 : none] ?? 0;
    const n2t = t[next + 2 <= length ? next + 2 : none] ?? 0;
    groups[from] = groupOf(NEXT_THREE, t[next] ?? 0, n1t, n2t);
    return from + 1;
  }

  /** What the next word already governs to its left. */
  frontChildFeatures(out: Int32Array, from: number): number {
    const { next: n0, wordIds: w, tagIds: t } = this;
    const none = this.length + 1;
    const n0b1 = this.lefts[n0] ?? none;
    const n0w = w[n0] ?? 0;
    const n0t = t[n0] ?? 0;
    const n0b1w = w[n0b1] ?? 0;
    const n0b1t = t[n0b1] ?? 0;
    const n0l = 1 + (this.leftCount[n0] ?? 0);
    let at = from;
    if (n0w !== 0) out[at++] = two(54, n0w, n0l);
    out[at++] = two(55, n0t, n0l);
    if (n0b1 === none) return at;
    if (n0b1w !== 0) out[at++] = one(15, n0b1w);
    out[at++] = one(16, n0b1t);
    out[at++] = three(44, n0t, n0b1t, t[this.leftSecond[n0] ?? none] ?? 0);
    return at;
  }

  /** The top of the stack with what lies under it and to its left: nothing of it changes while it is on the stack. */
  topFeatures(out: Int32Array, from: number): number {
    const { stack, wordIds: w, tagIds: t } = this;
    const size = stack.length;
    // position `none` has no word and no tag, so that features of an absent word do not apply
    const none = this.length + 1;
    const s0 = size > 0 ? (stack[size - 1] ?? none) : none;
    const s1 = size > 1 ? (stack[size - 2] ?? none) : none;
    const s0b1 = this.lefts[s0] ?? none;
    const s0w = w[s0] ?? 0;
    const s0t = t[s0] ?? 0;
    const s0b1w = w[s0b1] ?? 0;
    const s0b1t = t[s0b1] ?? 0;
    const s0l = 1 + (this.leftCount[s0] ?? 0);
    let at = from;
    if (s0w !== 0) {
      out[at++] = one(8, s0w);
      out[at++] = two(10, s0w, s0t);
      out[at++] = two(50, s0w, s0l);
    }
    out[at++] = two(51, s0t, s0l);
    if (s0b1 !== none) {
      if (s0b1w !== 0) out[at++] = one(17, s0b1w);
      out[at++] = one(18, s0b1t);
      out[at++] = three(42, s0t, s0b1t, t[this.leftSecond[s0] ?? none] ?? 0);
    }
    if (s1 === none) return at;
    const s1w = w[s1] ?? 0;
    const s1t = t[s1] ?? 0;
    if (s1w !== 0) {
      out[at++] = one(11, s1w);
      out[at++] = two(13, s1w, s1t);
      out[at++] = two(25, s1w, s0w);
      out[at++] = two(26, s1w, s0t);
    }
    out[at++] = two(27, s1t, s0w);
    out[at++] = three(45, s1t, t[this.rights[s1] ?? none] ?? 0, s0t);
    out[at++] = three(49, s1t, s0t, 1 + Math.min(8, s0 - s1));
    out[at++] = three(56, s1t, 1 + (this.rightCount[s1] ?? 0), s0t);
    return at;
  }

  /** The tags of the three words on top of the stack. */
  topTags(groups: Int32Array, from: number): number {
    const { stack, tagIds: t } = this;
    const none = this.length + 1;
    const size = stack.length;
    // written out: a function made at every step costs more than it saves
    const s2 = size > 2 ? (t[stack[size - 3] ?? none] ?? 0) : 0;
    const s1 = size > 1 ? (t[stack[size - 2] ?? none] ?? 0) : 0;
    const s0 = size > 0 ? (t[stack[size - 1] ?? none] ?? 0) : 0;
    groups[from] = groupOf(TOP_THREE, s2, s1, s0);
    return from + 1;
  }

  /** What the top of the stack already governs to its right. */
  topChildFeatures(out: Int32Array, from: number): number {
    const { stack, wordIds: w, tagIds: t } = this;
    const none = this.length + 1;
    const s0 = stack[stack.length - 1] ?? none;
    const s0f1 = this.rights[s0] ?? none;
    const s0w = w[s0] ?? 0;
    const s0t = t[s0] ?? 0;
    const s0r = 1 + (this.rightCount[s0] ?? 0);
    let at = from;
    if (s0w !== 0) out[at++] = two(52, s0w, s0r);
    out[at++] = two(53, s0t, s0r);
    if (s0f1 === none) return at;
    const s0f1w = w[s0f1] ?? 0;
    const s0f1t = t[s0f1] ?? 0;
    if (s0f1w !== 0) out[at++] = one(19, s0f1w);
    out[at++] = one(20, s0f1t);
    out[at++] = three(41, s0t, s0f1t, t[this.rightSecond[s0] ?? none] ?? 0);
    return at;
  }

  /** The top of the stack against the next word. */
  meetingFeatures(out: Int32Array, from: number): number {
    const { stack, next: n0, wordIds: w, tagIds: t, length } = this;
    const size = stack.length;
    const none = length + 1;
    const s0 = size > 0 ? (stack[size - 1] ?? none) : none;
    const s1 = size > 1 ? (stack[size - 2] ?? none) : none;
    const n0w = w[n0] ?? 0;
    const n0t = t[n0] ?? 0;
    const n1t = t[n0 + 1 <= length ? n0 + 1 : none] ?? 0;
    const s0w = w[s0] ?? 0;
    const s0t = t[s0] ?? 0;
    const s1w = w[s1] ?? 0;
    let at = from;
    if (s0w !== 0) {
      out[at++] = two(21, s0w, n0w);
      out[at++] = two(22, s0w, n0t);
      out[at++] = three(31, s0w, n0t, n1t);
      out[at++] = two(46, s0w, this.distance(s0));
      if (s1 !== none) out[at++] = three(35, t[s1] ?? 0, s0w, n0t);
    }
    if (n0w !== 0) {
      out[at++] = two(23, s0t, n0w);
      out[at++] = three(32, s0t, n0w, n1t);
    }
    if (s1w !== 0) out[at++] = three(36, s1w, s0t, n0t);
    return at;
  }

  /** The tags of the top of the stack and of the next word with one more. */
  meetingTags(groups: Int32Array, from: number): number {
    const { stack, next: n0, tagIds: t, length } = this;
    const size = stack.length;
    const none = length + 1;
    const s0 = size > 0 ? (stack[size - 1] ?? none) : none;
    const n0t = t[n0] ?? 0;
    const s0t = t[s0] ?? 0;
    let at = from;
    groups[at++] = groupOf(WITH_SECOND, s0t, n0t, t[n0 + 1 <= length ? n0 + 1 : none] ?? 0);
    groups[at++] = groupOf(WITH_DISTANCE, s0t, n0t, this.distance(s0));
    const s0f1t = t[this.rights[s0] ?? none] ?? 0;
    if (s0f1t !== 0) groups[at++] = groupOf(WITH_RIGHT_CHILD, s0t, s0f1t, n0t);
    const s0b1t = t[this.lefts[s0] ?? none] ?? 0;
    if (s0b1t !== 0) groups[at++] = groupOf(WITH_LEFT_CHILD, s0t, s0b1t, n0t);
    const n0b1t = t[this.lefts[n0] ?? none] ?? 0;
    if (n0b1t !== 0) groups[at++] = groupOf(WITH_NEXT_CHILD, s0t, n0t, n0b1t);
    if (size > 1) groups[at++] = groupOf(WITH_UNDER, t[stack[size - 2] ?? none] ?? 0, s0t, n0t);
    if (size > 2) groups[at++] = groupOf(WITH_UNDER_TWO, t[stack[size - 3] ?? none] ?? 0, s0t, n0t);
    return at;
  }

  private distance(s0: number): number {
    return s0 > this.length ? 1 : 1 + Math.min(8, this.next - s0);
  }
}
