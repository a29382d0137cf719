import { z } from "zod";
import { publicNoteField } from "@/lib/notices";

const NUL = "\u0000";
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use at most ${most} characters.`)
    .refine((typed) => !typed.includes(NUL), "Holds a NUL character, which no text has. Type it again.");

/** What a person types to open a story. */
export const storySchema = z.object({
  title: text(200).min(1, "Give the story a title."),
  summary: text(5000).default(""),
});

/** A change of a story's own words; `version` is the one that was read. */
export const editStorySchema = storySchema.extend({
  slug: z.string().min(1),
  version: z.coerce.number().int().positive(),
  publicNote: publicNoteField,
});

/** To withdraw a public story, or to show it again. */
export const storyStepSchema = z.object({
  slug: z.string().min(1),
  version: z.coerce.number().int().positive(),
  publicNote: publicNoteField,
});

/** One statement for a story, or out of every story when `slug` is empty. */
export const addToStorySchema = z.object({
  slug: z.string(),
  statementId: z.string().trim().min(1, "Give the statement’s id, such as st-7k2m9q."),
  publicNote: publicNoteField,
});

export type StoryInput = z.output<typeof storySchema>;
