import { expect, test } from "vitest";
import { appendAudits, verifyAudit } from "@/lib/audit/server";
import { SYSTEM } from "@/lib/auth";
import { addMany, among, db, setMany, transact } from "./server";

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

test("columns of many rows are set to the letter, each its own, and the others stay", async () => {
  const { id: draftId } = await draft();
  const rows = Array.from({ length: 250 }, (_, n) => ({
    ...{ id: `${draftId}-${n}`, draftId, ordinal: n + 1, startUtf16: n, endUtf16: 9, found: "{}" },
    decision: "pending",
  }));
  await transact((tx) => addMany(tx, "ImportProposal", rows));
  const set = rows.slice(5).map(({ ordinal }, n) => ({
    ...{ draftId, ordinal, doubt: n % 3 === 0 ? null : n },
    edited: n % 2 ? null : (WORDS[n % WORDS.length] ?? ""),
  }));
  const gone = { draftId, ordinal: 9999, doubt: 1, edited: null };
  const by = ["draftId", "ordinal"];
  await transact((tx) => setMany(tx, "ImportProposal", { by, rows: [...set, gone] }));
  const kept = await db.importProposal.findMany({ where: { draftId }, orderBy: { ordinal: "asc" } });
  expect(kept).toHaveLength(rows.length);
  expect(kept.slice(0, 5).every(({ doubt, edited }) => doubt === null && edited === null)).toBe(true);
  expect(kept.slice(5).map(({ ordinal, doubt, edited }) => ({ draftId, ordinal, doubt, edited }))).toEqual(
    set,
  );
  expect(kept.map(({ startUtf16 }) => startUtf16)).toEqual(rows.map(({ startUtf16 }) => startUtf16));
});

test("columns of a recorded table are not set unseen", async () => {
  const rows = [{ id: "st", wording: "other words" }];
  await expect(transact((tx) => setMany(tx, "Statement", { by: ["id"], rows }))).rejects.toThrow(/recorded/);
});

test.each([
  ["a NUL", "one\u0000two", "text.nul"],
  ["a year of five digits", new Date(8.64e15), "instant.range"],
])("%s is refused in words, as by a single row", async (_, found, rule) => {
  const { id: draftId } = await draft();
  const row = { id: draftId, draftId, ordinal: 1, startUtf16: 0, endUtf16: 1, found, decision: "pending" };
  await expect(transact((tx) => addMany(tx, "ImportProposal", [row]))).rejects.toMatchObject({
    refusals: [{ rule }],
  });
  expect(await db.importProposal.count({ where: { draftId } })).toBe(0);
});

test("half of a sign is kept as the sign that stands for one", async () => {
  const { id: draftId } = await draft();
  const row = (ordinal: number) => ({
    ...{ id: `${draftId}-${ordinal}`, draftId, ordinal, startUtf16: 0, endUtf16: 1 },
    ...{ found: "cut \ud83d off", decision: "pending" },
  });
  await transact((tx) => addMany(tx, "ImportProposal", [row(1)]));
  const kept = await db.importProposal.findMany({ where: { draftId }, orderBy: { ordinal: "asc" } });
  expect(kept.map(({ found }) => found)).toEqual(["cut \ufffd off"]);
});

test("a list to look up may hold what no column can", async () => {
  const { id } = await draft();
  expect(await db.importDraft.count({ where: { id: among([id, "\u0000", "\ud83d"]) } })).toBe(1);
});

test("all of them or none", async () => {
  const { id: draftId } = await draft();
  const row = { draftId, startUtf16: 0, endUtf16: 1, found: "{}", decision: "pending" };
  const rows = [1, 2, 2].map((ordinal, n) => ({ ...row, id: `${draftId}-${n}`, ordinal }));
  await expect(transact((tx) => addMany(tx, "ImportProposal", rows))).rejects.toThrow();
  expect(await db.importProposal.count({ where: { draftId } })).toBe(0);
});

test("rows of a recorded table are those that Prisma would write, moments and truths among them, and are told or not kept", async () => {
  const at = new Date("2026-03-01T09:30:00.123Z");
  const row = (name: string) => ({
    ...{ id: crypto.randomUUID(), slug: name, name, sortName: name, kind: "person", createdAt: at },
  });
  const [one, other] = [row(crypto.randomUUID()), row(crypto.randomUUID())];
  await expect(transact((tx) => addMany(tx, "Speaker", [one]))).rejects.toThrow(/without appendAudit/);
  await expect(transact((tx) => addMany(tx, "Speaker", [{ name: "x" }]))).rejects.toThrow(/need their id/);
  expect(await db.speaker.count({ where: { id: one.id } })).toBe(0);
  const told = (subjectId: string) => ({
    ...{ actor: SYSTEM, action: "speaker.created", subjectType: "speaker", subjectId },
  });
  await transact(async (tx) => {
    await addMany(tx, "Speaker", [one]);
    await tx.speaker.createMany({ data: [other] });
    await appendAudits(tx, [told(one.id), told(other.id)]);
  });
  const [kept, beside] = await Promise.all(
    [one, other].map(({ id }) => db.speaker.findUniqueOrThrow({ where: { id } })),
  );
  expect({ ...kept, ...other }).toEqual(beside);
  // compared as the database compares, which knows one way of writing a moment
  expect(await db.speaker.count({ where: { id: { in: [one.id, other.id] }, createdAt: at } })).toBe(2);
  expect(await verifyAudit(SYSTEM)).toMatchObject({ isIntact: true });
});

test("a column that there is not is refused", async () => {
  await expect(transact((tx) => addMany(tx, "ImportProposal", [{ 'id") --': "s" }]))).rejects.toThrow(
    /no column/,
  );
  await transact((tx) => addMany(tx, "ImportProposal", []));
});
