import { z } from "zod";
import { typedLanguage, typedLine } from "@/lib/forms";
import { SPEAKER_KINDS } from "@/lib/speakers";
import { FIELD_KEYS, NO_FIELD } from "./fields";
import { BARE_FORMS, DATE_ORDERS, MOST_COLUMNS } from "./model";

const story = typedLine(200).default("");

/** A file of rows, or rows that are pasted. */
export const bringTableSchema = z.object({ text: z.string(), file: z.file().optional(), story });

export const tableSchema = z.object({ tableId: z.string(), version: z.number().int() });

export const discardTableSchema = z.object({ tableId: z.string() });

export const replaceTableSchema = tableSchema.extend({ text: z.string(), file: z.file().optional() });

/** Who a name means, as a list offers it: empty while nobody said, a kind for somebody new, `known:<id>`. */
const meant = z
  .string()
  .regex(new RegExp(`^(?:${SPEAKER_KINDS.join("|")}|known:[\\w-]{1,60})?$`, "u"), "Choose who is meant.");

/** What a person says of a table. */
export const sayTableSchema = tableSchema
  .extend({
    sheet: z.string().max(200).optional(),
    headerRow: z.number().int().min(0).max(1_048_576).optional(),
    columns: z.array(z.enum([NO_FIELD, ...FIELD_KEYS], "Choose what the column holds.")).max(MOST_COLUMNS),
    dates: z.enum(DATE_ORDERS, "Choose how such dates are read."),
    bareForm: z.enum(BARE_FORMS, "Choose the form."),
    title: typedLine(300).default(""),
    outlet: typedLine(200).default(""),
    language: typedLanguage.default(""),
    story,
    speakers: z
      .array(z.object({ key: z.string().max(200), meant }))
      .max(200)
      .default([]),
  })
  .superRefine(({ columns }, context) => {
    for (const [index, means] of columns.entries()) {
      if (means === NO_FIELD || columns.indexOf(means) === index) continue;
      const message = "Another column holds this already. Choose one of the two.";
      context.addIssue({ code: "custom", message, path: ["columns", index] });
    }
  });
