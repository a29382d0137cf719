import { expect, it } from "vitest";
import { SYSTEM } from "@/lib/auth";
import { db, engine } from "@/lib/db/server";
import { env } from "@/lib/env/server";
import { checkWords, type MigrationStore, migrationStore, rebuildWords } from "@/lib/migrations/server";
import { askedFor } from "@/lib/statements/server";
import { makeSource, makeSpeaker, makeStatement } from "./factories";
import { clearDatabase } from "./testing/database";

const found = async (q: string) => {
  const { where } = await askedFor(SYSTEM, { q });
  return db.statement.count({ where });
};

// a connection to a server costs more than a file that is opened
const STEP = engine === "sqlite" ? 1 : 7;

/** A record whose words are kept wrongly, whose index holds nothing, and whose texts are cut into no passages. */
async function damaged() {
  await clearDatabase();
  const speaker = await makeSpeaker("Plumbly Quarrie");
  for (let n = 0; n < 3; n++)
    await makeSource(`It rained. The minister spoke of number ${n}.`, `Number ${n}`);
  const { id } = await makeStatement({ wording: "A thrupple wording.", speakerId: speaker.id });
  await db.statement.update({ where: { id }, data: { searchKey: " nonsense " } });
  await db.speakerAlias.updateMany({ data: { searchKey: " nobody " } });
  if (engine === "sqlite")
    await db.$executeRawUnsafe(`INSERT INTO "Statement_words" ("Statement_words") VALUES ('delete-all')`);
  else await db.$executeRawUnsafe(`DROP INDEX "Statement_words"`);
}

/** The store of the database, whose process is killed within its transaction number `last`: nothing of that one is kept. */
function killedWithin(last: number): { store: MigrationStore; isKilled: () => boolean } {
  const whole = migrationStore(env());
  let begun = 0;
  const store: MigrationStore = {
    ...whole,
    inTransaction: (work) =>
      whole.inTransaction(async (sql) => {
        const result = await work(sql);
        if (++begun >= last) throw new Error("killed");
        return result;
      }),
  };
  return { store, isKilled: () => begun >= last };
}

it("killed at any moment, the index is whole or is told not to be, and the next one mends it", async () => {
  let kills = 0;
  for (let last = 1; ; last += STEP) {
    await damaged();
    const { store, isKilled } = killedWithin(last);
    const killed = await rebuildWords(env(), store).then(
      () => false,
      (error: Error) => {
        if (error.message !== "killed") throw error;
        return true;
      },
    );
    expect(killed).toBe(isKilled());
    if (!killed) break;
    kills++;
    const checks = await checkWords();
    const isWhole = checks.every(({ index, stale }) => index === "whole" && stale === 0);
    const isFound = (await found("thrupple")) === 1 && (await found("plumbly")) === 1;
    // what is said to be whole finds all of it
    if (isWhole) expect(isFound, `killed in transaction ${last}`).toBe(true);
    await rebuildWords();
    if (last % 5 === 1 || STEP > 1) {
      expect((await checkWords()).filter(({ index, stale }) => index !== "whole" || stale > 0)).toEqual([]);
      expect([await found("thrupple"), await found("plumbly"), await found("nonsense")]).toEqual([1, 1, 0]);
    }
  }
  expect(kills * STEP).toBeGreaterThan(15);
});
