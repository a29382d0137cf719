import type { Tree } from "../grammar";
import type { Frame } from "./frame";
import { frameOf, isPassiveAt, phraseFrom } from "./phrases";
import type { SpeakerCandidate } from "./subjects";

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const CITES = /^(?:quote[ds]|cite[ds])$/;
const MOST_BEHIND = 5;
const MOST_BEFORE = 9;

/**
 * "The fleet has left port, local media quoted the admiral as saying", "…, Admiral Sato was quoted as saying": what stands before
 * the comma is the words of whoever is quoted.
 */
export function citedBehind(tree: Tree, at: number): Frame | null {
  const { lower, tags, quote, size } = tree;
  if (!CITES.test(lower[at] ?? "") || quote[at] !== -1) return null;
  const saying = lower.indexOf("saying", at);
  const isLast = tags.slice(saying + 1).every((tag) => !FINITE.test(tag)) && size - saying <= MOST_BEHIND;
  if (saying < 0 || lower[saying - 1] !== "as" || !isLast || lower[saying + 1] === "that") return null;
  let comma = at - 1;
  while (comma > 0 && at - comma < MOST_BEFORE && tags[comma] !== ",") comma -= 1;
  if (tags[comma] !== "," || comma < 3 || quote[comma - 1] !== -1) return null;
  const before = { from: 0, to: comma - 1 };
  const hasVerb = tags.slice(0, comma).some((tag) => FINITE.test(tag));
  if (!hasVerb || /^(?:IN|CC|WRB|WP|WDT|TO)$/.test(tags[0] ?? "")) return null;
  const speaker = isPassiveAt(tree, at) ? phraseFrom(tree, comma + 1) : namedIn(tree, at + 1, saying - 1);
  return speaker === null ? null : frameOf(tree, at, speaker, [before], "before");
}

/** "Quoted the admiral, Jun Sato, as saying": the name behind what somebody is. */
function namedIn(tree: Tree, from: number, until: number): SpeakerCandidate | null {
  const first = phraseFrom(tree, from);
  if (first === null || first.to >= until) return null;
  const second = tree.tags[first.to + 1] === "," ? phraseFrom(tree, first.to + 2) : null;
  return second !== null && second.to < until ? second : first;
}

/** "According to the caretaker, Les Tate, the boiler is old": the name between the commas belongs to whom it is according to. */
export function accordingToNamed(tree: Tree, at: number): Frame | null {
  const { lower, tags, quote, size } = tree;
  if (at !== 0 || lower[0] !== "according" || lower[1] !== "to") return null;
  const described = phraseFrom(tree, 2);
  if (described === null || tags[described.to + 1] !== "," || !/^NNS?$/.test(tags[described.to] ?? ""))
    return null;
  const name = phraseFrom(tree, described.to + 2);
  if (name === null || name.to - name.from < 1 || tags[name.to + 1] !== ",") return null;
  if (!tags.slice(name.from, name.to + 1).every((tag) => tag === "NNP" || tag === "NNPS")) return null;
  let to = size - 1;
  while (to > name.to + 2 && !/[\p{L}\p{N}]/u.test(lower[to] ?? "")) to -= 1;
  const from = name.to + 2;
  // a word behind the comma goes on about whom it is according to: "…, Les Tate, who …"
  if (from >= to || quote[from] !== -1 || /^(?:WP|WDT|WRB|IN|CC)$/.test(tags[from] ?? "")) return null;
  return tags.slice(from, to + 1).some((tag) => FINITE.test(tag))
    ? frameOf(tree, at, name, [{ from, to }], "after")
    : null;
}
