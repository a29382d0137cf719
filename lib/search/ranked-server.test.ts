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
  const rows = Array.from({ length: 12 }, (_, n) => ({
    ...{
      publicId: `n${n}`,
      wording: `Ships wait, number ${n}.`,
      context: "",
      speakerId: null as string | null,
    },
    state: n % 2 ? "captured" : "published",
  }));
  const [named, beside, said] = [rows[1], rows[2], rows[4]];
  if (!named || !beside || !said) throw new Error("twelve were made");
  named.speakerId = speakerId;
  beside.context = "In the harbour.";
  said.wording = "The harbour is shut.";
  await db.statement.createMany({
    data: rows.map((row, n) => ({
      ...{ ...row, wordingKey: foldForSearch(row.wording), searchKey: statementKeyOf(row), form: "direct" },
      ...{ sourceId, occurredAt: new Date(n * MINUTE), publishedAt: new Date(n * MINUTE) },
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
  expect(ids).toEqual(["n4", "n1", "n2", "n11", "n10", "n9", "n8", "n7", "n6", "n5", "n3", "n0"]);
});

it("gives a visitor the same order of what they may see, narrowed as any list", async () => {
  const { list } = await pageOf("harbour", {}, VISITOR);
  expect(list.items.map(({ publicId }) => publicId)).toEqual(["n4", "n2", "n10", "n8", "n6", "n0"]);
  const narrowed = await pageOf("harbour", {}, SYSTEM, { state: ["captured"] });
  expect(narrowed.list.items.map(({ publicId }) => publicId)).toEqual(["n1", "n11", "n9", "n7", "n5", "n3"]);
  expect(narrowed.count.count).toBe(6);
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
