import { describe, expect, it } from "vitest";
import { matrixOf } from "./matrix";

const pair = (one: string, other: string, counts = {}) => ({
  one: { slug: one, name: one.toUpperCase() },
  other: { slug: other, name: other.toUpperCase() },
  ...{ suggested: 0, confirmed: 0, resolved: 0 },
  ...counts,
});

describe("matrixOf", () => {
  it("is empty for nothing", () => {
    expect(matrixOf([], 5)).toEqual({ speakers: [], rows: [], leftOut: 0 });
  });

  it("puts each pair once, below the diagonal, whichever end is named first", () => {
    const { speakers, rows } = matrixOf(
      [pair("b", "a", { confirmed: 2 }), pair("b", "c", { suggested: 1 })],
      5,
    );
    expect(speakers.map(({ slug }) => slug)).toEqual(["a", "b", "c"]);
    expect(rows.map((row) => row.map((cell) => cell?.total ?? 0))).toEqual([[0], [2, 0], [0, 1, 0]]);
  });

  it("keeps a contradiction with oneself on the diagonal", () => {
    const { rows } = matrixOf([pair("a", "a", { resolved: 1 })], 5);
    expect(rows).toEqual([[{ suggested: 0, confirmed: 0, resolved: 1, total: 1 }]]);
  });

  it("keeps those who stand in most and says how many are left out", () => {
    const { speakers, leftOut } = matrixOf(
      [pair("a", "b", { confirmed: 3 }), pair("c", "d", { confirmed: 1 })],
      2,
    );
    expect(speakers.map(({ slug }) => slug)).toEqual(["a", "b"]);
    expect(leftOut).toBe(2);
  });
});
