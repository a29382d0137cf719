import { isAskedThere } from "./asked";
import type { Claimed } from "./draft";
import type { Found } from "./found";
import type { FindingLabel } from "./model";
import { isThing } from "./speakers";
import type { Said } from "./worst";

const THEIRS: ReadonlySet<FindingLabel> = new Set([
  "exact",
  "cosmetic",
  "marked_edit",
  "wording_drift",
  "lost_qualifier",
  "spliced",
]);

const ASKED = /^(?:asks?|asked|wonders?|wondered|inquired?|enquired?|demanded|frag\p{L}*|pregunt\p{L}*)$/iu;

const textAt = ({ placed: { source, start, end } }: Found) => source.text.slice(start, end);

/** Who says the words there, where it is not the speaker. */
export function whoSaid(chosen: readonly (Found | null)[], claim: Claimed): Said[] {
  return chosen.flatMap((one): Said[] => {
    if (one === null || !THEIRS.has(one.verdict.label)) return [];
    const { voice, agreement } = one;
    if (agreement.isAsked)
      return [
        {
          label: "reporters_words",
          reason: "In the record somebody asks this; the speaker does not say it.",
        },
      ];
    // "The institute had recommended …": who does it there is told of, and says nothing
    const isTold =
      voice.how === "reported" &&
      voice.aliases.some((alias) => textAt(one).toLowerCase().includes(alias.toLowerCase()));
    // "“Which Friday?” Pryce asked" where the judge asks it: a question all the same, and another's
    const isAskedHere = ASKED.test(claim.proposal?.cue?.text ?? "") && voice.name !== null;
    if (
      agreement.speaker === "no" &&
      !isTold &&
      !isAskedHere &&
      voice.others.length > 0 &&
      isAskedThere(one.placed)
    )
      return [
        {
          label: "reporters_words",
          reason: `In the record ${voice.name ?? "somebody else"} asks this; the speaker does not say it.`,
        },
      ];
    if (agreement.speaker === "no" && !isTold && !(voice.how === "reported" && isThing(voice)))
      return [
        {
          label: "wrong_speaker",
          reason: `In the record ${voice.name ?? "somebody else"} says this, not ${claim.proposal?.speaker?.canonical ?? claim.proposal?.speaker?.mention.text ?? "the speaker"}.`,
        },
      ];
    if (voice.how === "said" || agreement.isIssuer) return [];
    const whose =
      voice.how === "reported"
        ? "reports what the speaker said in these words"
        : "tells this in its own words";
    return [{ label: "reporters_words", reason: `The record ${whose}, outside quotation marks.` }];
  });
}
