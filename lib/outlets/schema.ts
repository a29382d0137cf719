import { z } from "zod";
import { typedLanguage, typedLine } from "@/lib/forms";
import { publicNoteField } from "@/lib/notices";
import { countryCode } from "./countries";
import { OUTLET_KINDS } from "./model";

const homepage = typedLine(2000).refine(
  (typed) => typed === "" || /^https?:\/\/[^\s/]\S*$/u.test(typed),
  "Write an address such as https://example.org, or leave it empty.",
);

/** A country by its code or its English name, or nothing; it leaves as its code. */
const country = typedLine(60).transform((typed, context) => {
  const code = typed === "" ? "" : countryCode(typed);
  if (code !== null) return code;
  context.addIssue({
    code: "custom",
    message: "Write a country by its name or its code, such as Norway or NO.",
  });
  return z.NEVER;
});

/** What a person may say of an outlet. Its name is what its sources call it. */
export const editOutletSchema = z.object({
  id: z.string().min(1),
  version: z.number().int().positive(),
  kind: z.enum(OUTLET_KINDS, "Choose what it is."),
  homepage: homepage.default(""),
  country: country.default(""),
  language: typedLanguage.default(""),
  publicNote: publicNoteField,
});
