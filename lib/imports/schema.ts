import { z } from "zod";
import { parseDated } from "@/lib/text";

const hasNoNul = (text: string) => !text.includes("\u0000");
const NUL_MESSAGE = "Holds a NUL character, which no text has. Type it again.";
const line = (most: number) =>
  z.string().trim().max(most, `Use at most ${most} characters.`).refine(hasNoNul, NUL_MESSAGE);

const dated = z
  .string()
  .trim()
  .refine(
    (typed) => typed === "" || parseDated(typed) !== null,
    "Write a date as 2025, 2025-10 or 2025-10-28.",
  );

const address = line(2000).refine(
  (typed) => typed === "" || /^https?:\/\/[^\s/]+\S*$/.test(typed),
  "Write an address such as https://example.org/page, or leave it empty.",
);

/** What is asked about the document; all of it may stay empty until a statement is to be published. */
const details = {
  title: line(300).default(""),
  outletName: line(200).default(""),
  address: address.default(""),
  author: line(300).default(""),
  publishedOn: dated.default(""),
};

/** A pasted text or a file, one of the two, with what is known of the document. */
export const startImportSchema = z.object({
  text: z.string(),
  file: z.file().optional(),
  ...details,
});

export const detailsSchema = z.object({ draftId: z.string(), version: z.number().int(), ...details });

export const draftSchema = z.object({ draftId: z.string() });

/** Asks for more of a long text. `isByItself`: the page asks while it is looked at, and stays where it is. */
export const readOnSchema = draftSchema.extend({ isByItself: z.boolean() });
