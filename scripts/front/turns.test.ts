import { describe, expect, it } from "vitest";
import { AT_ONCE, Turns } from "./turns.mjs";

const manyOf = (count: number) => Array.from({ length: count }, (_, number) => number);
const settled = async (promise: Promise<unknown>) =>
  Promise.race([promise.then(() => true), new Promise((resolve) => setImmediate(() => resolve(false)))]);

describe("turns", () => {
  it("lets an address have a few at once, and the next when one of them ends", async () => {
    const turns = new Turns();
    const ends = await Promise.all(manyOf(AT_ONCE.reading).map(() => turns.take("a", false)));
    const next = turns.take("a", false);
    expect(await settled(next)).toBe(false);
    ends[0]?.();
    // ending twice gives no second turn
    ends[0]?.();
    expect(await settled(next)).toBe(true);
    expect(await settled(turns.take("a", false))).toBe(false);
  });

  it("keeps nobody else waiting", async () => {
    const turns = new Turns();
    for (const _ of manyOf(100)) void turns.take("a", false);
    expect(await settled(turns.take("b", false))).toBe(true);
  });

  it("lets what a write asks of the site itself go before it", async () => {
    const turns = new Turns();
    for (const _ of manyOf(AT_ONCE.writing)) await turns.take("a", true);
    expect(await settled(turns.take("a", true))).toBe(false);
    expect(await settled(turns.take("a", false))).toBe(true);
  });

  it("turns away what would wait behind hundreds, and forgets who is gone", async () => {
    const turns = new Turns();
    const ends: (() => void)[] = [];
    const taken = manyOf(AT_ONCE.reading + AT_ONCE.waiting).map(() =>
      turns.take("a", false).then((end) => ends.push(end)),
    );
    await expect(turns.take("a", false)).rejects.toMatchObject({ status: 429 });
    for (let given = 0; given < taken.length; given++) {
      await new Promise((resolve) => setImmediate(resolve));
      ends[given]?.();
    }
    await Promise.all(taken);
    expect(await settled(turns.take("a", false))).toBe(true);
  });
});
