import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Actor, SYSTEM, VISITOR } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { setClock } from "@/lib/env";
import { clearDatabase } from "@/prisma/testing/database";
import { chainHash } from "./model";
import {
  appendAudit,
  countAuditEntries,
  formatCheckpoint,
  getCheckpoint,
  listHistory,
  parseCheckpoint,
  sealStandingRecords,
  verifyAudit,
} from "./server";

const EDITOR: Actor = { id: "01890000-0000-7000-8000-000000000001", name: "Nadia", role: "editor" };

const append = (subjectId: string, parts: { reason?: string; after?: unknown } = {}) =>
  transact((tx) =>
    appendAudit(tx, { actor: EDITOR, action: "thing.changed", subjectType: "thing", subjectId, ...parts }),
  );

async function chainOf(length: number) {
  for (let number = 1; number <= length; number++) await append(`thing-${number}`, { after: { number } });
}

/** An outlet made as mutations make them, and its id. */
const makeOutlet = (slug: string) =>
  transact(async (tx) => {
    const { id } = await tx.outlet.create({
      data: { slug, name: slug, nameKey: slug },
      select: { id: true },
    });
    await appendAudit(tx, { actor: EDITOR, action: "outlet.made", subjectType: "outlet", subjectId: id });
    return id;
  });

const checkpoints = () => path.join(process.env.DATA_DIR ?? "", "audit-checkpoints.log");
const firstFinding = async () => (await verifyAudit(SYSTEM)).findings[0];

/** The chain from `from` on, recomputed by somebody who knows how it is made and has no key. */
async function forgeFrom(from: number) {
  const entries = await db.auditEntry.findMany({ orderBy: { seq: "asc" } });
  let hash = "";
  for (const entry of entries) {
    const { id } = entry;
    const previousHash = hash;
    hash = entry.seq < from ? entry.hash : chainHash(previousHash, entry);
    await db.auditEntry.update({ where: { id }, data: { previousHash, hash } });
  }
  await db.auditHead.update({ where: { id: 1 }, data: { seq: entries.length, hash } });
}

beforeEach(clearDatabase);

describe("the chain", () => {
  test("is whole when empty and after each entry", async () => {
    expect(await verifyAudit(SYSTEM)).toMatchObject({ entries: 0, isIntact: true, findings: [], notes: [] });
    await chainOf(3);
    expect(await verifyAudit(SYSTEM)).toMatchObject({ entries: 3, isIntact: true, findings: [], notes: [] });
    expect(await countAuditEntries(SYSTEM)).toBe(3);
    const entries = await db.auditEntry.findMany({ orderBy: { seq: "asc" } });
    expect(entries.map((entry) => entry.previousHash)).toEqual(["", entries[0]?.hash, entries[1]?.hash]);
  });

  test("stays one chain when many append at once, and is anchored outside as far as it reaches", async () => {
    await Promise.all(Array.from({ length: 25 }, (_, number) => append(`thing-${number}`)));
    expect(await verifyAudit(SYSTEM)).toMatchObject({
      entries: 25,
      isIntact: true,
      checkpoint: { seq: 25 },
    });
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
    ["seals", { seals: "f".repeat(64) }],
    ["hash", { hash: "f".repeat(64) }],
    ["previousHash", { previousHash: "f".repeat(64) }],
    ["mac", { mac: "f".repeat(43) }],
    ["no mac", { mac: null }],
    ["no key", { keyId: null, mac: null }],
  ])("a changed %s", async (_, data) => {
    await chainOf(4);
    await db.auditEntry.update({ where: { seq: 3 }, data });
    expect(await verifyAudit(SYSTEM)).toMatchObject({ entries: 4, isIntact: false });
    expect(await firstFinding()).toMatchObject({ entry: 3 });
  });

  test.each([1, 2, 4])("that entry %i of four was taken out", async (seq) => {
    await chainOf(4);
    await db.auditEntry.delete({ where: { seq } });
    expect(await firstFinding()).toMatchObject({ entry: seq });
  });

  test("that entries changed places", async () => {
    await chainOf(4);
    await db.auditEntry.update({ where: { seq: 2 }, data: { seq: 99 } });
    await db.auditEntry.update({ where: { seq: 3 }, data: { seq: 2 } });
    await db.auditEntry.update({ where: { seq: 99 }, data: { seq: 3 } });
    expect(await firstFinding()).toMatchObject({ entry: 2 });
  });

  test("that the whole of it is gone, with its head", async () => {
    await chainOf(2);
    await db.auditEntry.deleteMany();
    expect(await firstFinding()).toMatchObject({ entry: 1 });
    await db.auditHead.deleteMany();
    const { findings } = await verifyAudit(SYSTEM);
    expect(findings).toEqual([
      {
        entry: 1,
        message: expect.stringMatching(/^The log ends at entry 0, before .* 2 entries are missing/),
      },
    ]);
  });

  test("that the end was cut off and the head set back with it", async () => {
    await chainOf(3);
    await db.auditEntry.delete({ where: { seq: 3 } });
    await db.auditHead.update({ where: { id: 1 }, data: { seq: 2 } });
    expect(await firstFinding()).toMatchObject({ entry: 3 });
    await forgeFrom(9);
    expect(await firstFinding()).toMatchObject({ entry: 3, message: /The log ends at entry 2/ });
  });

  test("that the chain was recomputed, even with its signatures taken away", async () => {
    await chainOf(5);
    await db.auditEntry.update({ where: { seq: 3 }, data: { reason: "forged" } });
    await forgeFrom(3);
    expect(await firstFinding()).toMatchObject({ entry: 3, message: /3 entries from 3 on bear no valid/ });
    await db.auditEntry.updateMany({ data: { keyId: null, mac: null } });
    const { findings } = await verifyAudit(SYSTEM);
    expect(findings[0]).toMatchObject({ message: /No entry is signed/ });
    expect(findings[1]).toMatchObject({ entry: 3, message: /the log was rewritten at it or before/ });
  });

  test("that a checkpoint was altered", async () => {
    await chainOf(2);
    const text = await readFile(checkpoints(), "utf8");
    await writeFile(checkpoints(), text.replace("seq=2", "seq=1"));
    expect(await firstFinding()).toMatchObject({ message: /^Line 2 of the checkpoints was altered/ });
  });
});

describe("behind the log", () => {
  test("a field changed, with the entry that last told of it", async () => {
    const id = await makeOutlet("dawn");
    await chainOf(2);
    await db.outlet.update({ where: { id }, data: { name: "Dusk" } });
    expect(await verifyAudit(SYSTEM)).toMatchObject({
      isIntact: false,
      findings: [{ entry: 1, table: "Outlet", record: id, field: "name" }],
    });
  });

  test("a record deleted, and one put back", async () => {
    const [kept, gone] = [await makeOutlet("kept"), await makeOutlet("gone")];
    const row = await db.outlet.findUniqueOrThrow({ where: { id: gone } });
    await transact(async (tx) => {
      await tx.outlet.deleteMany({ where: { slug: "gone" } });
      await appendAudit(tx, { actor: EDITOR, action: "outlet.gone", subjectType: "outlet", subjectId: gone });
    });
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
    await db.outlet.create({ data: row });
    await db.outlet.delete({ where: { id: kept } });
    const { findings } = await verifyAudit(SYSTEM);
    expect(findings.map(({ entry, record }) => [entry, record])).toEqual([
      [1, kept],
      [3, gone],
    ]);
  });

  test("a record added, once everything that stood was sealed", async () => {
    await db.outlet.create({ data: { slug: "old", name: "old", nameKey: "old" } });
    await append("thing");
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true, recordsUnsealed: 1 });
    expect(await sealStandingRecords()).toBe(1);
    expect(await sealStandingRecords()).toBe(0);
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true, recordsCompared: 1, notes: [] });
    const { id } = await db.outlet.create({ data: { slug: "new", name: "new", nameKey: "new" } });
    expect(await sealStandingRecords()).toBe(0);
    expect(await firstFinding()).toMatchObject({
      table: "Outlet",
      record: id,
      message: /added behind the log/,
    });
  });

  test("a seal changed with the record", async () => {
    const id = await makeOutlet("dawn");
    await db.outlet.update({ where: { id }, data: { name: "Dusk" } });
    await db.auditSeal.deleteMany({ where: { recordId: id } });
    expect(await firstFinding()).toMatchObject({ entry: 1, message: /The seals of entry 1 were changed/ });
  });
});

describe("no alarm", () => {
  test("while others write", async () => {
    const id = await makeOutlet("dawn");
    const rename = (name: string) =>
      transact(async (tx) => {
        await tx.outlet.update({ where: { id }, data: { name } });
        await appendAudit(tx, {
          actor: EDITOR,
          action: "outlet.named",
          subjectType: "outlet",
          subjectId: id,
        });
      });
    const writing = Promise.all(Array.from({ length: 40 }, (_, number) => rename(`Dawn ${number}`)));
    try {
      for (let round = 0; round < 5; round++) expect((await verifyAudit(SYSTEM)).findings).toEqual([]);
    } finally {
      await writing;
    }
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true, entries: 41, recordsCompared: 1 });
  });

  test("when an entry and its checkpoint are written after the chain was walked", async () => {
    await chainOf(2);
    const findUnique = db.auditHead.findUnique.bind(db.auditHead);
    // the head is read last of the chain and before the checkpoints
    const read = vi.spyOn(db.auditHead, "findUnique").mockImplementationOnce(((query: never) =>
      findUnique(query).then(async (head) => {
        await append("meanwhile");
        return head;
      })) as never);
    try {
      expect((await verifyAudit(SYSTEM)).findings).toEqual([]);
    } finally {
      read.mockRestore();
    }
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true, entries: 3 });
  });

  test("when the program died between a commit and its checkpoint, or within a line", async () => {
    await chainOf(3);
    const lines = (await readFile(checkpoints(), "utf8")).split("\n");
    await writeFile(checkpoints(), `${lines[0]}\n${lines[1]?.slice(0, 50)}`);
    expect(await verifyAudit(SYSTEM)).toMatchObject({
      isIntact: true,
      checkpoint: { seq: 1 },
      notes: [expect.stringMatching(/cannot be read/), expect.stringMatching(/reach to entry 1 of 3/)],
    });
    await append("after");
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true, checkpoint: { seq: 4 } });
  });

  test("for entries from before signatures, whose reach is said, and which are held since", async () => {
    await chainOf(3);
    await db.auditEntry.updateMany({ data: { keyId: null, mac: null } });
    await rm(checkpoints());
    await append("first signed");
    const check = await verifyAudit(SYSTEM);
    expect(check).toMatchObject({ isIntact: true, signedFrom: 4 });
    expect(check.notes).toEqual([expect.stringMatching(/^Entries 1–3 are from before signatures/)]);
    await db.auditEntry.update({ where: { seq: 2 }, data: { reason: "forged" } });
    await forgeFrom(2);
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: false });
  });

  test("for a clock set back, which is told", async () => {
    await chainOf(1);
    setClock(new Date("2020-01-01T00:00:00Z"));
    await append("early").finally(() => setClock(null));
    const { isIntact, notes } = await verifyAudit(SYSTEM);
    expect(isIntact).toBe(true);
    expect(notes).toEqual([
      expect.stringMatching(/^Between entries 1 and 2 the clock went back by \d+ days/),
    ]);
  });
});

test("a checkpoint kept elsewhere tells what the database and its folder no longer do", async () => {
  await chainOf(3);
  const line = formatCheckpoint((await getCheckpoint(SYSTEM)) ?? expect.unreachable());
  const kept = parseCheckpoint(line) ?? expect.unreachable();
  expect(await verifyAudit(SYSTEM, { against: [kept] })).toMatchObject({ isIntact: true });
  await db.auditEntry.delete({ where: { seq: 3 } });
  await forgeFrom(9);
  await rm(checkpoints());
  expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
  expect(await verifyAudit(SYSTEM, { against: [kept] })).toMatchObject({
    isIntact: false,
    findings: [
      { entry: 3, message: expect.stringMatching(/before the checkpoint given .* tells of entry 3/) },
    ],
  });
});

test("entries of a key that is not here need it, or a checkpoint from after them", async () => {
  await chainOf(2);
  const kept = (await getCheckpoint(SYSTEM)) ?? expect.unreachable();
  await rm(checkpoints());
  process.env.AUDIT_KEY = "k".repeat(32);
  try {
    await append("with another key");
    expect(await firstFinding()).toMatchObject({
      entry: 2,
      message: /signed with key \w{8}, which is not here/,
    });
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: false, isUnproven: true });
    await db.auditEntry.update({ where: { seq: 1 }, data: { reason: "forged" } });
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: false, isUnproven: false });
    await db.auditEntry.update({ where: { seq: 1 }, data: { reason: null } });
    await rm(checkpoints());
    expect((await verifyAudit(SYSTEM, { against: [kept] })).findings).toEqual([]);
    const key = (await readFile(path.join(process.env.DATA_DIR ?? "", "audit-key"), "utf8")).trim();
    process.env.AUDIT_KEY = `${"k".repeat(32)},${key}`;
    expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
  } finally {
    process.env.AUDIT_KEY = "";
  }
});

describe("a mutation that tells of nothing", () => {
  test("fails, and so does a record written inside another", async () => {
    const data = { slug: "quiet", name: "quiet", nameKey: "quiet" };
    await expect(transact((tx) => tx.outlet.create({ data }))).rejects.toThrow("written without appendAudit");
    const nested = { ...data, sources: { create: { publicId: "s", title: "t" } } };
    await expect(transact((tx) => tx.outlet.create({ data: nested }))).rejects.toThrow("Outlet.sources");
    expect(await db.outlet.count()).toBe(0);
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
