import { expect, it } from "vitest";
import { freeIds } from "./free-ids";
import type { Tx } from "./model";
import { beginUnit } from "./unit-of-work";

/** Asks for an id so many times in one transaction; gives them, and how often it was looked which are taken. */
async function ask(times: number, taken: ReadonlySet<string> = new Set()) {
  const { tx } = beginUnit({} as Tx);
  const tried: string[][] = [];
  const findTaken = (_: Tx, some: string[]) => {
    tried.push(some);
    return Promise.resolve(some.filter((id) => taken.has(id)).map((publicId) => ({ publicId })));
  };
  const ids: string[] = [];
  for (let time = 0; time < times; time++) ids.push(...(await freeIds(tx, "imp", { count: 1, findTaken })));
  return { ids, tried };
}

it("looks for as many at once as the transaction before it needed, and gives none twice", async () => {
  const first = await ask(30);
  expect(first.tried.length).toBeGreaterThan(3);
  const second = await ask(30);
  expect(second.tried).toHaveLength(1);
  expect(new Set(second.ids).size).toBe(30);
  // of fewer the next one looks for few again
  await ask(1);
  expect((await ask(1)).tried.map((some) => some.length)).toEqual([1]);
});
