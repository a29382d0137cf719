import type { Tree } from "../grammar";
import { isVerbTag } from "../grammar";
import type { FeatureSink } from "../weights";
import { makeTemplates, symbol, symbolOf, symbolsUpTo, tagTest } from "../weights";
import { isPunctuation, lengthSymbol } from "./content-starts";
import type { CueSite } from "./cue-sites";

/** What speaks for a word as the last one of the content. */
export const END = makeTemplates({
  finalComplement: "final={} {}",
  finalStem: "final={} {}",
  finalLength: "final={} len={}",
  where: "where={} {}",
  whereTag: "where={} {} {}",
  whereWord: "where={} {} {}",
  nextTag: "next={} {}",
  nextStem: "next={} {}",
  nextTwo: "next2={} {} {}",
  cross: "cross={} {}",
  crossTag: "cross={} {} {}",
  childComplement: "child={} {}",
  childTag: "child={} {} {}",
  last: "last={}",
  lastTag: "last={} {}",
  length: "len={} {}",
  verbs: "verbs={} {} {}",
  closeComplement: "close={} {}",
  closeOpen: "close={} open={} same={*}",
  closeTag: "close={} {} {}",
  open: "open={}",
  commas: "commas={} {}",
  ahead: "ahead={} {} {}",
  stemNext: "stem={} next={}",
  simpleNext: "simple={} next={} {}",
});

const T = END.at;
const EMPTY = symbol("");
const SENTENCE_END = symbol("</s>");
const [TRUE, FALSE, YES, NO] = [symbol("true"), symbol("false"), symbol("yes"), symbol("no")];
const COMMA = symbol(",");
const [MARK, NO_MARK] = [symbol("p"), symbol("-")];
const WHERE = {
  final: symbol("final"),
  inside: symbol("inside"),
  cue: symbol("cue"),
  root: symbol("root"),
  above: symbol("above"),
  later: symbol("later"),
};
/** Whether the last word stands in the same quotation as the first, and whether it ends the sentence. */
const SAME = {
  true: [symbol("true false"), symbol("true true")],
  false: [symbol("false false"), symbol("false true")],
};
const UP_TO_THREE = symbolsUpTo(3, String);

const breaksOff = tagTest(/^(?:CC|IN|TO|WDT|WP|WRB|RB|VBG|VBN|VBD|VBZ|VBP|MD|RBR)$/);
const isFiniteTag = tagTest(/^(?:VBD|VBZ|VBP|MD)$/);

/** What a place for the end is weighed by beyond the words that stand there. */
interface Place {
  readonly at: number;
  /** The next word that is no punctuation; beyond `final` at the end of the sentence. */
  readonly next: number;
  readonly final: number;
  /** The word governed by the cue whose words end here, or -1. */
  readonly child: number;
  readonly verbs: number;
  readonly commas: number;
  /** How many later words hang on a word of the content, were it to end here. */
  readonly crossing: number;
}

/** The positions at which a content that begins at `start` may end, to the end of the sentence; each is an option. */
export function endsAfter(sink: FeatureSink, tree: Tree, site: CueSite, start: number): number[] {
  const { size, tagSymbols, last, closes, quote, firstChild, nextChild } = tree;
  const cue = site.at;
  const edges: number[] = [];
  const childEnds = new Map<number, number>();
  for (let child = firstChild[cue] ?? -1; child >= 0; child = nextChild[child] ?? -1)
    if (child > cue) childEnds.set(last[child] ?? child, child);
  let final = size - 1;
  while (final > start && isPunctuation(tagSymbols[final] ?? 0)) final -= 1;
  let verbs = 0;
  let commas = 0;
  const reach = reachesFrom(tree, start);
  for (let at = start; at <= final; at += 1) {
    const tag = tagSymbols[at] ?? 0;
    if (isVerbTag(tag)) verbs += 1;
    if (tag === COMMA) commas += 1;
    if (isPunctuation(tag)) continue;
    if (quote[cue] !== -1 && quote[at] !== quote[cue]) break;
    let next = at + 1;
    while (next <= final && isPunctuation(tagSymbols[next] ?? 0)) next += 1;
    const isFinal = at === final;
    if (!isFinal && quote[at] !== -1 && !closes[at]) continue;
    const isOption =
      isFinal || next > at + 1 || closes[at] === 1 || childEnds.has(at) || breaksOff(tagSymbols[next] ?? 0);
    if (!isOption) continue;
    const crossing = reach[at] ?? 0;
    const child = childEnds.get(at) ?? -1;
    endFeatures(sink, tree, site, start, { at, next, final, child, verbs, commas, crossing });
    edges.push(at);
  }
  return edges;
}

/** For each word how many later words hang on the words from `start` to it. */
function reachesFrom({ size, heads }: Tree, start: number): Int32Array {
  // each arc counts from its head up to the word before its tail
  const reach = new Int32Array(size + 1);
  for (let at = start; at < size; at += 1) {
    const head = heads[at] ?? -1;
    if (head < start || head >= at) continue;
    reach[head] = (reach[head] ?? 0) + 1;
    reach[at] = (reach[at] ?? 0) - 1;
  }
  for (let at = 1; at < size; at += 1) reach[at] = (reach[at] ?? 0) + (reach[at - 1] ?? 0);
  return reach;
}

function endFeatures(sink: FeatureSink, tree: Tree, site: CueSite, start: number, place: Place): void {
  const { tags, lower, tagSymbols, wordSymbols, closes, opens, quote } = tree;
  const { stem, simple } = site.symbols;
  const { at, next, final, child } = place;
  const tag = tagSymbols[at] ?? 0;
  const isFinal = at === final;
  const ends = isFinal ? TRUE : FALSE;
  const nextTag = isFinal ? SENTENCE_END : (tagSymbols[next] ?? 0);
  const nextWord = isFinal ? SENTENCE_END : (wordSymbols[next] ?? 0);
  const nextStem = isFinal
    ? EMPTY
    : isVerbTag(nextTag)
      ? symbolOf(tree.trained.grammar.stemOf(lower[next] ?? "", tags[next] ?? ""))
      : nextWord;
  const afterNext = isFinal ? EMPTY : next + 1 < tree.size ? (tagSymbols[next + 1] ?? 0) : EMPTY;
  const where = isFinal ? WHERE.final : placeOfHead(tree, site.at, start, at, next);
  const comma = next > at + 1 ? (tagSymbols[at + 1] === COMMA ? COMMA : MARK) : NO_MARK;
  const crossing = UP_TO_THREE[Math.min(3, place.crossing)] ?? 0;
  const length = lengthSymbol(at - start + 1);
  const close = UP_TO_THREE[closes[at] ?? 0] ?? 0;
  const open = UP_TO_THREE[opens[start] ?? 0] ?? 0;
  const ahead = isFinal ? 0 : verbAhead(tree, next, final);
  sink.option();
  sink.two(T.finalComplement, ends, simple);
  sink.two(T.finalStem, ends, stem);
  sink.two(T.finalLength, ends, length);
  sink.two(T.where, where, comma);
  sink.three(T.whereTag, where, comma, nextTag);
  sink.three(T.whereWord, where, comma, nextWord);
  sink.two(T.nextTag, comma, nextTag);
  sink.two(T.nextStem, comma, nextStem);
  sink.three(T.nextTwo, comma, nextTag, afterNext);
  sink.two(T.cross, crossing, comma);
  sink.three(T.crossTag, crossing, comma, nextTag);
  sink.two(T.childComplement, child < 0 ? NO : (tagSymbols[child] ?? 0), simple);
  sink.three(T.childTag, child < 0 ? NO : YES, comma, nextTag);
  sink.one(T.last, tag);
  sink.two(T.lastTag, tag, nextTag);
  sink.two(T.length, length, simple);
  sink.three(T.verbs, UP_TO_THREE[Math.min(2, place.verbs)] ?? 0, simple, comma);
  sink.two(T.closeComplement, close, simple);
  sink.three(
    T.closeOpen,
    close,
    open,
    SAME[quote[at] === quote[start] ? "true" : "false"][isFinal ? 1 : 0] ?? 0,
  );
  sink.three(T.closeTag, close, comma, nextTag);
  sink.one(T.open, UP_TO_THREE[isFinal ? 0 : (opens[next] ?? 0)] ?? 0);
  sink.two(T.commas, UP_TO_THREE[Math.min(3, place.commas)] ?? 0, comma);
  sink.three(T.ahead, UP_TO_THREE[ahead] ?? 0, comma, nextTag);
  sink.two(T.stemNext, stem, nextWord);
  sink.three(T.simpleNext, simple, comma, nextWord);
}

/** On which side of the cut the head of the next word stands. */
function placeOfHead({ heads }: Tree, cue: number, start: number, at: number, next: number): number {
  const head = heads[next] ?? -1;
  if (head >= start && head <= at) return WHERE.inside;
  if (head === cue) return WHERE.cue;
  if (head < 0) return WHERE.root;
  return head < start ? WHERE.above : WHERE.later;
}

/** 2 when a finite verb follows within four words, 1 within nine, 0 otherwise. */
function verbAhead({ tagSymbols }: Tree, next: number, final: number): number {
  for (let step = next; step <= Math.min(final, next + 8); step += 1)
    if (isFiniteTag(tagSymbols[step] ?? 0)) return step - next < 4 ? 2 : 1;
  return 0;
}
