import type { Tree } from "../grammar";
import { isNoun } from "../grammar";

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const TIME =
  /^(?:ahead|on|last|late|early|earlier|later|this|yesterday|today|tonight|tomorrow|in|at|during|after|before|following|since)$/;
const WHEN =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|morning|afternoon|evening|night|weekend|interview|statement|speech|court|letter|email|e-mail|debate|hearing|conference|\d{1,4})$/;
const APART = /^(?:IN|TO|RB|VBG|VBN|CC|WRB|,|:)$/;

/**
 * The last word of a piece that begins with a quotation. Behind closing marks the reporter goes on ("… to applause", "on
 * Monday", "and left"), unless words without marks complete the sentence inside them: "called it “a disgrace” to the town".
 */
export function lastWordOfSpeech(tree: Tree, from: number, to: number): number {
  const { quote, opens, closes, tags, lower } = tree;
  const own = quote[from] ?? -1;
  if (own === -1) return beforeSource(tree, from, beforeOccasion(tree, from, to));
  if (!opens[from]) return to;
  let end = from;
  while (end < to && quote[end + 1] === own) end += 1;
  if (end >= to || !closes[end]) return to;
  let next = end + 1;
  while (next < to && /^[,.:]$/.test(tags[next] ?? "")) next += 1;
  for (let at = next; at <= to; at += 1) if (quote[at] !== -1) return to;
  const isTimed = isMoment(tree, next);
  if (!isTimed && !APART.test(tags[next] ?? "") && !TIME.test(lower[next] ?? "")) return to;
  const isWhole = isClause(tree, from, end);
  if (tags[next] === "CC")
    return (isWhole && lower[next + 1] !== "that") ||
      FINITE.test(tags[next + 1] ?? "") ||
      tags[next + 1] === "RB"
      ? end
      : to;
  if (lower[next] === "that" || lower[next] === "of") return to;
  // in a clause with "that" the marks are the reporter's emphasis, and the sentence goes on over them
  const isWithin = lower[from - 1] === "that" || (tags[from - 1] === "," && lower[from - 2] === "that");
  if (!isWithin && (isWhole || isTimed)) return end;
  // shouted “liar” from the dock
  if (
    FINITE.test(tags[from - 1] ?? "") &&
    BY_VOICE.test(lower[from - 1] ?? "") &&
    (ASIDE.test(lower[next] ?? "") || /^(?:RB|TO)$/.test(tags[next] ?? ""))
  )
    return end;
  // "said “the best” on Monday": a time is the reporter's even behind a fragment
  return TIME.test(lower[next] ?? "") &&
    lower.slice(next, to + 1).some((word) => WHEN.test(word) || OCCASION.test(word)) &&
    to - next < 6
    ? end
    : to;
}

/** "Minutes before the ship sank", "three days later", "a few hours after the vote". */
function isMoment({ tags, lower }: Tree, from: number): boolean {
  let at = from;
  while (at - from < 3 && (tags[at] === "CD" || MEASURES.test(lower[at] ?? ""))) at += 1;
  return MOMENTS.test(lower[at] ?? "") && /^(?:before|after|later|earlier|ago)$/.test(lower[at + 1] ?? "");
}

const MEASURES =
  /^(?:just|only|barely|about|some|a|an|few|several|many|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|dozens?|couple|of)$/;
const MOMENTS =
  /^(?:moments?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|nights?|mornings?|shortly|soon|long)$/;

const BY_VOICE =
  /^(?:shouted|yelled|screamed|cried|whispered|muttered|murmured|radioed|texted|chanted|called|bellowed|hissed|growled|shrieked|sang|roared|said|replied|answered|wrote)$/;
const ASIDE =
  /^(?:from|into|through|across|with|without|via|during|as|while|when|before|after|over|under|amid|near|outside|inside|beside|beneath|behind|aboard|between|upon)$/;

/** "Said the cabinet had split, citing two ministers": whom a paper relies on stands behind what it says. */
function beforeSource({ tags, lower, quote }: Tree, from: number, to: number): number {
  const source = lower.findIndex(
    (word, at) => at > from + 1 && at <= to && /^(?:citing|quoting)$/.test(word) && tags[at - 1] === ",",
  );
  if (source < 0 || quote[source] !== quote[from] || to - source > 12) return to;
  return lower.slice(source, to + 1).includes(",") ? to : source - 2;
}

/** "Called the ruling “a gift” in an interview": where it was said, behind the last marks of a piece that began without any. */
function beforeOccasion(tree: Tree, from: number, to: number): number {
  const { quote, closes, tags, lower } = tree;
  let end = to;
  while (end > from && quote[end] === -1) end -= 1;
  if (end <= from || end === to || !closes[end] || to - end > 9) return to;
  const next = end + 1;
  if (goesAway(tree, next, to)) return end;
  // said he “feared nobody”, in Kano on Friday
  if (
    tags[next] === "," &&
    /^(?:in|at|on|during|outside|near|after|before|ahead)$/.test(lower[next + 1] ?? "") &&
    !tags.slice(next, to + 1).some((tag) => FINITE.test(tag))
  )
    return end;
  // "called it “a long day” after the defeat"
  if (
    /^(?:after|before|when|while|following|moments|minutes|hours|days|since|until)$/.test(
      lower[next] ?? "",
    ) &&
    !tags.slice(from, end + 1).some((tag) => FINITE.test(tag))
  )
    return end;
  if (
    !/^(?:in|during|at|on)$/.test(lower[next] ?? "") ||
    !(/^(?:an?|his|her|their|its|the)$/.test(lower[next + 1] ?? "") || tags[next + 2] === "POS")
  )
    return to;
  const noun = lower.slice(next + 1, to + 1).findIndex((word) => OCCASION.test(word));
  return noun >= 0 && !tags.slice(next, to + 1).some((tag) => FINITE.test(tag)) ? end : to;
}

/** "…and walked out", "…and urged members to vote no": what the speaker does next stands behind the marks, told by the reporter. */
function goesAway({ tags, lower, trained: { grammar } }: Tree, next: number, to: number): boolean {
  if (!/^(?:and|but|before|then)$/.test(lower[next] ?? "") || next >= to) return false;
  const verb = tags[next + 1] === "RB" ? next + 2 : next + 1;
  if (!/^VB[DZG]$/.test(tags[verb] ?? "")) return false;
  const stem = grammar.stemOf(lower[verb] ?? "", tags[verb] ?? "");
  return (
    LEAVES.test(stem) ||
    grammar.classesOf(stem).some((name) => name === "tell" || name === "urge" || name === "accuse")
  );
}

const LEAVES =
  /^(?:walk|leav|leave|turn|hang|hung|sit|sat|storm|stalk|driv|rush|clos|end|thank|smil|wav|nod|shak|shake|shook|point|left|took|tak|pledg|vow|promis)$/;

const OCCASION =
  /^(?:interview|statement|speech|letter|email|e-mail|debate|hearing|conference|post|tweet|memo|briefing|meeting|rally|session|ceremony|summit|forum|event|trial|vigil|call|note|message|podcast|broadcast|address|video|column|essay|show|programme|program|livestream|webcast|panel|lecture|sermon|tour|visit)$/;

/** "Said the river, “a sewer”, should be cleaned": a clause without its verb goes on behind the aside in marks. */
export function pastAside(
  { tags, lower, quote, opens, closes, size }: Tree,
  from: number,
  to: number,
): number {
  if (to < from || !opens[to + 2] || !/^[,:]$/.test(tags[to + 1] ?? "") || quote[from] !== -1) return to;
  if (tags.slice(from, to + 1).some((tag) => FINITE.test(tag))) return to;
  let end = to + 2;
  while (end + 1 < size && quote[end + 1] === quote[to + 2]) end += 1;
  if (!closes[end] || !/^[,:]$/.test(tags[end + 1] ?? "") || !FINITE.test(tags[end + 2] ?? "")) return to;
  let last = size - 1;
  while (last > end && !/[\p{L}\p{N}]/u.test(lower[last] ?? "")) last -= 1;
  return quote[last] === -1 ? last : to;
}

/** “The dam,” she said, pausing, “was never tested”: what somebody does meanwhile, up to the quotation that goes on. */
export function pastDoing({ tags, lower, quote, opens }: Tree, from: number): number {
  if (from < 2 || quote[from] !== -1 || tags[from - 1] !== ",") return from;
  const isNext = lower[from] === "and" && /^(?:then|after|later|with)$/.test(lower[from + 1] ?? "");
  if (
    !isNext &&
    !/^VB[GN]$/.test(tags[from] ?? "") &&
    !/^(?:with|without|in|his|her|then)$/.test(lower[from] ?? "")
  )
    return from;
  let at = from + 1;
  while (at - from < 12 && !opens[at] && !FINITE.test(tags[at] ?? "") && lower[at] !== "that") at += 1;
  return opens[at] && /^[,:]$/.test(tags[at - 1] ?? "") ? at : from;
}

/**
 * “It shook,” said Maya, “like a wet dog”: who speaks is no part of what goes on. "Vowed never to return": what turns the
 * clause round is.
 */
export function pastSpeaker(
  { tags, lower, opens, quote }: Tree,
  speaker: { readonly from: number; readonly to: number } | null,
  from: number,
): number {
  if (tags[from] === "TO" && /^(?:never|not)$/.test(lower[from - 1] ?? "") && quote[from - 1] === quote[from])
    return /^VB/.test(tags[from - 2] ?? "") ? from - 1 : from;
  if (speaker === null || from < speaker.from || from > speaker.to) return from;
  let at = speaker.to + 1;
  while (/^[,:]$/.test(tags[at] ?? "")) at += 1;
  return opens[at] ? at : from;
}

/**
 * Whether what follows a tag is the reporter's: behind a whole clause in marks nothing without marks completes it, unless it
 * goes on with "and that". “We will refund them,” the line promised, hours before it went bankrupt.
 */
export function isReportersTail(
  tree: Tree,
  before: { from: number; to: number },
  after: { from: number; to: number },
): boolean {
  const { tags, lower, quote, opens } = tree;
  for (let at = after.from; at <= after.to; at += 1) if (quote[at] !== -1 || opens[at]) return false;
  if (lower[after.from] === "that" || lower[after.from + 1] === "that") return false;
  if (FINITE.test(tags[after.from] ?? "")) return false;
  return isClause(tree, before.from, before.to);
}

/** Whether words have a subject and a finite verb, or give an order: what stands in marks is a sentence of its own. */
function isClause({ tags, lower }: Tree, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) {
    if (!FINITE.test(tags[at] ?? "")) continue;
    if (tags.slice(from, at).some((tag) => isNoun(tag) || /^(?:DT|EX|CD|WP|JJ)$/.test(tag))) return true;
    // "is it true", "do not go"
    if (
      at === from &&
      to - from >= 2 &&
      /^(?:do|don't|is|are|was|were|will|can|let|have|has)$/.test(lower[at] ?? "")
    )
      return true;
  }
  return (tags[from] === "VB" || tags[from] === "VBP") && to - from >= 1;
}
