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
// what is no transcript, and asks and answers all the same
const interview = (head: string) => `${head}\n\n${"Why is the boat so new?\n\nBecause it is.\n\n".repeat(3)}`;
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
    "material of one line of spaces",
    (size: number) => [draft(1), interview(`Ida Rask.\n\n${" ".repeat(size * 500)}`)] as const,
  ],
  [
    "one word of signs with an accent of their own above an interview",
    (size: number) => [draft(1), interview(`Ida Rask. ${"A\u0301".repeat(size * 100)}`)] as const,
  ],
  [
    "names above an interview",
    (size: number) =>
      [
        draft(1),
        interview(
          Array.from(
            { length: size * 50 },
            (_, at) => `Ida N${at.toString(2).replaceAll("0", "o").replaceAll("1", "i")}rask`,
          ).join(", "),
        ),
      ] as const,
  ],
  [
    "a letter that ends in capitals and dashes",
    (size: number) =>
      [draft(1), `Sir, – We have counted w0 boats in w0, and so on. ${"-A".repeat(size * 400)} x`] as const,
  ],
  [
    "a mail of lines that may be a signature",
    (size: number) =>
      [
        draft(1),
        `On 3 May 2026 Anna Bell wrote:\n${"Ida Rask Weir\n".repeat(size * 100)}We have counted w0 boats in w0.`,
      ] as const,
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
