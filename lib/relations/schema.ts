import { z } from "zod";
import { evidenceListSchema, referenceSchema } from "@/lib/claims";
import { publicNoteField } from "@/lib/notices";
import { keysOf } from "@/lib/text";
import { LEAST_RATIONALE, RELATION_TYPES, RESOLUTIONS } from "./model";

const note = z.string().trim().max(2000, "Write at most 2,000 characters.");
const value = z.string().trim().max(120, "Write at most 120 characters.").default("");

const rationale = note.refine((text) => text.length >= LEAST_RATIONALE, {
  error: (issue) => `${String(issue.input).trim().length} of at least ${LEAST_RATIONALE} characters.`,
});

/** A tie between two statements, with everything that makes it arguable. */
export const relateSchema = z
  .object({
    fromId: referenceSchema,
    toId: referenceSchema,
    type: z.enum(keysOf(RELATION_TYPES), "Choose how the two are related."),
    rationale,
    comparability: note.min(1, "Say why the two can be compared."),
    valueFrom: value,
    valueTo: value,
    unit: value,
    period: value,
    state: z.enum(["confirmed", "suggested"]).default("confirmed"),
    evidence: evidenceListSchema,
    publicNote: publicNoteField,
  })
  .superRefine((input, context) => {
    if (input.fromId === input.toId) {
      context.addIssue({
        code: "custom",
        path: ["toId"],
        message: "A statement cannot be related to itself.",
      });
    }
    if (input.type !== "numeric_conflict") return;
    for (const [field, name] of NUMERIC_FIELDS) {
      if (input[field] === "") context.addIssue({ code: "custom", path: [field], message: `Write ${name}.` });
    }
  });

const NUMERIC_FIELDS = [
  ["valueFrom", "the value that the first statement gives"],
  ["valueTo", "the value that the second statement gives"],
  ["unit", "the unit of both values"],
  ["period", "the period that both values are about"],
] as const;

/** A tie that a rule proposes; a person decides. */
export const suggestSchema = z.object({
  fromId: referenceSchema,
  toId: referenceSchema,
  type: z.enum(keysOf(RELATION_TYPES)),
  rationale,
  comparability: note.default(""),
  /** Names the rule. */
  suggestedBy: z.string().trim().min(1).max(120),
});

/** Which relation, and the save that the actor read. */
const decided = z.object({
  id: referenceSchema,
  version: z.number().int().min(1),
  publicNote: publicNoteField,
});

export const confirmSchema = decided.extend({
  /** In place of the suggestion's own rationale; empty keeps it. */
  rationale: note
    .default("")
    .refine(
      (text) => text === "" || text.length >= LEAST_RATIONALE,
      `Write at least ${LEAST_RATIONALE} characters.`,
    ),
  /** In place of the suggestion's own; a confirmed relation always has one. */
  comparability: note.default(""),
  // a numeric conflict that a rule suggested has no values until a person writes them
  valueFrom: value,
  valueTo: value,
  unit: value,
  period: value,
});

const reason = note
  .min(1, "Give a reason.")
  .min(LEAST_RATIONALE, `Write at least ${LEAST_RATIONALE} characters.`);

export const rejectSchema = decided.extend({ reason });

export const resolveSchema = decided.extend({
  resolution: z.enum(keysOf(RESOLUTIONS), "Choose how it comes out."),
  reason,
});

export const reopenSchema = decided.extend({ reason });

export type RelateInput = z.input<typeof relateSchema>;
export type SuggestInput = z.input<typeof suggestSchema>;
export type ConfirmInput = z.input<typeof confirmSchema>;
export type RejectInput = z.input<typeof rejectSchema>;
export type ResolveInput = z.input<typeof resolveSchema>;
export type ReopenInput = z.input<typeof reopenSchema>;
