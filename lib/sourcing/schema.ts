import { z } from "zod";
import { referenceSchema } from "@/lib/claims";
import { keysOf, parseDated } from "@/lib/text";
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

/** A sourcing assessment as the form sends it: every facet is asked for, the grade begins at F6. */
export const assessSchema = z
  .object({
    statementId: referenceSchema,
    version: z.number().int().min(1),
    attributionTerms: z.enum(keysOf(ATTRIBUTION_TERMS), "Choose the terms under which it was said."),
    sourceIdentity: z.enum(keysOf(SOURCE_IDENTITIES), "Choose how the source is identified."),
    channel: z.enum(keysOf(CHANNELS), "Choose how the words arrived."),
    proximity: z.enum(keysOf(PROXIMITIES), "Choose how near the source stood to the words."),
    origin: z.enum(keysOf(ORIGINS), "Choose where the report comes from."),
    wordingBasis: z.array(z.enum(keysOf(WORDING_BASES))).min(1, "Choose what the wording rests on."),
    interest: z.array(z.enum(keysOf(INTERESTS))).min(1, "Choose at least one, or “None declared”."),
    sensitivity: z.array(z.enum(keysOf(SENSITIVITIES))).default([]),
    reliability: z.enum(keysOf(RELIABILITIES)).default("F"),
    credibility: z.enum(keysOf(CREDIBILITIES)).or(z.int().min(1).max(6)).default("6"),
    /** An ISO moment, UTC unless it says otherwise. */
    embargoedUntil: z
      .string()
      .trim()
      .default("")
      .refine(
        (typed) => typed === "" || parseDated(typed) !== null,
        "Write a date such as 2025-10-28T18:00Z.",
      ),
    note: z.string().trim().max(2000, "Write at most 2,000 characters.").default(""),
  })
  .superRefine((input, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (input.interest.includes("none_declared") && input.interest.length > 1) {
      say("interest", "“None declared” stands alone.");
    }
    const isEmbargoed = input.sensitivity.includes("embargoed");
    if (isEmbargoed && input.embargoedUntil === "")
      say("embargoedUntil", "Write until when it is embargoed.");
    if (!isEmbargoed && input.embargoedUntil !== "")
      say("sensitivity", "Tick “Embargoed”, or clear the date.");
  });

export type AssessInput = z.input<typeof assessSchema>;
