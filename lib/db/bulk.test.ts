import { expect, test } from "vitest";
import { addMany, db, transact } from "./server";

const WORDS = ["", '“No,” said Ann\'s \\ "aunt" {$1} ?', "🙂 قال\n\t</b>", "null", "1e9"];

async function draft() {
  const text = { text: "t", sha256: "s" };
  return db.importDraft.create({
    data: { ...text, publicId: `imp-${crypto.randomUUID()}`, ownerId: "nobody" },
  });
}

test("many rows are kept to the letter, with what is left out left to the table", async () => {
  const { id: draftId } = await draft();
  const rows = Array.from({ length: 450 }, (_, n) => ({
    ...{ id: `${draftId}-${n}`, draftId, ordinal: n + 1, startUtf16: n, endUtf16: 2_147_483_647 },
    ...{ found: WORDS[n % WORDS.length] ?? "", edited: n % 2 ? null : "{}", decision: "pending" },
  }));
  await transact((tx) => addMany(tx, "ImportProposal", rows));
  const kept = await db.importProposal.findMany({ where: { draftId }, orderBy: { ordinal: "asc" } });
  const leftOut = Object.fromEntries(Object.keys(kept[0] ?? {}).map((column) => [column, null]));
  expect(kept).toEqual(rows.map((row) => ({ ...leftOut, ...row })));
});

test("all of them or none", async () => {
  const { id: draftId } = await draft();
  const row = { draftId, startUtf16: 0, endUtf16: 1, found: "{}", decision: "pending" };
  const rows = [1, 2, 2].map((ordinal, n) => ({ ...row, id: `${draftId}-${n}`, ordinal }));
  await expect(transact((tx) => addMany(tx, "ImportProposal", rows))).rejects.toThrow();
  expect(await db.importProposal.count({ where: { draftId } })).toBe(0);
});

test("a recorded table is refused, and a column that there is not", async () => {
  await expect(transact((tx) => addMany(tx, "Statement", [{ id: "s" }]))).rejects.toThrow(/recorded/);
  await expect(transact((tx) => addMany(tx, "ImportProposal", [{ 'id") --': "s" }]))).rejects.toThrow(
    /no column/,
  );
  await transact((tx) => addMany(tx, "ImportProposal", []));
});
