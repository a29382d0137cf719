import type { FindingLabel } from "./model";

/** What a label is called, what it means, and whether somebody has to look at what has it. */
export interface LabelText {
  readonly name: string;
  readonly definition: string;
  readonly mustBeLookedAt: boolean;
}

const looked = (name: string, definition: string): LabelText => ({ name, definition, mustBeLookedAt: true });
const fine = (name: string, definition: string): LabelText => ({ name, definition, mustBeLookedAt: false });

/** Every label with its name and definition, as screens, the guide and the command line print it. */
export const LABELS: Readonly<Record<FindingLabel, LabelText>> = {
  exact: fine(
    "Exact",
    "The record has the same words. Only signs that print one thing in several ways differ, such as curly and straight marks.",
  ),
  cosmetic: fine(
    "Cosmetic",
    "The words are the record’s; marks, dashes, capitals at the edge, how a number is written or sounds like “uh” differ. Words outside marks are a faithful report of what the record has.",
  ),
  marked_edit: fine(
    "Marked edit",
    "The draft shows by an ellipsis, brackets or “sic” where it left out or put in words. What that hides is shown and changes nothing.",
  ),
  wording_drift: looked(
    "Wording drift",
    "Words or numbers differ from the record. Outside marks: what is said differs in a number, a name or its sense.",
  ),
  lost_qualifier: looked(
    "Lost qualifier",
    "A negation, a hedge, a condition, a limit or whom the speaker had it from stands within or just around the words in the record and not in the draft.",
  ),
  spliced: looked(
    "Spliced",
    "Words from two places of the record stand as one quotation, and nothing shows that they were apart.",
  ),
  fragment_expanded: looked(
    "Fragment expanded",
    "The record holds a part of these words as said. The rest of the quotation was put around it.",
  ),
  paraphrase_in_marks: looked(
    "Paraphrase in quotation marks",
    "The record has the idea in other words, and quotation marks stand around these.",
  ),
  wrong_speaker: looked("Wrong speaker", "The words are in the record; somebody else says them there."),
  wrong_occasion: looked(
    "Wrong date, role or occasion",
    "The words are in the record; the day, the place or the speaker’s role is another one there.",
  ),
  reporters_words: looked(
    "Said by the reporter, not the speaker",
    "The words stand in the record as the reporter’s own, outside anything that the speaker is quoted with.",
  ),
  sealed: looked(
    "Not for print",
    "The record has the statement, off the record or under an embargo: it may not be printed, whatever its words.",
  ),
  corrected: looked(
    "Since corrected, retracted or reversed",
    "The record’s statement was corrected, retracted or reversed, or the draft has a wording that is not in force any more.",
  ),
  disputed: looked(
    "Attribution disputed",
    "The record has doubts that this was said by this speaker: disputed, denied, misattributed or made up.",
  ),
  not_found: looked(
    "Not found",
    "Nothing that was searched has these words or this idea. That does not say that they are false.",
  ),
};

/**
 * Which label stands where several apply, first of all to last: whether it may be printed, whether it was said at all and still holds, then who said it,
 * then what became of the words, the more telling before the plainer, then when and as whom, then what needs nobody.
 */
export const ORDER_OF_LABELS: readonly FindingLabel[] = [
  "sealed",
  "disputed",
  "corrected",
  "not_found",
  "wrong_speaker",
  "reporters_words",
  "fragment_expanded",
  "spliced",
  "lost_qualifier",
  "paraphrase_in_marks",
  "wording_drift",
  "wrong_occasion",
  "marked_edit",
  "cosmetic",
  "exact",
];
