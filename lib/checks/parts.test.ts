import { describe, expect, it } from "vitest";
import { FINDINGS_A_PART, findingsView, isMarkedBeside, partOf, queryOfView } from "./parts";

const MANY = Array.from({ length: 2 * FINDINGS_A_PART + 5 }, (_, index) => ({ isOpen: index % 2 === 0 }));

describe("the part of a check that a page shows", () => {
  it("shows every finding once over all parts, with its number in the whole", () => {
    const numbers = [1, 2, 3].flatMap((part) =>
      partOf(MANY, { show: "all", part }).shown.map(({ number }) => number),
    );
    expect(numbers).toEqual(MANY.map((_, index) => index + 1));
  });

  it("keeps the numbers where only what is open is shown", () => {
    const { shown, parts } = partOf(MANY, { show: "open" });
    expect(shown.slice(0, 3).map(({ number }) => number)).toEqual([1, 3, 5]);
    expect(parts).toBe(2);
  });

  it.each([
    ["all", FINDINGS_A_PART, 1],
    ["all", FINDINGS_A_PART + 1, 2],
    ["open", 2 * FINDINGS_A_PART - 1, 1],
    ["open", 2 * FINDINGS_A_PART + 1, 2],
    // the next open one behind one that is decided
    ["open", 2 * FINDINGS_A_PART, 2],
    ["open", 2 * FINDINGS_A_PART + 6, 1],
  ] as const)("finds the part of finding %s %i", (show, at, part) => {
    expect(partOf(MANY, { show, at }).part).toBe(part);
  });

  it("shows the last part for one that is no longer there, and one empty part of nothing", () => {
    expect(partOf(MANY, { show: "all", part: 99 }).part).toBe(3);
    expect(partOf([], { show: "open", part: 4, at: 7 })).toEqual({ shown: [], part: 1, parts: 1 });
  });

  it.each([
    [{}, { show: "all" }],
    [
      { show: "open", part: "2" },
      { show: "open", part: 2 },
    ],
    [{ show: ["open", "open"], part: "-1", at: "x" }, { show: "all" }],
    [
      { part: "1e9", at: "12" },
      { show: "all", at: 12 },
    ],
  ])("reads %j", (query, view) => {
    expect(findingsView.parse(query)).toEqual(view);
  });

  it.each([
    [{ show: "all" }, ""],
    [{ show: "all", part: 1 }, ""],
    [{ show: "open", part: 2 }, "?show=open&part=2"],
    [{ show: "all", at: 61, part: 2 }, "?at=61"],
  ] as const)("writes %j as %j", (view, query) => {
    expect(queryOfView(view)).toBe(query);
  });

  it("marks every finding of a draft of few, and of many no more than three parts of them", () => {
    const markedOf = (many: number, view: Parameters<typeof partOf>[1]) => {
      const findings = Array.from({ length: many }, (_, index) => ({ isOpen: index % 20 === 0 }));
      const { shown, parts } = partOf(findings, view);
      const isMarked = isMarkedBeside(shown, many);
      expect(shown.every(({ number }) => isMarked(number))).toBe(true);
      return { parts, marked: findings.map((_, index) => index + 1).filter(isMarked) };
    };
    expect(markedOf(300, { show: "all", part: 2 }).marked).toHaveLength(300);
    const { parts } = markedOf(2857, { show: "all" });
    const each = Array.from({ length: parts }, (_, index) =>
      markedOf(2857, { show: "all", part: index + 1 }).marked.map(Number),
    );
    expect(Math.max(...each.map(({ length }) => length))).toBe(3 * FINDINGS_A_PART);
    expect(new Set(each.flat()).size).toBe(2857);
    // what is open stands far apart: what lies between is not marked
    expect(markedOf(2857, { show: "open", part: 2 }).marked).toHaveLength(3 * FINDINGS_A_PART);
    expect(isMarkedBeside([], 2857)(1)).toBe(true);
  });
});
