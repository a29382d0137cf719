import { expect, it } from "vitest";
import { setClock } from "@/lib/env";
import { countedOnce, db, transact } from "./server";

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
