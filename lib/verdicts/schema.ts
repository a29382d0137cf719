import { z } from "zod";
import { evidenceListSchema, referenceSchema } from "@/lib/claims";
import { typedPastWholeDay } from "@/lib/forms";
import { publicNoteField } from "@/lib/notices";
import { keysOf } from "@/lib/text";
import { AXES, NARRATIVE, valueLabel } from "./model";

const note = z.string().trim().max(4000, "Write at most 4,000 characters.");

const verdict = z.object({
  statementId: referenceSchema,
  version: z.number().int().min(1),
  axis: z.enum(keysOf(AXES)),
  value: z.string().trim().min(1, "Choose a verdict."),
  /** The key of the truth scale; asked for on axis `true` only. */
  scaleKey: z.string().trim().max(64).default(""),
  reasons: note.min(1, "Give your reasons."),
  uncertainty: note.optional(),
  speakerAskedOn: typedPastWholeDay.optional(),
  speakerAnswered: note.optional(),
  /** The day on which it holds; today when it is blank, and when left out of a first verdict or of another one. */
  asOf: typedPastWholeDay.optional(),
  /** What is added to the evidence that the former verdict on this axis has. */
  evidence: evidenceListSchema,
  /** Ids of evidence of the former verdict that this one does without. */
  without: z.array(z.string().max(64)).max(1000).default([]),
});

const hasItsValue = (
  { axis, value, scaleKey }: { axis: string; value: string; scaleKey: string },
  context: z.RefinementCtx,
) => {
  const say = (message: string) => context.addIssue({ code: "custom", path: ["value"], message });
  const known = AXES.find(({ key }) => key === axis);
  if (!known) return;
  if (known.key !== "true") {
    if (valueLabel(known.key, value) === null) say("Choose one of this axis’s verdicts.");
  } else if (value !== NARRATIVE && scaleKey === "") say("Choose a scale and its label.");
};

/**
 * A verdict as a program gives it; what is left out stays as the former verdict on the axis has it. On axis `true` the
 * value is a label's key, with its scale, or `narrative`.
 */
export const verdictSchema = verdict.superRefine(hasItsValue);

/** A verdict as the form sends it: every field is there, and a blank one empties what stood in it. */
export const verdictFormSchema = verdict
  .extend({
    uncertainty: note,
    speakerAskedOn: typedPastWholeDay,
    speakerAnswered: note,
    asOf: typedPastWholeDay,
  })
  .superRefine(hasItsValue);

/** That the question of truth goes back to not judged. */
export const unjudgeSchema = z.object({
  statementId: referenceSchema,
  version: z.number().int().min(1),
  reasons: note.min(1, "Say why it is no longer judged."),
});

/** A verdict on the truth of a claim: "five_step:false", `narrative`, or `not_judged` to take it back. */
export const claimVerdictSchema = z.object({
  claimId: z.string().min(1).max(64),
  version: z.number().int().min(1),
  verdict: z
    .string()
    .trim()
    .regex(/^(?:[\w-]{1,64}:[\w-]{1,64}|narrative|not_judged)$/u, "Choose a verdict."),
  reasons: note.min(1, "Give your reasons."),
  uncertainty: note.default(""),
  asOf: typedPastWholeDay.default(""),
  evidence: evidenceListSchema,
  publicNote: publicNoteField,
});

export type ClaimVerdictInput = z.input<typeof claimVerdictSchema>;
export type VerdictInput = z.input<typeof verdictSchema>;
export type UnjudgeInput = z.input<typeof unjudgeSchema>;
