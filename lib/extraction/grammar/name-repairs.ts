import type { Token } from "../text";

/** What stands before a name and is never a name alone. */
const TITLES = /^(?:mr|mrs|ms|dr|prof|sir|dame|cllr)\.?$/;

/** What somebody is, by words that are verbs as well. */
const CALLINGS_TOO =
  /^(?:captain|coach|chair|head|boss|lead|guard|judge|champion|pilot|host|doctor|nurse|author|partner|referee|veteran|star|forward|skipper|novice|rival|guide|model|volunteer|peer|whip)$/;

/** Ranks that stand behind the name of a force. */
const RANKS =
  /^(?:Sergeant|Sgt\.?|Constable|Inspector|Superintendent|Supt\.?|Commissioner|Captain|Capt\.?|Officer|Detective|Lieutenant|Lt\.?|Commander|Major|Colonel|Corporal)$/;

/** The tag of a word that belongs to a name, or stands before one, and that the tagger took for something else; null for any other. */
export function tagInName(tokens: readonly Token[], tags: readonly string[], at: number): string | null {
  const lower = tokens[at]?.lower ?? "";
  const next = tokens[at + 1]?.text ?? "";
  if (!/^\p{Lu}/u.test(next) && !/^\p{Lu}/u.test(tokens[at]?.text ?? "")) return null;
  // "Dr Lars Holm, a nurse, said": what has a capital behind a title is a name
  if (at > 0 && /^(?:VB|JJ|RB|UH|IN|MD)/.test(tags[at] ?? "") && TITLES.test(tokens[at - 1]?.lower ?? ""))
    return /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? "") ? "NNP" : null;
  // "said Leeds captain Rob Tindall": between two names, and no verb
  if (
    /^VB[PZ]?$/.test(tags[at] ?? "") &&
    CALLINGS_TOO.test(lower) &&
    (tags[at - 1] ?? "").startsWith("NNP") &&
    /^VB[DZ]$/.test(tags[at - 2] ?? "")
  )
    return "NN";
  // "Police Sergeant Dan Poe said": a rank with its force before it is one person
  if (at === 0 && lower === "police" && tags[0] === "NNS" && RANKS.test(next))
    return /^\p{Lu}/u.test(tokens[2]?.text ?? "") ? "NNP" : null;
  return null;
}
