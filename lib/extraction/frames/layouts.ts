import type { Tree } from "../grammar";
import type { FeatureSink } from "../weights";
import { makeTemplates, symbol, symbolsUpTo, tagTest } from "../weights";
import type { CueSite } from "./cue-sites";
import type { SpeakerCandidate } from "./subjects";

/** Where the content stands: after the cue, before it, or split around it. */
export const LAYOUTS = ["after", "before", "around"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What speaks for one layout or another; the weights hold each line once for each layout. */
export const LAYOUT = makeTemplates({
  bias: "bias",
  leftRoom: "left={} room={}",
  leftOrder: "left={} order={} {}",
  closedRoom: "closed={} room={}",
  closedOpens: "closed={} opens={*} left={}",
  closedNext: "closed={} next={}",
  complement: "complement={}",
  complementLeft: "complement={} left={}",
  stem: "stem={}",
  stemLeft: "stem={} left={}",
  stemRoom: "stem={} room={}",
  orderNext: "order={} next={} left={}",
  before: "before={} verb={} left={}",
  roomOrder: "room={} order={}",
  cue: "cue={} {}",
  tagLeft: "tag={} left={}",
  quote: "quote={} opens={*}",
});

const T = LAYOUT.at;
const [NONE, YES, NO, SOME] = [symbol("none"), symbol("yes"), symbol("no"), symbol("some")];
const [SUBJECT_FIRST, VERB_FIRST] = [symbol("SV"), symbol("VS")];
const [IN, OUT] = [symbol("in"), symbol("out")];
const [WORD, START, END] = [symbol("w"), symbol("<s>"), symbol("</s>")];
const ROOM = symbolsUpTo(7, (n) => (n <= 0 ? "none" : n <= 3 ? "1-3" : n <= 6 ? "4-6" : "7+"));
const BEFORE = symbolsUpTo(4, (n) => (n <= 0 ? "none" : n <= 3 ? "1-3" : "4+"));
const FLAGS = symbolsUpTo(1, String);
/** A quotation that opens to the right: in lower case or with a capital, at once or later. */
const OPENS = {
  capNext: symbol("Cap next"),
  lowNext: symbol("low next"),
  cap: symbol("Cap"),
  low: symbol("low"),
};

const isAuxiliary = tagTest(/^(?:RB|MD|VBD|VBZ|VBP|VB|VBN|TO)$/);
const isMark = tagTest(/^[.:,]$/);
const isFiniteTag = tagTest(/^(?:VBD|VBZ|VBP|MD)$/);
const isLeftNeighbour = tagTest(/^(?:[,:.]|<s>|CC)$/);

/** Where the words that attribute begin and end: the speaker, the cue and what binds them. */
export function attributionRange(
  tree: Tree,
  cue: number,
  speaker: SpeakerCandidate | null,
): { from: number; to: number } {
  let from = cue;
  let to = cue;
  if (speaker !== null && speaker.to < cue && cue - speaker.from < 40) from = speaker.from;
  if (speaker !== null && speaker.from > cue) to = speaker.to;
  if (from === cue) {
    while (from > 0 && tree.heads[from - 1] === cue && isAuxiliary(tree.tagSymbols[from - 1] ?? 0)) from -= 1;
  }
  return { from, to };
}

/** Says what speaks for one layout or another. */
export function layoutFeatures(
  sink: FeatureSink,
  tree: Tree,
  { at, symbols }: CueSite,
  speaker: SpeakerCandidate | null,
): void {
  const { tagSymbols, wordSymbols, size, quote } = tree;
  const { stem, simple: complement } = symbols;
  const { from, to } = attributionRange(tree, at, speaker);
  let final = size - 1;
  while (final > 0 && isMark(tagSymbols[final] ?? 0)) final -= 1;
  const leftTag = from > 0 ? (tagSymbols[from - 1] ?? 0) : START;
  const left = isLeftNeighbour(leftTag) ? leftTag : WORD;
  const closed = closesLeft(tree, from);
  const order = speaker === null ? NONE : speaker.to < at ? SUBJECT_FIRST : VERB_FIRST;
  const room = ROOM[Math.min(7, Math.max(0, final - to))] ?? 0;
  const before = BEFORE[Math.min(4, from)] ?? 0;
  const opens = opensRight(tree, to, final);
  const next = to + 1 < size ? (tagSymbols[to + 1] ?? 0) : END;
  let verb = 0;
  for (let step = 0; step < from && verb === 0; step += 1) if (isFiniteTag(tagSymbols[step] ?? 0)) verb = 1;
  const tag = tagSymbols[at] ?? 0;
  sink.option();
  sink.none(T.bias);
  sink.two(T.leftRoom, left, room);
  sink.three(T.leftOrder, left, order, complement);
  sink.two(T.closedRoom, closed, room);
  sink.three(T.closedOpens, closed, opens, left);
  sink.two(T.closedNext, closed, next);
  sink.one(T.complement, complement);
  sink.two(T.complementLeft, complement, left);
  sink.one(T.stem, stem);
  sink.two(T.stemLeft, stem, left);
  sink.two(T.stemRoom, stem, room);
  sink.three(T.orderNext, order, next, left);
  sink.three(T.before, before, FLAGS[verb] ?? 0, left);
  sink.two(T.roomOrder, room, order);
  sink.two(T.cue, wordSymbols[at] ?? 0, tag);
  sink.two(T.tagLeft, tag, left);
  sink.two(T.quote, quote[at] === -1 ? OUT : IN, opens);
}

/** Whether a quotation closes right before the attribution, or at least began the sentence. */
function closesLeft({ closes, quote }: Tree, from: number): number {
  for (let at = from - 1; at >= 0 && from - at <= 3; at -= 1) if (closes[at]) return YES;
  return from > 0 && quote[0] !== -1 ? SOME : NO;
}

function opensRight({ opens }: Tree, to: number, final: number): number {
  for (let at = to + 1; at <= final && at - to <= 10; at += 1) {
    if (!opens[at]) continue;
    const isNext = at - to <= 2;
    if (opens[at] === 2) return isNext ? OPENS.capNext : OPENS.cap;
    return isNext ? OPENS.lowNext : OPENS.low;
  }
  return NO;
}
