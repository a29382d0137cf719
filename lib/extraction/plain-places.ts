import type { CueSite } from "./cue-sites";
import { classesOf } from "./en/cue-classes";
import type { Layout } from "./layouts";
import type { TaggedQuotation } from "./quotation-tags";
import { isTailTag } from "./quotation-tags";
import type { Tree } from "./tree";

/** How sure it is at least where words stand that a plain frame points at. */
const PLAIN_PLACE = 0.9;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

interface Placed {
  readonly layout: Layout;
  readonly share: number;
}

/**
 * Where the words stand, when the frame leaves no doubt: before a tag right after a closing mark (and after it, when
 * they go on), after a clause that introduces them, before a tag at the end, before or after "according to".
 */
export function settledLayout(
  tree: Tree,
  site: CueSite,
  placed: Placed,
  { tagged, introduced }: { readonly tagged: TaggedQuotation | null; readonly introduced: number },
): Placed {
  if (tree.quote[site.at] !== -1) return placed;
  const sure = (layout: Layout): Placed => ({ layout, share: Math.max(PLAIN_PLACE, placed.share) });
  if (introduced >= 0) return sure(tagged === null ? "after" : "around");
  if (tagged !== null && placed.layout === "after") {
    return sure(opensSoon(tree, site.at) ? "around" : "before");
  }
  if (tagged !== null) return { ...placed, share: Math.max(PLAIN_PLACE, placed.share) };
  if (tree.lower[site.at] === "according") return accordingTo(tree, site, placed, sure);
  if (site.complement !== "that" && plainStart(tree, site) !== null) return sure("after");
  // "When asked, he said no": what stands before the tag is no statement of its own
  const isFronted = /^(?:IN|VBN|VBG|WRB|RB|TO)$/.test(tree.tags[0] ?? "");
  const opensLater = tree.opens.subarray(site.at).some((open) => open > 0);
  return !isFronted && !opensLater && isTailTag(tree, site) ? sure("before") : placed;
}

/** Whether a quotation goes on after a tag: “…,” she says, “…"; not in “…,” says the site on “The Countdown”. */
function opensSoon({ opens, tags }: Tree, cue: number): boolean {
  for (let at = cue + 1; at < cue + 6; at += 1)
    if (opens[at]) return at === cue + 1 || /^(?:[,.:]|CC)$/.test(tags[at - 1] ?? "");
  return false;
}

/** "The glacier retreats, according to …, who …": unless the sentence goes on after it, the statement stands before. */
function accordingTo(
  { tags, lower }: Tree,
  { at }: CueSite,
  placed: Placed,
  sure: (layout: Layout) => Placed,
): Placed {
  if (at === 0) return sure("after");
  if (tags[at - 1] !== "," || at < 4) return placed;
  const verb = tags.findIndex((tag, place) => place > at && FINITE.test(tag));
  const isAside = verb > 0 && /^(?:who|which|that)$/.test(lower[verb - 1] ?? "");
  return verb < 0 || isAside ? sure("before") : placed;
}

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
