import { z } from "zod";
import { referenceSchema } from "@/lib/claims";
import { changesSchema } from "@/lib/publication";
import type { AssessInput } from "@/lib/sourcing";
import { keysOf, parseDated } from "@/lib/text";
import type { VerdictInput } from "@/lib/verdicts";
import { type CheckItem, CORRECTION_KINDS } from "./model";

const words = z.string().trim().max(4000, "Write at most 4,000 characters.");

/** Which statement, and the save that the actor read. */
export const moveSchema = z.object({ statementId: referenceSchema, version: z.number().int().min(1) });

/** A step that is taken with words: a comment, a reason. */
export const wordedMoveSchema = moveSchema.extend({ words: words.default("") });

export const assignSchema = moveSchema.extend({
  assigneeId: z.string().trim().min(1, "Choose who reviews it."),
  /** An ISO day; empty for none. */
  dueOn: z
    .string()
    .trim()
    .default("")
    .refine((typed) => typed === "" || parseDated(typed) !== null, "Write a date such as 2025-10-28."),
});

const check = z.object({ isDone: z.boolean(), note: words.default("") }).optional();

/** The checklist as a form or a program sends it; an item left out stays as it is. */
export const checklistSchema = moveSchema.extend({
  checks: z.object({
    words_match: check,
    speaker_identified: check,
    role_right: check,
    date_and_place: check,
    context_fair: check,
    translation_checked: check,
    competing_looked_for: check,
    speaker_contacted: check,
  } satisfies Record<CheckItem, typeof check>),
});

/** A correction: what kind, the public note, and what changes with it. */
export const correctSchema = moveSchema.extend({
  kind: z.enum(keysOf(CORRECTION_KINDS), "Choose what kind of change it is."),
  note: words.min(10, "Write a public note of at least 10 characters."),
  changes: changesSchema.default({}),
});

export type MoveInput = z.input<typeof moveSchema>;
export type WordedMoveInput = z.input<typeof wordedMoveSchema>;
export type AssignInput = z.input<typeof assignSchema>;
export type ChecklistInput = z.input<typeof checklistSchema>;
export type CorrectInput = z.input<typeof correctSchema> & {
  /** A new verdict on one axis; goes with the kind `verdict_change`. */
  readonly verdict?: Omit<VerdictInput, "statementId" | "version">;
  /** A new sourcing assessment. */
  readonly sourcing?: Omit<AssessInput, "statementId" | "version">;
};
