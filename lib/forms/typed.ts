import { z } from "zod";
import { now } from "@/lib/env";
import { isAhead, parseDated } from "@/lib/text";

const NUL_MESSAGE =
  "Holds a NUL character, which no text has. Type it again or paste it from another program.";

/** Whether a text holds no NUL, which no text has and PostgreSQL cannot store. */
export const hasNoNul = (text: string) => !text.includes("\u0000");

const bounded = (text: z.ZodString, most: number) =>
  text.max(most, `Use at most ${most.toLocaleString("en-GB")} characters.`).refine(hasNoNul, NUL_MESSAGE);

/** Words as typed, their spaces kept: at most `most` UTF-16 units and no NUL. */
export const typedWords = (most: number) => bounded(z.string(), most);

/** A line as typed, without the spaces around it. */
export const typedLine = (most: number) => bounded(z.string().trim(), most);

/** A date as typed, or nothing: an ISO minute, day, month or year. */
export const typedDay = z
  .string()
  .trim()
  .refine(
    (typed) => typed === "" || parseDated(typed) !== null,
    "Write a date as 2025, 2025-10 or 2025-10-28.",
  );

/** A date as typed, or nothing, of what has happened: it does not lie ahead. */
export const typedPastDay = typedDay.refine((typed) => {
  const dated = parseDated(typed);
  return dated === null || !isAhead(dated, now());
}, "This day lies ahead. Write one that has come.");
