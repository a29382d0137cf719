import { z } from "zod";
import type { Actor } from "@/lib/auth";
import { checkDraft } from "@/lib/checking";
import { Refused } from "@/lib/errors";
import { typedLanguage, typedLine, typedWords } from "@/lib/forms";
import { type CheckedJson, toCheckedJson } from "@/lib/reports";

const MOST = { draft: 400_000, material: 5_000_000, texts: 200 } as const;

/** A text to be checked, as a program sends it. */
export const checkBodySchema = z.strictObject({
  text: typedWords(MOST.draft).describe("The draft; offsets of the findings count its UTF-16 code units"),
  title: typedLine(300).default("draft").describe("What the answer calls it"),
  language: typedLanguage.optional().describe("BCP 47; left out it is guessed"),
  material: z
    .array(
      z.strictObject({
        name: typedLine(300).describe("What a finding calls it, such as the name of its file"),
        text: typedWords(MOST.material),
      }),
    )
    .max(MOST.texts)
    .default([])
    .describe("Texts that the draft rests on: transcripts, notes, articles"),
});

/** Every attributed statement of a text beside the texts that come with it. Nothing is kept. @throws {Refused} */
export async function checkText(
  _actor: Actor,
  { text, title, language, material }: z.infer<typeof checkBodySchema>,
): Promise<CheckedJson> {
  if (material.reduce((sum, one) => sum + one.text.length, 0) > MOST.material)
    throw new Refused([
      {
        rule: "check.material",
        message: "The texts together have more than 5 million characters.",
        field: "material",
      },
    ]);
  const texts = material.map((one) => ({ id: one.name, title: one.name, text: one.text }));
  const found = checkDraft(text, { texts, statements: [] }, language ? { language } : {});
  return toCheckedJson({ name: title, text, ...found });
}
