import { expect, test } from "vitest";
import { growthOf, TOO_MUCH } from "../../bench/growth";
import { proofOf } from "./proof";

const sheet = (language: string) => (text: string) =>
  proofOf(text, { findings: [], decided: new Set(), marks: [], language });

test.each([
  ["spaces", "en", (size: number) => `The ${" ".repeat(size * 200)}bridge of Lindmouth`],
  ["empty lines", "en", (size: number) => `The${"\n".repeat(size * 200)}bridge of Lindmouth`],
  ["hyphens", "de", (size: number) => "A-".repeat(size * 200)],
  ["names", "en", (size: number) => "Agda of the Holm ".repeat(size * 20)],
  ["one sentence over and over", "en", (size: number) => "It opened in 1931. ".repeat(size * 20)],
])(
  "a proof sheet costs in proportion to its draft: %s",
  async (_, language, make) => {
    expect(await growthOf(make, sheet(language), 12)).toBeLessThan(TOO_MUCH);
  },
  120_000,
);
