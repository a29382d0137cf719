import type { Tree } from "../grammar";
import { isNounTag, isVerbTag } from "../grammar";
import type { FeatureSink } from "../weights";
import { makeTemplates, symbol, symbolOf, symbolsUpTo, tagTest } from "../weights";
import type { SpeakerCandidate } from "./subjects";

/** What speaks for a noun phrase as the speaker of a cue, or for nobody in this sentence. */
export const SPEAKER = makeTemplates({
  relation: "rel={} {}",
  relationVoice: "rel={} {} {}",
  kind: "kind={}",
  kindSide: "kind={} {}",
  near: "near={} {}",
  between: "between={*} {}",
  before: "before={} {}",
  verbs: "verbs={} rel={} {}",
  cue: "cue={} {}",
  headTag: "headtag={} {}",
  own: "own={} {}",
  next: "next={} {}",
  noun: "noun={}",
  asideTag: "aside={} {} {}",
  asideRelation: "aside={} {} near={}",
  after: "after={} near={}",
  inverted: "inverted={} near={}",
  by: "by {} {}",
  nominal: "nominal={} {*}",
  nobody: "nobody",
  nobodyTag: "nobody tag={}",
  nobodyCue: "nobody cue={}",
  nobodyBefore: "nobody before={} {}",
});

const T = SPEAKER.at;
const EMPTY = symbol("");
const START = symbol("<s>");
const END = symbol("</s>");
const UNDEFINED = symbol("undefined");
const ROOT = symbol("root");
const BY = symbol("by");
const OWNS = symbol("owns");
const [LEFT, RIGHT] = [symbol("L"), symbol("R")];
const SUBJECT_PRONOUN = symbol("subject-pronoun");
const SUBJECT_PRONOUNS = new Set(["he", "she", "they", "we", "i"]);
const RELATION = {
  child: symbol("child"),
  cueIsChild: symbol("cue-is-child"),
  sibling: symbol("sibling"),
  uncle: symbol("uncle"),
  verb: symbol("verb"),
  other: symbol("other"),
};
const VOICE = { passive: symbol("VBN"), ing: symbol("VBG"), noun: symbol("NN"), active: symbol("V") };
const nearName = (n: number) => (n <= 3 ? `${n}` : n <= 6 ? "4-6" : n <= 12 ? "7-12" : "13+");
const NEAR = symbolsUpTo(13, nearName);
const UP_TO_TWO = symbolsUpTo(2, String);
/** Verbs, nouns and commas (0, 1, 2 or more) and quotations (0 or 1) between the phrase and the cue. */
const BETWEEN = symbolsUpTo(
  53,
  (n) => `v${Math.floor(n / 18)} n${Math.floor(n / 6) % 3} c${Math.floor(n / 2) % 3} q${n % 2}`,
);
const ASIDE = {
  inside: symbol("inside"),
  deepInside: symbol("deep-inside"),
  host: symbol("host"),
  comma: symbol("comma"),
};

const isFiniteOrMark = tagTest(/^(?:VBD|VBZ|VBP|MD|[,.:])$/);
const describes = tagTest(/^(?:DT|JJ|NN|WP|VB[NG]|CD|PRP\$)/);
const isPrepositionTag = tagTest(/^(?:IN|TO)$/);

/** Says what speaks for a noun phrase as the speaker of the cue. `stem` is the symbol of the stem of the cue. */
export function speakerFeatures(
  sink: FeatureSink,
  tree: Tree,
  cue: number,
  stem: number,
  { head: at, from, to }: SpeakerCandidate,
): void {
  const { tags, lower, tagSymbols, wordSymbols, size } = tree;
  const tag = tagSymbols[at] ?? 0;
  const tagName = tags[at] ?? "";
  const cueTag = tags[cue] ?? "";
  const isLeft = at < cue;
  const side = isLeft ? LEFT : RIGHT;
  const relation = relationOf(tree, cue, at);
  const voice = voiceOf(cueTag);
  const kind = kindOf(tagName, tag, lower[at] ?? "");
  const low = isLeft ? to : cue;
  const high = isLeft ? cue : from;
  const gap = high - low - 1;
  // a phrase that the cue stands in has a negative distance
  const near = gap < 0 ? symbolOf(nearName(gap)) : (NEAR[Math.min(gap, 13)] ?? 0);
  const { verbs, between } = wordsBetween(tree, low, high);
  const wordBefore = from > 0 ? (wordSymbols[from - 1] ?? 0) : isLeft ? START : EMPTY;
  const tagBefore = from > 0 ? (tagSymbols[from - 1] ?? 0) : UNDEFINED;
  const before = !isLeft || isPrepositionTag(from > 0 ? tagBefore : 0) ? wordBefore : tagBefore;
  const owns = tags[to + 1] === "POS" || tagName === "PRP$" ? OWNS : EMPTY;
  const next = to + 1 < size ? (tagSymbols[to + 1] ?? 0) : END;
  const head = tree.heads[at] ?? -1;
  sink.option();
  sink.two(T.relation, relation, side);
  sink.three(T.relationVoice, relation, side, voice);
  sink.one(T.kind, kind);
  sink.two(T.kindSide, kind, side);
  sink.two(T.near, near, side);
  sink.two(T.between, between, side);
  sink.two(T.before, before, side);
  sink.three(T.verbs, verbs, relation, side);
  sink.two(T.cue, stem, side);
  sink.two(T.headTag, head < 0 ? ROOT : (tagSymbols[head] ?? 0), side);
  sink.two(T.own, owns, voice);
  sink.two(T.next, next, side);
  if (tagName.startsWith("NN")) sink.one(T.noun, wordSymbols[at] ?? 0);
  const aside = asideAround(tree, from, to, cue);
  if (aside !== 0) {
    sink.three(T.asideTag, aside, tag, side);
    sink.three(T.asideRelation, aside, relation, near);
  }
  if (!isLeft) {
    sink.two(T.after, cue + 1 < size ? (tagSymbols[cue + 1] ?? 0) : UNDEFINED, near);
    sink.two(T.inverted, next, near);
  }
  if (wordBefore === BY) sink.two(T.by, voice, side);
  if (cueTag.startsWith("NN")) {
    const place = `${owns === OWNS ? "owns" : ""} ${isLeft ? "L" : "R"} ${nearName(gap)}`;
    sink.two(T.nominal, wordBefore, symbolOf(place));
  }
}

/** Says what speaks for the answer "nobody in this sentence". */
export function nobodyFeatures(sink: FeatureSink, { tagSymbols }: Tree, cue: number, stem: number): void {
  const tag = tagSymbols[cue] ?? 0;
  sink.option();
  sink.none(T.nobody);
  sink.one(T.nobodyTag, tag);
  sink.one(T.nobodyCue, stem);
  sink.two(T.nobodyBefore, cue > 0 ? (tagSymbols[cue - 1] ?? 0) : START, tag);
}

/** How the phrase and the cue hang together in the tree. */
function relationOf({ heads, tagSymbols }: Tree, cue: number, at: number): number {
  const head = heads[at] ?? -1;
  const cueHead = heads[cue] ?? -1;
  if (head === cue) return RELATION.child;
  if (cueHead === at) return RELATION.cueIsChild;
  if (head < 0) return RELATION.other;
  if (head === cueHead) return RELATION.sibling;
  if (cueHead >= 0 && heads[cueHead] === head) return RELATION.uncle;
  return isVerbTag(tagSymbols[head] ?? 0) ? RELATION.verb : RELATION.other;
}

function kindOf(tagName: string, tag: number, word: string): number {
  if (tagName !== "PRP") return tag;
  return SUBJECT_PRONOUNS.has(word) ? SUBJECT_PRONOUN : symbolOf(`pronoun:${word}`);
}

function voiceOf(cueTag: string): number {
  if (cueTag === "VBN") return VOICE.passive;
  if (cueTag === "VBG") return VOICE.ing;
  return cueTag.startsWith("NN") ? VOICE.noun : VOICE.active;
}

/** What stands between the phrase and the cue, counted. */
function wordsBetween({ tags, tagSymbols, quote }: Tree, low: number, high: number) {
  let verbs = 0;
  let nouns = 0;
  let commas = 0;
  let quotes = 0;
  for (let at = low + 1; at < high; at += 1) {
    const tag = tagSymbols[at] ?? 0;
    if (isVerbTag(tag)) verbs += 1;
    else if (isNounTag(tag)) nouns += 1;
    else if (tags[at] === ",") commas += 1;
    if (quote[at] !== -1) quotes = 1;
  }
  const code = ((Math.min(2, verbs) * 3 + Math.min(2, nouns)) * 3 + Math.min(2, commas)) * 2 + quotes;
  return { verbs: UP_TO_TWO[Math.min(2, verbs)] ?? 0, between: BETWEEN[code] ?? 0 };
}

/**
 * Whether a phrase stands in an aside between commas ("Syed, a fellow of the Wilson Center, said") or is the name that
 * such an aside describes; 0 when neither.
 */
function asideAround({ tags, tagSymbols, size }: Tree, from: number, to: number, cue: number): number {
  let left = from - 1;
  for (let hops = 0; hops < 25 && left >= 0 && !isFiniteOrMark(tagSymbols[left] ?? 0); hops += 1) left -= 1;
  const afterComma = tags[left] === "," && left > 0 && isNounTag(tagSymbols[left - 1] ?? 0);
  let right = to + 1;
  while (right < size && right - to < 12 && !isFiniteOrMark(tagSymbols[right] ?? 0)) right += 1;
  const beforeComma = tags[right] === "," || right === cue;
  if (afterComma && beforeComma) return to + 1 === right ? ASIDE.inside : ASIDE.deepInside;
  if (tags[to + 1] === "," && !afterComma)
    return to + 2 < size && describes(tagSymbols[to + 2] ?? 0) ? ASIDE.host : ASIDE.comma;
  return 0;
}
