import type { Tree } from "../grammar";
import type { CueSite } from "./cue-sites";

const DENIES = /^(?:deny|disavow|refut|repudiat|rebut|disput|contradict|reject|dismis|rubbish|brush|scof)$/;
const CLAIMS =
  /^(?:claims?|allegations?|accusations?|suggestions?|reports?|rumou?rs?|assertions?|speculation|charges?|insinuations?|contentions?|notions?|ideas?|complaints?|criticisms?)$/;
const BEFORE_CLAIM = /^(?:DT|PDT|JJ[RS]?|NNS?|NNPS?|POS|PRP\$|CD|VB[NG]|RB|RP|CC)$/;
const SOURCE = /^(?:by|from|in|made)$/;
const SOURCE_WORD = /^(?:IN|DT|JJ|NNS?|NNPS?|POS|PRP\$|CD|CC|VBN)$/;
const REACH = 8;

/** A noun of saying behind a verb of denying, and the first word of the clause that it brings. */
export interface DeniedClaim {
  readonly noun: number;
  readonly from: number;
}

/**
 * "Rejected suggestions that the fund lost money", "denies Pakistani claims that it shelters them": what is denied is the
 * clause, and whose claim it was is not who speaks. Null behind other verbs and without such a clause.
 */
export function deniedClaim(
  { lower, tags, quote, size }: Tree,
  { at: cue, stem }: CueSite,
): DeniedClaim | null {
  if (!DENIES.test(stem) || !(tags[cue] ?? "").startsWith("VB") || quote[cue] !== -1) return null;
  let noun = cue + 1;
  while (noun < size && noun - cue <= REACH && quote[noun] === -1 && BEFORE_CLAIM.test(tags[noun] ?? "")) {
    if (CLAIMS.test(lower[noun] ?? "") && (lower[noun + 1] === "that" || SOURCE.test(lower[noun + 1] ?? "")))
      break;
    noun += 1;
  }
  if (!CLAIMS.test(lower[noun] ?? "") || quote[noun] !== -1) return null;
  let that = noun + 1;
  while (that < size && that - noun < REACH && lower[that] !== "that" && SOURCE_WORD.test(tags[that] ?? ""))
    that += 1;
  return lower[that] === "that" && that + 1 < size ? { noun, from: that + 1 } : null;
}

/** "Dismissed claims that it arms them as “a fairy tale”" judges the claims in words of its own. */
export function judgesClaim({ lower, opens, size }: Tree, { from }: DeniedClaim): boolean {
  for (let at = from; at < size; at += 1) if (opens[at] && lower[at - 1] === "as") return true;
  return false;
}
