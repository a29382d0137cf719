import { expect, it } from "vitest";
import { namedIn } from "./named";

const idOf = (number: number) => `st-${(100_000 + number).toString()}`;

it("looks up so many records and no more, whatever a single entry names", () => {
  const line = Array.from({ length: 30 }, (_, number) => idOf(number)).join(" ");
  const read = namedIn(`${idOf(99)}\n${line}\n${idOf(98)}`, 20);
  expect(read.entries.map(({ mentions }) => mentions.length)).toEqual([1, 19]);
  expect(read.leftOut).toBe(1);
  expect(read.problems).toEqual([
    {
      line: 2,
      message: "This entry names 30 records. The first 19 are looked up; check the others by themselves.",
    },
  ]);
});

it("goes on over entries that name nothing, and counts what is behind the last", () => {
  const ris = (id: string) => `TY  - NEWS\r\nID  - ${id}\r\nER  - \r\n`;
  const read = namedIn(ris(idOf(1)) + ris("mine") + ris(idOf(2)), 2);
  expect(read.entries.map(({ key, line }) => [key, line])).toEqual([
    [idOf(1), 1],
    ["mine", 4],
  ]);
  expect(read.leftOut).toBe(1);
});

it("looks for words in as much of an entry as a reference may have, and keeps a label short", () => {
  const [entry] = namedIn(`${idOf(1)} ${"x ".repeat(100_000)}`, 10).entries;
  expect(entry?.printed.length).toBeLessThanOrEqual(50_000);
  expect(entry?.label).toHaveLength(201);
});
