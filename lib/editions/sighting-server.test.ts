import { expect, test } from "vitest";
import { VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { statementSchema } from "@/lib/exports";
import { readStatementJson } from "@/lib/exports/server";
import { makeSource, makeStatement, makeUser } from "@/prisma/factories";
import { findSighting, recordReading } from "./server";

const SAID = "“The lock stays shut until the spring,”";
const text = (words: string, more = "") => `The council met. ${words} said Ada Berg. Nobody answered.${more}`;

test("what became of words is told to the desk, with since when it is so, and to nobody else", async () => {
  const [reporter, reader] = [await makeUser("reporter"), await makeUser("reader")];
  const source = await makeSource(text(SAID));
  const { id, publicId } = await makeStatement({ wording: SAID, sourceId: source.id, state: "published" });
  expect(await findSighting(reporter, publicId)).toBeNull();
  const NOW = SAID.replace("spring", "summer");
  const read = (words: string, more = "") =>
    recordReading(reporter, { sourceId: source.id, text: text(words, more) });

  await read(NOW);
  await read(NOW, " Corrected.");
  const days = ["2026-01-01", "2026-01-02"].map((day) => new Date(`${day}T10:00:00Z`));
  const seen = await db.sighting.findMany({ where: { statementId: id }, orderBy: { seenAt: "asc" } });
  for (const [index, sighting] of seen.entries())
    await db.sighting.update({ where: { id: sighting.id }, data: { seenAt: days[index] ?? new Date() } });
  expect(await findSighting(reporter, publicId)).toMatchObject({
    ...{ state: "changed", was: SAID, found: NOW, from: 1, to: 3, since: days[0], seenAt: days[1] },
  });
  const { sighting } = await readStatementJson(reporter, publicId);
  expect(sighting).toMatchObject({
    ...{ state: "changed", found: NOW, edition: 3, since: days[0]?.toISOString(), settlement: null },
  });
  expect(statementSchema.safeParse(await readStatementJson(reporter, publicId)).error).toBeUndefined();

  await read("Nothing of it stands here,");
  expect(await findSighting(reporter, publicId)).toMatchObject({ state: "lost", found: "", to: 4 });
  for (const other of [VISITOR, reader]) {
    expect(await findSighting(other, publicId)).toBeNull();
    expect(JSON.stringify(await readStatementJson(other, publicId))).not.toMatch(/sighting|summer/u);
  }
});
