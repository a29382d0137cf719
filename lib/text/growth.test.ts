import { expect, it } from "vitest";
import { growthOf, TOO_MUCH } from "../../bench/growth";
import { withoutEnds } from "./index";

it.each([
  ["signs and spaces between two words", (size: number) => `a${"! ".repeat(size)}b`],
  ["nothing but signs", (size: number) => "“ ".repeat(size)],
  ["signs behind each word", (size: number) => "a !".repeat(size)],
])("the ends of a text are taken off in proportion to it: %s", async (_, make) => {
  expect(await growthOf(make, withoutEnds, 8000)).toBeLessThan(TOO_MUCH);
});
