import type { GrammarWords } from "../languages";
import type { Token } from "../text";
import { tagInName } from "./name-repairs";
import { FORMS, NO_SUPERLATIVE, NOUN_TOO } from "./repair-words";

/** The word at which a sentence first opens a quotation (-1 for nowhere), and the words after its closing marks. */
export interface Marks {
  readonly opensAt: number;
  readonly closes: readonly number[];
}

/** "Analysts caution that", "Pew notes that": after a subject, before "that", a word that can be a verb of saying is one. */
export function repaired(
  { classesOf, stemOf, canTagQuotation }: GrammarWords,
  tokens: readonly Token[],
  tags: readonly string[],
): readonly string[] {
  let better: string[] | null = null;
  // "Will told us": before a past form the word is a name; "Teachers’ unions": behind a plural the sign is a possessive
  if (tags[0] === "MD" && /^(?:will|may)$/.test(tokens[0]?.lower ?? "") && isPast(tokens[1], tags[1]))
    better = ["NNP", "VBD", ...tags.slice(2)];
  // "Ray denied that …": no order stands right before a past form
  if (tags[0] === "VB" && tags[1] === "VBD" && tokens.length > 3) better = ["NNP", ...tags.slice(1)];
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const lower = tokens[at]?.lower ?? "";
    if (PLAIN_TAGS.has(tags[at] ?? "") && !lower.startsWith("@") && lower !== "boss" && !FORMS.has(lower))
      continue;
    if (lower.startsWith("@") && tags[at] !== "NNP" && lower.length > 2) {
      better ??= [...tags];
      better[at] = "NNP";
    }
    // "the general quoted her": an adjective that is a noun where no other noun follows
    if (
      tags[at] === "JJ" &&
      tags[at - 1] === "DT" &&
      NOUN_TOO.test(lower) &&
      !/^(?:NN|JJ|VBG|VBN|CC|HYPH)/.test(tags[at + 1] ?? "")
    ) {
      better ??= [...tags];
      better[at] = "NN";
    }
    // "a recording heard by AFP": behind an article a form in -ing is a noun where none follows
    if (
      tags[at] === "VBG" &&
      tags[at - 1] === "DT" &&
      /^(?:VBN|VBD|VBZ|VBP|IN|,|\.)$/.test(tags[at + 1] ?? "") &&
      /^(?:an?|the)$/.test(tokens[at - 1]?.lower ?? "")
    ) {
      better ??= [...tags];
      better[at] = "NN";
    }
    // "In court papers, Lively accuses": a capital within a sentence, where a subject stands
    if (
      at > 1 &&
      /^(?:RB|JJ|UH)$/.test(tags[at] ?? "") &&
      tags[at - 1] === "," &&
      /^VB[DZ]$/.test(tags[at + 1] ?? "") &&
      /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? "") &&
      /^\p{Ll}/u.test(tokens[at + 1]?.text ?? "")
    ) {
      better ??= [...tags];
      better[at] = "NNP";
    }
    const inName = tagInName(tokens, tags, at);
    if (inName !== null) {
      better ??= [...tags];
      better[at] = inName;
    }
    // "told the inquest he loved the sea": no superlative
    if (tags[at] === "JJS" && NO_SUPERLATIVE.test(lower)) {
      better ??= [...tags];
      better[at] = "NN";
    }
    // "Letters seen by the paper warn that …": the only verb that a plural at the head can have
    if (
      tags[at] === "NN" &&
      tokens[at + 1]?.lower === "that" &&
      tags[0] === "NNS" &&
      (tags[at - 1] ?? "").startsWith("NN") &&
      classesOf(stemOf(lower, "VB")).length > 0 &&
      !tags.slice(0, at).some((tag) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag))
    ) {
      better ??= [...tags];
      better[at] = "VBP";
    }
    // "Traders complain of extortion", "Relatives of the missing accuse the navy": a sentence without another verb
    if (
      tags[at] === "NN" &&
      at > 0 &&
      /^(?:DT|PRP|PRP\$|NNP|IN|TO)$/.test(tags[at + 1] ?? "") &&
      (tags[at - 1] === "NNS" ||
        (/^(?:VBG|JJ|NN)$/.test(tags[at - 1] ?? "") && tags[at - 2] === "DT" && tags[0] === "NNS")) &&
      tokens.length > at + 3 &&
      classesOf(stemOf(lower, "VB")).length > 0 &&
      !tags.some((tag) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag))
    ) {
      better ??= [...tags];
      better[at] = "VBP";
    }
    // "Judge Ann Pruitt rules the ban is illegal"
    if (
      tags[at] === "NNS" &&
      (tags[at - 1] ?? "").startsWith("NNP") &&
      /^(?:DT|PRP|PRP\$|EX)$/.test(tags[at + 1] ?? "") &&
      classesOf(stemOf(lower, "VBZ")).length > 0
    ) {
      better ??= [...tags];
      better[at] = "VBZ";
    }
    // "…, reckons Simon French": behind a whole clause and a comma
    if (
      at > 3 &&
      tags[at] === "NNS" &&
      tags[at - 1] === "," &&
      (tags[at + 1] ?? "").startsWith("NNP") &&
      canTagQuotation(lower) &&
      tags.slice(0, at).some((tag) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag))
    ) {
      better ??= [...tags];
      better[at] = "VBZ";
    }
    // "says lead author Yuki Mori", "admitted United boss Erik Haaland"
    const isNounNext = (tags[at + 1] ?? "").startsWith("NN");
    if (
      isNounNext &&
      lower === "lead" &&
      /^VB/.test(tags[at] ?? "") &&
      /^(?:VB[DZ]|DT|,)$/.test(tags[at - 1] ?? "")
    ) {
      better ??= [...tags];
      better[at] = "JJ";
    }
    if (isNounNext && lower === "boss" && tags[at] !== "NN") {
      better ??= [...tags];
      better[at] = "NN";
    }
    // "who police said was armed": a noun between "who" and a verb of saying
    if (
      /^VB[PZ]$/.test(tags[at] ?? "") &&
      /^W(?:P|DT)$/.test(tags[at - 1] ?? "") &&
      /^VB[DZP]$/.test(tags[at + 1] ?? "") &&
      /^(?:say|said|says|warned|warn|claimed|claim)$/.test(tokens[at + 1]?.lower ?? "")
    ) {
      better ??= [...tags];
      better[at] = "NNS";
    }
    // "but neighbours claim it had": before a verb of saying a plural that was taken for a verb
    if (
      tags[at] === "VBZ" &&
      /^(?:CC|,)$/.test(tags[at - 1] ?? "") &&
      tags[at + 1] === "VBP" &&
      classesOf(stemOf(tokens[at + 1]?.lower ?? "", "VBP")).includes("say")
    ) {
      better ??= [...tags];
      better[at] = "NNS";
    }
    // "aide warns of a long winter", "an autopsy found that": forms that are never nouns
    const form = FORMS.get(lower);
    if (
      at > 0 &&
      form !== undefined &&
      (tags[at] ?? "").startsWith("NN") &&
      /^(?:NN|PRP|JJ)/.test(tags[at - 1] ?? "") &&
      (!/^(?:NN|VB)/.test(tags[at + 1] ?? "") || (form === "VBZ" && tags[at + 1] === "NNP"))
    ) {
      better ??= [...tags];
      better[at] = form;
      if (tags[at - 1] === "JJ" && tags[at - 2] === "DT") better[at - 1] = "NN";
    }
    // "her mother used to say": no participle before a verb of saying
    if (
      lower === "used" &&
      tags[at] === "VBN" &&
      tokens[at + 1]?.lower === "to" &&
      /^(?:NN|PRP)/.test(tags[at - 1] ?? "") &&
      classesOf(stemOf(tokens[at + 2]?.lower ?? "", "VB")).length > 0
    ) {
      better ??= [...tags];
      better[at] = "VBD";
    }
    // "Juan Carlos I said"
    if (
      lower === "i" &&
      tags[at] === "PRP" &&
      (tags[at - 1] ?? "").startsWith("NNP") &&
      (tags[at - 2] ?? "").startsWith("NNP") &&
      tags[at + 1] === "VBD"
    ) {
      better ??= [...tags];
      better[at] = "NNP";
    }
  }
  for (let at = 1; at + 1 < tokens.length; at += 1) {
    if (!/^[’']$/.test(tokens[at]?.text ?? "") || !/^NNP?S$/.test(tags[at - 1] ?? "")) continue;
    if (tags[at] === "POS" || !(tags[at + 1] ?? "").startsWith("N")) continue;
    better ??= [...tags];
    better[at] = "POS";
  }
  for (let at = 1; at + 1 < tokens.length; at += 1) {
    if (tokens[at + 1]?.lower !== "that" || (tags[at] !== "NN" && tags[at] !== "NNS")) continue;
    const lower = tokens[at]?.lower ?? "";
    const before = tags[at - 1];
    const isPlural = before === "NNS" || before === "NNPS";
    const isSingular =
      lower.endsWith("s") &&
      canTagQuotation(lower) &&
      (before === "NNP" ||
        (before === "NN" && tags[at - 2] === "DT" && !/^(?:VB|MD)/.test(tags[at + 2] ?? "")));
    const tag = isPlural && classesOf(stemOf(lower, "VB")).length > 0 ? "VBP" : isSingular ? "VBZ" : null;
    if (tag === null) continue;
    better ??= [...tags];
    better[at] = tag;
  }
  return better ?? tags;
}

/** Tags that no repair of one word speaks of, which most words have. */
const PLAIN_TAGS: ReadonlySet<string> = new Set(
  "IN DT , . : CC TO NNP NNPS CD PRP$ POS MD EX WDT WP WRB RP $ -LRB- -RRB-".split(" "),
);

const isPast = (token: Token | undefined, tag: string | undefined) =>
  tag === "VBD" || /^(?:said|told|wrote)$/.test(token?.lower ?? "");

// "a film called “Jaws”"
const NAMES =
  /^(?:called|named|titled|entitled|billed|dubbed|labell?ed|known|marked|headed|headlined|captioned)$/;

/** "Said Ellis: “…”" begins with its verb, not with a name. */
export function withInversion(
  { canTagQuotation }: GrammarWords,
  tokens: readonly Token[],
  tags: readonly string[],
  { opensAt }: Marks,
): readonly string[] {
  // "The retailer blamed “unseasonal weather” for the slump": the only verb there is
  const verb = opensAt - 1;
  const isOnly =
    tags[verb] === "VBN" &&
    verb > 0 &&
    tags.slice(0, verb).every((tag) => /^(?:DT|JJ|NNP?S?|CD|POS|PRP\$)$/.test(tag)) &&
    !tags.some((tag) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag));
  if (isOnly && !NAMES.test(tokens[verb]?.lower ?? ""))
    return tags.map((tag, at) => (at === verb ? "VBD" : tag));
  if (opensAt < 3 || opensAt > 8 || !/^[,:]$/.test(tokens[opensAt - 1]?.text ?? "")) return tags;
  const isName = /^\p{Lu}/u.test(tokens[1]?.text ?? "") || /^(?:the|a|an|one)$/.test(tokens[1]?.lower ?? "");
  if (!isName || !canTagQuotation(tokens[0]?.lower ?? "")) return tags;
  if (tags.slice(1, opensAt).some((tag) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag))) return tags;
  return tags.map((tag, at) => (at > 0 ? tag : tokens[0]?.lower.endsWith("s") ? "VBZ" : "VBD"));
}

/**
 * "…,” Devine declared." A name and a verb of saying after a closing mark are the tag of the quotation, whatever the
 * tagger, who seldom sees so short a clause, makes of them.
 */
export function withTagOf(
  { canTagQuotation, isVerbOfSaying }: GrammarWords,
  tokens: readonly Token[],
  tags: readonly string[],
  from: number,
): readonly string[] {
  if (from <= 0) return tags;
  let at = from;
  while (at < tokens.length && /^[,.?!…:;—–-]+$/.test(tokens[at]?.text ?? "")) at += 1;
  const start = at;
  let verb = -1;
  for (
    ;
    at < tokens.length && at - start < 14 && !/^(?:[.,:;?!]|—|--)$/.test(tokens[at]?.text ?? "");
    at += 1
  ) {
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(tags[at] ?? "")) return tags;
    const lower = tokens[at]?.lower ?? "";
    const isPlural =
      /^(?:NNP?S)$/.test(tags[at - 1] ?? "") || /^(?:they|we|i|you)$/.test(tokens[at - 1]?.lower ?? "");
    const canSay = canTagQuotation(lower) || (isPlural && at > start && isVerbOfSaying(lower));
    if (/^(?:VBN|JJ|NNS?|VB)$/.test(tags[at] ?? "") && canSay) verb = at;
  }
  if (verb < 0) return tags;
  return tags.map((tag, place) => {
    if (place === verb) {
      const lower = tokens[verb]?.lower ?? "";
      return !canTagQuotation(lower) ? "VBP" : lower.endsWith("s") ? "VBZ" : "VBD";
    }
    const isName = place >= start && place < verb && /^\p{Lu}/u.test(tokens[place]?.text ?? "");
    return isName && !/^(?:NN|PRP|DT|POS|IN|CD)/.test(tag) ? "NNP" : tag;
  });
}
