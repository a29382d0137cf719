import { beforeEach, describe, expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth";
import { db, engine, refreshStatistics } from "@/lib/db/server";
import { checkWords, migrate, rebuildWords } from "@/lib/migrations/server";
import { askedFor } from "@/lib/statements/server";
import { makeSource, makeStatement } from "./factories";
import { clearDatabase } from "./testing/database";

beforeEach(() => clearDatabase());

const found = async (q: string) => {
  const { where } = await askedFor(SYSTEM, { q });
  return db.statement.count({ where });
};

const damage = {
  // a table that is made anew has no triggers
  lost: { sqlite: `DROP TRIGGER "Statement_words_added"`, postgresql: `DROP INDEX "Statement_words"` },
};

describe("the index of words", () => {
  it("follows what is written, in the transaction that writes it", async () => {
    const { id } = await makeStatement({ wording: "A plumbly wording." });
    expect(await found("plumbly")).toBe(1);
    const broken = db.$transaction(async (tx) => {
      await tx.statement.update({ where: { id }, data: { searchKey: " another " } });
      throw new Error("undone");
    });
    await expect(broken).rejects.toThrow("undone");
    expect([await found("plumbly"), await found("another")]).toEqual([1, 0]);
    await db.statement.update({ where: { id }, data: { searchKey: " another " } });
    expect([await found("plumbly"), await found("another")]).toEqual([0, 1]);
    await db.anchor.deleteMany({ where: { statementId: id } });
    await db.statement.delete({ where: { id } });
    expect(await found("another")).toBe(0);
    expect(new Set((await checkWords()).map(({ index }) => index))).toEqual(new Set(["whole"]));
  });

  it.runIf(engine === "sqlite")("is never planned for by what was counted while it was empty", async () => {
    await makeStatement({ wording: "A plumbly wording." });
    await refreshStatistics();
    const counted = await db.$queryRawUnsafe<{ tbl: string }[]>("SELECT tbl FROM sqlite_stat1");
    expect(counted).toContainEqual({ tbl: "Statement" });
    expect(counted.filter(({ tbl }) => /_words_/u.test(tbl))).toEqual([]);
  });

  it("takes words of any length, and any number of them", async () => {
    const long = "x".repeat(3000);
    await makeStatement({ wording: `${long} ${"z".repeat(120)} ${"many words ".repeat(5000)}` });
    expect([await found(long), await found("z".repeat(120)), await found("many")]).toEqual([1, 1, 1]);
    // one that begins like another for a hundred signs is another
    expect(await found("z".repeat(119))).toBe(0);
  });

  it("is made again at the next start, with the rows of the time between", async () => {
    await db.$executeRawUnsafe(damage.lost[engine]);
    await makeStatement({ wording: "A plumbly wording." });
    expect((await checkWords())[0]).toMatchObject({ table: "Statement", index: "missing" });
    expect((await migrate()).applied).toEqual([]);
    expect((await checkWords())[0]).toMatchObject({ table: "Statement", index: "whole" });
    expect(await found("plumbly")).toBe(1);
  });

  it("is compared to its rows, and mended", async () => {
    const { id } = await makeStatement({ wording: "A plumbly wording." });
    await rebuildWords();
    // words that are kept otherwise than they stand
    await db.statement.update({ where: { id }, data: { searchKey: " nonsense " } });
    expect((await checkWords())[0]).toEqual({ table: "Statement", index: "whole", stale: 1 });
    await rebuildWords();
    expect((await checkWords())[0]).toEqual({ table: "Statement", index: "whole", stale: 0 });
    expect([await found("plumbly"), await found("nonsense")]).toEqual([1, 0]);
  });

  it("holds the passages of every text as they are cut, and mends those that are not", async () => {
    const told = async () => (await checkWords()).find(({ table }) => table === "Passage");
    const { id } = await makeSource("It rained. The plumbly minister spoke.");
    expect(await told()).toEqual({ table: "Passage", index: "whole", stale: 1 });
    await rebuildWords();
    expect(await told()).toEqual({ table: "Passage", index: "whole", stale: 0 });
    const { id: editionId } = await db.edition.findFirstOrThrow({
      where: { sourceId: id },
      orderBy: { id: "asc" },
    });
    for (const data of [{ searchKey: " other " }, { endUtf16: 3 }]) {
      await db.passage.updateMany({ where: { editionId }, data });
      expect((await told())?.stale).toBe(1);
      await rebuildWords();
      expect((await told())?.stale).toBe(0);
    }
    await db.passage.create({ data: { editionId, startUtf16: 5, endUtf16: 9, searchKey: " spoke " } });
    await rebuildWords();
    expect(await db.passage.count({ where: { editionId } })).toBe(1);
  });

  it.runIf(engine === "sqlite")("is known to differ from its rows, and mended", async () => {
    await makeStatement({ wording: "A plumbly wording." });
    await db.$executeRawUnsafe(`INSERT INTO "Statement_words" ("Statement_words") VALUES ('delete-all')`);
    expect(await found("plumbly")).toBe(0);
    expect((await checkWords())[0]?.index).toBe("differs");
    await rebuildWords();
    expect(await found("plumbly")).toBe(1);
    expect((await checkWords())[0]?.index).toBe("whole");
  });
});
