import { z } from "zod";
import { publicNoteField } from "@/lib/notices";
import { keysOf } from "@/lib/text";
import { EVIDENCE_STANCES, STANCES } from "./model";

const line = z.string().trim().max(300, "Write at most 300 characters.");
const note = z.string().trim().max(2000, "Write at most 2,000 characters.");

/** An internal id or a printable one. */
export const referenceSchema = z.string().trim().min(1, "Choose a statement.").max(64);

/** A piece of evidence: a source that is held, or an address, with the words that matter and what they do. */
const evidenceSchema = z
  .object({
    stance: z.enum(keysOf(EVIDENCE_STANCES), "Say what the evidence does.").default("supports"),
    sourceId: z.string().trim().max(64).default(""),
    title: line.default(""),
    address: z
      .string()
      .trim()
      .max(2000)
      .default("")
      .refine(
        (address) => address === "" || isWebAddress(address),
        "Begin the address with https:// or http://.",
      ),
    excerpt: note.default(""),
    note: note.default(""),
  })
  .strict();

/** A form's rows of evidence; a row in which nothing was written is no evidence. */
export const evidenceListSchema = z
  .array(evidenceSchema)
  .max(20, "At most 20 pieces of evidence.")
  .default([])
  .transform((rows) =>
    rows.filter((row) => row.sourceId || row.title || row.address || row.excerpt || row.note),
  );

export type EvidenceInput = z.input<typeof evidenceSchema>;
export type Evidence = z.output<typeof evidenceSchema>;

const proposition = z
  .string()
  .trim()
  .min(10, "Write the claim as a sentence that can be checked.")
  .max(500, "Write at most 500 characters.");

/** A new claim, phrased neutrally. */
export const claimSchema = z.object({ proposition, note: note.default("") });

/** Other words for a claim. */
export const rephraseSchema = claimSchema.extend({
  claimId: z.string().trim().min(1),
  version: z.number().int().min(1),
  /** At most two letters that change no word: the positions stay. */
  isTypingError: z.boolean().default(false),
  publicNote: publicNoteField,
});

/** To withdraw a published claim, or to publish it again. */
export const claimStepSchema = z.object({
  claimId: z.string().min(1),
  version: z.number().int().min(1),
  publicNote: publicNoteField,
});

/** To take a position back. */
export const withdrawPositionSchema = z.object({
  positionId: z.string().min(1),
  publicNote: publicNoteField,
});

/** A statement's position on a claim: an existing one, or a new one in the same step. */
export const positionSchema = z
  .object({
    claimId: z.string().trim().max(120).default(""),
    proposition: z.string().trim().max(500, "Write at most 500 characters.").default(""),
    statementId: referenceSchema,
    stance: z.enum(keysOf(STANCES), "Choose what the statement does to the claim."),
    /** Left out, it stays as the former position on the claim has it. */
    note: note.optional(),
    publicNote: publicNoteField,
    /**
     * What was read: of a claim by its id its version, else what `countPositionsTaken` gave. Left out, whatever stands
     * gives way.
     */
    version: z.number().int().nonnegative().optional(),
  })
  .superRefine((input, context) => {
    if (input.claimId === "" && input.proposition.length < 10) {
      const message = "Choose a claim, or write a new one of at least 10 characters.";
      context.addIssue({ code: "custom", path: ["proposition"], message });
    }
  });

export type ClaimInput = z.input<typeof claimSchema>;
export type RephraseInput = z.input<typeof rephraseSchema>;
export type PositionInput = z.input<typeof positionSchema>;

function isWebAddress(address: string): boolean {
  const parsed = URL.parse(address);
  return parsed !== null && /^https?:$/.test(parsed.protocol);
}
