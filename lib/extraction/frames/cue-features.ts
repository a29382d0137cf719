import type { Tree } from "../grammar";
import type { FeatureSink } from "../weights";
import { makeTemplates, symbol, symbolOf, symbolsUpTo, tagTest } from "../weights";
import type { CueSite } from "./cue-sites";
import { parsedSubject } from "./cue-sites";

/** What speaks for a word as a cue or against it. */
export const GATE = makeTemplates({
  bias: "bias",
  kind: "kind={} {}",
  stem: "stem={}",
  stemKind: "stem={} {} {}",
  stemComplement: "stem={} {}",
  stemVoice: "stem={} {}",
  stemSubject: "stem={} s={}",
  complement: "comp={}",
  complementTag: "comp={} {}",
  complementSubject: "comp={} s={}",
  tag: "tag={} {}",
  before: "before={}",
  after: "after={}",
  tagsAround: "tags={} {}",
  tagsAfter: "tag-after={} {}",
  subject: "subject={}",
  auxiliaries: "aux={*}",
  auxiliariesComplement: "aux={*} {}",
  closed: "closed={} {}",
  opens: "opens={} {}",
  end: "end={}",
  stemEnd: "stem={} end={}",
  head: "head={}",
  inside: "in={} s={}",
  classOf: "class={}",
  classComplement: "class={} {}",
  classSubject: "class={} s={}",
  classVoice: "class={} {} {}",
  subjectNoun: "noun={}",
  subjectDistance: "far={}",
  owner: "owner={} {}",
  stemBefore: "stem={} b={}",
  nounComplement: "noun-comp={}",
});

const T = GATE.at;
const EMPTY = symbol("");
const START = symbol("<s>");
const END = symbol("</s>");
const UNDEFINED = symbol("undefined");
const [VERB, NOUN, OTHER] = [symbol("V"), symbol("N"), symbol("O")];
const [PASSIVE, ACTIVE] = [symbol("passive"), symbol("active")];
const [IN, OUT] = [symbol("in"), symbol("out")];
const [NEAR, FAR, NO, AT_START] = [symbol("near"), symbol("far"), symbol("no"), symbol("start")];
const [NOBODY, PROPER, ROOT, NO_CLASS] = [symbol("none"), symbol("NNP"), symbol("root"), symbol("none")];
const DISTANCE = symbolsUpTo(16, (n) =>
  n <= 2 ? `${n}` : n <= 4 ? "3-4" : n <= 8 ? "5-8" : n <= 15 ? "9-15" : "16+",
);
const distance = (n: number) => DISTANCE[Math.min(n, 16)] ?? 0;
/** How a quotation opens after the cue: in lower case or with a capital, and where. */
const OPENS = [1, 2].map((how) => ({
  next: symbol(`${how}next`),
  comma: symbol(`${how}comma`),
  far: symbol(`${how}far`),
}));

const isFinal = tagTest(/^[.,:]$|^-RRB-$/);
const isVerbal = tagTest(/^(?:RB|MD|VB[DZPN]?|TO)$/);
const isStop = tagTest(/^[.:]$/);
const BE = /^(?:is|are|was|were|be|been|being|'s|'re)$/;

/** Says what speaks for a word as a cue. */
export function gateFeatures(sink: FeatureSink, tree: Tree, { at, stem: stemWord, symbols }: CueSite): void {
  const { tags, tagSymbols, wordSymbols, size, heads, quote } = tree;
  const { stem, complement, simple } = symbols;
  const tagName = tags[at] ?? "";
  const tag = tagSymbols[at] ?? 0;
  const before = at > 0 ? (wordSymbols[at - 1] ?? 0) : START;
  const after = at + 1 < size ? (wordSymbols[at + 1] ?? 0) : END;
  const tagBefore = at > 0 ? (tagSymbols[at - 1] ?? 0) : START;
  const tagAfter = at + 1 < size ? (tagSymbols[at + 1] ?? 0) : END;
  const subject = parsedSubject(tree, at);
  const subjectKind = kindOfSubject(tree, subject);
  let end = size - 1;
  while (end > at && isFinal(tagSymbols[end] ?? 0)) end -= 1;
  const auxiliary = auxiliariesBefore(tree, at);
  const isPassive = tagName === "VBN" && auxiliary.some((word) => BE.test(word));
  const voice = isPassive ? PASSIVE : ACTIVE;
  const aux = symbolOf(auxiliary.join(" "));
  const inQuote = quote[at] !== -1 ? IN : OUT;
  const head = heads[at] ?? -1;
  const kind = tagName.startsWith("VB") ? VERB : tagName.startsWith("NN") ? NOUN : OTHER;
  sink.option();
  sink.none(T.bias);
  sink.two(T.kind, kind, inQuote);
  sink.one(T.stem, stem);
  sink.three(T.stemKind, stem, kind, simple);
  sink.two(T.stemComplement, stem, complement);
  sink.two(T.stemVoice, stem, voice);
  sink.two(T.stemSubject, stem, subjectKind);
  sink.one(T.complement, complement);
  sink.two(T.complementTag, simple, tag);
  sink.two(T.complementSubject, simple, subjectKind);
  sink.two(T.tag, tag, voice);
  sink.one(T.before, before);
  sink.one(T.after, after);
  sink.two(T.tagsAround, tagBefore, tagAfter);
  sink.two(T.tagsAfter, tagAfter, at + 2 < size ? (tagSymbols[at + 2] ?? 0) : END);
  sink.one(T.subject, subjectKind);
  sink.one(T.auxiliaries, aux);
  sink.two(T.auxiliariesComplement, aux, simple);
  sink.two(T.closed, closesBefore(tree, at), simple);
  sink.two(T.opens, opensAfter(tree, at), inQuote);
  sink.one(T.end, distance(end - at));
  sink.two(T.stemEnd, stem, end - at < 3 ? NEAR : FAR);
  sink.one(T.head, head < 0 ? ROOT : (tagSymbols[head] ?? 0));
  sink.two(T.inside, inQuote, subjectKind);
  if (kind === VERB) {
    const classes = tree.trained.grammar.classesOf(stemWord);
    for (const one of classes) {
      const name = symbolOf(one);
      sink.one(T.classOf, name);
      sink.two(T.classComplement, name, complement);
      sink.two(T.classSubject, name, subjectKind);
      sink.three(T.classVoice, name, voice, tag);
    }
    if (classes.length === 0) {
      sink.one(T.classOf, NO_CLASS);
      sink.two(T.classComplement, NO_CLASS, complement);
    }
  }
  if (subject >= 0 && (tags[subject] ?? "").startsWith("NN"))
    sink.one(T.subjectNoun, wordSymbols[subject] ?? 0);
  if (subject >= 0) sink.one(T.subjectDistance, distance(at - subject));
  if (kind === NOUN) {
    sink.two(
      T.owner,
      at > 0 ? (tagSymbols[at - 1] ?? 0) : UNDEFINED,
      at > 1 ? (tagSymbols[at - 2] ?? 0) : EMPTY,
    );
    sink.two(T.stemBefore, stem, before);
    sink.one(T.nounComplement, complement);
  }
}

/** The tag of the subject; a pronoun is named, and a name is a name in the plural too. */
function kindOfSubject({ tags, tagSymbols, lower }: Tree, subject: number): number {
  if (subject < 0) return NOBODY;
  const tag = tags[subject] ?? "";
  if (tag === "PRP") return symbolOf(`PRP:${lower[subject] ?? ""}`);
  return tag.startsWith("NNP") ? PROPER : (tagSymbols[subject] ?? 0);
}

/** The words that help the verb, in order: "will have", "did not". */
function auxiliariesBefore({ trained, tags, tagSymbols, lower }: Tree, at: number): string[] {
  const found: string[] = [];
  for (let step = at - 1; step >= 0 && at - step < 5 && isVerbal(tagSymbols[step] ?? 0); step -= 1) {
    const word = lower[step] ?? "";
    if (trained.frames.auxiliaries.has(word) || tags[step] === "MD" || tags[step] === "TO")
      found.unshift(word);
    else if (word === "not" || word === "n't" || word === "never") found.unshift("not");
    else if (tags[step] !== "RB") break;
  }
  return found;
}

/** Whether a quotation closes before the cue, and how near. */
function closesBefore({ closes, quote, tagSymbols }: Tree, at: number): number {
  if (at === 0 && quote[0] === -1) return AT_START;
  for (let step = at - 1; step >= 0 && at - step < 10; step -= 1) {
    if (closes[step]) return at - step <= 3 ? NEAR : FAR;
    if (step < at - 1 && isStop(tagSymbols[step] ?? 0)) break;
  }
  return NO;
}

/** Whether a quotation opens after the cue, and where. */
function opensAfter({ opens, tags, size }: Tree, at: number): number {
  for (let step = at + 1; step < size && step - at < 12; step += 1) {
    const how = OPENS[(opens[step] ?? 0) - 1];
    if (how === undefined) continue;
    if (step - at === 1) return how.next;
    return tags[step - 1] === "," || tags[step - 1] === ":" ? how.comma : how.far;
  }
  return NO;
}
