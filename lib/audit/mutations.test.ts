import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, SYSTEM, VISITOR } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { clearDatabase } from "@/prisma/testing/database";
import { appendAudit, countAuditEntries, listHistory, verifyAudit } from "./server";

const EDITOR: Actor = { id: "01890000-0000-7000-8000-000000000001", name: "Nadia", role: "editor" };

const append = (subjectId: string, parts: { reason?: string; after?: unknown } = {}) =>
  transact((tx) =>
    appendAudit(tx, { actor: EDITOR, action: "thing.changed", subjectType: "thing", subjectId, ...parts }),
  );

async function chainOf(length: number) {
  for (let number = 1; number <= length; number++) await append(`thing-${number}`, { after: { number } });
}

beforeEach(clearDatabase);

describe("the chain", () => {
  test("is whole when empty and after each entry", async () => {
    expect(await verifyAudit(SYSTEM)).toEqual({ entries: 0, isIntact: true, brokenAt: null, problem: null });
    await chainOf(3);
    expect(await verifyAudit(SYSTEM)).toEqual({ entries: 3, isIntact: true, brokenAt: null, problem: null });
    expect(await countAuditEntries(SYSTEM)).toBe(3);
    const entries = await db.auditEntry.findMany({ orderBy: { seq: "asc" } });
    expect(entries.map((entry) => entry.previousHash)).toEqual(["", entries[0]?.hash, entries[1]?.hash]);
  });

  test("stays one chain when many append at once", async () => {
    await Promise.all(Array.from({ length: 25 }, (_, number) => append(`thing-${number}`)));
    expect(await verifyAudit(SYSTEM)).toMatchObject({ entries: 25, isIntact: true });
  });

  test("leaves nothing of a change that was undone", async () => {
    await chainOf(2);
    const undone = transact(async (tx) => {
      await appendAudit(tx, {
        actor: EDITOR,
        action: "thing.changed",
        subjectType: "thing",
        subjectId: "undone",
      });
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    await append("after");
    expect(await verifyAudit(SYSTEM)).toMatchObject({ entries: 3, isIntact: true });
    expect(await listHistory("thing", "undone")).toEqual([]);
  });

  test("spans more entries than one page of the check", async () => {
    await transact(async (tx) => {
      for (let number = 0; number < 1001; number++) {
        await appendAudit(tx, {
          actor: SYSTEM,
          action: "thing.made",
          subjectType: "thing",
          subjectId: String(number),
        });
      }
    });
    expect(await verifyAudit(SYSTEM)).toMatchObject({ entries: 1001, isIntact: true });
  });
});

describe("the check tells", () => {
  // every column but the technical id, each changed to another value of its kind
  test.each([
    ["at", { at: new Date("2020-01-01T00:00:00Z") }],
    ["actorId", { actorId: null }],
    ["actorName", { actorName: "Somebody else" }],
    ["actorRole", { actorRole: "reader" }],
    ["action", { action: "thing.left_alone" }],
    ["subjectType", { subjectType: "other" }],
    ["subjectId", { subjectId: "thing-9" }],
    ["before", { before: "{}" }],
    ["after", { after: '{"number":9}' }],
    ["reason", { reason: "none" }],
    ["hash", { hash: "f".repeat(64) }],
    ["previousHash", { previousHash: "f".repeat(64) }],
  ])("a changed %s", async (_, data) => {
    await chainOf(4);
    await db.auditEntry.update({ where: { seq: 3 }, data });
    expect(await verifyAudit(SYSTEM)).toMatchObject({ entries: 2, isIntact: false, brokenAt: 3 });
  });

  test.each([1, 2, 4])("that entry %i of four was taken out", async (seq) => {
    await chainOf(4);
    await db.auditEntry.delete({ where: { seq } });
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: false, brokenAt: seq });
  });

  test("that entries changed places", async () => {
    await chainOf(4);
    await db.auditEntry.update({ where: { seq: 2 }, data: { seq: 99 } });
    await db.auditEntry.update({ where: { seq: 3 }, data: { seq: 2 } });
    await db.auditEntry.update({ where: { seq: 99 }, data: { seq: 3 } });
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: false, brokenAt: 2 });
  });

  test("that the whole of it is gone", async () => {
    await chainOf(2);
    await db.auditEntry.deleteMany();
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: false, brokenAt: 1 });
  });

  test("that the end was cut off and the head set back with it, when it did not set back the hash", async () => {
    await chainOf(3);
    await db.auditEntry.delete({ where: { seq: 3 } });
    await db.auditHead.update({ where: { id: 1 }, data: { seq: 2 } });
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: false, brokenAt: 3 });
  });
});

describe("who may read it", () => {
  test.each(["visitor", "reader", "reporter", "reviewer"] as const)("not a %s", async (role) => {
    await expect(verifyAudit({ ...VISITOR, role })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(countAuditEntries({ ...VISITOR, role })).rejects.toMatchObject({ kind: "forbidden" });
  });

  test.each(["editor", "admin"] as const)("an %s", async (role) => {
    expect(await verifyAudit({ ...VISITOR, role })).toMatchObject({ isIntact: true });
  });
});

test("an entry tells who, as what, when, and what was before and after; newest first", async () => {
  await append("thing-1", { after: { name: "Old" } });
  await append("thing-2");
  await append("thing-1", { reason: "A slip of the pen", after: { name: "پشتو" } });
  const [newest, oldest] = await listHistory("thing", "thing-1");
  expect(newest).toMatchObject({
    seq: 3,
    actorId: EDITOR.id,
    actorName: "Nadia",
    actorRole: "editor",
    reason: "A slip of the pen",
    before: null,
    after: '{"name":"پشتو"}',
  });
  expect(oldest?.seq).toBe(1);
});
