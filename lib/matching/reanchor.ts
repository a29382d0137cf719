import { wordingOf } from "@/lib/text";
import type { Comparison, Side } from "./compare-texts";
import { type Folded, fold } from "./folded";
import { locateQuote, locateWithin, type MatchState } from "./locate";

/** A half-open slice of a text, in UTF-16. */
type Range = readonly [start: number, end: number];

/** What became of words in a later text; `lost` when nothing there is they. */
export type Fate = MatchState | "lost";

export interface Reanchored {
  readonly state: Fate;
  /** Where they stand in the later text, piece by piece; none when they are lost. */
  readonly pieces: readonly Range[];
  /** What stands there, as a wording is written. */
  readonly found: string;
}

// a passage that shares this much of its words with the old one, between the same neighbours, is the old one changed
const LEAST_SHARED = 0.4;
// of a change so large that the words can be anywhere: further search reads the whole text for each of them
const MOST_READ = 20_000_000;
const MOST_NEAR = 10_000;
// fewer words in a row than this are in both texts by accident
const LEAST_RUN = 4;

/**
 * What became of words of a former text in a later one, for as many as are asked of one comparison. `exact`: the same words
 * between what stood around them, wherever that stands by now; `moved`: the same words in another place of the text;
 * `changed`: other words in their place, or words elsewhere that resemble them. Signs that matching ignores make no
 * difference; nothing else is ever `exact`. Words that the former text held a second time are not the first ones moved.
 */
export function reanchorIn(comparison: Comparison): (pieces: readonly Range[]) => Reanchored {
  const { later } = comparison;
  let read = 0;
  const search: Search = {
    comparison,
    folded: once(() => fold(later.text)),
    region: lastOf((text) => ({ text, folded: once(() => fold(text)) })),
    oldPlaces: once(() => oldPlaces(later)),
    mayRead: (length) => {
      read += length;
      return read <= MOST_READ;
    },
  };
  return (pieces) => {
    const fates = pieces.map((piece) => fateOf(search, piece));
    const standing = fates.flatMap(({ at }) => (at ? [at] : []));
    const isInOrder = standing.every((at, index) => index === 0 || at[0] >= (standing[index - 1]?.[1] ?? 0));
    const states = fates.map(({ state }) => state);
    const state = states.every((one) => one === "lost")
      ? "lost"
      : states.some((one) => one === "changed" || one === "lost") || !isInOrder
        ? "changed"
        : states.some((one) => one === "moved")
          ? "moved"
          : "exact";
    const inOrder = [...standing].sort((one, other) => one[0] - other[0]);
    return {
      state,
      pieces: inOrder,
      found: inOrder.length > 0 ? wordingOf(comparison.later.text, inOrder) : "",
    };
  };
}

interface Search {
  readonly comparison: Comparison;
  readonly folded: () => Folded;
  /** What stands between two neighbours, folded once for all words that stood there. */
  readonly region: (text: string) => { readonly text: string; readonly folded: () => Folded };
  /** Of a place of the later text, which word of the former it is in a run that both have; -1 when it is new. */
  readonly oldPlaces: () => (at: number) => number;
  /** Whether so much more may be read for words that can stand anywhere in it. */
  readonly mayRead: (length: number) => boolean;
}

interface Found {
  readonly state: Fate;
  readonly at: Range | null;
}

const LOST: Found = { state: "lost", at: null };

function fateOf(search: Search, piece: Range): Found {
  const { former, later } = search.comparison;
  const quote = former.text.slice(...piece);
  const here = placeBetween(search.comparison, piece);
  const within = here ? later.text.slice(...here.region) : "";
  // what stands between its neighbours is as long as the words are, or so much was rewritten that the words can be anywhere in it
  const isNear = within.length <= MOST_NEAR || (here !== null && search.mayRead(within.length));
  if (here && isNear) {
    const match = locateWithin(search.region(within), quote);
    if (match && match.state !== "changed") {
      const at = shifted(match, here.region[0]);
      if (isSameWords(later.text.slice(...at), quote)) return { state: "exact", at };
    }
  }
  const moved = elsewhere(search, piece, quote);
  // a mark at its edge may count to a neighbour
  const isHere = moved && here && moved[0] < here.region[1] && moved[1] > here.region[0];
  if (moved) return { state: isHere ? "exact" : "moved", at: moved };
  if (here) {
    const near = isNear ? locateWithin(search.region(within), quote) : null;
    const at = near ? shifted(near, here.region[0]) : here.shared >= LEAST_SHARED ? here.core : null;
    if (at) return { state: "changed", at: withMarks(later.text, at, quote) };
  }
  return search.mayRead(later.text.length) ? nearElsewhere(search, piece, quote) : LOST;
}

const shifted = ({ startUtf16, endUtf16 }: { startUtf16: number; endUtf16: number }, by: number): Range => [
  by + startUtf16,
  by + endUtf16,
];

// "10²" and "102" are made alike to be found, and are not the same words
const numerals = (words: string) => (words.match(/\p{No}/gu) ?? []).join("");

/** Whether two slices are the same words, signs that matching ignores aside. */
export function isSameWords(one: string, other: string): boolean {
  return fold(one.trim()).text === fold(other.trim()).text && numerals(one) === numerals(other);
}

/** What the later text has between the words that stood around; null when nothing stands there any more. */
function placeBetween({ former, later }: Comparison, [start, end]: Range) {
  const first = firstBehind(former, start);
  const last = firstFrom(former, end) - 1;
  if (last < first) return null;
  let before = first - 1;
  while (before >= 0 && former.pairs[before] === -1) before--;
  let behind = last + 1;
  while (behind < former.tokens.length && former.pairs[behind] === -1) behind++;
  const from = before < 0 ? 0 : (former.pairs[before] ?? 0) + 1;
  const to = behind < former.tokens.length ? (former.pairs[behind] ?? 0) : later.tokens.length;
  if (to <= from) return null;
  const own = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const words = own.filter((at) => former.tokens[at]?.isWord);
  const kept = words.filter((at) => former.pairs[at] !== -1).map((at) => former.pairs[at] ?? 0);
  const [left, right] = [kept[0], kept.at(-1)];
  const spanOf = (one: number, other: number): Range => [
    later.tokens[one]?.start ?? 0,
    later.tokens[other]?.end ?? later.text.length,
  ];
  return {
    region: spanOf(from, to - 1),
    shared: words.length === 0 ? 0 : kept.length / words.length,
    core: left === undefined || right === undefined ? null : spanOf(left, right),
  };
}

/** The first token that ends behind a place. */
const firstBehind = (side: Side, at: number) => bisect(side, (index) => (side.tokens[index]?.end ?? 0) > at);
/** The first token that begins there or later. */
const firstFrom = (side: Side, at: number) => bisect(side, (index) => (side.tokens[index]?.start ?? 0) >= at);

function bisect({ tokens }: Side, isBehind: (index: number) => boolean): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** `make`, which gives the same again while it is asked for the same. */
function lastOf<T>(make: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, value: make(text) };
    return last.value;
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Where the former text has a place of the later one in a run of words that both have. */
function oldPlaces(later: Side): (at: number) => number {
  const inRun = new Uint8Array(later.tokens.length);
  for (let from = 0; from < inRun.length; ) {
    let to = from;
    while (to < inRun.length && (later.pairs[to] ?? -1) !== -1) to++;
    if (to - from >= LEAST_RUN) inRun.fill(1, from, to);
    from = to + 1;
  }
  return (at) => {
    const index = firstBehind(later, at);
    return inRun[index] === 1 ? (later.pairs[index] ?? -1) : -1;
  };
}

/** The same words in another place, which is not one that the former text had beside the first. */
function elsewhere({ comparison, folded, oldPlaces }: Search, piece: Range, quote: string): Range | null {
  const text = folded();
  const wanted = fold(quote.trim()).text;
  if (wanted === "") return null;
  const isOwn = ownTokens(comparison, piece);
  for (let at = text.text.indexOf(wanted); at !== -1; at = text.text.indexOf(wanted, at + 1)) {
    const start = text.startsUtf16[at] ?? 0;
    const end = text.endsUtf16[at + wanted.length - 1] ?? start;
    const isWhole =
      !isLetter(text.text, at - 1, at) && !isLetter(text.text, at + wanted.length - 1, at + wanted.length);
    const middle = oldPlaces()((start + end) >> 1);
    if (
      isWhole &&
      (middle === -1 || isOwn(middle)) &&
      isSameWords(comparison.later.text.slice(start, end), quote)
    )
      return [start, end];
  }
  return null;
}

/** Whether two neighbouring places are within one word. */
function isLetter(text: string, one: number, other: number): boolean {
  return one >= 0 && /^[\p{L}\p{M}\p{N}]{2}$/u.test(`${text[one] ?? ""}${text[other] ?? ""}`);
}

function ownTokens({ former }: Comparison, [start, end]: Range): (token: number) => boolean {
  const [first, last] = [firstBehind(former, start), firstFrom(former, end) - 1];
  return (token) => token >= first && token <= last;
}

/** Words that resemble them, in what the former text did not have: what it had is another's. */
function nearElsewhere({ comparison, oldPlaces }: Search, piece: Range, quote: string): Found {
  const { later } = comparison;
  const isOwn = ownTokens(comparison, piece);
  const kept = later.tokens.map(({ start, next }) => {
    const old = oldPlaces()(start);
    const words = later.text.slice(start, next);
    return old === -1 || isOwn(old) ? words : MASK.repeat(words.length);
  });
  const [first] = later.tokens;
  const masked = MASK.repeat(first?.start ?? 0) + kept.join("");
  const near = locateQuote(masked, quote, { startUtf16: piece[0] });
  return near && !near.found.includes(MASK)
    ? { state: "changed", at: withMarks(later.text, shifted(near, 0), quote) }
    : LOST;
}

const OPENING = /^[^\p{L}\p{M}\p{N}\s]+/u;
const CLOSING = /[^\p{L}\p{M}\p{N}\s]+$/u;

/** Other words with the marks around them that the words had: a quotation that was altered stays one. */
function withMarks(text: string, [start, end]: Range, quote: string): Range {
  const alike = (one: string, other: string | undefined) => other !== undefined && isSameWords(one, other);
  const opening = OPENING.exec(quote)?.[0][0];
  const before = CLOSING.exec(text.slice(Math.max(0, start - MOST_MARKS), start))?.[0] ?? "";
  const from = OPENING.test(text.slice(start, end))
    ? -1
    : [...before].findIndex((sign) => alike(sign, opening));
  const closing = CLOSING.exec(quote)?.[0].at(-1);
  const behind = OPENING.exec(text.slice(end, end + MOST_MARKS))?.[0] ?? "";
  const to = alike(text[end - 1] ?? "", closing)
    ? -1
    : [...behind].findLastIndex((sign) => alike(sign, closing));
  return [from === -1 ? start : start - before.length + from, end + to + 1];
}

const MOST_MARKS = 4;

// a sign that stands for an object within a text, and is no letter
const MASK = "\ufffc";
