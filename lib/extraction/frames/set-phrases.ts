import type { Surface, Tree } from "../grammar";
import { tagTest } from "../weights";
import { asPut, forWhom, onlySaid, perSource, toldBy } from "./asides";
import { accordingToNamed, citedBehind } from "./cited-behind";
import { putAt } from "./estimates";
import type { Frame } from "./frame";
import {
  accordingWithin,
  conviction,
  heardFrom,
  interposed,
  madeKnown,
  verdictOf,
  viewHeldBy,
} from "./held-views";
import { frameOf, isPassiveAt, phraseFrom, quotationAfter, quotationBefore, stretchFrom } from "./phrases";

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const BE = /^(?:is|are|was|were|be|been|being)$/;

/**
 * What fixed phrases report, whatever their words are elsewhere: "in the words of X, “…”", "to quote X: “…”", "in X's view,
 * …", "called “…” by X", "“…” was how X put it".
 */
export function setPhrases(tree: Tree): Frame[] {
  const found: Frame[] = [];
  for (let at = 0; at < tree.size; at += 1) {
    if (tree.quote[at] !== -1) continue;
    if (!isVerb(tree.tagSymbols[at] ?? 0) && !LEADS.has(tree.lower[at] ?? "")) continue;
    const frame =
      wordsOf(tree, at) ??
      viewHeldBy(tree, at) ??
      heardFrom(tree, at) ??
      interposed(tree, at) ??
      accordingWithin(tree, at) ??
      accordingToNamed(tree, at) ??
      citedBehind(tree, at) ??
      madeKnown(tree, at) ??
      verdictOf(tree, at) ??
      conviction(tree, at) ??
      putAt(tree, at) ??
      viewOf(tree, at) ??
      calledBy(tree, at) ??
      howPut(tree, at) ??
      asPut(tree, at) ??
      onlySaid(tree, at) ??
      toldBy(tree, at) ??
      forWhom(tree, at) ??
      perSource(tree, at);
    if (frame !== null) found.push(frame);
  }
  return found;
}

/** Words of which such a phrase has one that no other sentence needs to have. */
const NAMES_ONE: ReadonlySet<string> = new Set(
  "put puts per words quote view opinion telling estimation judgment judgement how assessment reading account eyes mind hear ask known clear plain public slip saying notice verdict message answer response reply conclusion warning advice plea reaction motto summary cry refrain mantra promise order instruction boast lament complaint comment explanation retort slogan catchphrase excuse defence defense word remark diagnosis adamant blunt emphatic unequivocal succinct defiant categorical firm unrepentant scathing philosophical frank certain convinced unambiguous insistent direct curt terse brief".split(
    " ",
  ),
);

/** Words that lead into one of the phrases besides: every other word that is no verb leads into none. */
const LEADS: ReadonlySet<string> = new Set([
  ...NAMES_ONE,
  "that",
  "according",
  "as",
  "way",
  "all",
  "what",
  "for",
]);
const isVerb = tagTest(/^VB[DZPN]$/);

/** Whether a sentence may hold such a phrase; only then it is worth parsing. */
export function hasSetPhrase({ lower }: Surface): boolean {
  return lower.some((word, at) => NAMES_ONE.has(word) || (at === 0 && word === "for"));
}

/** "In the words of X", "to quote X", "to use X's words": the quotation of the sentence is X's. */
function wordsOf(tree: Tree, at: number): Frame | null {
  const { lower } = tree;
  const isWords =
    lower[at] === "words" && lower[at - 1] === "the" && lower[at - 2] === "in" && lower[at + 1] === "of";
  const isQuote = lower[at] === "quote" && lower[at - 1] === "to";
  if (!isWords && !isQuote) return null;
  const speaker = phraseFrom(tree, at + (isWords ? 2 : 1));
  if (speaker === null) return null;
  const content = quotationAfter(tree, speaker.to + 1) ?? quotationBefore(tree, at - 2);
  return content === null
    ? null
    : frameOf(tree, at, speaker, [content], content.from > at ? "after" : "before");
}

/** "In X's view, …", "in the opinion of X": what the sentence says besides, or what it has in marks. */
function viewOf(tree: Tree, at: number): Frame | null {
  const { lower, tags, size } = tree;
  if (!/^(?:view|opinion|telling|words|estimation|judgment|judgement)$/.test(lower[at] ?? "")) return null;
  let from = at;
  while (from > 0 && at - from < 8 && lower[from] !== "in") from -= 1;
  if (lower[from] !== "in" || (tags[at - 1] !== "POS" && tags[at - 1] !== "PRP$")) return null;
  const end = tags[at - 1] === "POS" ? at - 2 : at - 1;
  const speaker = { head: end, from: from + 1, to: end };
  if (end <= from || tree.quote[from] !== -1) return null;
  const quoted = quotationAfter(tree, at + 1) ?? quotationBefore(tree, from - 1);
  if (quoted !== null) return frameOf(tree, at, speaker, [quoted], quoted.from > at ? "after" : "before");
  if (from > 0 || tags[at + 1] !== ",") return null;
  let to = size - 1;
  while (to > at && !/[\p{L}\p{N}]/u.test(lower[to] ?? "")) to -= 1;
  const hasVerb = tags.slice(at + 2, to + 1).some((tag) => FINITE.test(tag));
  return hasVerb ? frameOf(tree, at, speaker, [{ from: at + 2, to }], "after") : null;
}

/** "Was called “a sewer” by X", "was described by X as “a sewer”": the name in marks is X's. */
function calledBy(tree: Tree, at: number): Frame | null {
  const { lower, tags, opens, size } = tree;
  if (!/^VB[ND]$/.test(tags[at] ?? "") || !isPassiveAt(tree, at)) return null;
  if (!tree.trained.grammar.classesOf(tree.trained.grammar.stemOf(lower[at] ?? "", "VBN")).includes("label"))
    return null;
  let open = at + 1;
  while (open < size && open - at < 14 && !opens[open]) open += 1;
  if (!opens[open]) return null;
  const content = stretchFrom(tree, open);
  const by = lower.indexOf("by", at + 1);
  const isBefore = by === at + 1;
  if (
    by < 0 ||
    (!isBefore && by !== content.to + 1 && !(tags[content.to + 1] === "," && by === content.to + 2))
  )
    return null;
  const speaker = phraseFrom(tree, by + 1);
  if (speaker === null || (isBefore && lower[open - 1] !== "as")) return null;
  return frameOf(tree, at, speaker, [content], "after");
}

/** "“…” was how X put it", "“…” is how X described it" */
function howPut(tree: Tree, at: number): Frame | null {
  const { lower, tags, closes } = tree;
  if (lower[at] !== "how" || !BE.test(lower[at - 1] ?? "") || !closes[at - 2]) return null;
  let verb = at + 1;
  while (verb < tree.size && verb - at < 10 && !/^VB[DZP]$/.test(tags[verb] ?? "")) verb += 1;
  const sumsUp = /^(?:summed|sums)$/.test(lower[verb] ?? "") && lower[verb + 1] === "up";
  const describes = /^(?:describe[ds]|summari[sz]e[ds]|characteri[sz]e[ds])$/.test(lower[verb] ?? "");
  if (!/^(?:it|things)$/.test(lower[verb + 1] ?? "") && !sumsUp && !describes) return null;
  const speaker = phraseFrom(tree, at + 1);
  const content = quotationBefore(tree, at - 2);
  return speaker === null || content === null ? null : frameOf(tree, verb, speaker, [content], "before");
}
