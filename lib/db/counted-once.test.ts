import BetterSqlite3 from "better-sqlite3";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { setClock } from "@/lib/env";
import { env } from "@/lib/env/server";
import { countedOnce, db, engine, sqliteFile, stateOfData, transact } from "./server";

const outlet = (n: number) => ({ slug: `counted-${n}`, name: `Counted ${n}`, nameKey: `counted ${n}` });
let asked = 0;
const count = () =>
  countedOnce("a test", () => {
    asked += 1;
    return db.outlet.count();
  });

it("is asked again after each write, however it is made, and not before", async () => {
  expect([await count(), await count(), asked]).toEqual([0, 0, 1]);
  await db.outlet.create({ data: outlet(1) });
  expect([await count(), await count(), asked]).toEqual([1, 1, 2]);
  await db.$transaction((tx) => tx.outlet.create({ data: outlet(2) }));
  expect([await count(), await count(), asked]).toEqual([2, 2, 3]);
  await db.$executeRawUnsafe(`DELETE FROM "Outlet"`);
  expect([await count(), await count(), asked]).toEqual([0, 0, 4]);
  await transact(async () => {
    throw new Error("undone");
  }).catch(() => {});
  expect(await count()).toBe(0);
});

it.runIf(engine === "sqlite")("is not asked again after a transaction that only read", async () => {
  await count();
  const before = asked;
  await db.$transaction((tx) => tx.outlet.findMany());
  await db.outlet.findMany({ where: { id: { in: Array.from({ length: 2500 }, (_, n) => `outlet-${n}`) } } });
  await count();
  expect(asked).toBe(before);
});

it("is asked once by several at once, again after a while, and again when it failed", async () => {
  const before = asked;
  await db.outlet.create({ data: outlet(3) });
  expect(await Promise.all([count(), count(), count()])).toEqual([1, 1, 1]);
  expect(asked).toBe(before + 1);
  setClock(new Date(Date.now() + 60_000));
  await count();
  setClock(null);
  expect(asked).toBe(before + 2);
  let tries = 0;
  const failing = () =>
    countedOnce("failing", async () => {
      tries += 1;
      if (tries === 1) throw new Error("broken");
      return tries;
    });
  await expect(failing()).rejects.toThrow("broken");
  expect(await failing()).toBe(2);
});

it("keeps what is asked under another name apart", async () => {
  expect(await countedOnce("one", async () => 1)).toBe(1);
  expect(await countedOnce("two", async () => 2)).toBe(2);
});

/** Another server or program on the same database, which this process cannot count. */
async function elsewhere(statements: readonly string[]): Promise<void> {
  const { databaseUrl, dataDir } = env();
  if (databaseUrl === null) {
    const file = new BetterSqlite3(sqliteFile(dataDir));
    for (const statement of statements) file.exec(statement);
    file.close();
    return;
  }
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const CHANGE = `UPDATE "Outlet" SET "name" = "name" || 'x'`;

describe("the state of the data", () => {
  it("is another after each write, of this process or of any other", async () => {
    await db.outlet.create({ data: outlet(9) });
    const states = [await stateOfData()];
    const next = async (work: () => Promise<unknown>) => {
      await work();
      states.push(await stateOfData());
    };
    await next(() => db.outlet.updateMany({ data: { kind: "x" } }));
    await next(() => db.$transaction((tx) => tx.outlet.updateMany({ data: { kind: "y" } })));
    await next(() => elsewhere([CHANGE]));
    await next(() => elsewhere(["BEGIN", CHANGE, "COMMIT"]));
    expect(new Set(states).size).toBe(states.length);
  });

  // on PostgreSQL a write to any database of the server is one: other tests run beside this
  it.runIf(engine === "sqlite")("is the same until a write is done", async () => {
    const before = await stateOfData();
    await db.outlet.findMany({ orderBy: { id: "asc" } });
    await elsewhere([`SELECT count(*) FROM "Outlet"`]);
    expect(await stateOfData()).toBe(before);
  });

  it("taken during a write is not the one after it", async () => {
    let end = () => {};
    const mayEnd = new Promise<void>((resolve) => {
      end = resolve;
    });
    let begin = () => {};
    const isBegun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const writing = db.$transaction(async (tx) => {
      await tx.outlet.updateMany({ data: { kind: "z" } });
      begin();
      await mayEnd;
    });
    await isBegun;
    const during = await stateOfData();
    expect(await db.outlet.count({ where: { kind: "z" } })).toBe(0);
    end();
    await writing;
    expect(await stateOfData()).not.toBe(during);
  });

  it("lets what is counted be counted again once another server wrote", async () => {
    const counted = await count();
    await elsewhere([`DELETE FROM "Outlet"`]);
    await stateOfData();
    expect(counted).toBeGreaterThan(0);
    expect(await count()).toBe(0);
  });
});
