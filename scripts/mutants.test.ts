import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DOMAINS, inDomain } from "./mutants-domains.mjs";

// the command takes too long to be run here, and fails at the first file that was moved
test("every file that is changed on purpose is there, and so is every test that is to notice", () => {
  const named = Object.entries(DOMAINS).flatMap(([domain, groups]) =>
    groups.flatMap(({ files, unit = [], data = [] }) => [
      ...inDomain(domain, files),
      ...inDomain(domain, [...unit, ...data], ".test.ts"),
    ]),
  );
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
});

test("what is named as changing nothing stands where it is said to", () => {
  const named = JSON.parse(readFileSync("scripts/mutants-named.json", "utf8")) as {
    file: string;
    line: string;
  }[];
  const plain = (words: string) => words.replace(/\s+/g, " ").trim();
  const gone = named.filter(
    ({ file, line }) =>
      !existsSync(file) ||
      !readFileSync(file, "utf8")
        .split("\n")
        .some((one) => plain(one) === line),
  );
  expect(gone).toEqual([]);
});
