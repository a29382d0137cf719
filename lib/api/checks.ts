import { z } from "zod";
import type { Actor } from "@/lib/auth";
import { compareApart, findAgainst, listCompany } from "@/lib/checks/server";
import { Refused } from "@/lib/errors";
import { toStatementJson } from "@/lib/exports";
import { typedLanguage, typedLine, typedWords } from "@/lib/forms";
import { MOST_ROWS } from "@/lib/paging";
import { type CheckedJson, toCheckedJson } from "@/lib/reports";
import { STATEMENT_STATES, statementFilterSchema } from "@/lib/statements";
import { listStatements } from "@/lib/statements/server";
import { guessLanguage } from "@/lib/text";

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
  against: z
    .enum(["store", "material"])
    .default("store")
    .describe("“material” leaves out what the store holds"),
});

/**
 * Every attributed statement of a text beside the texts that come with it and, unless those shall do, beside what the store
 * holds as far as the actor may read it. Nothing is kept. @throws {Refused}
 */
export async function checkText(
  actor: Actor,
  { text, title, language, material, against: scope }: z.infer<typeof checkBodySchema>,
): Promise<CheckedJson> {
  if (material.reduce((sum, one) => sum + one.text.length, 0) > MOST.material)
    throw new Refused([
      {
        rule: "check.material",
        message: "The texts together have more than 5 million characters.",
        field: "material",
      },
    ]);
  const held = await findAgainst(actor, { draft: text, scope });
  const own = material.map((one) => ({ id: one.name, title: one.name, text: one.text }));
  const found = await compareApart({
    draft: text,
    against: { texts: [...own, ...held.texts], statements: held.statements },
    language: language || guessLanguage(text)?.language || "en",
  });
  const rested = found.findings.flatMap(({ match, others }) => [match, ...others]);
  const ids = [...new Set(rested.flatMap((one) => one?.statement ?? []))];
  const company = await listCompany(ids);
  return { ...toCheckedJson({ name: title, text, ...found, company }), statements: await inFull(actor, ids) };
}

/** Stored statements with all that must be read with their words. */
async function inFull(actor: Actor, ids: readonly string[]): Promise<CheckedJson["statements"]> {
  if (ids.length === 0) return [];
  const told: CheckedJson["statements"] = [];
  for (let from = 0; from < ids.length; from += MOST_ROWS) {
    const id = ids.slice(from, from + MOST_ROWS);
    // what fell is told as well: that is why it is asked for by every state
    const filter = statementFilterSchema.parse({ id, state: [...STATEMENT_STATES] });
    const { items } = await listStatements(actor, filter, { take: MOST_ROWS });
    for (const item of items) {
      const { id: printed, url, notice, inFull: whole } = toStatementJson(item);
      told.push({ id: printed, url, notice, inFull: whole });
    }
  }
  return told;
}
