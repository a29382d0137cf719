import { existsSync } from "node:fs";
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
