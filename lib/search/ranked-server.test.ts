import { beforeAll, expect, it } from "vitest";
import { SYSTEM, VISITOR } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { statementKeyOf } from "@/lib/query";
import { foldForSearch } from "@/lib/text";
import { makeSource, makeSpeaker } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { searchStatements } from "./server";

const MINUTE = 60_000;
let sourceId: string;

beforeAll(async () => {
  await clearDatabase();
  ({ id: sourceId } = await makeSource("Words.", "Harbour Gazette"));
  const { id: speakerId } = await makeSpeaker("Nils Harbour");
  // what a source calls somebody is no name that visitors search by
  const { id: printedId } = await makeSpeaker("Bo Ek");
  const printed = { name: "Harbour master", nameKey: "harbour master", searchKey: " harbour master " };
  await db.speakerAlias.create({ data: { ...printed, speakerId: printedId, kind: "printed" } });
  const rows = Array.from({ length: 12 }, (_, n) => ({
    ...{
      id: `row-${String(n).padStart(2, "0")}`,
      publicId: `n${n}`,
      wording: `Ships wait, number ${n}.`,
      context: "",
      speakerId: null as string | null,
    },
    state: n % 2 ? "captured" : "published",
  }));
  const [named, beside, said, called] = [rows[1], rows[2], rows[4], rows[6]];
  if (!named || !beside || !said || !called) throw new Error("twelve were made");
  named.speakerId = speakerId;
  called.speakerId = printedId;
  beside.context = "In the harbour.";
  said.wording = "The harbour is shut.";
  await db.statement.createMany({
    data: rows.map((row, n) => ({
      ...{ ...row, wordingKey: foldForSearch(row.wording), searchKey: statementKeyOf(row), form: "direct" },
      // the third and the fifth were said at one moment
      ...{ sourceId, occurredAt: new Date((n === 3 ? 5 : n) * MINUTE), publishedAt: new Date(n * MINUTE) },
    })),
  });
});

const pageOf = (q: string, page = {}, actor = SYSTEM, filter = {}) =>
  searchStatements(actor, { q, ...filter }, page, "relevance");

it("answers with the best first, and of equal ones the newest", async () => {
  const { list, order, count } = await pageOf("harbour");
  expect([order, count.count, list.next]).toEqual(["relevance", 12, null]);
  const ids = list.items.map(({ publicId }) => publicId);
  // said and by name; beside the words; by the title of the source alone
  expect(ids).toEqual(["n6", "n4", "n1", "n2", "n11", "n10", "n9", "n8", "n7", "n5", "n3", "n0"]);
});

it("gives a visitor the same order of what they may see, narrowed as any list", async () => {
  const { list } = await pageOf("harbour", {}, VISITOR);
  expect(list.items.map(({ publicId }) => publicId)).toEqual(["n4", "n2", "n10", "n8", "n6", "n0"]);
  const narrowed = await pageOf("harbour", {}, SYSTEM, { state: ["captured"] });
  expect(narrowed.list.items.map(({ publicId }) => publicId)).toEqual(["n1", "n11", "n9", "n7", "n5", "n3"]);
  expect(narrowed.count.count).toBe(6);
  // what a list holds only when it is asked for is read when it is asked for
  const setState = (state: string) => db.statement.update({ where: { publicId: "n8" }, data: { state } });
  await setState("retracted");
  const retracted = await pageOf("harbour", {}, VISITOR, { state: ["retracted"] });
  await setState("published");
  expect(retracted.list.items.map(({ publicId }) => publicId)).toEqual(["n8"]);
  const none = await pageOf("harbour", {}, SYSTEM, { state: ["declined"] });
  expect([none.list, none.count.count]).toEqual([{ items: [], next: null }, 0]);
});

it("pages through all of them once, also when a row left the search meanwhile", async () => {
  const ids: string[] = [];
  let after: string | null | undefined;
  do {
    const { list } = await pageOf("harbour", { take: 5, after: after ?? undefined });
    ids.push(...list.items.map(({ publicId }) => publicId));
    after = list.next;
    if (ids.length === 5) await db.statement.delete({ where: { publicId: ids[4] ?? "" } });
  } while (after);
  expect(ids).toHaveLength(12);
  expect(new Set(ids).size).toBe(12);
  for (const wrong of ["x", "eA.a", "bm8gMQ.a"])
    await expect(pageOf("harbour", { after: wrong })).rejects.toThrow("page of the list");
});

it("stays with the newest where nothing can be compared, or too much", async () => {
  expect((await pageOf("")).order).toBe("newest");
  expect((await pageOf("form:direct")).order).toBe("newest");
  expect((await pageOf("speakr:x")).order).toBe("newest");
  expect((await searchStatements(SYSTEM, { q: "harbour" })).order).toBe("newest");
  await db.statement.createMany({
    data: Array.from({ length: 1000 }, (_, n) => ({
      ...{
        publicId: `m${n}`,
        wording: "x",
        wordingKey: "x",
        searchKey: " harbour ",
        form: "direct",
        state: "captured",
      },
      ...{ sourceId, occurredAt: new Date(n) },
    })),
  });
  const { order, count } = await pageOf("harbour");
  expect([order, count.isCapped]).toEqual(["newest", true]);
});
