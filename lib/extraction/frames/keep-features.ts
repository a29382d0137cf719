import type { Tree } from "../grammar";
import type { FeatureSink } from "../weights";
import { makeTemplates, symbol, symbolOf, symbolsUpTo, tagTest } from "../weights";
import { isPassive } from "./certainties";
import type { CueSite } from "./cue-sites";
import type { Layout } from "./layouts";
import type { SpeakerCandidate } from "./subjects";

/** What speaks for a whole frame without quotation marks: that its words, first to last, are just what was said. */
export const KEEP = makeTemplates({
  bias: "bias",
  all: "all={}",
  allComplement: "all={} {}",
  cue: "cue={}",
  layout: "layout={} {}",
  start: "start={}",
  end: "end={}",
  speaker: "speaker={}",
  speakerTag: "speaker={} {}",
  speakerNoun: "speaker-noun={}",
  place: "place={} {}",
  stem: "stem={}",
  stemComplement: "stem={} {}",
  class: "class={} {}",
  tag: "tag={} {}",
  length: "length={} {}",
  verbs: "verbs={} {}",
  first: "first={} {}",
  last: "last={} {}",
  next: "next={} {}",
  nextWord: "next-word={}",
  whole: "whole={}",
});

const T = KEEP.at;
const TENTHS = symbolsUpTo(11, (n) => (n === 11 ? "sure" : `.${n}`));
const LENGTHS = symbolsUpTo(
  9,
  (n) => ["0", "1", "2", "3", "4-5", "6-8", "9-14", "15-25", "26-40", "41+"][n] ?? "",
);
const UP_TO_TWO = symbolsUpTo(2, String);
const [PASSIVE, ACTIVE] = [symbol("passive"), symbol("active")];
const [WHOLE, PART] = [symbol("to-the-end"), symbol("cut")];
const NOBODY = symbol("nobody");
const END = symbol("</s>");
const isFiniteVerb = tagTest(/^(?:VBD|VBZ|VBP|MD)$/);

/** Tenths of certainty, and one more step for what is as good as sure. */
const tenth = (share: number) => TENTHS[share > 0.97 ? 11 : Math.min(10, Math.floor(share * 10))] ?? 0;

function lengthOf(words: number): number {
  const steps = [1, 2, 3, 4, 6, 9, 15, 26, 41];
  return LENGTHS[steps.filter((step) => words >= step).length] ?? 0;
}

/** A frame that has content, before it is decided whether it is kept. */
export interface Found {
  readonly tree: Tree;
  readonly site: CueSite;
  readonly speaker: SpeakerCandidate | null;
  readonly layout: Layout;
  readonly pieces: readonly { readonly from: number; readonly to: number }[];
}

/** How sure each answer about a frame is, from 0 to 1. */
export interface Shares {
  readonly cue: number;
  readonly speaker: number;
  readonly layout: number;
  readonly start: number;
  readonly end: number;
}

/** Says what speaks for keeping a frame with content outside quotation marks. */
export function keepFeatures(sink: FeatureSink, frame: Found, shares: Shares): void {
  const { tree, site, speaker, layout, pieces } = frame;
  const { tagSymbols, wordSymbols, size } = tree;
  const { stem } = site.symbols;
  const complement = symbolOf(site.complement.replace(/^(np\+)?in:.*/, "$1in"));
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return;
  let words = 0;
  let verbs = 0;
  for (const { from, to } of pieces) {
    words += to - from + 1;
    for (let at = from; at <= to; at += 1) if (isFiniteVerb(tagSymbols[at] ?? 0)) verbs += 1;
  }
  const length = lengthOf(words);
  const all = tenth(shares.cue * shares.layout * shares.start * shares.end);
  let next = last.to + 1;
  while (next < size && /^[,.:]$/.test(tree.tags[next] ?? "")) next += 1;
  const nextTag = next < size ? (tagSymbols[next] ?? 0) : END;
  const cueTag = tagSymbols[site.at] ?? 0;
  const head = speaker === null ? NOBODY : (tagSymbols[speaker.head] ?? 0);
  const where = symbolOf(layout);
  sink.option();
  sink.none(T.bias);
  sink.one(T.all, all);
  sink.two(T.allComplement, all, complement);
  sink.one(T.cue, tenth(shares.cue));
  sink.two(T.layout, tenth(shares.layout), where);
  sink.one(T.start, tenth(shares.start));
  sink.one(T.end, tenth(shares.end));
  sink.one(T.speaker, tenth(shares.speaker));
  sink.two(T.speakerTag, tenth(shares.speaker), head);
  if (speaker !== null) sink.one(T.speakerNoun, wordSymbols[speaker.head] ?? 0);
  sink.two(T.place, where, complement);
  sink.one(T.stem, stem);
  sink.two(T.stemComplement, stem, complement);
  for (const name of frame.tree.trained.grammar.classesOf(site.stem))
    sink.two(T.class, symbolOf(name), complement);
  sink.two(T.tag, cueTag, isPassive(tree, site.at) ? PASSIVE : ACTIVE);
  sink.two(T.length, length, complement);
  sink.two(T.verbs, UP_TO_TWO[Math.min(2, verbs)] ?? 0, complement);
  sink.two(T.first, tagSymbols[first.from] ?? 0, complement);
  sink.two(T.last, tagSymbols[last.to] ?? 0, nextTag);
  sink.two(T.next, nextTag, where);
  sink.one(T.nextWord, next < size ? (wordSymbols[next] ?? 0) : END);
  sink.one(T.whole, next < size ? PART : WHOLE);
}

/** Whether any of the words stands in quotation marks. */
export function isQuoted({ tree, pieces }: Found): boolean {
  return pieces.some(({ from, to }) => tree.quote.subarray(from, to + 1).some((stretch) => stretch !== -1));
}
