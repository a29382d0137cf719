import { z } from "zod";
import { evidenceListSchema, referenceSchema } from "@/lib/claims";
import { keysOf, parseDated } from "@/lib/text";
import { AXES, NARRATIVE, valueLabel } from "./model";

const note = z.string().trim().max(4000, "Write at most 4,000 characters.");
const date = z
  .string()
  .trim()
  .default("")
  .refine((typed) => typed === "" || parseDated(typed) !== null, "Write a date such as 2025-10-28.");

/** A verdict as the form sends it. On axis `true` the value is a label's key, with its scale, or `narrative`. */
export const verdictSchema = z
  .object({
    statementId: referenceSchema,
    version: z.number().int().min(1),
    axis: z.enum(keysOf(AXES)),
    value: z.string().trim().min(1, "Choose a verdict."),
    /** The key of the truth scale; asked for on axis `true` only. */
    scaleKey: z.string().trim().max(64).default(""),
    reasons: note.min(1, "Give your reasons."),
    uncertainty: note.default(""),
    speakerAskedOn: date,
    speakerAnswered: note.default(""),
    /** The day on which it holds; today when left out. */
    asOf: date,
    evidence: evidenceListSchema,
  })
  .superRefine((input, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (input.axis !== "true") {
      if (valueLabel(input.axis, input.value) === null) say("value", "Choose one of this axis’s verdicts.");
    } else if (input.value !== NARRATIVE && input.scaleKey === "")
      say("value", "Choose a scale and its label.");
    if (input.speakerAnswered !== "" && input.speakerAskedOn === "") {
      say("speakerAskedOn", "Write when the speaker was asked.");
    }
  });

export type VerdictInput = z.input<typeof verdictSchema>;
