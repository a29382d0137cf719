import type { Tree } from "../grammar";
import { classesOf } from "../languages/en";
import type { CueSite } from "./cue-sites";

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

/**
 * The first word of a clause that a plain frame reports: after "that", also where an addressee, a day or a place stands
 * between ("told Reuters on Monday that …"), or after an addressee alone ("told Reuters the boat …"); null elsewhere.
 */
export function plainStart(tree: Tree, site: CueSite): number | null {
  const { tags, lower, size } = tree;
  if (!(tags[site.at] ?? "").startsWith("VB")) return null;
  const names = classesOf(site.stem);
  if (site.complement === "that" && names.length > 0) {
    const that = lower.indexOf("that", site.at + 1);
    return that >= 0 && hasVerbSoon(tree, that) ? wordAfter(tree, that) : null;
  }
  const told = names.includes("tell") ? afterAddressee(tree, site.at) : null;
  const isSaying = told !== null || names.includes("say") || names.includes("warn");
  const that = isSaying ? laterThat(tree, site.at, told) : -1;
  if (that >= 0) return wordAfter(tree, that);
  if (told === null || told >= size || !/^(?:DT|PRP|PRP\$|EX)$/.test(tags[told] ?? "")) return null;
  return tags.slice(told, told + 12).some((tag) => FINITE.test(tag)) ? told : null;
}

/** What follows the words for whoever was told, or null when the cue names nobody. */
function afterAddressee(tree: Tree, cue: number): number | null {
  const { tags } = tree;
  let at = cue + 1;
  if (tags[at] === "PRP") return at + 1;
  while (/^(?:DT|PRP\$|JJ|CD)$/.test(tags[at] ?? "") && !tree.opens[at]) at += 1;
  const noun = at;
  while (/^(?:NNPS?|NNS?|POS)$/.test(tags[at] ?? "") || isTitle(tree, at))
    at = isTitle(tree, at) ? titleEnd(tree, at) : at + 1;
  return at === noun ? null : at;
}

/** Whether the title of a programme or a paper opens here: “Good Morning America”. */
function isTitle(tree: Tree, at: number): boolean {
  return tree.opens[at] === 2 && titleEnd(tree, at) - at <= 5;
}

function titleEnd({ quote, size }: Tree, from: number): number {
  let at = from;
  while (at < size && quote[at] === quote[from]) at += 1;
  return at;
}

/** The "that" after words which only say where, when or to whom; -1 when something else stands between. */
function laterThat(tree: Tree, cue: number, told: number | null): number {
  const { tags, lower, quote, size } = tree;
  const from = told ?? cue + 1;
  if (told === null && !/^(?:IN|RB|TO|NNP)$/.test(tags[from] ?? "")) return -1;
  for (let at = from; at < size && at - from < 12; at += 1) {
    if (isTitle(tree, at)) at = titleEnd(tree, at);
    if (lower[at] === "that" && quote[at] === quote[cue]) return hasVerbSoon(tree, at) ? at : -1;
    if (!/^(?:IN|RB|TO|NN.*|DT|JJ|CD|POS|PRP\$|,)$/.test(tags[at] ?? "")) return -1;
  }
  return -1;
}

function hasVerbSoon({ tags }: Tree, that: number): boolean {
  return tags.slice(that + 1, that + 14).some((tag) => FINITE.test(tag));
}

function wordAfter({ tags, size }: Tree, that: number): number | null {
  let at = that + 1;
  while (/^[,:]$/.test(tags[at] ?? "")) at += 1;
  return that >= 0 && at < size ? at : null;
}

/** "expressed readiness to …", "denies Pakistani claims that …": the object is what was said, from its first word. */
export function objectStart(tree: Tree, site: CueSite): number | null {
  if (!/^np\+(?:to|that)$/.test(site.complement) || !/^(?:deny|reject|dismis|expres|voic)$/.test(site.stem))
    return null;
  return /^(?:NN|JJ|DT|PRP\$|CD)/.test(tree.tags[site.at + 1] ?? "") ? site.at + 1 : null;
}

/** "His claim that the pitch was doctored drew laughter": what is claimed ends before the verb that the claim governs. */
export function lastEnd({ tags, heads, size }: Tree, { at }: CueSite): number {
  const head = heads[at] ?? -1;
  return (tags[at] ?? "").startsWith("NN") && head > at && FINITE.test(tags[head] ?? "") ? head : size;
}

/** "They said it took all day, but was halted after the others allegedly left": who alleges is still who said it. */
export function pastHedge({ tags, lower, size, quote }: Tree, to: number): number {
  if (tags[to + 1] !== "," || !/^(?:but|and|while)$/.test(lower[to + 2] ?? "")) return to;
  let final = size - 1;
  while (final > to && !/[\p{L}\p{N}]/u.test(lower[final] ?? "")) final -= 1;
  const rest = lower.slice(to + 2, final + 1);
  return rest.includes("allegedly") && quote[final] === quote[to] ? final : to;
}
