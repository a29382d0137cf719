import type { Tree } from "../grammar";
import { isNounTag } from "../grammar";
import { tagTest } from "../weights";

/** A noun phrase that may be the speaker of a cue, by the positions of its words. */
export interface SpeakerCandidate {
  /** The word that carries the phrase. */
  readonly head: number;
  readonly from: number;
  readonly to: number;
}

// "data from the … project shows": the source belongs to the speaker
const PUBLISHED =
  /^(?:data|figures|statistics|numbers|estimates|reports?|surveys?|polls?|stud(?:y|ies)|documents?|records|images|footage)$/;
const SPEAKERS_PER_CUE = 9;

const isInPhrase = tagTest(/^(?:NN|JJ|DT|PRP\$|CD|POS|VBG|VBN|RB|PDT|FW|\$|SYM|HYPH)/);
const isCommonNoun = tagTest(/^NN/);
const isAfterPreposition = tagTest(/^(?:DT|JJ|PRP\$|CD|NNP?S?|POS|VBG)$/);
const standsForSomeone = tagTest(/^(?:NN|PRP$|FW$|WP$|WDT$|EX$|PRP\$$)/);
const standsBare = tagTest(/^(?:DT|CD|JJ|JJS)$/);
const isInCompound = tagTest(/^(?:NN|JJ|CD|POS|VBG)/);

const BINDS = new Set(["of", "for", "at", "in", "from", "with"]);

/** Where the phrase around a noun begins and ends: its own words and what directly follows with "of", "for" or "at". */
export function phraseOf(tree: Tree, head: number): { from: number; to: number } {
  const { tags, lower, size, heads, tagSymbols } = tree;
  let from = head;
  while (from > 0) {
    const before = from - 1;
    const reaches = (heads[before] ?? -1) >= from - 1 && (heads[before] ?? -1) <= head;
    const isInside = reaches && isInPhrase(tagSymbols[before] ?? 0);
    if (tree.quote[before] !== tree.quote[head]) break;
    // "Solbank’s statement": the owner with its sign
    const owner = tags[before] === "POS" ? (heads[before - 1] ?? -1) : -1;
    if (before > 0 && heads[before] === before - 1 && owner >= from && owner <= head) {
      from = before - 1;
      continue;
    }
    if (!isInside) break;
    from = before;
  }
  let to = head;
  while (to + 1 < size && heads[to + 1] === to && isCommonNoun(tagSymbols[to + 1] ?? 0)) to += 1;
  for (let hops = 0; hops < 3; hops += 1) {
    const preposition = to + 1;
    if (preposition >= size || !BINDS.has(lower[preposition] ?? "")) break;
    if (tree.quote[preposition] !== tree.quote[head]) break;
    let end = preposition + 1;
    while (
      end < size &&
      (isAfterPreposition(tagSymbols[end] ?? 0) || lower[end] === "&") &&
      end - preposition < 9
    )
      end += 1;
    if (end === preposition + 1 || !isCommonNoun(tagSymbols[end - 1] ?? 0)) break;
    const isPublished = lower[preposition] === "from" && PUBLISHED.test(lower[head] ?? "");
    if (lower[preposition] !== "of" && !isPublished && tags[end] !== ",") {
      const above = tree.heads[end - 1] ?? -1;
      if (above > end || above < from) break;
    }
    to = end - 1;
  }
  while (to > from && to > head - 1 && TIMES.test(lower[to] ?? "") && isTime(tags, to)) to -= 1;
  return { from, to };
}

// "USA Today" is a paper
const isTime = (tags: readonly string[], at: number) =>
  tags[at] === "NN" || !(tags[at - 1] ?? "").startsWith("NNP");

// "the council today confirmed": when, and no part of who
const TIMES =
  /^(?:today|yesterday|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** The noun phrases near a cue that could be its speaker, nearest first. */
export function speakerCandidates(tree: Tree, cue: number): SpeakerCandidate[] {
  const { size } = tree;
  const found: SpeakerCandidate[] = [];
  for (let at = cue - 1; at >= 0 && cue - at < 60 && found.length < SPEAKERS_PER_CUE; at -= 1)
    consider(tree, cue, at, found);
  const left = found.length;
  for (let at = cue + 1; at < size && at - cue < 16 && found.length < left + 4; at += 1)
    consider(tree, cue, at, found);
  return found;
}

/** Adds the phrase of a word when it may stand for somebody. */
function consider(tree: Tree, cue: number, at: number, found: SpeakerCandidate[]): void {
  const { heads, tags, tagSymbols, quote } = tree;
  const tag = tagSymbols[at] ?? 0;
  if (!standsForSomeone(tag) && !(standsBare(tag) && isBareSubject(tree, at, cue))) return;
  // an article alone is nobody
  if (/^(?:an?|the)$/.test(tree.lower[at] ?? "")) return;
  // "4.3 Councillor Reed said": the number of a paragraph
  if (
    at === 0 &&
    /^\d{1,3}(?:\.\d{1,3})*\.?$/.test(tree.lower[at] ?? "") &&
    /^(?:NN|DT|JJ)/.test(tags[1] ?? "")
  )
    return;
  // a noun inside a longer name or compound is not a phrase of its own, unless it owns what follows
  const head = heads[at] ?? -1;
  const owns = tags[at + 1] === "POS";
  if (!owns && head > at && head - at <= 4 && isNounTag(tag) && isNounTag(tagSymbols[head] ?? 0)) {
    let isCompound = tags[at + 1] !== ",";
    for (let between = at + 1; between < head && isCompound; between += 1)
      isCompound = isInCompound(tagSymbols[between] ?? 0);
    if (isCompound) return;
  }
  if (quote[at] !== quote[cue] && quote[at] !== -1) return;
  const { from, to } = phraseOf(tree, at);
  // "the firm, a maker of pumps, today announced": when, and nobody
  if (from === to && TIMES.test(tree.lower[to] ?? "") && isTime(tags, to)) return;
  found.push({ head: at, from, to });
}

/**
 * “…,” said a breathless Duplessis after the match: behind a verb without a subject before it, the phrase that follows at
 * once, when another was chosen or only its beginning.
 */
export function invertedSubject(
  { tags, lower, quote, size, closes }: Tree,
  cue: number,
  chosen: SpeakerCandidate | null,
): SpeakerCandidate | null {
  if (chosen !== null && (chosen.to < cue || chosen.from < cue)) return null;
  let before = cue - 1;
  while (before > 0 && /^[,.:]$/.test(tags[before] ?? "") && !closes[before]) before -= 1;
  if (!closes[before]) return null;
  let to = cue + 1;
  while (to < size && quote[to] === -1 && /^(?:DT|JJ|NN|NNS|NNPS?|POS|CD|PRP\$)$/.test(tags[to] ?? ""))
    to += 1;
  to -= 1;
  const isPhrase = to > cue + 1 && /^(?:NN|NNS|NNPS?)$/.test(tags[to] ?? "") && tags[cue + 1] === "DT";
  // "read a statement from the embassy": whoever it is from
  if (chosen !== null && chosen.from > to && /^(?:from|of|by|at|for)$/.test(lower[to + 1] ?? "")) return null;
  if (!isPhrase || (chosen !== null && chosen.from === cue + 1 && chosen.to >= to)) return null;
  return { head: to, from: cue + 1, to };
}

/** ", but neighbours claim it was so": what stands between the beginning of a clause and its verb is the subject. */
export function clauseSubject(tree: Tree, saying: number): SpeakerCandidate | null {
  const { tags, lower, quote } = tree;
  // "She said her mother used to say"
  const cue = lower[saying - 1] === "to" && lower[saying - 2] === "used" ? saying - 2 : saying;
  if (!/^VB[DZP]$/.test(tags[cue] ?? "") || !/^(?:NN|NNS|NNPS?)$/.test(tags[cue - 1] ?? "")) return null;
  let from = cue - 1;
  while (
    from > 0 &&
    quote[from - 1] === quote[cue] &&
    /^(?:DT|JJ|NN|NNS|NNPS?|POS|CD|PRP\$)$/.test(tags[from - 1] ?? "")
  )
    from -= 1;
  const opens =
    /^(?:but|yet|though|although|while|whereas)$/.test(lower[from - 1] ?? "") ||
    // "She said her doctor told her"
    (/^(?:said|says)$/.test(lower[from - 1] ?? "") && from > 1 && tags[from] === "PRP$");
  return opens && quote[from - 1] === quote[cue] ? { head: cue - 1, from, to: cue - 1 } : null;
}

const DAYS =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

const OCCASIONS =
  /^(?:interview|speech|lecture|sermon|letter|e-?mail|message|statement|column|post|tweet|memoir|meeting|hearing|debate|conference|briefing|rally|reading|podcast|note|report)$/;

/**
 * "In an interview on Monday Maria Lund said", "In a letter to the parish Maria Lund wrote": where the phrase chosen hangs on a
 * preposition that opens the sentence, whoever is named right before the verb, behind a day or what was said or written.
 */
export function namedAtVerb(
  { tags, lower, quote }: Tree,
  cue: number,
  chosen: SpeakerCandidate | null,
): SpeakerCandidate | null {
  if (chosen === null || chosen.to >= cue || !/^(?:IN|TO)$/.test(tags[chosen.from - 1] ?? "")) return null;
  if (chosen.from > 1 && !/^[.:]$/.test(tags[chosen.from - 2] ?? "")) return null;
  const end = behindApposition(tags, cue, chosen.head);
  // the phrase may have swallowed the name: "a letter to the parish Maria Lund"
  const least = chosen.to < end - 1 ? chosen.to : chosen.head;
  let from = end;
  while (from - 1 > least && tags[from - 1]?.startsWith("NNP") && !DAYS.test(lower[from - 1] ?? ""))
    from -= 1;
  const isBehindDay = DAYS.test(lower[from - 1] ?? "");
  const isBehindNoun = /^(?:NN|JJ)/.test(tags[from - 1] ?? "") && OCCASIONS.test(lower[chosen.head] ?? "");
  if (from > end - 2 || !(isBehindDay || isBehindNoun)) return null;
  for (let at = chosen.from; at < cue; at += 1) if (quote[at] !== quote[cue]) return null;
  return { head: end - 1, from, to: end - 1 };
}

/** Where a name ends that a verb follows, or what its bearer is and the verb: "Alf Noor, a baker, said". */
function behindApposition(tags: readonly string[], cue: number, least: number): number {
  if (tags[cue - 1] !== ",") return cue;
  let at = cue - 2;
  while (at > least && /^(?:DT|PRP\$|JJ|NN|NNS|NNPS?|POS|IN|CD)$/.test(tags[at] ?? "")) at -= 1;
  return tags[at] === "," && at < cue - 2 ? at : cue;
}

/**
 * "In a letter to staff, the vice-chancellor, Omar Aziz, said": where the phrase chosen hangs on a preposition at the head of the
 * sentence, whoever is named between commas before the verb.
 */
export function namedBefore(
  { tags, quote }: Tree,
  cue: number,
  chosen: SpeakerCandidate | null,
): SpeakerCandidate | null {
  if (chosen === null || chosen.to >= cue || tags[chosen.from - 1] !== "IN" || tags[cue - 1] !== ",")
    return null;
  let name = cue - 2;
  while (name > chosen.to && (tags[name] ?? "").startsWith("NNP")) name -= 1;
  if (name === cue - 2 || tags[name] !== ",") return null;
  let from = name - 1;
  while (from > chosen.to && /^(?:DT|PRP\$|JJ|NN|NNPS?|POS)$/.test(tags[from] ?? "")) from -= 1;
  if (from === name - 1 || tags[from] !== "," || !isNounTagOf(tags[name - 1])) return null;
  for (let at = from; at < cue; at += 1) if (quote[at] !== quote[cue]) return null;
  return { head: name - 1, from: from + 1, to: name - 1 };
}

const isNounTagOf = (tag: string | undefined) => tag?.startsWith("NN") === true;

function isBareSubject(tree: Tree, at: number, cue: number): boolean {
  const head = tree.heads[at] ?? -1;
  return head === cue || (head > at && (tree.tags[head] ?? "").startsWith("VB"));
}
