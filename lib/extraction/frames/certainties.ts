import type { Tree } from "../grammar";
import type { CueSite } from "./cue-sites";
import { isConviction, parsedSubject } from "./cue-sites";
import { isQuotedAsTelling } from "./quotation-tags";
import type { Signs } from "./signs";

/** How sure a plain, lexical frame is at least, whatever the weights say of a verb they have seldom seen. */
const PLAIN = 0.78;

/** The same for a verb that is no verb of saying but stands directly before a quotation: "Lund sings, “…”". */
const INTRODUCES = 0.65;

// for each class of the lexicon the complements with which it reports without doubt
const PLAIN_FRAMES: Readonly<Record<string, RegExp>> = {
  say: /^that$/,
  tell: /^np\+that$/,
  warn: /^(?:that|np\+that|finite)$/,
  think: /^that$/,
  hope: /^that$/,
  hint: /^(?:that|in:at)$/,
  show: /^that$/,
  rule: /^that$/,
  deny: /^(?:that|ing)$/,
  accuse: /^np\+in:(?:of|for)$/,
  urge: /^np\+to$/,
};
// verbs so plain that a bare clause after them is reported speech
const BARE =
  /^(?:say|rul|confirm|announc|conclud|declar|warn|claim|argu|believ|insist|maintain|alleg|stres|think|hop|fear|acknowledg|admit|ad|not|suggest|predict|report|reckon|caution|tel|contend|assert|asert|aver|posit|testify|recal|jok|quip|boast|complain|lament|reveal|explain|disclos|reiterat|concede|conced|vow|pledg|swear|postulat|tweet|remark|emphasiz|emphasis|whisper|radio|recount|surmis|gues|swor|attest|affirm|proclaim|joke)$/;
const URGES = /^(?:urg|implor|beg|exhort|ask|cal|order|instruct|warn|tel|encourag|pres|invit|beseech|advis)$/;
const NOMINAL =
  /^(?:accusation|allegation|assertion|claim|complaint|contention|denial|insistence|warning|fear|suggestion|statement|announcement|argument|assurance|promise|pledge|vow|admission|prediction|belief|hope)$/;

/** The least share a cue deserves because the lexicon and the words around it leave no doubt; 0 when they do. */
export function certaintyOf(tree: Tree, site: CueSite, signs: Signs): number {
  const { tags, lower, quote, closes } = tree;
  const cue = site.at;
  const tag = tags[cue] ?? "";
  if (quote[cue] !== -1) return 0;
  if (tag === "NN" || tag === "NNS") return isOwnedClaim(tree, site) ? PLAIN : 0;
  if (tag === "JJ" && isConviction(tree, cue)) return parsedSubject(tree, cue) >= 0 ? PLAIN : 0;
  if (signs.tagged !== null && isQuotedAsTelling(tree, cue)) return PLAIN;
  if (!tag.startsWith("VB") || isPassive(tree, cue) || (lower[cue - 1] === "to" && !tookTo(tree, cue)))
    return 0;
  if (/^(?:if|would|could|should|might|may)$/.test(lower[cue - 1] ?? "")) return 0;
  if (signs.tagged !== null || signs.inverted !== null || signs.inserted !== null) return PLAIN;
  if (signs.introduced >= 0)
    return tree.trained.grammar.canTagQuotation(lower[cue] ?? "") ? PLAIN : INTRODUCES;
  const own = parsedSubject(tree, cue);
  const subject =
    own < 0 && lower[cue - 1] === "to"
      ? parsedSubject(
          tree,
          isHabit(lower, cue) ? cue - 2 : lower.findLastIndex((word, at) => at < cue && TOOK.test(word)),
        )
      : own;
  if (subject < 0 || closes[cue - 1] || /^(?:WDT|EX)$/.test(tags[subject] ?? "")) return 0;
  if (signs.isTail || hearsInCourt(tree, site, subject)) return PLAIN;
  if (site.complement === "finite" && BARE.test(site.stem)) return PLAIN;
  const isPlain = tree.trained.grammar
    .classesOf(site.stem)
    .some((name) => PLAIN_FRAMES[name]?.test(site.complement) && (name !== "urge" || URGES.test(site.stem)));
  // "raised concerns that", "voiced the hope that"
  if (
    site.complement === "np+that" &&
    tree.trained.grammar.classesOf(site.stem).includes("express") &&
    namesFeeling(tree, cue)
  )
    return PLAIN;
  // "complain of “daily extortion”", "warned of “exodus”"
  if (/^in:(?:of|about)$/.test(site.complement) && tree.opens[cue + 2] && SPEAKS_OF.test(site.stem))
    return PLAIN;
  if (isPlain || (site.complement !== "that" && signs.start !== null)) return PLAIN;
  return site.stem === "deny" && /^np/.test(site.complement) ? 0.65 : 0;
}

/** Whether a feeling stands between a verb of expressing and its clause: "concerns that". */
function namesFeeling({ lower }: Tree, cue: number): boolean {
  const that = lower.indexOf("that", cue + 1);
  return that > cue + 1 && that - cue < 7 && FEELINGS.test(lower[that - 1] ?? "");
}

const FEELINGS =
  /^(?:concerns?|fears?|doubts?|worr(?:y|ies)|alarm|hopes?|confidence|regrets?|beliefs?|surprise|optimism|suspicions?|frustrations?|disappointment|view|opinion|anger|dismay)$/;

const SPEAKS_OF = /^(?:complain|speak|spok|warn|talk|boast|writ|wrot|tel)$/;
const TOOK = /^(?:took|takes|taking|turned)$/;

/** "Took to Facebook to say that …" */
function tookTo({ lower }: Tree, cue: number): boolean {
  const took = lower.findLastIndex((word, at) => at < cue - 2 && at > cue - 9 && TOOK.test(word));
  if (took >= 0) return lower[took + 1] === "to";
  if (isHabit(lower, cue)) return true;
  // "is pleased to announce that"
  return (
    lower[cue - 1] === "to" &&
    /^(?:pleased|proud|delighted|excited|happy|glad|thrilled|honou?red|sorry|able|ready)$/.test(
      lower[cue - 2] ?? "",
    ) &&
    /^(?:announce|report|confirm|say|share|reveal)$/.test(lower[cue] ?? "")
  );
}

/** "Her mother used to say that …", "likes to say that" */
const isHabit = (lower: readonly string[], cue: number) =>
  lower[cue - 1] === "to" && /^(?:used|likes?|liked|loves?|loved)$/.test(lower[cue - 2] ?? "");

/** "The court heard that …", "jurors were told that …": what is heard there is said there. */
function hearsInCourt({ lower }: Tree, { stem, complement }: CueSite, subject: number): boolean {
  return stem === "hear" && complement === "that" && HEARS.test(lower[subject] ?? "");
}

const HEARS =
  /^(?:court|jury|jurors|inquest|tribunal|hearing|inquiry|trial|committee|judge|magistrates|mps|panel)$/;

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

const BE = /^(?:is|are|was|were|be|been|being|'s|'re|am)$/;
const HELPS = /^(?:has|have|had|having|'ve|'d)$/;

/** Whether a form of "be" makes the verb passive. */
export function isPassive({ tags, lower }: Tree, cue: number): boolean {
  if (tags[cue] !== "VBN" && tags[cue] !== "VBD") return false;
  for (let at = cue - 1; at >= 0 && cue - at < 5; at -= 1) {
    if (BE.test(lower[at] ?? "")) return true;
    if (!/^(?:RB|MD)$/.test(tags[at] ?? "") && !HELPS.test(lower[at] ?? "")) return false;
  }
  return false;
}

const FEELS =
  /^(?:worry|concern|pleas|convinc|satisfy|disappoint|determin|commit|oppos|inclin|scar|frighten|surpris|shock|sadden|thril|delight|alarm|persuad|prepar|reassur|expect|suppos|schedul|confus|impres|interest|excit|frustrat|upset|bother|disturb|outrag)$/;

/** Whether the subject of a passive cue is not its speaker: "Pakistan was once considered the backer". */
export function hidesSpeaker(tree: Tree, site: CueSite): boolean {
  return (
    isPassive(tree, site.at) && !FEELS.test(site.stem) && tree.trained.grammar.classesOf(site.stem).length > 0
  );
}
