import type { Tree } from "../grammar";
import { isNoun } from "../grammar";
import { parsedSubject } from "./cue-sites";
import type { Frame } from "./frame";
import type { SpeakerCandidate } from "./subjects";
import { phraseOf } from "./subjects";

const QUOTES =
  /^(?:quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)|report(?:s|ed)|paraphras(?:e|es|ed|ing)|record(?:s|ed)|remember(?:s|ed)|describ(?:es|ed))$/;
const SAYING =
  /^(?:saying|telling|stating|claiming|warning|adding|asking|admitting|arguing|denying|insisting|confirming|declaring|writing|explaining|suggesting|describing|calling|noting|having)$/;
const REACH = 22;

/** Who was quoted as saying, by whom, and where the words of the phrase stand. */
interface Hearsay {
  readonly quotes: number;
  readonly saying: number;
  readonly speaker: SpeakerCandidate;
  readonly hop: SpeakerCandidate | null;
}

/**
 * "Interfax quoted Rita Cole as saying", "Rita Cole was quoted by Interfax as saying": who is quoted speaks, and who
 * quotes is a hop.
 */
export function withHearsay(tree: Tree, frames: readonly Frame[]): readonly Frame[] {
  if (frames.length === 0) return frames;
  const known: Hearsay[] = [];
  for (let at = 0; at < tree.size; at += 1) {
    if (!QUOTES.test(tree.lower[at] ?? "")) continue;
    const found = hearsayAt(tree, at);
    if (found !== null) known.push(found);
  }
  // "cited him as saying that": where both verbs carry the words, the saying says where they begin
  const isRetold = ({ site, keep }: Frame) =>
    known.some(
      ({ quotes, saying }) =>
        quotes === site.at &&
        frames.some((other) => other.site.at === saying && other.keep >= Math.min(keep, 0.6)),
    );
  const own = frames.filter((frame) => !isRetold(frame));
  const reread = known.length === 0 ? frames : own.flatMap((frame) => rereadBy(frame, known));
  return reread.map((frame) => fromWhomItQuotes(frame));
}

/**
 * "According to Ansa, which quoted Marco Bini, …", "Quoting Marco Bini, Ansa said …": who is quoted speaks here too, and the
 * one that quotes is the hop.
 */
function fromWhomItQuotes(frame: Frame): Frame {
  const { tree, site, speaker } = frame;
  const { lower, tags } = tree;
  if (speaker === null || (frame.hop !== undefined && frame.hop !== null)) return frame;
  const after = speaker.to + 1;
  if (lower[site.at] === "according" && tags[after] === "," && /^(?:which|who)$/.test(lower[after + 1] ?? ""))
    return /^(?:quot|cit)(?:ed|es)$/.test(lower[after + 2] ?? "") ? swapped(frame, after + 3) : frame;
  const isLed = lower[0] === "quoting" && speaker.from > 1 && tags[speaker.from - 1] === ",";
  return isLed && speaker.to < site.at ? swapped(frame, 1) : frame;
}

function hearsayAt(tree: Tree, quotes: number): Hearsay | null {
  const { lower, tags } = tree;
  const isCited = lower[quotes] !== "reported" && lower[quotes] !== "reports";
  let saying = -1;
  for (let at = quotes + 1; at < tree.size && at - quotes < REACH; at += 1) {
    if (tree.quote[at] !== -1 && tree.opens[at]) break;
    if (/^(?:;|that|who|which)$/.test(lower[at] ?? "")) break;
    if (!SAYING.test(lower[at] ?? "")) continue;
    if (lower[at - 1] === "as" || (isCited && at > quotes + 1 && lower[at] === "saying")) saying = at;
    // "as having said that"
    if (saying === at && lower[at] === "having") saying += 1;
    break;
  }
  if (saying < 0) return null;
  const until = lower.lastIndexOf("as", saying) > quotes ? lower.lastIndexOf("as", saying) : saying;
  if (isPassiveAt(tree, quotes)) {
    const subject = parsedSubject(tree, quotes);
    const by = lower.indexOf("by", quotes + 1);
    const hop = by > 0 && by < until ? phraseIn(tree, by + 1, until) : null;
    return subject < 0
      ? null
      : { quotes, saying, speaker: { head: subject, ...phraseOf(tree, subject) }, hop };
  }
  const speaker = phraseIn(tree, quotes + 1, until);
  if (speaker === null) return null;
  // "quoted an email from Rita Cole saying": who wrote it speaks
  const from = lower.indexOf("from", speaker.from);
  const writer = from > 0 && from < until ? phraseIn(tree, from + 1, until) : null;
  const subject = parsedSubject(tree, quotes);
  const isActive = /^(?:VBD|VBZ|VBP)$/.test(tags[quotes] ?? "");
  const hop =
    subject < 0 || (!isActive && tags[quotes] !== "VBG")
      ? null
      : { head: subject, ...phraseOf(tree, subject) };
  return { quotes, saying, speaker: writer ?? speaker, hop };
}

function isPassiveAt({ lower, tags }: Tree, at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back < 5; back -= 1) {
    if (/^(?:is|are|was|were|be|been|being|'s)$/.test(lower[back] ?? "")) return true;
    if (!/^(?:RB|MD|VB.?)$/.test(tags[back] ?? "")) return false;
  }
  return false;
}

/** The noun phrase that begins at a word, up to a preposition or a comma. */
function phraseIn({ tags, lower }: Tree, from: number, until: number): SpeakerCandidate | null {
  let to = from;
  while (
    to < until &&
    (/^(?:NN|JJ|DT|PRP|CD|POS|FW|VBN|VBG|CC|-LRB-|-RRB-)/.test(tags[to] ?? "") || lower[to] === "of")
  )
    to += 1;
  while (to > from && !isNoun(tags[to - 1]) && tags[to - 1] !== "PRP$") to -= 1;
  return to > from ? { head: to - 1, from, to: to - 1 } : null;
}

function rereadBy(frame: Frame, known: readonly Hearsay[]): Frame[] {
  const found = known.find(({ quotes, saying }) => frame.site.at === quotes || frame.site.at === saying);
  if (found === undefined) return [frame];
  const { saying, speaker, hop } = found;
  const pieces = frame.pieces.flatMap((piece) => {
    if (piece.to < found.quotes || piece.from > saying) return [piece];
    // "as telling parliament that"
    const reach = frame.tree.lower[saying] === "telling" ? 8 : 1;
    const that = frame.tree.lower.indexOf("that", saying + 1);
    const from = that > 0 && that - saying <= reach ? that + 1 : saying + 1;
    return piece.to >= from ? [{ from, to: piece.to }] : [];
  });
  // the words of the phrase are never what was said
  if (frame.pieces.length > 0 && pieces.length === 0) return [];
  return [{ ...frame, pieces, speaker, hop, shares: { ...frame.shares, speaker: 1 } }];
}

/** A frame whose speaker is the phrase that begins at a word, and whose former speaker hands the words on. */
function swapped(frame: Frame, from: number): Frame {
  const { tree, speaker } = frame;
  const quoted = phraseIn(tree, from, tree.size);
  const { tags } = tree;
  if (quoted === null || tags[quoted.to + 1] !== "," || !(tags[quoted.to] ?? "").startsWith("NNP"))
    return frame;
  return { ...frame, speaker: quoted, hop: speaker, shares: { ...frame.shares, speaker: 1 } };
}
