import type { Tree } from "./tree";
import { isNoun } from "./tree";

/** A noun phrase that may be the speaker of a cue, by the positions of its words. */
export interface SpeakerCandidate {
  /** The word that carries the phrase. */
  readonly head: number;
  readonly from: number;
  readonly to: number;
  readonly features: readonly string[];
}

// "data from the … project shows": the source belongs to the speaker
const PUBLISHED =
  /^(?:data|figures|statistics|numbers|estimates|reports?|surveys?|polls?|stud(?:y|ies)|documents?|records|images|footage)$/;
const SPEAKERS_PER_CUE = 9;

/** Where the phrase around a noun begins and ends: its own words and what directly follows with "of", "for" or "at". */
export function phraseOf(tree: Tree, head: number): { from: number; to: number } {
  const { tags, lower, size } = tree;
  let from = head;
  while (from > 0) {
    const before = from - 1;
    const tag = tags[before] ?? "";
    const reaches = (tree.heads[before] ?? -1) >= from - 1 && (tree.heads[before] ?? -1) <= head;
    const isInside = /^(?:NN|JJ|DT|PRP\$|CD|POS|VBG|VBN|RB|PDT|FW|\$|SYM|HYPH)/.test(tag) && reaches;
    if (!isInside || tree.quote[before] !== tree.quote[head]) break;
    from = before;
  }
  let to = head;
  while (to + 1 < size && (tags[to + 1] ?? "").startsWith("NN") && tree.heads[to + 1] === to) to += 1;
  for (let hops = 0; hops < 3; hops += 1) {
    const preposition = to + 1;
    if (!/^(?:of|for|at|in|from|with)$/.test(lower[preposition] ?? "")) break;
    if (tree.quote[preposition] !== tree.quote[head]) break;
    let end = preposition + 1;
    while (
      end < size &&
      (/^(?:DT|JJ|PRP\$|CD|NNP?S?|POS|VBG)$/.test(tags[end] ?? "") || lower[end] === "&") &&
      end - preposition < 9
    )
      end += 1;
    if (end === preposition + 1 || !(tags[end - 1] ?? "").startsWith("NN")) break;
    const isPublished = lower[preposition] === "from" && PUBLISHED.test(lower[head] ?? "");
    if (lower[preposition] !== "of" && !isPublished && tags[end] !== ",") {
      const above = tree.heads[end - 1] ?? -1;
      if (above > end || above < from) break;
    }
    to = end - 1;
  }
  return { from, to };
}

/** The noun phrases near a cue that could be its speaker, nearest first, each with the features it is weighed by. */
export function speakerCandidates(tree: Tree, cue: number, stem: string): SpeakerCandidate[] {
  const { heads, tags, size, quote } = tree;
  const found: SpeakerCandidate[] = [];
  const consider = (at: number) => {
    const tag = tags[at] ?? "";
    const isCandidate =
      isNoun(tag) ||
      tag === "WP" ||
      tag === "WDT" ||
      tag === "EX" ||
      tag === "PRP$" ||
      ((tag === "DT" || tag === "CD" || tag === "JJ" || tag === "JJS") && isBareSubject(tree, at, cue));
    if (!isCandidate) return;
    // a noun inside a longer name or compound is not a phrase of its own, unless it owns what follows
    const head = heads[at] ?? -1;
    const owns = tags[at + 1] === "POS" || tag === "PRP$";
    if (isNoun(tag) && !owns && head > at && isNoun(tags[head]) && head - at <= 4 && tags[at + 1] !== ",") {
      const between = tags.slice(at + 1, head);
      if (between.every((one) => /^(?:NN|JJ|CD|POS|VBG)/.test(one))) return;
    }
    if (quote[at] !== quote[cue] && quote[at] !== -1) return;
    const { from, to } = phraseOf(tree, at);
    found.push({ head: at, from, to, features: featuresOf(tree, cue, stem, at, from, to) });
  };
  for (let at = cue - 1; at >= 0 && cue - at < 60 && found.length < SPEAKERS_PER_CUE; at -= 1) consider(at);
  const left = found.length;
  for (let at = cue + 1; at < size && at - cue < 16 && found.length < left + 4; at += 1) consider(at);
  return found;
}

function isBareSubject(tree: Tree, at: number, cue: number): boolean {
  const head = tree.heads[at] ?? -1;
  return head === cue || (head > at && (tree.tags[head] ?? "").startsWith("VB"));
}

function featuresOf(tree: Tree, cue: number, stem: string, at: number, from: number, to: number): string[] {
  const { heads, tags, lower, quote } = tree;
  const tag = tags[at] ?? "";
  const head = heads[at] ?? -1;
  const cueHead = heads[cue] ?? -1;
  const side = at < cue ? "L" : "R";
  const relation =
    head === cue
      ? "child"
      : cueHead === at
        ? "cue-is-child"
        : head >= 0 && head === cueHead
          ? "sibling"
          : head >= 0 && heads[cueHead] === head
            ? "uncle"
            : head >= 0 && isVerbTag(tags[head])
              ? "verb"
              : "other";
  const kind =
    tag === "PRP"
      ? /^(?:he|she|they|we|i)$/.test(lower[at] ?? "")
        ? "subject-pronoun"
        : `pronoun:${lower[at]}`
      : tag;
  const low = at < cue ? to : cue;
  const high = at < cue ? cue : from;
  let verbs = 0;
  let nouns = 0;
  let commas = 0;
  let quotes = 0;
  for (let between = low + 1; between < high; between += 1) {
    if (isVerbTag(tags[between])) verbs += 1;
    else if (isNoun(tags[between])) nouns += 1;
    else if (tags[between] === ",") commas += 1;
    if (quote[between] !== -1) quotes = 1;
  }
  const gap = high - low - 1;
  const near = gap <= 3 ? `${gap}` : gap <= 6 ? "4-6" : gap <= 12 ? "7-12" : "13+";
  const before = at < cue ? (lower[from - 1] ?? "<s>") : (lower[from - 1] ?? "");
  const isPreposition = tags[from - 1] === "IN" || tags[from - 1] === "TO";
  const cueTag = tags[cue] ?? "";
  const owns = tags[to + 1] === "POS" || tag === "PRP$" ? "owns" : "";
  const passive = cueTag === "VBN" ? "VBN" : cueTag === "VBG" ? "VBG" : cueTag.startsWith("NN") ? "NN" : "V";
  const features = [
    `rel=${relation} ${side}`,
    `rel=${relation} ${side} ${passive}`,
    `kind=${kind}`,
    `kind=${kind} ${side}`,
    `near=${near} ${side}`,
    `between=v${Math.min(2, verbs)} n${Math.min(2, nouns)} c${Math.min(2, commas)} q${quotes} ${side}`,
    `before=${isPreposition || side === "R" ? before : tags[from - 1]} ${side}`,
    `verbs=${Math.min(2, verbs)} rel=${relation} ${side}`,
    `cue=${stem} ${side}`,
    `headtag=${tags[head] ?? "root"} ${side}`,
    `own=${owns} ${passive}`,
    `next=${tags[to + 1] ?? "</s>"} ${side}`,
  ];
  if (tag.startsWith("NN")) features.push(`noun=${lower[at]}`);
  const aside = asideAround(tree, from, to, cue);
  if (aside !== "none")
    features.push(`aside=${aside} ${tag} ${side}`, `aside=${aside} ${relation} near=${near}`);
  if (side === "R")
    features.push(`after=${tags[cue + 1]} near=${near}`, `inverted=${tags[to + 1] ?? "</s>"} near=${near}`);
  if (before === "by") features.push(`by ${passive} ${side}`);
  if (cueTag.startsWith("NN")) features.push(`nominal=${before} ${owns} ${side} ${near}`);
  return features;
}

const isVerbTag = (tag: string | undefined) => tag !== undefined && (tag.startsWith("VB") || tag === "MD");

/** The features of the answer "nobody in this sentence". */
export function withoutSpeaker(tree: Tree, cue: number, stem: string): string[] {
  const tag = tree.tags[cue] ?? "";
  return [
    "nobody",
    `nobody tag=${tag}`,
    `nobody cue=${stem}`,
    `nobody before=${tree.tags[cue - 1] ?? "<s>"} ${tag}`,
  ];
}

/**
 * Whether a phrase stands in an aside between commas ("Syed, a fellow of the Wilson Center, said") or is the name that
 * such an aside describes.
 */
function asideAround(tree: Tree, from: number, to: number, cue: number): string {
  const { tags } = tree;
  let left = from - 1;
  for (
    let hops = 0;
    hops < 25 && left >= 0 && !/^(?:VBD|VBZ|VBP|MD|[,.:])$/.test(tags[left] ?? "");
    hops += 1
  )
    left -= 1;
  const afterComma = tags[left] === "," && left > 0 && isNoun(tags[left - 1]);
  let right = to + 1;
  while (right < tree.size && right - to < 12 && !/^(?:VBD|VBZ|VBP|MD|[,.:])$/.test(tags[right] ?? ""))
    right += 1;
  const beforeComma = tags[right] === "," || right === cue;
  if (afterComma && beforeComma) return to + 1 === right ? "inside" : "deep-inside";
  if (tags[to + 1] === "," && !afterComma)
    return /^(?:DT|JJ|NN|WP|VB[NG]|CD|PRP\$)/.test(tags[to + 2] ?? "") ? "host" : "comma";
  return "none";
}
