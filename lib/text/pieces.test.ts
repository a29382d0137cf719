import { expect, it } from "vitest";
import { wordingOf } from "./pieces";

it("says where the pieces of a wording do not touch", () => {
  const text = "“It sails,” she said, “and it is sound.”";
  expect(
    wordingOf(text, [
      [0, 11],
      [22, 40],
    ]),
  ).toBe("“It sails,” … “and it is sound.”");
  expect(
    wordingOf("the ferry\n> sails", [
      [0, 9],
      [12, 17],
    ]),
  ).toBe("the ferry sails");
});
