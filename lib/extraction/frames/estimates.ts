import type { Tree } from "../grammar";
import { parsedSubject } from "./cue-sites";
import type { Frame } from "./frame";
import { frameOf } from "./phrases";
import { phraseOf } from "./subjects";

const AMOUNTS =
  /^(?:damage|damages|cost|costs|loss|losses|number|numbers|toll|figure|figures|total|value|turnout|attendance|rate|share|bill|deaths|chance|chances|odds|crowd|budget|output|debt|deficit|shortfall|bill|population|membership)$/;
/** "At more than 6 million", "at some $3 billion". */
const ROUGHLY =
  /^(?:about|around|some|nearly|almost|roughly|approximately|over|under|more|less|fewer|no|not|at|up|to|than|least|most|between|an|a|estimated|close|well|just|only|[$€£¥])$/;
const MOST_NAMED = 8;
const MOST_ROUGHLY = 5;

/** "Reindl put the damage at more than 6 million euros": an amount that somebody names. */
export function putAt(tree: Tree, at: number): Frame | null {
  const { lower, tags, quote, size } = tree;
  if (!/^puts?$/.test(lower[at] ?? "") || quote[at] !== -1) return null;
  let where = at + 1;
  while (
    where < size &&
    where - at <= MOST_NAMED &&
    lower[where] !== "at" &&
    !/^[,.;:]$/.test(tags[where] ?? "")
  )
    where += 1;
  if (lower[where] !== "at" || !lower.slice(at + 1, where).some((word) => AMOUNTS.test(word))) return null;
  let number = where + 1;
  while (number - where <= MOST_ROUGHLY && ROUGHLY.test(lower[number] ?? "")) number += 1;
  if (tags[number] !== "CD" && !/\d/.test(lower[number] ?? "")) return null;
  const subject = parsedSubject(tree, at);
  if (subject < 0 || subject > at || /^(?:it|this|that|which|who|what)$/.test(lower[subject] ?? ""))
    return null;
  let to = number;
  while (to + 1 < size && !/^[,.;:]$/.test(tags[to + 1] ?? "") && lower[to + 1] !== "and") to += 1;
  const speaker = { head: subject, ...phraseOf(tree, subject) };
  return frameOf(tree, at, speaker, [{ from: at + 1, to }], "after");
}
