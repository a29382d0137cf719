import { z } from "zod";
import { typedLanguage, typedLine, typedPastDay, typedWords } from "@/lib/forms";
import { FORMS } from "@/lib/statements";

/** What a correction may put right in the record itself, as typed. */
export const fieldsSchema = z.object({
  wording: typedWords(50_000).refine((wording) => wording.trim() !== "", "A statement needs its words."),
  form: z.enum(FORMS),
  isDenial: z.boolean(),
  speakerId: z.string().max(64).nullable(),
  attribution: typedLine(1000),
  roleThen: typedLine(500),
  cue: typedLine(200),
  introduction: typedLine(300),
  /** An ISO minute, day, month or year; empty for none. */
  saidOn: typedPastDay,
  saidOnNote: typedLine(200),
  place: typedLine(200),
  event: typedLine(300),
  addressee: typedLine(300),
  context: typedLine(5000),
  language: typedLanguage.pipe(z.string().min(1, "Give the language, such as Urdu or ur.")),
  originalWording: typedWords(50_000),
  originalLanguage: typedLanguage,
  translatedBy: typedLine(200),
});

/** The fields that a correction changes; one left out stays as it is. */
export const changesSchema = fieldsSchema.partial();

export type Changes = z.output<typeof changesSchema>;
