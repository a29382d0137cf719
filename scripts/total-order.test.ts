import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow } from "./stamps.mjs";

// Without a total order each engine gives rows as it finds them: two of one moment swap places from visit to visit, and
// a page of a list shows one twice and another never.

const root = path.join(import.meta.dirname, "..");
const sources = ["lib", "app", "components"]
  .flatMap((folder) => filesBelow(root, folder))
  .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."));

const schema = readFileSync(path.join(root, "prisma/schema.prisma"), "utf8");
const LISTS = new Set(Array.from(schema.matchAll(/^ {2}(\w+)\s+\w+\[\]/gm), ([, name]) => name ?? ""));

// the last column of an order: no two rows of the list share it
const UNIQUE =
  /\b(id|seq|slug|publicId|email|key|nameKey|ordinal|number|claimId|sourceId|statementId|storyId|subjectId|versionNumber|recordId|indexedId|searchId|value)\b/;

/** The text between the bracket that opens at `start` and its pair. */
function bracketed(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if ("([{".includes(text[at] ?? "")) depth++;
    else if (")]}".includes(text[at] ?? "") && --depth === 0) return text.slice(start + 1, at);
  }
  throw new Error("a bracket is not closed");
}

/** The properties of an object literal by name, at its own level only. */
function propertiesOf(body: string): Map<string, string> {
  const found = new Map<string, string>();
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= body.length; at++) {
    const sign = body[at] ?? ",";
    if ("([{".includes(sign)) depth++;
    else if (")]}".includes(sign)) depth--;
    else if (sign === "," && depth === 0) {
      const [, name, value] = /^\s*(\w+)\s*(?::\s*([\s\S]*))?$/.exec(body.slice(from, at)) ?? [];
      if (name) found.set(name, value?.trim() ?? name);
      from = at + 1;
    }
  }
  return found;
}

function lastOf(order: string): string {
  return (
    order
      .replace(/[\s\]}]+$/, "")
      .split("{")
      .at(-1) ?? ""
  );
}

function faultsOf(file: string): string[] {
  // remarks blanked, so that their commas and brackets count for nothing
  const text = readFileSync(path.join(root, file), "utf8").replace(/(?<=^|\s)\/\/[^\n]*/g, (remark) =>
    " ".repeat(remark.length),
  );
  const faults: string[] = [];
  const note = (index: number, words: string) => {
    faults.push(`${file}:${text.slice(0, index).split("\n").length} ${words}`);
  };
  const check = (index: number, what: string, order: string | undefined) => {
    if (order === undefined) note(index, `${what} has no orderBy`);
    // an order made elsewhere is checked where it is written
    else if (/^[[{]/.test(order) && !order.includes("...") && !UNIQUE.test(lastOf(order)))
      note(index, `${what} has an order in which rows may tie: end it with the id`);
  };
  // the records of any table, kept by their id, have no order in common
  for (const match of text.matchAll(/(?<!tableOf\(client, model\))\.findMany\(/g)) {
    const body = bracketed(text, match.index + match[0].length - 1).trim();
    const of = propertiesOf(body.replace(/^\{/, "").replace(/\},?$/, ""));
    check(match.index, "findMany", of.get("orderBy"));
  }
  for (const match of text.matchAll(/\b(\w+):\s*\{(?=\s*(?:where|select|include|take|orderBy)\b)/g)) {
    if (!LISTS.has(match[1] ?? "")) continue;
    const of = propertiesOf(bracketed(text, match.index + match[0].length - 1));
    if (of.has("some") || of.has("every") || of.has("none")) continue;
    if (/_count:\s*\{\s*select:\s*\{[^}]*$/.test(text.slice(Math.max(0, match.index - 200), match.index)))
      continue;
    check(match.index, match[1] ?? "", of.get("orderBy"));
  }
  return faults;
}

describe("every list that is read from the database", () => {
  it("has a total order", () => {
    expect(sources.flatMap(faultsOf)).toEqual([]);
  });

  it("is looked for where there are lists", () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(LISTS).toContain("verdicts");
  });
});
