import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/db/server";
import { makeSource, makeStatement } from "@/prisma/factories";
import { unprovenSlip } from "./server";

/** A word of small letters that no other test has. */
const word = () => `m${randomUUID().replaceAll(/[^a-f]/g, "")}t`;

async function place(text: string) {
  const source = await makeSource(text);
  const { id } = await makeStatement({ sourceId: source.id, wording: "“Nothing of the kind,”" });
  return { statementId: id, sourceIds: [source.id] };
}

it("is proven by the source that spells it so", async () => {
  const [was, now] = [word(), word()];
  const at = await place(`The council of ${now} met.`);
  expect(await unprovenSlip(db, [{ was, now }], at)).toBeNull();
  expect(await unprovenSlip(db, [], at)).toBeNull();
});

it("is not proven by a word that only holds it", async () => {
  const [was, now] = [word(), word()];
  const at = await place(`The council of ${now}ish met.`);
  expect(await unprovenSlip(db, [{ was, now }], at)).toMatchObject({ now, because: "unknown" });
});

it("is none when the source prints the former spelling, in any case", async () => {
  const [was, now] = [word(), word()];
  const at = await place(`${now} and ${was.toUpperCase()} met.`);
  expect(await unprovenSlip(db, [{ was, now }], at)).toMatchObject({ was, because: "used" });
});

it.each(["statement", "claim"] as const)("is none when another %s is worded so", async (kind) => {
  const [was, now] = [word(), word()];
  const at = await place(`The council of ${now} met.`);
  if (kind === "statement") await makeStatement({ wording: `“We like ${was} best,”` });
  else
    await db.claim.create({
      data: { slug: was, proposition: `They like ${was}.`, propositionKey: `they like ${was}.` },
    });
  expect(await unprovenSlip(db, [{ was, now }], at)).toMatchObject({ was, because: "used" });
});

it("is proven by what is published elsewhere, and not by what is not", async () => {
  const [was, now] = [word(), word()];
  const at = await place("The council met.");
  const { id } = await makeStatement({ wording: `“We like ${now} best,”` });
  expect(await unprovenSlip(db, [{ was, now }], at)).toMatchObject({ because: "unknown" });
  await db.statement.update({ where: { id }, data: { state: "published" } });
  expect(await unprovenSlip(db, [{ was, now }], at)).toBeNull();
});
