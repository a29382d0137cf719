import { expect, test } from "vitest";
import { growthOf, TOO_MUCH } from "@/bench/growth";
import { namedIn } from "./named";

const HOSTILE: readonly (readonly [string, (size: number) => string])[] = [
  ["brackets", (size) => "[{".repeat(size)],
  ["objects within each other", (size) => `[${'{"a":\n'.repeat(size)}`],
  ["marks that are never closed", (size) => `id,title\n${'a,"x\n'.repeat(size)}`],
  ["entries that are never closed", (size) => "@article{a,\n title = {{{\n".repeat(size)],
  [
    "a title of braces",
    (size) => `@article{a,\n title = {${"}".repeat(size)}x title = {${"}".repeat(size)}x`,
  ],
  ["records that are never closed", (size) => `<xml>${"<record><label>a".repeat(size)}`],
  ["labels that are never closed", (size) => `<xml><record>${"<label>a".repeat(size)}</record>`],
  ["addresses within each other", (size) => "https://a/".repeat(size)],
  ["tags", (size) => `TY  - NEWS\r\n${"ID  - a\r\n".repeat(size)}`],
  ["lines without a word", (size) => `a${"\n\t".repeat(size * 4)}b`],
  ["lines without a word behind a long one", (size) => `${"a".repeat(20_001)}${"\n".repeat(size * 4)}b`],
  ["carriage returns", (size) => `@article{a,\n${"\r".repeat(size * 4)}x}`],
  ["a key of spaces", (size) => `@article{${" ".repeat(size * 4)}x}`],
  ["signs of records that are never closed", (size) => `<xml>${"<record ".repeat(size * 2)}`],
  ["ids", (size) => "st-7k2m9q ".repeat(size)],
  ["lines without an id", (size) => "https://a.example/b\nwords\n".repeat(size)],
];

test.each(HOSTILE)(
  "%s cost no more than in proportion",
  async (_, make) => {
    expect(await growthOf(make, (text) => namedIn(text, 5000), 1000)).toBeLessThan(TOO_MUCH);
  },
  120_000,
);
