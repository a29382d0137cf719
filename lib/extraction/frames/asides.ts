import type { Tree } from "../grammar";
import type { Frame } from "./frame";
import { frameOf, isPassiveAt, phraseFrom, quotationBefore, stretchFrom } from "./phrases";

const BE = /^(?:is|are|was|were|be|been|being)$/;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const SEES =
  /^(?:sees?|saw|puts?|tells?|told|has|had|remembers?|remembered|describes?|described|explains?|explained)$/;
const USED = /^(?:used|likes?|liked|loves?|loved|once|always|often|famously|never|still|has|had|would)$/;
const SAYS =
  /^(?:say|says|said|put|puts|saying|tell|warn|warned|joke|joked|quip|quipped|note|noted|write|wrote)$/;
const LEAST_WORDS = 3;

/**
 * "As my aunt used to say, …", "The way Dr. Amin sees it, …", "It was, as she put it, “…”": the rest of the sentence is theirs,
 * or its quotation. "As he said on Friday, …" stays with the weights.
 */
export function asPut(tree: Tree, at: number): Frame | null {
  const { lower, tags, quote, size } = tree;
  const isWay = lower[at] === "way" && lower[at - 1] === "the" && at === 1;
  const isWithin = lower[at] === "as" && tags[at - 1] === "," && at > 1;
  if (!isWay && !isWithin && !(lower[at] === "as" && at === 0)) return null;
  const speaker = phraseFrom(tree, at + 1);
  if (speaker === null) return null;
  let verb = speaker.to + 1;
  let isHabit = false;
  while (verb < size && USED.test(lower[verb] ?? "") && lower[verb + 1] !== "it") {
    isHabit = true;
    verb += 1;
  }
  if (isHabit && lower[verb] === "to") verb += 1;
  const seesIt = SEES.test(lower[verb] ?? "") && /^(?:it|things|this)$/.test(lower[verb + 1] ?? "");
  if (!seesIt && !(isHabit && SAYS.test(lower[verb] ?? ""))) return null;
  const comma = verb + (seesIt ? 2 : 1);
  if (!/^[,:]$/.test(tags[comma] ?? "")) return null;
  let to = size - 1;
  while (to > comma && !/[\p{L}\p{N}]/u.test(lower[to] ?? "")) to -= 1;
  if (quote[comma + 1] !== -1) return frameOf(tree, verb, speaker, [stretchFrom(tree, comma + 1)], "after");
  if (to - comma < LEAST_WORDS || quote[at + 1] !== quote[0]) return null;
  const rest = { from: comma + 1, to };
  return isWithin
    ? frameOf(tree, verb, speaker, [{ from: 0, to: at - 2 }, rest], "around")
    : frameOf(tree, verb, speaker, [rest], "after");
}

/** "“Enough” was all the widow would say", "“No” is what he told them": the quotation is theirs. */
export function onlySaid(tree: Tree, at: number): Frame | null {
  const { lower, tags, size } = tree;
  if (!/^(?:all|what)$/.test(lower[at] ?? "") || !BE.test(lower[at - 1] ?? "")) return null;
  const content = quotationBefore(tree, at - 2);
  const speaker = content === null ? null : phraseFrom(tree, at + (lower[at + 1] === "that" ? 2 : 1));
  if (content === null || speaker === null) return null;
  let verb = speaker.to + 1;
  while (verb < size && /^(?:MD|RB|TO|VB[DZP])$/.test(tags[verb] ?? "") && !says(tree, verb)) verb += 1;
  return says(tree, verb) ? frameOf(tree, verb, speaker, [content], "before") : null;
}

function says({ lower, tags, trained: { grammar } }: Tree, at: number): boolean {
  const tag = tags[at] ?? "";
  return (
    tag.startsWith("VB") &&
    grammar.classesOf(grammar.stemOf(lower[at] ?? "", tag)).some((name) => name === "say" || name === "tell")
  );
}

/** "Delegates were assured by the minister that visas would be issued": who tells stands behind "by". */
export function toldBy(tree: Tree, at: number): Frame | null {
  const { lower, tags, size } = tree;
  const { classesOf, stemOf } = tree.trained.grammar;
  if (!/^VB[ND]$/.test(tags[at] ?? "") || lower[at + 1] !== "by" || !isPassiveAt(tree, at)) return null;
  const names = classesOf(stemOf(lower[at] ?? "", "VBN"));
  if (!names.includes("tell") && !names.includes("say")) return null;
  const speaker = phraseFrom(tree, at + 2);
  if (speaker === null) return null;
  let that = speaker.to + 1;
  while (
    that < size &&
    that - speaker.to < 5 &&
    /^(?:IN|NNP|DT|NN)$/.test(tags[that] ?? "") &&
    lower[that] !== "that"
  )
    that += 1;
  if (lower[that] !== "that") return null;
  let to = size - 1;
  while (to > that && !/[\p{L}\p{N}%]/u.test(lower[to] ?? "")) to -= 1;
  const hasVerb = tags.slice(that + 1, to + 1).some((tag) => FINITE.test(tag));
  return hasVerb ? frameOf(tree, at, speaker, [{ from: that + 1, to }], "after") : null;
}

/** "For the historian Jo Marsh, the letter is “a smoking gun”": the quotation is theirs when the phrase names a person. */
export function forWhom(tree: Tree, at: number): Frame | null {
  const { lower, tags, trained, opens, size } = tree;
  if (at !== 0 || lower[0] !== "for") return null;
  const speaker = phraseFrom(tree, 1);
  if (speaker === null || tags[speaker.to + 1] !== "," || !(tags[speaker.to] ?? "").startsWith("NNP"))
    return null;
  const { roleNouns, maleNames, femaleNames } = trained.cast;
  const words = lower.slice(speaker.from, speaker.to + 1);
  if (!words.some((word) => roleNouns.has(word) || maleNames.has(word) || femaleNames.has(word))) return null;
  for (let open = speaker.to + 2; open < size; open += 1) {
    if (isVerbOfSaying(tree, open)) return null;
    if (!opens[open]) continue;
    const isSaid = tags.slice(speaker.to + 2, open).some((tag) => FINITE.test(tag));
    const content = stretchFrom(tree, open);
    for (let after = content.to + 1; after < size; after += 1) if (isVerbOfSaying(tree, after)) return null;
    return isSaid ? frameOf(tree, 0, speaker, [content], "after") : null;
  }
  return null;
}

/** Whether a word is a verb that says by itself whose the words are. */
const isVerbOfSaying = (tree: Tree, at: number): boolean => tree.quote[at] === -1 && says(tree, at);

/** "Per the filing, the deal is off", "The trade is done, per ESPN's Ana Ruiz.": what a source says, in the words of desks. */
export function perSource(tree: Tree, at: number): Frame | null {
  const { lower, tags, size, quote } = tree;
  if (lower[at] !== "per" || !/^(?:NNP|NNPS|DT)$/.test(tags[at + 1] ?? "")) return null;
  const speaker = phraseFrom(tree, at + 1);
  if (speaker === null || /^an?$/.test(lower[at + 1] ?? "")) return null;
  const isWord = (place: number) => /[\p{L}\p{N}]/u.test(lower[place] ?? "");
  let to = size - 1;
  while (to > at && !isWord(to)) to -= 1;
  const isLast = at > 2 && tags[at - 1] === "," && speaker.to === to;
  const isFirst = at === 0 && tags[speaker.to + 1] === ",";
  if (!isFirst && !isLast) return null;
  const content = isFirst ? { from: speaker.to + 2, to } : { from: 0, to: at - 2 };
  // "Per Lindqvist, a farmer, said …" is a name
  for (let verb = content.from; verb <= content.to; verb += 1)
    if (quote[verb] === -1 && isVerbOfSaying(tree, verb)) return null;
  const hasVerb = tags.slice(content.from, content.to + 1).some((tag) => FINITE.test(tag));
  return hasVerb ? frameOf(tree, at, speaker, [content], isFirst ? "after" : "before") : null;
}
