import { z } from "zod";
import { now } from "@/lib/env";
import { DATE_HINT, isAhead, languageCode, parseDated, reasonAgainstDate, writeDated } from "@/lib/text";

const NUL_MESSAGE =
  "Holds a NUL character, which no text has. Type it again or paste it from another program.";

/** Whether a text holds no NUL, which no text has and PostgreSQL cannot store. */
export const hasNoNul = (text: string) => !text.includes("\u0000");

const HALF_MESSAGE = "Holds half of a character. Type it again or paste it from another program.";

const bounded = (text: z.ZodString, most: number) =>
  text
    .max(most, `Use at most ${most.toLocaleString("en-GB")} characters.`)
    .refine(hasNoNul, NUL_MESSAGE)
    // a database keeps another sign in place of half a pair, and the record of changes tells of an alteration
    .refine((typed) => !HALF_PAIR.test(typed), HALF_MESSAGE);

const HALF_PAIR = /\p{Cs}/u;

/** Words as typed, their spaces kept: at most `most` UTF-16 units and no NUL. */
export const typedWords = (most: number) => bounded(z.string(), most);

/** A line as typed, without the spaces around it. */
export const typedLine = (most: number) => bounded(z.string().trim(), most);

const dateTyped = (hint: string) =>
  z
    .string()
    .trim()
    .transform((typed, context) => {
      if (typed === "") return "";
      const dated = parseDated(typed);
      if (dated !== null) return writeDated(dated);
      const reason = reasonAgainstDate(typed) ?? DATE_HINT;
      context.addIssue({ code: "custom", message: reason === DATE_HINT ? hint : reason });
      return z.NEVER;
    });

/** A date as people write it, or nothing; it leaves as an ISO minute, day, month or year. */
export const typedDay = dateTyped(DATE_HINT);

const LANGUAGE_HINT = "Write a language by its name or its code, such as Urdu or ur.";

/** A language by its code or its English name, or nothing; it leaves as its code. */
export const typedLanguage = typedLine(60).transform((typed, context) => {
  const code = typed === "" ? "" : languageCode(typed);
  if (code !== null) return code;
  context.addIssue({ code: "custom", message: LANGUAGE_HINT });
  return z.NEVER;
});

/**
 * The day that a document bears, or nothing, wherever it is typed, pasted or read from a table. It may lie ahead: issues are
 * dated ahead, and what is embargoed bears the day on which it ends; who works with it is told (`aheadOfPublication`).
 */
export const typedPublicationDay = typedDay.describe(
  "The day, month or year that it bears, which may lie ahead",
);

const AHEAD = "This day lies ahead. Write one that has come.";

/** A date as typed, or nothing, of what has happened: it does not lie ahead. */
export const typedPastDay = typedDay.refine(hasCome, AHEAD);

const WHOLE_HINT = "Write a whole day, such as 28 October 2025. 2025-10-28 and Oct. 28, 2025 do as well.";

/** A day, which begins at midnight UTC, or a minute as typed, or nothing: a month would be read as the first of it. */
export const typedMoment = dateTyped(WHOLE_HINT).refine(isWhole, WHOLE_HINT);

const dayIn = (typed: string) => typed.slice(0, "2025-10-28".length);

/** A whole day as typed, or nothing, where no more is kept and no less; of a minute it is the day, in UTC. */
export const typedWholeDay = typedMoment.transform(dayIn);

/** A whole day, or nothing, of what has happened. */
export const typedPastWholeDay = typedMoment.refine(hasCome, AHEAD).transform(dayIn);

function isWhole(typed: string): boolean {
  const precision = parseDated(typed)?.precision;
  return precision !== "month" && precision !== "year";
}

function hasCome(typed: string): boolean {
  const dated = parseDated(typed);
  return dated === null || !isAhead(dated, now());
}
