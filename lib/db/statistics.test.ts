import { expect, it } from "vitest";
import { statisticsAsRowsCome } from "./statistics";

/** How many rows there were at each refresh. */
async function refreshedAt(rows: readonly number[], fails = false): Promise<number[]> {
  let sum = 0;
  const at: number[] = [];
  const statistics = statisticsAsRowsCome(async () => {
    at.push(sum);
    if (fails) throw new Error("busy");
  });
  for (const more of rows) {
    sum += more;
    await statistics.came(more);
  }
  await statistics.ended();
  return at;
}

it.each<[string, readonly number[], readonly number[]]>([
  ["few rows", [10, 20, 30], []],
  ["many, as they double", Array(100).fill(10), [200, 400, 800, 1000]],
  ["an end where they were just refreshed", Array(20).fill(10), [200]],
  ["one that brings thousands", [5000, 1], [5000, 5001]],
  ["nothing", [], []],
])("statistics are refreshed after %s", async (_, rows, at) => {
  expect(await refreshedAt(rows)).toEqual(at);
});

it("a refresh that fails stops nothing, and is made up for", async () => {
  expect(await refreshedAt(Array(50).fill(10), true)).toEqual([200, 400, 500]);
});
