import type { Tree } from "../grammar";
import type { CueSite } from "./cue-sites";
import { deniedClaim, judgesClaim } from "./denied";

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

/**
 * The first word of a clause that a plain frame reports: after "that", also where an addressee, a day or a place stands
 * between ("told Reuters on Monday that …"), or after an addressee alone ("told Reuters the boat …"); null elsewhere.
 */
export function plainStart(tree: Tree, site: CueSite): number | null {
  const { tags, lower, size } = tree;
  if (tags[site.at] === "JJ") return site.at + 2 < size ? site.at + 2 : null;
  if (!(tags[site.at] ?? "").startsWith("VB")) return null;
  const claim = deniedClaim(tree, site);
  if (claim !== null) return judgesClaim(tree, claim) ? null : claim.from;
  const names = tree.trained.grammar.classesOf(site.stem);
  if (site.complement === "that" && names.length > 0) {
    const that = lower.indexOf("that", site.at + 1);
    // "says that is a betrayal": the word is what the clause is about
    if (
      THAT_IS.test(lower[that + 1] ?? "") &&
      FINITE.test(tags[that + 1] ?? "") &&
      tree.quote[that] === tree.quote[that + 1]
    )
      return that;
    return that >= 0 && hasVerbSoon(tree, that) ? wordAfter(tree, that) : null;
  }
  if (isRelative(tree, site)) return site.at + 1;
  if (names.includes("express") && site.complement === "in:to") return objectBehindAddressee(tree, site.at);
  const told = names.includes("tell") ? afterAddressee(tree, site.at) : null;
  const isSaying = told !== null || names.includes("say") || names.includes("warn");
  const that = isSaying ? laterThat(tree, site.at, told) : -1;
  if (that >= 0) return wordAfter(tree, that);
  // told the inquest “nobody answered”, but not told MPs the tunnel “will open”
  const isNext = told === null || !/^(?:DT|PRP|PRP\$|EX)$/.test(tags[told] ?? "");
  const quoted =
    isNext && names.includes("tell") && tree.quote[site.at] === -1
      ? quoteBehindAddressee(tree, site.at)
      : null;
  if (quoted !== null) return quoted;
  const timed = isSaying && told === null ? afterTime(tree, site.at) : null;
  if (timed !== null) return timed;
  const counted = isSaying && told === null ? countedBehind(tree, site.at) : null;
  if (counted !== null) return counted;
  const begins =
    /^(?:DT|PRP|PRP\$|EX)$/.test(tags[told ?? size] ?? "") || ANYBODY.test(lower[told ?? size] ?? "");
  if (told === null || told >= size || !begins) return null;
  return tags.slice(told, told + 12).some((tag) => FINITE.test(tag)) ? told : null;
}

const THAT_IS = /^(?:is|was|isn't|wasn't|'s|will|would|can|could|should|must|may|might|has|had|makes|means)$/;

/** "The plant, which the company said would close": the clause goes on behind the saying. */
export function isRelative({ tags, lower, trained, quote }: Tree, { at: cue, complement }: CueSite): boolean {
  if (complement !== "verb") return false;
  if (!FINITE.test(tags[cue + 1] ?? "") || !/^(?:VBD|VBZ|VBP)$/.test(tags[cue] ?? "")) return false;
  const names = trained.grammar.classesOf(trained.grammar.stemOf(lower[cue] ?? "", tags[cue] ?? ""));
  if (!names.some((name) => /^(?:say|warn)$/.test(name))) return false;
  let at = cue - 1;
  while (
    at > 0 &&
    cue - at < 8 &&
    /^(?:NN|PRP|DT|JJ|POS|CD|RB|IN)/.test(tags[at] ?? "") &&
    !RELATES.test(lower[at] ?? "")
  )
    at -= 1;
  return at < cue - 1 && RELATES.test(lower[at] ?? "") && tags[at - 1] === "," && quote[at] === quote[cue];
}

const RELATES = /^(?:which|who)$/;

const DAY =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|tonight|earlier|later|week|month|year|night|morning|afternoon|evening|weekend)$/;

/** "Said on Monday they had not been paid": the clause behind a day, or null. */
function afterTime({ tags, lower, size }: Tree, cue: number): number | null {
  let at = cue + 1;
  let hasDay = false;
  while (at < size && at - cue < 6) {
    const word = lower[at] ?? "";
    if (DAY.test(word)) hasDay = true;
    else if (!/^(?:on|last|late|early|this)$/.test(word)) break;
    at += 1;
  }
  if (!hasDay || !/^(?:PRP|PRP\$|DT|EX|NNS|NNP|NNPS|CD)$/.test(tags[at] ?? "")) return null;
  if (DAY.test(lower[at - 1] ?? "") && tags[at - 1] === "JJ") return null;
  return tags.slice(at + 1, at + 12).some((tag) => FINITE.test(tag)) ? at : null;
}

// words that begin a clause and go into no addressee: "told the paper nobody was fired"
const ANYBODY = /^(?:nobody|everybody|everyone|somebody|someone|nothing|everything|something)$/;

const ROUGHLY =
  /^(?:at|least|most|up|to|about|some|more|fewer|less|than|around|roughly|nearly|almost|over|only|just|no)$/;

/** "Said at least 50 of the homes would be let": a clause that begins with how many of them, or null. */
function countedBehind({ tags, lower, quote }: Tree, cue: number): number | null {
  let at = cue + 1;
  while (at - cue < 5 && ROUGHLY.test(lower[at] ?? "")) at += 1;
  if (tags[at] !== "CD" || lower[at + 1] !== "of" || quote[at] !== quote[cue]) return null;
  if (!/^(?:the|its|our|his|her|their|these|those)$/.test(lower[at + 2] ?? "")) return null;
  return tags.slice(at + 3, at + 12).some((tag) => FINITE.test(tag)) ? cue + 1 : null;
}

/** What follows the words for whoever was told, or null when the cue names nobody. */
function afterAddressee(tree: Tree, cue: number): number | null {
  const { tags, lower } = tree;
  let at = cue + 1;
  if (tags[at] === "PRP") return at + 1;
  while (/^(?:DT|PRP\$|JJ|CD)$/.test(tags[at] ?? "") && !tree.opens[at]) at += 1;
  const noun = at;
  while ((/^(?:NNPS?|NNS?|POS)$/.test(tags[at] ?? "") && !ANYBODY.test(lower[at] ?? "")) || isTitle(tree, at))
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

/** Where a quotation in small letters opens right behind whoever was told, or null. */
function quoteBehindAddressee({ tags, opens, size }: Tree, cue: number): number | null {
  let at = cue + 1;
  while (at < size && at - cue < 7 && !opens[at] && /^(?:DT|JJ.?|NN.*|POS|PRP\$?|CD)$/.test(tags[at] ?? ""))
    at += 1;
  return opens[at] === 1 && at > cue + 1 ? at : null;
}

/** The "that" after words which only say where, when or to whom; -1 when something else stands between. */
function laterThat(tree: Tree, cue: number, told: number | null): number {
  const { tags, lower, quote, size } = tree;
  const from = pastSource(tree, told ?? cue + 1);
  if (from > (told ?? cue + 1)) return lower[from] === "that" && hasVerbSoon(tree, from) ? from : -1;
  if (told === null && !/^(?:IN|RB|TO|NNP)$/.test(tags[from] ?? "")) return -1;
  for (let at = from; at < size && at - from < 12; at += 1) {
    if (isTitle(tree, at)) at = titleEnd(tree, at);
    if (lower[at] === "that" && quote[at] === quote[cue]) return hasVerbSoon(tree, at) ? at : -1;
    if (!/^(?:IN|RB|TO|NN.*|DT|JJ|CD|POS|PRP\$|,)$/.test(tags[at] ?? "")) return -1;
  }
  return -1;
}

/** Past ", citing two officials," between a cue and what was said. */
function pastSource({ tags, lower, size }: Tree, from: number): number {
  // "told AFP, which first reported the raid, that …"
  if (tags[from] === "," && /^(?:which|who)$/.test(lower[from + 1] ?? "")) {
    const close = tags.indexOf(",", from + 2);
    return close > 0 && close - from < 18 && lower[close + 1] === "that" ? close + 1 : from;
  }
  if (tags[from] !== "," || !/^(?:citing|quoting)$/.test(lower[from + 1] ?? "")) return from;
  let at = from + 2;
  while (
    at < size &&
    at - from < 14 &&
    /^(?:IN|NN.*|DT|JJ|CD|POS|PRP\$|VBN)$/.test(tags[at] ?? "") &&
    lower[at] !== "that"
  )
    at += 1;
  return tags[at] === "," ? at + 1 : from;
}

function hasVerbSoon({ tags }: Tree, that: number): boolean {
  return tags.slice(that + 1, that + 14).some((tag) => FINITE.test(tag));
}

function wordAfter({ tags, size }: Tree, that: number): number | null {
  let at = that + 1;
  while (/^[,:]$/.test(tags[at] ?? "")) at += 1;
  return that >= 0 && at < size ? at : null;
}

/** "Expressed to the committee his “deep unease”": the object behind the phrase for whoever was told, or null. */
function objectBehindAddressee({ tags, size }: Tree, cue: number): number | null {
  let at = cue + 2;
  while (/^(?:DT|PRP\$|JJ|CD)$/.test(tags[at] ?? "")) at += 1;
  const noun = at;
  while (/^(?:NNS?|NNPS?|POS)$/.test(tags[at] ?? "")) at += 1;
  return at > noun && at < size && /^(?:DT|PRP\$)$/.test(tags[at] ?? "") ? at : null;
}

/** "expressed readiness to …", "dismissed claims that … as “a fairy tale”": the object is what was said, from its first word. */
export function objectStart(tree: Tree, site: CueSite): number | null {
  if (
    !/^np\+(?:to|that)$/.test(site.complement) ||
    !/^(?:deny|reject|dismis|expres|voic|rais)$/.test(site.stem)
  )
    return null;
  return /^(?:NN|JJ|DT|PRP\$|CD)/.test(tree.tags[site.at + 1] ?? "") ? site.at + 1 : null;
}

/** "His claim that the pitch was doctored drew laughter": what is claimed ends before the verb that the claim governs. */
export function lastEnd(tree: Tree, site: CueSite): number {
  const { at, complement } = site;
  const { tags, heads, size } = tree;
  if (isRelative(tree, site)) {
    const comma = tags.indexOf(",", at + 1);
    return comma < 0 ? size : comma;
  }
  if (!(tags[at] ?? "").startsWith("NN")) return size;
  const head = heads[at] ?? -1;
  if (head > at && FINITE.test(tags[head] ?? "")) return head;
  return complement === "that" ? secondVerb(tree, at) : size;
}

/** "The claim that the river is clean | was met with laughter": a verb right behind a whole clause, without a subject of its own. */
function secondVerb({ tags, lower, size, closes }: Tree, from: number): number {
  let verb = -1;
  let hasSubject = false;
  for (let at = from + 2; at < size; at += 1) {
    const tag = tags[at] ?? "";
    if (
      /^(?:,|:|CC|W.*)$/.test(tag) ||
      /^(?:that|as|if|than|because|while|when)$/.test(lower[at] ?? "") ||
      closes[at]
    )
      return size;
    if (FINITE.test(tag) && tags[at - 1] !== "MD") {
      if (verb >= 0 && !hasSubject) return at;
      if (verb >= 0) return size;
      verb = at;
      hasSubject = false;
    } else if (verb >= 0 && /^(?:NN|PRP$)/.test(tag)) hasSubject = true;
  }
  return size;
}

/** "They said it took all day, but was halted after the others allegedly left": who alleges is still who said it. */
export function pastHedge({ tags, lower, size, quote }: Tree, to: number): number {
  if (tags[to + 1] !== "," || !/^(?:but|and|while)$/.test(lower[to + 2] ?? "")) return to;
  let final = size - 1;
  while (final > to && !/[\p{L}\p{N}]/u.test(lower[final] ?? "")) final -= 1;
  const rest = lower.slice(to + 2, final + 1);
  return rest.includes("allegedly") && quote[final] === quote[to] ? final : to;
}
