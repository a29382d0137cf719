// The four axes of product.md section 5. `family` picks the glyph: six families, drawn the same on every axis.

export const FAMILIES = {
  holds: "circle-check",
  in_part: "contrast",
  none: "circle-dashed",
  disputed: "arrow-left-right",
  fails: "circle-x",
  cannot_compare: "circle-help",
} as const;

export type Family = keyof typeof FAMILIES;

const SAID = [
  {
    key: "confirmed",
    label: "Confirmed",
    definition: "Recorded, or said before witnesses on record.",
    family: "holds",
  },
  {
    key: "probable",
    label: "Probable",
    definition: "Reported once with a name; nobody disputes it.",
    family: "in_part",
  },
  {
    key: "unproven",
    label: "Unproven",
    definition: "Nothing shows that it was said.",
    family: "cannot_compare",
  },
  {
    key: "disputed",
    label: "Disputed",
    definition: "Someone other than the speaker says that it was not said.",
    family: "disputed",
  },
  {
    key: "denied",
    label: "Denied",
    definition: "The speaker says that it was not said.",
    family: "disputed",
  },
  { key: "misattributed", label: "Misattributed", definition: "Somebody else said it.", family: "fails" },
  { key: "fabricated", label: "Fabricated", definition: "Nobody said it.", family: "fails" },
] as const;

const FAITHFUL = [
  { key: "exact", label: "Exact", definition: "Word for word.", family: "holds" },
  {
    key: "cosmetic",
    label: "Cosmetic",
    definition: "Differs in punctuation, spelling or a stumble.",
    family: "holds",
  },
  {
    key: "marked_edits",
    label: "Marked edits",
    definition: "Cut or filled in, and marked as such.",
    family: "holds",
  },
  {
    key: "meaning_kept",
    label: "Meaning kept",
    definition: "Other words, the same meaning.",
    family: "in_part",
  },
  {
    key: "meaning_changed",
    label: "Meaning changed",
    definition: "The words differ, and so does the meaning.",
    family: "fails",
  },
  { key: "spliced", label: "Spliced", definition: "Joined from words said apart.", family: "fails" },
  {
    key: "fragment_expanded",
    label: "Fragment expanded",
    definition: "A few words said, a sentence printed.",
    family: "fails",
  },
  {
    key: "translation_differs",
    label: "Translation differs",
    definition: "The translation says something else.",
    family: "disputed",
  },
  {
    key: "cannot_compare",
    label: "Cannot compare",
    definition: "No earlier record of the words is held.",
    family: "cannot_compare",
  },
] as const;

const IN_CONTEXT = [
  { key: "complete", label: "Complete", definition: "Nothing that matters is left out.", family: "holds" },
  {
    key: "minor_omission",
    label: "Minor omission",
    definition: "Something is left out; the point stands.",
    family: "in_part",
  },
  {
    key: "material_omission",
    label: "Material omission",
    definition: "What is left out changes the point.",
    family: "fails",
  },
  {
    key: "different_occasion",
    label: "Different occasion",
    definition: "Said at another time or about something else.",
    family: "fails",
  },
  {
    key: "satire_as_serious",
    label: "Satire as serious",
    definition: "A joke or a parody printed in earnest.",
    family: "fails",
  },
] as const;

/** The four questions, always in this order and always by name. On axis `true` the values come from a scale. */
export const AXES = [
  { key: "said", label: "Said?", question: "Was it said?", icon: "mic", values: SAID },
  {
    key: "faithful",
    label: "Faithful?",
    question: "Is it quoted faithfully?",
    icon: "text-select",
    values: FAITHFUL,
  },
  {
    key: "in_context",
    label: "In context?",
    question: "Is the context kept?",
    icon: "crop",
    values: IN_CONTEXT,
  },
  { key: "true", label: "True?", question: "Is it true?", icon: "scale", values: [] },
] as const;

export type Axis = (typeof AXES)[number]["key"];
export type AxisValue = (typeof SAID | typeof FAITHFUL | typeof IN_CONTEXT)[number]["key"];

/** The value on axis `true` when the reasons alone say it, without a label of a scale. */
export const NARRATIVE = "narrative";

/** The value of the record that took a verdict on truth back; it never stands. */
export const NOT_JUDGED = "not_judged";

/** A label of a truth scale as it ships. `number` is null on a scale without numbers. */
export interface ShippedLabel {
  readonly key: string;
  readonly label: string;
  readonly definition: string;
  readonly number: number | null;
  readonly colour: string;
  readonly icon: string;
}

export interface ShippedScale {
  readonly key: string;
  readonly name: string;
  readonly isOrdered: boolean;
  readonly labels: readonly ShippedLabel[];
}

/** The scales a desk can choose from on the first day. Colours name tokens: ink for a record, never a signal. */
export const SHIPPED_SCALES: readonly ShippedScale[] = [
  {
    key: "five_step",
    name: "Five steps",
    isOrdered: true,
    labels: [
      {
        key: "false",
        label: "False",
        definition: "The evidence contradicts it.",
        number: 1,
        colour: "ink",
        icon: "circle-x",
      },
      {
        key: "mostly_false",
        label: "Mostly false",
        definition: "A part is right; the point is not.",
        number: 2,
        colour: "ink",
        icon: "circle-x",
      },
      {
        key: "half_true",
        label: "Half true",
        definition: "Right in part, wrong or incomplete in part.",
        number: 3,
        colour: "ink",
        icon: "contrast",
      },
      {
        key: "mostly_true",
        label: "Mostly true",
        definition: "The point is right; a part is not.",
        number: 4,
        colour: "ink",
        icon: "contrast",
      },
      {
        key: "true",
        label: "True",
        definition: "The evidence supports it.",
        number: 5,
        colour: "ink",
        icon: "circle-check",
      },
    ],
  },
  {
    key: "four_way",
    name: "Four ways",
    isOrdered: false,
    labels: [
      {
        key: "true",
        label: "True",
        definition: "The evidence supports it.",
        number: null,
        colour: "ink",
        icon: "circle-check",
      },
      {
        key: "untrue",
        label: "Untrue",
        definition: "The evidence contradicts it.",
        number: null,
        colour: "ink",
        icon: "circle-x",
      },
      {
        key: "misleading",
        label: "Misleading",
        definition: "Right in the letter, wrong in what it leads to believe.",
        number: null,
        colour: "ink",
        icon: "contrast",
      },
      {
        key: "unverifiable",
        label: "Unverifiable",
        definition: "Nobody can know from what is on record.",
        number: null,
        colour: "ink",
        icon: "circle-help",
      },
    ],
  },
  { key: "narrative", name: "Narrative only", isOrdered: false, labels: [] },
];

/** The glyph of a value: its word stands beside it. */
export function familyOf(axis: Axis, value: string): Family {
  const values: readonly { key: string; family: Family }[] =
    AXES.find((known) => known.key === axis)?.values ?? [];
  return values.find((known) => known.key === value)?.family ?? "none";
}

/** How a value of the first three axes is called; null when the axis has no such value. */
export function valueLabel(axis: Axis, value: string): string | null {
  const values: readonly { key: string; label: string }[] =
    AXES.find((known) => known.key === axis)?.values ?? [];
  return values.find((known) => known.key === value)?.label ?? null;
}
