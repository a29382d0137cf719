import { beforeEach, expect, it } from "vitest";
import { type Actor, can, ROLES } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { Forbidden } from "@/lib/errors";
import { acceptAll, decideProposal } from "@/lib/proposals/server";
import { makeSpeaker, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { createDraft, listWork, storeDraft } from "./server";

let reporter: Actor;
beforeEach(async () => {
  await clearDatabase();
  reporter = await makeUser("reporter");
});

const draft = (n: number, actor = reporter) =>
  createDraft(actor, {
    text: `Talks ${n}\n\n“We will sign treaty ${n} tomorrow,” Dr Mira Tanvald said. “Nobody will stop number ${n},” she said.`,
    title: `Talks ${n}`,
  });

it("is what waits in all of one's own imports, those in most doubt first, with whom each may name", async () => {
  const mira = await makeSpeaker("Mira Tanvald");
  const [one, other] = [await draft(1), await draft(2)];
  await draft(3, await makeUser("reporter"));
  const rows = await db.importProposal.findMany({ orderBy: [{ draftId: "asc" }, { ordinal: "asc" }] });
  const { id } = await db.importDraft.findUniqueOrThrow({ where: { publicId: other.draftId } });
  const second = rows.find(({ draftId, ordinal }) => draftId === id && ordinal === 2);
  await db.importProposal.updateMany({ data: { doubt: 0 } });
  await db.importProposal.update({ where: { id: second?.id ?? "" }, data: { doubt: 2 } });
  const { all, items, decided } = await listWork(reporter);
  expect([all, decided]).toEqual([4, []]);
  expect(items.map(({ draft, proposal }) => [draft.title, proposal.ordinal])).toEqual([
    ["Talks 2", 2],
    ["Talks 1", 1],
    ["Talks 1", 2],
    ["Talks 2", 1],
  ]);
  expect(items[0]?.draft.suggestions.get("Mira Tanvald")).toMatchObject([{ id: mira.id }]);
  await decideProposal(reporter, { draftId: one.draftId, ordinal: 1, decision: "rejected" });
  expect((await listWork(reporter)).all).toBe(3);
});

it("tells which imports can be stored, and lets go of those that are", async () => {
  const { draftId } = await draft(1);
  await acceptAll(reporter, { draftId });
  expect(await listWork(reporter)).toMatchObject({ all: 0, items: [], decided: [{ publicId: draftId }] });
  await storeDraft(reporter, { draftId });
  expect(await listWork(reporter)).toMatchObject({ all: 0, decided: [] });
});

it("comes in pages, and a page beyond the last is the last", async () => {
  const { draftId } = await draft(1);
  const { id } = await db.importDraft.findUniqueOrThrow({ where: { publicId: draftId } });
  const [first] = await db.importProposal.findMany({ where: { draftId: id }, orderBy: { ordinal: "asc" } });
  if (!first) throw new Error("Nothing was found.");
  await db.importProposal.createMany({
    data: Array.from({ length: 60 }, (_, n) => ({ ...first, id: `more-${n}`, ordinal: n + 10 })),
  });
  const pages = [
    await listWork(reporter),
    await listWork(reporter, { page: 2 }),
    await listWork(reporter, { page: 9 }),
  ];
  expect(pages.map(({ page, pages, items }) => [page, pages, items.length])).toEqual([
    [1, 2, 50],
    [2, 2, 12],
    [2, 2, 12],
  ]);
});

it("is for those who may import", async () => {
  for (const role of ROLES) {
    const actor = await makeUser(role);
    if (can(actor, "source:import")) expect(await listWork(actor)).toMatchObject({ all: 0 });
    else await expect(listWork(actor)).rejects.toThrow(Forbidden);
  }
});
