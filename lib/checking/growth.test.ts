import { expect, test } from "vitest";
import { growthOf, TOO_MUCH } from "../../bench/growth";
import { checkDraft } from "./index";

const talk = (turns: number) =>
  Array.from(
    { length: turns },
    (_, at) =>
      `${at % 2 === 0 ? "IDA RASK" : "JON WEIR"}: We have counted w${(at * 7919) % 10_007} boats in w${at % 97}, and not one of them was new.`,
  ).join("\n\n");
const draft = (quotes: number) =>
  Array.from(
    { length: quotes },
    (_, at) =>
      `“We have counted w${(at * 7919) % 10_007} boats in w${at % 97},” Ida Rask said. Jon Weir said that the boats of w${at % 89} were new.`,
  ).join("\n\n");
const check = ([own, held]: readonly [string, string]) =>
  checkDraft(own, { texts: [{ id: "a", title: "a", text: held }], statements: [] });

test.each([
  ["more material", (size: number) => [draft(20), talk(size * 20)] as const],
  ["a longer draft", (size: number) => [draft(size), talk(400)] as const],
  [
    "one sentence over and over",
    (size: number) =>
      [
        "“The boat is not new,” Ida Rask said. ".repeat(size),
        "IDA RASK: The boat is not new.\n\n".repeat(size),
      ] as const,
  ],
  [
    "a draft of lines without a word",
    (size: number) => [`x${"\n".repeat(size * 200)}y\n\n${draft(1)}`, talk(20)] as const,
  ],
  [
    "material of lines without a word",
    (size: number) => [draft(1), `x${"\n\t".repeat(size * 200)}y\n\n${talk(20)}`] as const,
  ],
  [
    "one quotation without an end",
    (size: number) =>
      [`“${"the boat is new and ".repeat(size * 4)}so on,” Ida Rask said.`, talk(size * 10)] as const,
  ],
])(
  "costs in proportion to its input: %s",
  async (_, make) => {
    expect(await growthOf(make, check, 12)).toBeLessThan(TOO_MUCH);
  },
  120_000,
);
