// the kinds of tag groups, after which the tags of a group are named below
export const NEXT_THREE = 0;
export const TOP_THREE = 1;
export const WITH_SECOND = 2;
export const WITH_DISTANCE = 3;
export const WITH_RIGHT_CHILD = 4;
export const WITH_LEFT_CHILD = 5;
export const WITH_NEXT_CHILD = 6;
export const WITH_UNDER = 7;
export const WITH_UNDER_TWO = 8;
export const MOST_TAG_GROUPS = 9;

/** Numbers of tags stay below this, so that a group of three fits into one number. */
export const MOST_TAGS = 48;
/** All numbers of tag groups are below this. */
export const TAG_GROUPS_END = MOST_TAG_GROUPS * MOST_TAGS ** 3;

/** The number of a group of three tags: the features that look at tags alone depend on nothing else. */
export function groupOf(kind: number, a: number, b: number, c: number): number {
  return ((kind * MOST_TAGS + a) * MOST_TAGS + b) * MOST_TAGS + c;
}

/** Fills `out` from `from` on with the features that a group of tags stands for and returns where they end. */
export function tagFeatures(group: number, out: Int32Array, from: number): number {
  const c = group % MOST_TAGS;
  const b = Math.floor(group / MOST_TAGS) % MOST_TAGS;
  const a = Math.floor(group / MOST_TAGS ** 2) % MOST_TAGS;
  const kind = Math.floor(group / MOST_TAGS ** 3);
  let at = from;
  if (kind === NEXT_THREE) {
    out[at++] = one(2, a);
    out[at++] = one(5, b);
    out[at++] = one(7, c);
    out[at++] = two(29, a, b);
    out[at++] = three(33, a, b, c);
  } else if (kind === TOP_THREE) {
    out[at++] = one(14, a);
    out[at++] = one(12, b);
    out[at++] = one(9, c);
    out[at++] = two(28, b, c);
    out[at++] = three(37, a, b, c);
  } else if (kind === WITH_SECOND) {
    out[at++] = two(24, a, b);
    out[at++] = three(30, a, b, c);
  } else if (kind === WITH_DISTANCE) {
    out[at++] = two(47, a, c);
    out[at++] = three(48, a, b, c);
  } else if (kind === WITH_RIGHT_CHILD) out[at++] = three(39, a, b, c);
  else if (kind === WITH_LEFT_CHILD) out[at++] = three(40, a, b, c);
  else if (kind === WITH_NEXT_CHILD) out[at++] = three(43, a, b, c);
  else if (kind === WITH_UNDER) out[at++] = three(34, a, b, c);
  else if (kind === WITH_UNDER_TWO) out[at++] = three(38, a, b, c);
  return at;
}

/** How many features a state of the parser has at most. */
export const FEATURE_COUNT = 56;

/** The key of a feature of a kind with one, two or three words or tags; 0 when one of them is not there. */
export function one(kind: number, a: number): number {
  return a === 0 ? 0 : mix(Math.imul(kind, 0x9e3779b1) ^ a);
}

export function two(kind: number, a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : mix(Math.imul(Math.imul(kind, 0x9e3779b1) ^ a, 0x85ebca6b) ^ b);
}

export function three(kind: number, a: number, b: number, c: number): number {
  if (a === 0 || b === 0 || c === 0) return 0;
  return mix(Math.imul(Math.imul(Math.imul(kind, 0x9e3779b1) ^ a, 0x85ebca6b) ^ b, 0xc2b2ae35) ^ c);
}

function mix(value: number): number {
  let h = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  h ^= h >>> 15;
  return h === 0 ? 1 : h;
}
