import { z } from "zod";
import { referenceSchema } from "@/lib/claims";
import { typedMoment } from "@/lib/forms";
import { keysOf } from "@/lib/text";
import {
  ATTRIBUTION_TERMS,
  CHANNELS,
  CREDIBILITIES,
  INTERESTS,
  ORIGINS,
  PROXIMITIES,
  RELIABILITIES,
  SENSITIVITIES,
  SOURCE_IDENTITIES,
  WORDING_BASES,
} from "./model";

const note = z.string().trim().max(2000, "Write at most 2,000 characters.");
const sensitivities = z.array(z.enum(keysOf(SENSITIVITIES)));

const assessment = z.object({
  statementId: referenceSchema,
  version: z.number().int().min(1),
  attributionTerms: z.enum(keysOf(ATTRIBUTION_TERMS), "Choose the terms under which it was said."),
  sourceIdentity: z.enum(keysOf(SOURCE_IDENTITIES), "Choose how the source is identified."),
  channel: z.enum(keysOf(CHANNELS), "Choose how the words arrived."),
  proximity: z.enum(keysOf(PROXIMITIES), "Choose how near the source stood to the words."),
  origin: z.enum(keysOf(ORIGINS), "Choose where the report comes from."),
  wordingBasis: z.array(z.enum(keysOf(WORDING_BASES))).min(1, "Choose what the wording rests on."),
  interest: z.array(z.enum(keysOf(INTERESTS))).min(1, "Choose at least one, or “None declared”."),
  sensitivity: sensitivities.optional(),
  /** F and 6, "cannot be judged", on a first assessment that leaves them out. */
  reliability: z.enum(keysOf(RELIABILITIES)).optional(),
  credibility: z.enum(keysOf(CREDIBILITIES)).or(z.int().min(1).max(6)).optional(),
  /** An ISO moment, UTC unless it says otherwise. */
  embargoedUntil: typedMoment.optional(),
  note: note.optional(),
});

const isSound = (
  input: { interest: string[]; sensitivity?: string[] | undefined; embargoedUntil?: string | undefined },
  context: z.RefinementCtx,
) => {
  const say = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (input.interest.includes("none_declared") && input.interest.length > 1) {
    say("interest", "“None declared” stands alone.");
  }
  // what is left out stays as it was: the two are weighed when both are known
  if (input.sensitivity === undefined || input.embargoedUntil === undefined) return;
  const isEmbargoed = input.sensitivity.includes("embargoed");
  if (isEmbargoed && input.embargoedUntil === "") say("embargoedUntil", "Write until when it is embargoed.");
  if (!isEmbargoed && input.embargoedUntil !== "") say("sensitivity", "Tick “Embargoed”, or clear the date.");
};

/** A sourcing assessment as a program gives it; what is left out stays as the former assessment has it. */
export const assessSchema = assessment.superRefine(isSound);

/** A sourcing assessment as the form sends it: every facet is asked for, and what is not ticked does not hold. */
export const assessFormSchema = assessment
  .extend({ sensitivity: sensitivities, embargoedUntil: typedMoment, note })
  .superRefine(isSound);

/** The facets and the grade of an assessment, as a larger form sends them under a name of their own. */
export const assessmentFieldsSchema = z.object({
  ...(({ statementId: _, version: __, ...fields }) => fields)(assessment.shape),
  ...{ sensitivity: sensitivities, embargoedUntil: typedMoment, note },
});

export type AssessInput = z.input<typeof assessSchema>;
