import type { Tree } from "../grammar";
import { isNoun } from "../grammar";
import type { Span, Tense } from "../model";
import { deniedClaim, judgesClaim } from "./denied";
import type { Frame } from "./frame";

const PRESENT = /^(?:VBZ|VBP)$/;

/** When the saying takes place, by the cue and its auxiliaries; a participle follows the verb that governs it. */
export function tenseOf({ tree, site }: Frame): Tense {
  return tenseAt(tree, site.at, 0);
}

function tenseAt(tree: Tree, cue: number, hops: number): Tense {
  const tag = tree.tags[cue] ?? "";
  for (
    let at = cue - 1;
    at >= 0 && cue - at < 6 && /^(?:RB|MD|VB[DZPN]?|TO)$/.test(tree.tags[at] ?? "");
    at -= 1
  ) {
    const word = tree.lower[at] ?? "";
    if (/^(?:will|would|shall|'ll|may|might|could|can|should|must)$/.test(word))
      return /^(?:will|shall|'ll)$/.test(word) ? "future" : "none";
    if (/^(?:has|have|had|was|were|did|'d)$/.test(word)) return "past";
    if (/^(?:is|are|am|'s|'re|does|do)$/.test(word))
      return tag === "VBN" && word !== "does" && word !== "do" ? "present" : "present";
  }
  if (tag === "VBD") return "past";
  if (PRESENT.test(tag)) return "present";
  if (tag === "VBG" || tag === "VB" || tag === "VBN") {
    const head = tree.heads[cue] ?? -1;
    if (head >= 0 && hops < 3 && (tree.tags[head] ?? "").startsWith("VB"))
      return tenseAt(tree, head, hops + 1);
    return tag === "VBN" ? "past" : "none";
  }
  return "none";
}

const DENIES = /^(?:deny|disavow|refut|repudiat|rebut|disput|contradict)$/;
const TURNS_DOWN = /^(?:reject|dismis|rubbish|brush|scof)$/;
/** Whether the speaker denies what the words say: "denies that …", "rejected claims that …". */
export function isDenial(frame: Frame): boolean {
  const { tree, site } = frame;
  if (isNegated(frame)) return false;
  if ((tree.tags[site.at] ?? "").startsWith("NN")) return /^(?:denial|refutation|rebuttal)$/.test(site.stem);
  if (!(tree.tags[site.at] ?? "").startsWith("VB")) return false;
  if (DENIES.test(site.stem)) return true;
  if (!TURNS_DOWN.test(site.stem)) return false;
  const claim = deniedClaim(tree, site);
  return claim !== null && !judgesClaim(tree, claim);
}

/** Whether the cue itself is negated: "did not say", "never promised". */
export function isNegated({ tree, site }: Frame): boolean {
  for (let at = site.at - 1; at >= 0 && site.at - at < 4; at -= 1) {
    if (/^(?:not|n't|never|cannot)$/.test(tree.lower[at] ?? "")) return true;
    if (!/^(?:RB|MD|VB[DZPN]?|TO)$/.test(tree.tags[at] ?? "")) break;
  }
  return isInverted(tree, site.at);
}

/** "Not once did the governor say", "never has she claimed", "nor did he say": the helping verb stands before its subject. */
function isInverted({ lower, tags, quote }: Tree, cue: number): boolean {
  if (!/^VB[PN]?$/.test(tags[cue] ?? "")) return false;
  for (let at = cue - 2; at > 0 && cue - at < 9; at -= 1) {
    if (quote[at] !== quote[cue] || /^[,.:]$/.test(tags[at] ?? "")) return false;
    if (!/^(?:did|does|do|has|have|had|would|will)$/.test(lower[at] ?? "")) continue;
    const before = lower.slice(Math.max(0, at - 4), at);
    return before.some((word) => /^(?:not|never|nor|neither|no|nowhere|rarely|seldom|hardly)$/.test(word));
  }
  return false;
}

const TELLS =
  /^(?:tel|inform|assur|reassur|remind|notify|advis|brief|convinc|persuad|warn|ask|urg|promis|alert|caution|chalen|challeng|implor|beg|order|instruct|invit|press)$/;
const TELLS_TO =
  /^(?:say|speak|explain|complain|confid|admit|confes|announc|describ|suggest|mention|report|writ|recal|promis|pledg)$/;

/** To whom the words were said, when the cue names someone: "told Al Jazeera that", "said to reporters". */
export function addresseeOf(frame: Frame): Span | null {
  const { tree, site, speaker, pieces } = frame;
  const { tags, lower, size, quote } = tree;
  if (!(tags[site.at] ?? "").startsWith("VB")) return null;
  let at = site.at + 1;
  if (speaker !== null && speaker.from > site.at && speaker.from - site.at <= 3) at = speaker.to + 1;
  while (tags[at] === "RB" && at - site.at < 4) at += 1;
  if (TELLS_TO.test(site.stem)) {
    if (lower[at] !== "to" && lower[at] !== "with") return null;
    at += 1;
    if (tags[at] === "VB") return null;
  } else if (!TELLS.test(site.stem)) return null;
  if (tags[site.at] === "VBN" && /^(?:was|were|been|be|being|is|are|'s)$/.test(lower[site.at - 1] ?? ""))
    return null;
  const start = at;
  let end = -1;
  // "told Reuters the boat had no lights": the words said begin before the phrase ends
  const said = pieces.find(({ from }) => from > start)?.from ?? size;
  // the title of a programme in quotation marks: “Good Morning Malta”
  const title = tree.opens[start] === 2 ? (quote[start] ?? -1) : -1;
  while (at < said && (quote[at] === quote[site.at] || quote[at] === title)) {
    const tag = tags[at] ?? "";
    if (title !== -1 && quote[at] === title) {
      end = at;
      at += 1;
      continue;
    }
    if (!/^(?:DT|NN|JJ|PRP|POS|CD|CC|FW|VBG)/.test(tag) && !(lower[at] === "of" && end >= 0)) break;
    if (tag === "CC" && !(isNoun(tags[at + 1]) || tags[at + 1] === "DT")) break;
    if (isNoun(tag)) end = at;
    if (tag === "PRP") {
      at += 1;
      break;
    }
    at += 1;
  }
  if (end < start) return null;
  // the object of "ask", "promise" or "suggest" may be the content itself
  if (
    pieces.some(
      ({ from, to }) =>
        from <= start &&
        start <= to &&
        !/^(?:urg|ask|tel|warn|order|instruct|invit|press|implor|beg)$/.test(site.stem),
    )
  )
    return null;
  if (pieces.some(({ from }) => from === start) && (tree.heads[end] ?? -1) !== site.at) return null;
  const tokens = tree.sentence.tokens;
  return { startUtf16: tokens[start]?.startUtf16 ?? 0, endUtf16: tokens[end]?.endUtf16 ?? 0 };
}
