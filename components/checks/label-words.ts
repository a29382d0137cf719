import type { IconName } from "@/components/ui/icon";
import { type FindingLabel, LABELS } from "@/lib/checking";

const ICONS: Readonly<Record<FindingLabel, IconName>> = {
  exact: "circle-check",
  cosmetic: "circle-check",
  marked_edit: "ellipsis",
  wording_drift: "replace",
  lost_qualifier: "scissors",
  spliced: "link",
  fragment_expanded: "text-select",
  paraphrase_in_marks: "pencil-line",
  wrong_speaker: "user-x",
  wrong_occasion: "calendar-clock",
  reporters_words: "newspaper",
  sealed: "lock",
  corrected: "history",
  disputed: "gavel",
  not_found: "circle-help",
};

/** How a label is called and drawn, and whether somebody has to look. */
export function labelWord(label: FindingLabel) {
  const { name, definition, mustBeLookedAt } = LABELS[label];
  return { name, definition, icon: ICONS[label], isToLook: mustBeLookedAt };
}
