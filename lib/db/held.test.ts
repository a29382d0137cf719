import { v7 as uuid } from "uuid";
import { expect, it } from "vitest";
import { appendAudit } from "@/lib/audit/server";
import { SYSTEM } from "@/lib/auth";
import { addLater, aside, db, type Tx, transact } from "@/lib/db/server";

let count = 0;

/** Sources that are held back, and told of. */
async function addSources(tx: Tx, many: number): Promise<string[]> {
  const rows = Array.from({ length: many }, () => ({
    ...{ id: uuid(), publicId: `src-held${++count}`, title: `Held ${count}`, searchKey: "", kind: "article" },
    ...{ author: "", authorNames: "[]", language: "en", createdById: null, createdAt: new Date() },
  }));
  await addLater(tx, "Source", rows);
  const subject = { subjectType: "source", subjectId: rows[0]?.id ?? "" };
  await appendAudit(tx, { actor: SYSTEM, action: "source.recorded", ...subject });
  return rows.map(({ id }) => id);
}

const where = (ids: readonly string[]) => ({ where: { id: { in: [...ids] } } });

it("rows that are held back are there for whoever asks the transaction, and not for who asks beside them", async () => {
  const seen = await transact(async (tx) => {
    const ids = await addSources(tx, 2);
    const beside = await aside(tx).source.count(where(ids));
    const [one, two] = await Promise.all([tx.source.count(where(ids)), tx.source.count(where(ids))]);
    return [beside, one, two];
  });
  expect(seen).toEqual([0, 2, 2]);
});

it("they are written at the end, sealed, and gone with what is undone", async () => {
  const ids = await transact((tx) => addSources(tx, 3));
  expect(await db.source.count(where(ids))).toBe(3);
  expect(await db.auditSeal.count({ where: { recordId: { in: ids } } })).toBe(3);
  let undone: string[] = [];
  const failing = transact(async (tx) => {
    undone = await addSources(tx, 2);
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  expect(await db.source.count(where(undone))).toBe(0);
});

it("a row is written behind the one that it points at, whichever came first", async () => {
  const ids = await transact(async (tx) => {
    const [sourceId = ""] = [uuid()];
    const edition = { id: uuid(), sourceId, number: 1, text: "Words.", sha256: sourceId, lengthUtf16: 6 };
    await addLater(tx, "Edition", [{ ...edition, retrievedAt: new Date(), createdAt: new Date() }]);
    const row = { id: sourceId, publicId: `src-held${++count}`, title: "Behind", searchKey: "" };
    await addLater(tx, "Source", [{ ...row, kind: "article", authorNames: "[]", language: "en" }]);
    await appendAudit(tx, {
      ...{ actor: SYSTEM, action: "source.recorded", subjectType: "source", subjectId: sourceId },
    });
    return [sourceId];
  });
  expect(await db.edition.count({ where: { sourceId: ids[0] ?? "" } })).toBe(1);
});
