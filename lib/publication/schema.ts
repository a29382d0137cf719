import { z } from "zod";
import { FORMS } from "@/lib/statements";

const line = z.string().trim().max(1000, "Write at most 1,000 characters.");

/** What a correction may put right in the record itself; a field left out stays as it is. */
export const changesSchema = z.object({
  wording: z
    .string()
    .max(50_000, "Write at most 50,000 characters.")
    .refine((wording) => wording.trim() !== "", "A statement needs its words.")
    .optional(),
  form: z.enum(FORMS).optional(),
  attribution: line.optional(),
  roleThen: line.optional(),
  place: line.optional(),
  event: line.optional(),
  addressee: line.optional(),
  context: z.string().trim().max(5000, "Write at most 5,000 characters.").optional(),
});

export type Changes = z.output<typeof changesSchema>;
