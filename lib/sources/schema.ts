import { z } from "zod";
import { typedLanguage, typedPublicationDay } from "@/lib/forms";
import { publicNoteField } from "@/lib/notices";
import { parseDated } from "@/lib/text";
import { SOURCE_KINDS } from "./model";

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use at most ${most} characters.`)
    .refine((text) => !text.includes("\u0000"), "Holds a NUL character, which no text has. Type it again.");

const webAddress = line(2000)
  .refine(
    (typed) => typed === "" || /^https?:\/\/[^\s/]\S*$/.test(typed),
    "Write an address such as https://example.org/page, or leave it empty.",
  )
  .default("");

/** An edition of a source, and where in it words were found. */
export const captureHereSchema = z.object({
  sourceId: z.string().min(1),
  edition: z.number().int().positive(),
  startUtf16: z.number().int().nonnegative(),
  /** Where they end, when somebody selected them to the letter. */
  endUtf16: z.number().int().positive().optional(),
  /** What they become: a statement, or a part of the proposal nearest to them. */
  become: z.enum(["statement", "part"]).default("statement"),
});

/** What a person may change about a source; its editions never change. */
export const editSourceSchema = z
  .object({
    id: z.string().min(1),
    version: z.number().int().positive(),
    title: line(300).min(1, "Give the source a title."),
    kind: z.enum(SOURCE_KINDS, "Choose what it is."),
    outletName: line(200).default(""),
    titleRomanised: line(300).default(""),
    titleTranslated: line(300).default(""),
    address: webAddress,
    archiveAddress: webAddress,
    author: line(300).default(""),
    authorNames: z
      .string()
      .max(2000, "Use at most 2000 characters.")
      .refine(
        (typed) => !typed.includes("\u0000"),
        "Holds a NUL character, which no text has. Type it again.",
      )
      .default(""),
    publishedOn: typedPublicationDay.default(""),
    language: typedLanguage.pipe(z.string().min(1, "Give the language, such as Urdu or ur.")),
    publicNote: publicNoteField,
  })
  .transform(({ publishedOn, ...fields }) => {
    const dated = parseDated(publishedOn);
    return { ...fields, publishedOn: dated?.on ?? null, publishedOnPrecision: dated?.precision ?? null };
  });
