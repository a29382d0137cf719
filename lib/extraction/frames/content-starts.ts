import type { Tree } from "../grammar";
import { isVerbTag } from "../grammar";
import type { FeatureSink } from "../weights";
import { makeTemplates, symbol, symbolOf, symbolsUpTo, tagTest } from "../weights";
import type { CueSite } from "./cue-sites";

/** What speaks for a place after the cue as the beginning of its content. */
export const START = makeTemplates({
  gapChild: "gap={} {}",
  gapComplement: "gap={} {}",
  place: "place={}",
  placeComplement: "place={} {}",
  word: "word={}",
  tagPlace: "tag={} {}",
  wordStem: "word={} stem={}",
  wordBefore: "prev={}",
  tagBefore: "prev={} {}",
  stemTags: "stem={} prev={} {}",
  child: "child={}",
  childTag: "child={} {} {}",
  relation: "rel={} {}",
  openMark: "open={} {}",
  openComplement: "open={} {}",
  verbs: "verbs={} v{}",
  stemPlace: "stem={} comp={} place={}",
});

/** What speaks for a place before the cue as the beginning of its content. */
export const BEFORE = makeTemplates({
  at: "at={} q{}",
  wordBefore: "prev={}",
  tagBefore: "prev={} {}",
  word: "word={} {}",
  tag: "tag={} {}",
  open: "open={} {} q{}",
  length: "len={}",
  lengthQuote: "len={} q{}",
  stem: "stem={} {}",
});

const S = START.at;
const B = BEFORE.at;
const SENTENCE_START = symbol("<s>");
const CUE = symbol("<cue>");
const NONE = symbol("none");
const [CHILD, NO_CHILD, MARK, NO_MARK] = [symbol("c"), symbol("-"), symbol("p"), symbol("-")];
const [NEXT, LATER] = [symbol("next"), symbol("later")];
const RELATION = {
  cue: symbol("cue"),
  before: symbol("before"),
  right: symbol("right"),
  left: symbol("left"),
};
const [AT_START, AT_LATER] = [symbol("start"), symbol("later")];
const [TRUE, FALSE] = [symbol("true"), symbol("false")];
const QUOTE = { same: symbol("same"), none: symbol("none"), other: symbol("other") };
const UP_TO_TWO = symbolsUpTo(2, String);
const LENGTH = symbolsUpTo(26, (n) =>
  n <= 3 ? `${n}` : n <= 5 ? "4-5" : n <= 8 ? "6-8" : n <= 14 ? "9-14" : n <= 25 ? "15-25" : "26+",
);
/** How many words, in steps that grow. */
export const lengthSymbol = (n: number): number => LENGTH[Math.min(n, 26)] ?? 0;

/** The words after which, and with which, a content may begin. */
const OPENING_WORDS = new Set(
  "that whether how why what who if because as for of on about against".split(" "),
);
const [TO, COMMA, COLON, CC, IN] = [symbol("TO"), symbol(","), symbol(":"), symbol("CC"), symbol("IN")];
export const isPunctuation = tagTest(/^(?:[.,:]|-LRB-|-RRB-|HYPH)$/);
const opensAfterTag = tagTest(/^(?:[.,:]|-LRB-|-RRB-|HYPH|IN|TO|RP|RB)$/);
const LONGEST_GAP = 8;

/** The positions after a cue at which its content may begin; each is an option of `sink`. */
export function startsAfter(sink: FeatureSink, tree: Tree, site: CueSite): number[] {
  const { size, lower, tagSymbols, first, firstChild, nextChild, opens, quote } = tree;
  const cue = site.at;
  const edges: number[] = [];
  // position → the word governed by the cue whose words begin there
  const starts = new Map<number, number>();
  for (let child = firstChild[cue] ?? -1; child >= 0; child = nextChild[child] ?? -1)
    if (child > cue) starts.set(first[child] ?? child, child);
  let verbs = 0;
  let gap = "";
  for (let at = cue + 1; at < size && at - cue <= 30; at += 1) {
    const tag = tagSymbols[at] ?? 0;
    if (quote[cue] === -1 && quote[at] !== -1 && !opens[at]) break;
    if (quote[cue] !== -1 && quote[at] !== quote[cue]) break;
    const isOption =
      !isPunctuation(tag) &&
      (at === cue + 1 ||
        starts.has(at) ||
        (opens[at] ?? 0) > 0 ||
        opensAfterTag(tagSymbols[at - 1] ?? 0) ||
        lower[at - 1] === "that" ||
        tag === TO ||
        OPENING_WORDS.has(lower[at] ?? ""));
    if (isOption) {
      startFeatures(sink, tree, site, at, starts.get(at) ?? -1, verbs, symbolOf(gap.slice(-LONGEST_GAP)));
      edges.push(at);
    }
    if (isVerbTag(tag)) verbs += 1;
    gap = longerGap(gap, signOf(tag, (opens[at] ?? 0) > 0));
    if (verbs > 2) break;
  }
  return edges;
}

function startFeatures(
  sink: FeatureSink,
  { tagSymbols, wordSymbols, heads, opens }: Tree,
  { at: cue, symbols: { stem, complement } }: CueSite,
  at: number,
  child: number,
  verbs: number,
  gap: number,
): void {
  const tag = tagSymbols[at] ?? 0;
  const word = wordSymbols[at] ?? 0;
  const before = tagSymbols[at - 1] ?? 0;
  const childTag = child < 0 ? NONE : (tagSymbols[child] ?? 0);
  const head = heads[at] ?? -1;
  const isNext = at === cue + 1;
  const place = lengthSymbol(at - cue);
  const open = UP_TO_TWO[opens[at] ?? 0] ?? 0;
  const relation =
    head === cue ? RELATION.cue : head < cue ? RELATION.before : head > at ? RELATION.right : RELATION.left;
  sink.option();
  sink.two(S.gapChild, gap, child < 0 ? NO_CHILD : CHILD);
  sink.two(S.gapComplement, gap, complement);
  sink.one(S.place, place);
  sink.two(S.placeComplement, place, complement);
  sink.one(S.word, word);
  sink.two(S.tagPlace, tag, place);
  sink.two(S.wordStem, word, stem);
  sink.one(S.wordBefore, wordSymbols[at - 1] ?? 0);
  sink.two(S.tagBefore, before, tag);
  sink.three(S.stemTags, stem, isNext ? CUE : before, tag);
  sink.one(S.child, childTag);
  sink.three(S.childTag, childTag, tag, isNext ? NEXT : LATER);
  sink.two(S.relation, relation, tag);
  sink.two(S.openMark, open, before === COMMA || before === COLON ? MARK : NO_MARK);
  sink.two(S.openComplement, open, complement);
  sink.two(S.verbs, UP_TO_TWO[Math.min(2, verbs)] ?? 0, UP_TO_TWO[isVerbTag(tag) ? 1 : 0] ?? 0);
  sink.three(S.stemPlace, stem, complement, place);
}

const isParticle = tagTest(/^(?:RB|RP)$/);
const isPreposition = tagTest(/^(?:IN|TO)$/);
const isModifier = tagTest(/^(?:DT$|JJ|CD$|PRP\$$|POS$)/);
const isNominal = tagTest(/^(?:NN|PRP$)/);

/** The sort of a word in a gap by one sign: N noun, P preposition, V verb … */
function signOf(tag: number, isOpen: boolean): string {
  if (isPunctuation(tag)) return ",";
  if (isOpen) return "Q";
  if (isNominal(tag)) return "N";
  if (isPreposition(tag)) return "P";
  if (isParticle(tag)) return "R";
  if (isVerbTag(tag)) return "V";
  return isModifier(tag) ? "d" : "x";
}

/** A gap one word longer: modifiers go into their noun, nouns into one, and a preposition with its noun becomes "p". */
function longerGap(gap: string, sign: string): string {
  if (sign !== "N") return gap + sign;
  let end = gap.length;
  while (end > 0 && gap[end - 1] === "d") end -= 1;
  const bare = gap.slice(0, end);
  if (bare.endsWith("N")) return bare;
  if (!bare.endsWith("P")) return `${bare}N`;
  return bare.endsWith("pP") ? bare.slice(0, -1) : `${bare.slice(0, -1)}p`;
}

/** The positions before a cue clause at which content that precedes it may begin; each is an option of `sink`. */
export function startsBefore(sink: FeatureSink, tree: Tree, site: CueSite, end: number): number[] {
  const { tagSymbols, wordSymbols, quote, opens, first } = tree;
  const { stem } = site.symbols;
  const edges: number[] = [];
  const inside = quote[end] ?? -1;
  const quoted = UP_TO_TWO[inside === -1 ? 0 : 1] ?? 0;
  for (let at = 0; at <= end; at += 1) {
    const tag = tagSymbols[at] ?? 0;
    const before = at > 0 ? (tagSymbols[at - 1] ?? 0) : SENTENCE_START;
    const isOption =
      at === 0 ||
      (opens[at] ?? 0) > 0 ||
      before === CC ||
      isPunctuation(before) ||
      (first[at] === at && before === IN);
    if (!isOption || isPunctuation(tag)) continue;
    if (quote[at] !== -1 && !opens[at] && at > 0) continue;
    const length = lengthSymbol(end - at + 1);
    const isStart = at === 0 ? TRUE : FALSE;
    const sameQuote = inside === -1 ? QUOTE.none : inside === quote[at] ? QUOTE.same : QUOTE.other;
    edges.push(at);
    sink.option();
    sink.two(B.at, at === 0 ? AT_START : AT_LATER, quoted);
    sink.one(B.wordBefore, at > 0 ? (wordSymbols[at - 1] ?? 0) : SENTENCE_START);
    sink.two(B.tagBefore, before, tag);
    sink.two(B.word, wordSymbols[at] ?? 0, isStart);
    sink.two(B.tag, tag, isStart);
    sink.three(B.open, UP_TO_TWO[opens[at] ?? 0] ?? 0, isStart, sameQuote);
    sink.one(B.length, length);
    sink.two(B.lengthQuote, length, quoted);
    sink.two(B.stem, stem, isStart);
  }
  return edges;
}
