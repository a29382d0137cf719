import { z } from "zod";
import { typedLanguage, typedLine, typedPublicationDay } from "@/lib/forms";

const address = typedLine(2000).refine(
  (typed) => typed === "" || /^https?:\/\/[^\s/]\S*$/.test(typed),
  "Write an address such as https://example.org/page, or leave it empty.",
);

/** What is asked about the document; all of it may stay empty until a statement is to be published. */
const details = {
  title: typedLine(300).default(""),
  outletName: typedLine(200).default(""),
  address: address.default(""),
  author: typedLine(300).default(""),
  publishedOn: typedPublicationDay.default(""),
  /** Left empty, it is guessed from the text. */
  language: typedLanguage.default(""),
  /** The story that the statements go into; empty for none. */
  story: z.string().max(200).default(""),
};

/** A pasted text, a file or the address of a page, one of the three, with what is known of the document. */
export const startImportSchema = z.object({
  text: z.string(),
  /** The page that is to be fetched. */
  from: address.default(""),
  file: z.file().optional(),
  ...details,
});

export const detailsSchema = z.object({ draftId: z.string(), version: z.number().int(), ...details });

export const draftSchema = z.object({ draftId: z.string() });

/** Says what a text is that is nearly that of a source; asked anew where it was said. */
export const nearSchema = draftSchema.extend({
  version: z.number().int(),
  sourceId: z.string(),
  as: z.enum(["edition", "own", "ask"]),
});

/** Stores, and says where to go on: at the source, at the review of the first, or with the next article. */
export const storeSchema = draftSchema.extend({
  onward: z.enum(["source", "review", "next"]).default("source"),
  /** Of a text that its source had before: its publisher prints it again. */
  isPrintedNow: z.boolean(),
});

/** Asks for more of a long text. `isByItself`: the page asks while it is looked at, and stays where it is. */
export const readOnSchema = draftSchema.extend({ isByItself: z.boolean() });

export const checkAddressSchema = z.object({ sourceId: z.string() });
