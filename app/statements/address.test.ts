import { expect, it } from "vitest";
import { statementFilterSchema } from "@/lib/statements";
import { addressOf, followedAt } from "./address";

it.each([
  "/statements?q=bridge&speaker=ada-holm&form=direct&form=mixed&state=retracted",
  "/statements?retracted_since=2026-11-01",
  "/statements?retracted_since=2026-11-01T18%3A42Z",
  "/statements?retracted_since=2025-01-01&corrected_since=2026-11-01",
  "/statements",
])("the filter of %s is written as it was read", (address) => {
  const params: Record<string, string[]> = {};
  for (const [name, value] of new URL(address, "http://here").searchParams) {
    params[name] = [...(params[name] ?? []), value];
  }
  const read = Object.fromEntries(
    Object.entries(params).map(([name, all]) => [name, all.length > 1 ? all : all[0]]),
  );
  expect(addressOf("/statements", statementFilterSchema.parse(read))).toBe(address);
});

it("a saved search is followed through the pages of its list, and when it narrows nothing any more", () => {
  expect(followedAt("s1", { q: "bridge" }, "p2")).toBe("/statements?q=bridge&after=p2&saved=s1");
  expect(followedAt("s1", {})).toBe("/statements?saved=s1");
});
