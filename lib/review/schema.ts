import { z } from "zod";
import { referenceSchema } from "@/lib/claims";
import { typedWholeDay } from "@/lib/forms";
import type { CheckItem } from "@/lib/publication";

const words = z.string().trim().max(4000, "Write at most 4,000 characters.");

/** Which statement, and the save that the actor read. */
export const moveSchema = z.object({ statementId: referenceSchema, version: z.number().int().min(1) });

/** A step that is taken with words: a comment, a reason. */
export const wordedMoveSchema = moveSchema.extend({ words: words.default("") });

export const assignSchema = moveSchema.extend({
  assigneeId: z.string().trim().min(1, "Choose who reviews it."),
  /** An ISO day; empty for none, and left out it stays as it is. */
  dueOn: typedWholeDay.optional(),
});

const checksOf = <Note extends z.ZodType>(note: Note) => {
  const check = z.object({ isDone: z.boolean(), note }).optional();
  return z.object({
    words_match: check,
    speaker_identified: check,
    role_right: check,
    date_and_place: check,
    context_fair: check,
    translation_checked: check,
    competing_looked_for: check,
    speaker_contacted: check,
  } satisfies Record<CheckItem, typeof check>);
};

/** The checklist as a program sends it; an item, or the note of one, that is left out stays as it is. */
export const checklistSchema = moveSchema.extend({ checks: checksOf(words.optional()) });

/** The checklist as the form sends it: an emptied note is empty. */
export const checklistFormSchema = moveSchema.extend({ checks: checksOf(words) });

export type MoveInput = z.input<typeof moveSchema>;
export type WordedMoveInput = z.input<typeof wordedMoveSchema>;
export type AssignInput = z.input<typeof assignSchema>;
export type ChecklistInput = z.input<typeof checklistSchema>;
