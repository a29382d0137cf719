import type { CueSite } from "./cue-sites";
import { parsedSubject } from "./cue-sites";
import { classesOf } from "./en/cue-classes";
import type { Tree } from "./tree";
import { isNoun } from "./tree";

/** How sure a plain, lexical frame is at least, whatever the weights say of a verb they have seldom seen. */
const PLAIN = 0.78;

// for each class of the lexicon the complements with which it reports without doubt
const PLAIN_FRAMES: Readonly<Record<string, RegExp>> = {
  say: /^that$/,
  tell: /^np\+that$/,
  warn: /^(?:that|np\+that|finite)$/,
  think: /^that$/,
  hope: /^that$/,
  hint: /^(?:that|in:at)$/,
  show: /^that$/,
  deny: /^(?:that|ing)$/,
  accuse: /^np\+in:(?:of|for)$/,
  urge: /^np\+to$/,
};
// verbs so plain that a bare clause after them is reported speech
const BARE =
  /^(?:say|warn|claim|argu|believ|insist|maintain|alleg|stres|think|hop|fear|acknowledg|admit|ad|not|suggest|predict|report|reckon|caution|tel)$/;
const URGES = /^(?:urg|implor|beg|exhort|ask|cal|order|instruct|warn|tel|encourag|pres|invit|beseech|advis)$/;
const NOMINAL =
  /^(?:accusation|allegation|assertion|claim|complaint|contention|denial|insistence|warning|fear|suggestion|statement|announcement|argument|assurance|promise|pledge|vow|admission|prediction|belief|hope)$/;

/** The least share a cue deserves because the lexicon and the words around it leave no doubt; 0 when they do. */
export function certaintyOf(tree: Tree, site: CueSite): number {
  const { tags, lower, quote, closes } = tree;
  const cue = site.at;
  const tag = tags[cue] ?? "";
  if (quote[cue] !== -1) return 0;
  if (tag === "NN" || tag === "NNS") return isOwnedClaim(tree, site) ? PLAIN : 0;
  if (!tag.startsWith("VB") || isPassive(tree, cue) || lower[cue - 1] === "to") return 0;
  if (/^(?:if|would|could|should|might|may)$/.test(lower[cue - 1] ?? "")) return 0;
  if (closesBeforeTag(tree, site)) return PLAIN;
  const subject = parsedSubject(tree, cue);
  if (subject < 0 || closes[cue - 1] || /^(?:WDT|EX)$/.test(tags[subject] ?? "")) return 0;
  if (isTailTag(tree, site, subject)) return PLAIN;
  if (site.complement === "finite" && BARE.test(site.stem)) return PLAIN;
  const isPlain = classesOf(site.stem).some(
    (name) => PLAIN_FRAMES[name]?.test(site.complement) && (name !== "urge" || URGES.test(site.stem)),
  );
  if (isPlain) return PLAIN;
  return site.stem === "deny" && /^np/.test(site.complement) ? 0.65 : 0;
}

/** "Islamabad's accusations that …", "Pakistani claims that …": a noun of saying with its owner and a clause. */
function isOwnedClaim({ tags, lower }: Tree, site: CueSite): boolean {
  if (site.complement !== "that" || !NOMINAL.test(site.stem)) return false;
  const before = tags[site.at - 1] ?? "";
  if (before === "POS" || before === "PRP$") return true;
  if (before.startsWith("NNP")) return true;
  return (
    before === "JJ" &&
    /(?:ani|ian|ish|ese|ean|can|ian|i|an)$/.test(lower[site.at - 1] ?? "") &&
    /^\p{Ll}/u.test(lower[site.at] ?? "")
  );
}

/** A quotation closes directly before a tag of subject and verb: "…,” she went on, “…" or "…,” opined Asif." */
export function closesBeforeTag({ tags, closes, size, opens }: Tree, site: CueSite): boolean {
  const cue = site.at;
  let left = cue - 1;
  while (
    left >= 0 &&
    cue - left < 7 &&
    /^(?:NN|PRP|DT|JJ|RB|POS|CD|VBD|VBZ)/.test(tags[left] ?? "") &&
    !closes[left]
  )
    left -= 1;
  let from = left;
  while (from >= 0 && /^[,.:]$/.test(tags[from] ?? "") && !closes[from]) from -= 1;
  if (!closes[from] && !closes[left]) return false;
  const hasSubject =
    tags.slice(left + 1, cue).some(isNoun) || isNoun(tags[cue + 1]) || tags[cue + 1] === "DT";
  if (!hasSubject || (tags[cue] !== "VBD" && tags[cue] !== "VBZ")) return false;
  let after = cue + 1;
  while (
    after < size &&
    after - cue < 8 &&
    /^(?:NN|PRP|DT|JJ|RB|RP|POS|CD|IN)/.test(tags[after] ?? "") &&
    !opens[after]
  )
    after += 1;
  return after >= size || /^[,.:]$/.test(tags[after] ?? "") || (opens[after] ?? 0) > 0;
}

/** A tag after a whole clause: "The talks have stalled, officials said on Tuesday." */
function isTailTag({ tags, first }: Tree, site: CueSite, subject: number): boolean {
  const from = first[subject] ?? subject;
  if (tags[from - 1] !== "," || site.at - subject > 3) return false;
  if (
    !classesOf(site.stem).some(
      (name) => name === "say" || name === "warn" || name === "think" || name === "show",
    )
  )
    return false;
  const hasVerb = tags.slice(0, from - 1).some((tag) => /^(?:VBD|VBZ|VBP|MD)$/.test(tag));
  const rest = tags.slice(site.at + 1);
  const isShort = rest.length <= 10 && !rest.some((tag) => /^(?:VB[DZP]?|MD|TO|W.*|CC)$/.test(tag));
  return hasVerb && isShort && (rest.length <= 1 || /^(?:IN|NNP|RB|\.|,|NN|DT)$/.test(rest[0] ?? ""));
}

/** Whether a form of "be" makes the verb passive. */
export function isPassive({ tags, lower }: Tree, cue: number): boolean {
  if (tags[cue] !== "VBN" && tags[cue] !== "VBD") return false;
  for (let at = cue - 1; at >= 0 && cue - at < 5; at -= 1) {
    if (/^(?:is|are|was|were|be|been|being|'s|'re|am)$/.test(lower[at] ?? "")) return true;
    if (!/^(?:RB|VBN|MD|VB|VBD|VBZ|VBP)$/.test(tags[at] ?? "")) return false;
  }
  return false;
}

const FEELS =
  /^(?:worry|concern|pleas|convinc|satisfy|disappoint|determin|commit|oppos|inclin|scar|frighten|surpris|shock|sadden|thril|delight|alarm|persuad|prepar|reassur|expect|suppos|schedul|confus|impres|interest|excit|frustrat|upset|bother|disturb|outrag)$/;

/** Whether the subject of a passive cue is not its speaker: "Pakistan was once considered the backer". */
export function hidesSpeaker(tree: Tree, site: CueSite): boolean {
  return isPassive(tree, site.at) && !FEELS.test(site.stem) && classesOf(site.stem).length > 0;
}
