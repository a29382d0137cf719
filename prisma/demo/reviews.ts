import type { SOURCING } from "./sourcing";

export type DemoState =
  | "captured"
  | "in_review"
  | "changes_requested"
  | "submitted"
  | "approved"
  | "published";

export interface DemoReview {
  readonly statement: string;
  readonly sourcing: keyof typeof SOURCING;
  /** Where the statement stands after the demo is loaded. */
  readonly state: DemoState;
  readonly verdicts?: {
    readonly said: readonly [value: string, reasons: string];
    readonly faithful: readonly [value: string, reasons: string];
    readonly in_context: readonly [value: string, reasons: string];
  };
  /** What the editor wrote when returning it. */
  readonly returned?: string;
}

const ONE_REPORT =
  "One report gives the words with the speaker’s name; no recording or second outlet has been found.";
const NOT_COMPARABLE =
  "Nothing earlier than the printed words is held, so they cannot be compared with a recording.";
const WHOLE = "The sentence stands whole and the sentences around it do not change its sense.";

const named = (context: readonly [string, string] = ["complete", WHOLE]) => ({
  said: ["probable", ONE_REPORT] as const,
  faithful: ["cannot_compare", NOT_COMPARABLE] as const,
  in_context: context,
});
const paraphrased = (context: readonly [string, string] = ["complete", WHOLE]) => ({
  said: [
    "probable",
    "One report gives the sense in its own words; no recording or second outlet has been found.",
  ] as const,
  faithful: [
    "cannot_compare",
    "Reported without quotation marks: there is no wording of the speaker’s to compare.",
  ] as const,
  in_context: context,
});
const unnamed = (context: readonly [string, string] = ["complete", WHOLE]) => ({
  said: ["unproven", "No name, number or document is given, so the saying rests on the one report."] as const,
  faithful: ["cannot_compare", NOT_COMPARABLE] as const,
  in_context: context,
});

export const REVIEWS: readonly DemoReview[] = [
  { statement: "officials-standstill", sourcing: "crowd", state: "captured" },
  {
    statement: "pakistani-officials-18-hours",
    sourcing: "officials",
    state: "published",
    verdicts: unnamed(),
  },
  { statement: "pakistan-demand", sourcing: "government", state: "published", verdicts: paraphrased() },
  {
    statement: "pakistani-official-instructions",
    sourcing: "officialUnnamed",
    state: "published",
    verdicts: unnamed([
      "minor_omission",
      "Four words stand inside the marks; what the instructions were is left out.",
    ]),
  },
  {
    statement: "afghan-officials-coordination",
    sourcing: "officials",
    state: "published",
    verdicts: unnamed([
      "minor_omission",
      "Three words stand inside the marks; the rest of the complaint is paraphrased.",
    ]),
  },
  {
    statement: "afghan-officials-left-table",
    sourcing: "officials",
    state: "published",
    verdicts: unnamed(),
  },
  {
    statement: "trump-quickly",
    sourcing: "mediatorNamed",
    state: "published",
    verdicts: {
      said: ["probable", "The report gives the words with speaker, place and occasion."],
      faithful: ["cannot_compare", NOT_COMPARABLE],
      in_context: ["complete", WHOLE],
    },
  },
  { statement: "analysts-distrust", sourcing: "crowd", state: "published", verdicts: unnamed() },
  { statement: "syed-risk", sourcing: "analystNamed", state: "submitted", verdicts: paraphrased() },
  { statement: "syed-dependence", sourcing: "analystNamed", state: "published", verdicts: named() },
  { statement: "islamabad-shelter", sourcing: "government", state: "published", verdicts: paraphrased() },
  { statement: "kabul-denies-shelter", sourcing: "government", state: "published", verdicts: paraphrased() },
  { statement: "taliban-internal", sourcing: "government", state: "published", verdicts: paraphrased() },
  {
    statement: "yaqoob-terrorism",
    sourcing: "leaderNamed",
    state: "published",
    verdicts: named(["minor_omission", "The occasion is missing, so what he answered is not known."]),
  },
  {
    statement: "yaqoob-brand",
    sourcing: "leaderNamed",
    state: "published",
    verdicts: named(["minor_omission", "The occasion is missing, so what he answered is not known."]),
  },
  { statement: "regional-urge", sourcing: "government", state: "published", verdicts: paraphrased() },
  { statement: "acled-600", sourcing: "dataset", state: "published", verdicts: paraphrased() },
  { statement: "mehsud-ideology", sourcing: "analystNamed", state: "approved", verdicts: paraphrased() },
  {
    statement: "yousafzai-detente",
    sourcing: "analystNamed",
    state: "published",
    verdicts: named([
      "minor_omission",
      "What he agreed with is left open; the quoted point itself is whole.",
    ]),
  },
  {
    statement: "analysts-military",
    sourcing: "crowd",
    state: "changes_requested",
    verdicts: unnamed(),
    returned: "“Before long” is no time. Please look for who the analysts are, or say that it was not found.",
  },
  {
    statement: "asif-open-war",
    sourcing: "leaderNamed",
    state: "published",
    verdicts: named([
      "material_omission",
      "Two words are quoted and neither the speech nor the question is given.",
    ]),
  },
  { statement: "experts-strikes", sourcing: "crowd", state: "captured" },
  { statement: "diplomats-hope", sourcing: "crowd", state: "published", verdicts: unnamed() },
  { statement: "trump-ready", sourcing: "mediatorNamed", state: "in_review" },
  { statement: "analysts-benefit", sourcing: "crowd", state: "captured" },
  { statement: "analysts-firepower", sourcing: "crowd", state: "in_review" },
  { statement: "yousafzai-popularity", sourcing: "analystNamed", state: "published", verdicts: named() },
  { statement: "yousafzai-sentiment", sourcing: "analystNamed", state: "published", verdicts: named() },
  { statement: "yousafzai-jihad", sourcing: "analystNamed", state: "published", verdicts: paraphrased() },
  { statement: "yousafzai-disastrous", sourcing: "analystNamed", state: "published", verdicts: named() },
];
