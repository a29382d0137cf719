import type { Tree } from "../grammar";
import { isNoun } from "../grammar";
import type { CueSite } from "./cue-sites";
import type { SpeakerCandidate } from "./subjects";
import { phraseOf } from "./subjects";

const SAYS = /^(?:VBD|VBZ|VBP)$/;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const IN_PHRASE = /^(?:DT|JJ[RS]?|NNS?|NNPS?|POS|CD|PRP\$)$/;

const WHEN = /^(?:it|today|yesterday|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/**
 * "Bees can count, suggests a study led by Ming Zhao.": behind a whole clause and a comma a verb of saying with its subject
 * after it, when that is a name or a word for somebody who can say it, and no clause of its own follows. Null elsewhere.
 */
export function invertedTail(tree: Tree, { at: cue, stem }: CueSite): SpeakerCandidate | null {
  const { tags, lower, quote, size, trained } = tree;
  // "Who speaks for the dead? asks Ama Darko."
  const isAsked = tags[cue - 1] === "." && /^(?:ask|wonder)s?(?:ed)?$/.test(lower[cue] ?? "");
  if (!SAYS.test(tags[cue] ?? "") || (tags[cue - 1] !== "," && !isAsked) || cue < 4 || quote[cue] !== -1)
    return null;
  if (quote[0] !== -1 || quote[cue - 2] !== -1 || quote[cue - 1] !== -1) return null;
  const classes = trained.grammar.classesOf(stem);
  if (!isAsked && !classes.some((name) => name === "say" || name === "warn" || name === "show")) return null;
  let to = cue + 1;
  while (to < size && quote[to] === -1 && IN_PHRASE.test(tags[to] ?? "")) to += 1;
  to -= 1;
  if (to <= cue || !isNoun(tags[to]) || WHEN.test(lower[to] ?? "")) return null;
  if (!(tags[to] ?? "").startsWith("NNP") && !canSay(tree, to)) return null;
  if (!tags.slice(0, cue - 1).some((tag) => FINITE.test(tag)) || /^(?:CC|VBG|VBN)$/.test(tags[0] ?? ""))
    return null;
  if (isAsked) return { head: to, from: cue + 1, to: Math.max(to, phraseOf(tree, to).to) };
  // "an analysis since 2015, shows groups outpacing others": what is shown, and nobody who shows it
  if (tags[to + 1] === "VBG" || tags[to + 1] === "TO") return null;
  // a clause or a second verb behind it would make it "…, announced the plan and left"
  for (let at = to + 1; at < size; at += 1) {
    if (/^(?:who|which|whose)$/.test(lower[at] ?? "")) break;
    if (FINITE.test(tags[at] ?? "") || lower[at] === "that" || lower[at] === "and") return null;
  }
  return { head: to, from: cue + 1, to: Math.max(to, phraseOf(tree, to).to) };
}

/**
 * "In three homes out of four, said Ruth Aas, the bill had fallen": a verb of saying with its subject between commas, behind
 * words that are no clause yet and before the one that they belong to. Null elsewhere.
 */
export function insertedTag(tree: Tree, { at: cue, stem }: CueSite): SpeakerCandidate | null {
  const { tags, lower, size, hasMarks, trained } = tree;
  if (hasMarks || cue < 3 || tags[cue - 1] !== "," || !/^(?:VBD|VBZ)$/.test(tags[cue] ?? "")) return null;
  if (!/^(?:IN|IN\/.*|TO)$/.test(tags[0] ?? "") || CLAUSE.test(lower[0] ?? "")) return null;
  if (tags.slice(0, cue).some((tag) => FINITE.test(tag))) return null;
  const classes = trained.grammar.classesOf(stem);
  if (!classes.some((name) => name === "say" || name === "warn")) return null;
  let to = cue + 1;
  while (to < size && IN_PHRASE.test(tags[to] ?? "")) to += 1;
  if (to === cue + 1 || tags[to] !== "," || !isNoun(tags[to - 1]) || WHEN.test(lower[to - 1] ?? ""))
    return null;
  if (!(tags[to - 1] ?? "").startsWith("NNP") && !canSay(tree, to - 1)) return null;
  const isClause = /^(?:DT|PRP|PRP\$|NN.*|JJ|CD|EX)$/.test(tags[to + 1] ?? "");
  const hasVerb = tags.slice(to + 2).some((tag) => FINITE.test(tag));
  return isClause && hasVerb ? { head: to - 1, from: cue + 1, to: to - 1 } : null;
}

const CLAUSE =
  /^(?:after|before|as|while|when|if|because|since|until|though|although|unless|once|that|whether|like|unlike|despite)$/;

/** "Asks Tran: “…”": a verb at the head of its sentence, and all up to the sign before a quotation is its subject. */
export function invertedLead(
  { tags, opens, quote, trained, lower }: Tree,
  cue: number,
): SpeakerCandidate | null {
  if (!leads(lower, cue) || !SAYS.test(tags[cue] ?? "") || quote[cue] !== -1) return null;
  if (!trained.grammar.canTagQuotation(lower[cue] ?? "")) return null;
  let to = cue + 1;
  while (IN_PHRASE.test(tags[to] ?? "") && quote[to] === -1) to += 1;
  const isLead =
    to > cue + 1 && /^[,:]$/.test(tags[to] ?? "") && (opens[to + 1] ?? 0) > 0 && isNoun(tags[to - 1]);
  return isLead ? { head: to - 1, from: cue + 1, to: to - 1 } : null;
}

/** Whether a verb begins its sentence, behind "so" at most: "Said Ellis", "So said the ferryman". */
export const leads = (lower: readonly string[], cue: number) =>
  cue === 0 || (cue === 1 && /^(?:so|thus|then)$/.test(lower[0] ?? ""));

/** Whether a noun in ordinary letters stands for somebody, a body or a document. */
function canSay({ lower, trained: { cast, grammar } }: Tree, at: number): boolean {
  const word = lower[at] ?? "";
  if (/(?:ists?|ians?|eers?|ers|ors)$/.test(word)) return true;
  const one = grammar.stemOf(word, "NNS");
  return [word, one].some(
    (noun) =>
      cast.roleNouns.has(noun) ||
      cast.bodyNouns.has(noun) ||
      cast.bodyHeads.has(noun) ||
      cast.collectiveNouns.has(noun) ||
      cast.documentNouns.has(noun),
  );
}
