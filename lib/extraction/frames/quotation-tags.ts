import type { Tree } from "../grammar";
import { isNoun } from "../grammar";
import type { CueSite } from "./cue-sites";
import { parsedSubject } from "./cue-sites";
import { leads } from "./inverted-tags";

/** The quotation that closes directly before a tag of subject and verb, by its words in the tag's sentence. */
export interface TaggedQuotation {
  readonly from: number;
  readonly to: number;
  /** Whether the sentence begins with it, or within it. */
  readonly leads: boolean;
  /** Who speaks, where a clause about them stands before the verb: the phrase by its words. */
  readonly subject?: { readonly from: number; readonly to: number };
}

const PHRASE = /^(?:NN|PRP|DT|JJ|RB|POS|CD|VBD|VBZ|VBP|IN)/;
const SAYS = /^(?:VBD|VBZ|VBP)$/;

/** The quotation whose tag a cue stands in: "…,” she went on, “…" or "…,” opined Asif."; null when it stands in none. */
export function quotationBefore(tree: Tree, site: CueSite): TaggedQuotation | null {
  const { tags, lower, closes, size, opens, quote } = tree;
  const cue = site.at;
  const isQuotedAs = isQuotedAsTelling(tree, cue);
  if (quote[cue] !== -1 || !(SAYS.test(tags[cue] ?? "") || hasSaid(tree, cue) || isQuotedAs)) return null;
  let left = cue - 1;
  while (left >= 0 && cue - left < 10 && PHRASE.test(tags[left] ?? "") && !closes[left]) left -= 1;
  let to = left;
  while (to >= 0 && /^[,.:]$/.test(tags[to] ?? "") && !closes[to]) to -= 1;
  if (!closes[to]) return longTag(tree, cue);
  const hasSubject = tags.slice(left + 1, cue).some(isNoun);
  const isInverted = isNoun(tags[cue + 1]) || tags[cue + 1] === "DT";
  if (!hasSubject && !isInverted) return null;
  let from = to;
  while (from > 0 && quote[from - 1] === quote[to]) from -= 1;
  const found = { from, to, leads: from === 0 };
  if (isQuotedAs) return found.leads && hasSubject ? found : null;
  if (!found.leads && tags[cue] === "VBN") return null;
  const isSpeech = to - from >= 3;
  // "a narrator in the ad asks": a phrase this long is a subject only after a whole sentence of quotation
  if (!found.leads && tags.slice(left + 1, cue).includes("IN")) return null;
  if (AWAY.test(lower[left + 1] ?? "")) return null;
  const next = lower[cue + 1] ?? "";
  // “Bring him home,” the crowd chanted as the coffin passed
  const isClosed = to < left || /^[,?!…]/.test(tree.sentence.tokens[to]?.text ?? "");
  if (
    found.leads &&
    isClosed &&
    hasSubject &&
    tree.trained.grammar.canTagQuotation(lower[cue] ?? "") &&
    /^(?:as|because)$/.test(next)
  )
    return found;
  // “I resign,” wrote Tallis in a note that …: whatever follows, the name behind the verb speaks
  if (
    found.leads &&
    isClosed &&
    !hasSubject &&
    left === cue - 1 &&
    (tags[cue + 1] ?? "").startsWith("NNP") &&
    tree.trained.grammar.canTagQuotation(lower[cue] ?? "")
  )
    return found;
  if (isSpeech && hasSubject && !CONTENT.test(next)) {
    // a sentence that is all quotation up to a comma and a clause leaves no doubt, whatever the verb
    const hasComma = to < left || /^[,?!…]/.test(tree.sentence.tokens[to]?.text ?? "");
    if (found.leads && hasComma) return found;
    const goesOn = /^(?:IN|TO|RB)$/.test(tags[cue + 1] ?? "");
    if (goesOn && tree.trained.grammar.canTagQuotation(lower[cue] ?? "")) return found;
  }
  let after = cue + 1;
  while (
    after < size &&
    after - cue < 8 &&
    /^(?:NN|PRP|DT|JJ|RB|RP|POS|CD|IN)/.test(tags[after] ?? "") &&
    !opens[after]
  )
    after += 1;
  const isShort = after >= size || /^[,.:]$/.test(tags[after] ?? "") || (opens[after] ?? 0) > 0;
  return isShort && tags[cue] !== "VBP" ? found : null;
}

/** "…,” the farmer was quoted as telling the radio". */
export function isQuotedAsTelling({ tags, lower }: Tree, cue: number): boolean {
  return (
    /^(?:quoted|cited|reported|recorded)$/.test(lower[cue] ?? "") &&
    lower[cue + 1] === "as" &&
    tags[cue + 2] === "VBG" &&
    /^(?:is|was|were|been|are)$/.test(lower[cue - 1] ?? "")
  );
}

/** "…,” the office has warned": a perfect is a tag too. */
function hasSaid({ tags, lower }: Tree, cue: number): boolean {
  let at = cue - 1;
  while (tags[at] === "RB") at -= 1;
  return tags[cue] === "VBN" && /^(?:has|have|had|'ve|'d)$/.test(lower[at] ?? "");
}

/** "…!” Lund's niece, Judge Mia Price (Oslo), shouted": the first verb after a sentence that is all quotation. */
function longTag(tree: Tree, cue: number): TaggedQuotation | null {
  const { trained, tags, lower, quote, closes, size } = tree;
  if (
    quote[0] === -1 ||
    !trained.grammar.canTagQuotation(lower[cue] ?? "") ||
    (CONTENT.test(lower[cue + 1] ?? "") && lower[cue + 1] !== "of")
  )
    return null;
  let to = 0;
  while (to + 1 < size && quote[to + 1] === quote[0]) to += 1;
  if (!closes[to] || to < 3 || cue <= to || cue - to > 30) return null;
  const about = clauseAbout(tree, to, cue);
  // "a resident, who asked not to be named, said of the new bins"
  if (about !== null) return { from: 0, to, leads: true, subject: about };
  if (CONTENT.test(lower[cue + 1] ?? "")) return null;
  const between = tags.slice(to + 1, cue);
  const hasVerb = between.some((tag) => /^(?:VB[DZP]|MD|WDT|WP)/.test(tag));
  return !hasVerb && between.some(isNoun) ? { from: 0, to, leads: true } : null;
}

/** "…,” the nurse, who asked not to be named, said": the phrase before a clause about it that a comma closes. */
function clauseAbout(
  { tags, lower, quote }: Tree,
  closing: number,
  cue: number,
): { from: number; to: number } | null {
  let from = closing + 1;
  while (from < cue && /^[,.:]$/.test(tags[from] ?? "")) from += 1;
  const comma = tags.indexOf(",", from);
  if (comma <= from || comma - from > 8 || tags[cue - 1] !== "," || cue - 1 <= comma + 2) return null;
  if (
    !/^(?:who|whose|which|speaking|asked|wearing|now|then|still|himself|herself)$/.test(
      lower[comma + 1] ?? "",
    )
  )
    return null;
  const phrase = tags.slice(from, comma);
  if (!phrase.every((tag) => /^(?:NN|PRP|DT|JJ|POS|CD|IN)/.test(tag)) || !isNoun(tags[comma - 1]))
    return null;
  if (quote.subarray(from, cue).some((stretch) => stretch !== -1)) return null;
  return { from, to: comma - 1 };
}

const CONTENT = /^(?:that|if|whether|because|of|as|for)$/;
const AWAY = /^(?:while|as|when|after|before|because|until|since|if|once|though|although)$/;
const SUBORDINATE =
  /^(?:when|while|after|before|if|because|although|though|since|until|unless|once|where|whether|that)$/;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const REACH = 14;

/**
 * The first word of a quotation that a clause introduces with a comma or a colon: "at the bottom it reads, “…”",
 * "Said Comey, “…”"; -1 when the cue introduces none.
 */
export function introducedQuotation(tree: Tree, { at: cue, stem, complement }: CueSite): number {
  const { tags, lower, size, opens, quote, closes } = tree;
  if (quote[cue] !== -1 || !/^(?:VBD|VBZ|VBG|VBN)$/.test(tags[cue] ?? "")) return -1;
  if (opens[cue + 1]) return opensAtOnce(tree, cue) ? cue + 1 : -1;
  if (tags[cue] === "VBN") return -1;
  // an object may be the beginning of what was said, unless it is who was told
  if (/^np/.test(complement) && !leads(lower, cue) && !tree.trained.grammar.classesOf(stem).includes("tell"))
    return -1;
  let at = cue + 1;
  while (at < size && at - cue <= REACH && !opens[at]) {
    if (/^(?:VB|MD|CC)/.test(tags[at] ?? "") || lower[at] === "that") return -1;
    at += 1;
  }
  if (at >= size || !opens[at] || !/^[,:]$/.test(tags[at - 1] ?? "")) return -1;
  let end = at;
  while (end + 1 < size && quote[end + 1] === quote[at]) end += 1;
  if (end - at < (tree.trained.grammar.canTagQuotation(lower[cue] ?? "") ? 1 : 4)) return -1;
  // "When he arrived, “the place was empty,” he said": the tag stands after it
  if (closes[end] && end + 1 < size && FINITE.test(tags[end + 2] ?? "")) return -1;
  const isInverted = leads(lower, cue) && (isNoun(tags[cue + 1]) || (cue > 0 && tags[cue + 1] === "DT"));
  if (tags[cue] === "VBG" || isInverted)
    return tree.trained.grammar.canTagQuotation(lower[cue] ?? "") || isInverted ? at : -1;
  if (parsedSubject(tree, cue) < 0) return -1;
  // "In short, he said, “…”": what stands before the comma may belong to the words
  let clause = cue;
  while (clause > 0 && !/^[,:]$/.test(tags[clause - 1] ?? "")) clause -= 1;
  if (clause > 0) return -1;
  return isSubordinate(tree, cue) ? -1 : at;
}

/** Answered “of course”, radioed “we are taking on water”: a quotation right behind the verb, without a comma. */
function opensAtOnce(tree: Tree, cue: number): boolean {
  const { tags, lower, size, quote, closes, opens } = tree;
  if (cue === 0 || !(isNoun(tags[cue - 1]) || /^(?:RB|CD|-RRB-)$/.test(tags[cue - 1] ?? ""))) return false;
  if (tags[cue] === "VBN" && !tree.trained.grammar.canTagQuotation(lower[cue] ?? "")) return false;
  let end = cue + 1;
  while (end + 1 < size && quote[end + 1] === quote[cue + 1]) end += 1;
  if (!closes[end]) return false;
  // told “Good Morning Malta” that …: the title of a programme
  if (
    opens[cue + 1] === 2 &&
    end - cue <= 5 &&
    end + 1 < size &&
    /^tel/.test(tree.trained.grammar.stemOf(lower[cue] ?? "", "VBD")) &&
    !/^[.,:]/.test(tags[end + 1] ?? "")
  )
    return false;
  // "what it calls “a clear threat”": a word for a thing, and no saying
  if (lower.slice(Math.max(0, cue - 6), cue).includes("what")) return false;
  const names = tree.trained.grammar.classesOf(
    tree.trained.grammar.stemOf(lower[cue] ?? "", tags[cue] ?? ""),
  );
  const onlySays =
    tree.trained.grammar.canTagQuotation(lower[cue] ?? "") &&
    !names.includes("label") &&
    !names.includes("think");
  if (onlySays && (end - cue >= 3 || !/^(?:specif|not|stat)/.test(lower[cue] ?? ""))) return true;
  return end - cue >= 4 && tags.slice(cue + 2, end + 1).some((tag) => FINITE.test(tag));
}

function isSubordinate({ firstChild, nextChild, lower }: Tree, verb: number): boolean {
  for (let child = firstChild[verb] ?? -1; child >= 0 && child < verb; child = nextChild[child] ?? -1)
    if (SUBORDINATE.test(lower[child] ?? "")) return true;
  return false;
}

/** A tag after a whole clause: "The talks have stalled, officials said on Tuesday." */
export function isTailTag(tree: Tree, site: CueSite): boolean {
  const { tags, first } = tree;
  const subject = parsedSubject(tree, site.at);
  const from = first[subject] ?? subject;
  if (subject < 0 || !SAYS.test(tags[site.at] ?? "") || tags[from - 1] !== "," || site.at - subject > 3)
    return false;
  if (
    !tree.trained.grammar
      .classesOf(site.stem)
      .some((name) => name === "say" || name === "warn" || name === "think" || name === "show")
  )
    return false;
  const hasVerb = tags.slice(0, from - 1).some((tag) => FINITE.test(tag));
  return hasVerb && restIsPlace(tree, site.at);
}

/**
 * Whether nothing but a time, a place or an addressee follows: to the end of the sentence, or to a comma before what was
 * said besides ("said on Tuesday in Paris, noting that …").
 */
function restIsPlace({ tags, lower, size, opens }: Tree, cue: number): boolean {
  const first = tags[cue + 1] ?? ".";
  if (!/^(?:IN|TO|RB|NNP|NN|[,.:])$/.test(first) || CONTENT.test(lower[cue + 1] ?? "")) return false;
  for (let at = cue + 1; at < size && at - cue < 16; at += 1) {
    if (tags[at] === "." || at === size - 1) return true;
    // "…, she said; the other pump works": another sentence of the speaker's, or the reporter's
    if (lower[at] === ";") return true;
    if (tags[at] === ",") return at > cue + 1 && tags[at + 1] === "VBG";
    if (opens[at] || !/^(?:IN|TO|RB|NN.*|DT|JJ|CD|POS|PRP\$)$/.test(tags[at] ?? "") || lower[at] === "that")
      return false;
  }
  return true;
}
