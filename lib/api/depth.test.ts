import fc from "fast-check";
import { expect, test } from "vitest";
import { isTooDeep } from "./depth";

const nested = (depth: number, inner: string) => `${"[".repeat(depth)}${inner}${"]".repeat(depth)}`;

test.each([
  ["nothing", "", false],
  ["as deep as may be", nested(16, "1"), false],
  ["one deeper", nested(17, "1"), true],
  ["objects within lists", `${'[{"a":'.repeat(9)}1${"}]".repeat(9)}`, true],
  ["much side by side", `[${"[[]],".repeat(1000)}1]`, false],
  [
    "brackets that stand in words",
    JSON.stringify({ text: `${"[".repeat(100)}"${"{".repeat(100)}\\` }),
    false,
  ],
  ["brackets after words that end with a backslash", `["\\\\",${nested(16, "")}]`, true],
  ["six million of them, cut off", "[".repeat(6_000_000), true],
])("%s", (_, json, isDeep) => expect(isTooDeep(json)).toBe(isDeep));

test("no JSON of two levels is too deep, whatever words it holds", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.array(fc.string())),
      (value) => !isTooDeep(JSON.stringify(value)),
    ),
  );
});
