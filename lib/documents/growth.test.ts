import { expect, test } from "vitest";
import { growthOf, TOO_MUCH } from "@/bench/growth";
import { readDocument } from "./server";

const bytes = (text: string) => new TextEncoder().encode(text);
const LETTER = "From: a@x.example\r\nMIME-Version: 1.0\r\nDate: Thu, 1 Jan 2026 00:00:00 +0000";

test.each([
  ["a heading with space in it", "a.md", (size: number) => `# a${" ".repeat(size)}b`],
  [
    "an address with a line of another kind in it",
    "a.md",
    (size: number) => `words\n\n[a]: ${"b".repeat(size)}\u2028c`,
  ],
  ["set text with space in it", "a.html", (size: number) => `<html><pre>a${" ".repeat(size)}b</pre>`],
  ["the day of a letter", "a.eml", (size: number) => `${LETTER} ${"(+0000 ".repeat(size)}\r\n\r\nwords`],
  ["the day of a letter, spaces", "a.eml", (size: number) => `${LETTER}${" ".repeat(size)}.\r\n\r\nwords`],
] as const)(
  "%s costs no more than in proportion",
  async (_, name, make) => {
    const read = (text: string) => readDocument(bytes(text), name);
    expect(await growthOf(make, read, 4000)).toBeLessThan(TOO_MUCH);
  },
  120_000,
);
