import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkedSchema } from "@/lib/reports";
import { main } from "./main";
import type { Terminal } from "./terminal";

const RECORD =
  "Mayor Quist: We were close to an agreement on the bridge. Nothing was signed on Monday.\n\nOkri: The bridge is safe.\n";
const EXACT = "“Nothing was signed on Monday,” said the mayor of Osthaven, Ada Quist.\r\n";
const DRIFT = "“We are close to an agreement on the bridge,” said Ada Quist.\n";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "verbatim-check-"));
  mkdirSync(path.join(folder, "transcripts/deep"), { recursive: true });
  const files = {
    ...{ "transcripts/deep/talks.txt": RECORD, "transcripts/.hidden.txt": "x", "transcripts/sound.mp3": "x" },
    ...{
      "transcripts/empty.txt": " ",
      "exact.txt": EXACT,
      "drift.txt": DRIFT,
      "notes.txt": "Nothing else.",
      "none.txt": "The bridge is long.",
    },
    ...{ "broken.docx": "PK\u0003\u0004 broken", "own/drift.txt": DRIFT, "own/talks.txt": RECORD },
  };
  mkdirSync(path.join(folder, "own"));
  mkdirSync(path.join(folder, "nothing"));
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  // a folder within itself is not walked for ever
  symlinkSync(folder, path.join(folder, "transcripts/again"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(args: string, input = "") {
  const printed: string[] = [];
  const told: string[] = [];
  const terminal: Terminal = {
    folder,
    print: (line) => void printed.push(line),
    async write(pieces) {
      for await (const piece of pieces) printed.push(String(piece));
    },
    tell: (line) => void told.push(line),
    readInput: async () => input,
    readBytes: async () => Buffer.from(input),
  };
  const code = await main(["check", ...args.split(" ")], terminal);
  return { code, out: printed.join("\n"), err: told.join("\n") };
}

describe("ends with", () => {
  it.each([
    [0, "exact.txt --against transcripts"],
    [0, "none.txt --against transcripts"],
    [0, "exact.txt --against notes.txt transcripts/deep/talks.txt"],
    [1, "drift.txt --against transcripts"],
    [1, "exact.txt --against notes.txt"],
    [1, "own/drift.txt --against own"],
  ])("%i: %s", async (code, args) => {
    expect(await run(args)).toMatchObject({ code });
  });

  it.each([
    ["drift.txt", "--against"],
    ["nowhere.txt --against transcripts", "There is no file nowhere.txt"],
    ["drift.txt --against nowhere", "There is no file nowhere"],
    ["drift.txt --against nothing", "nothing to compare with"],
    ["drift.txt --against drift.txt", "nothing to compare with"],
    ["drift.txt --against transcripts broken.docx", "broken.docx was not read. It cannot be unpacked"],
    ["broken.docx --against transcripts", "broken.docx was not read"],
    ["transcripts --against transcripts", "is a folder"],
    ["drift.txt --against transcripts --html nowhere/report.html", "nowhere"],
    ["drift.txt --against transcripts --nonsense", "nonsense"],
    ["- --against transcripts", "There are no words in it"],
  ])("2 and says why: %s", async (args, words) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(words);
  });
});

it("prints what differs, and tells what it left out", async () => {
  const { out, err } = await run("drift.txt --against transcripts");
  expect(out).toContain("✗ drift.txt:1  Wording drift · Ada Quist");
  expect(out).toContain("transcripts/deep/talks.txt:1");
  expect(err).toContain("1 file was left out");
  expect(err).toContain("1 must be looked at.");
});

it("prints JSON that its schema knows, with places in the file", async () => {
  const { code, out } = await run("exact.txt --against transcripts --json");
  const { draft, text, findings } = checkedSchema.parse(JSON.parse(out));
  expect({ code, draft, text }).toEqual({ code: 0, draft: "exact.txt", text: EXACT });
  expect(findings).toHaveLength(1);
  for (const { start, end, text: words } of findings) expect(EXACT.slice(start, end)).toBe(words);
});

it("reads a draft from standard input", async () => {
  const { code, out } = await run("- --against transcripts --json", DRIFT);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ draft: "standard input", text: DRIFT });
});

it("writes a page and a document, whole or not at all", async () => {
  expect((await run("drift.txt --against transcripts --html report.html --docx report.docx")).code).toBe(1);
  expect(readFileSync(path.join(folder, "report.html"), "utf8")).toMatch(
    /^<!doctype html>[\s\S]*<\/html>\n$/u,
  );
  expect(readFileSync(path.join(folder, "report.docx")).subarray(0, 2).toString()).toBe("PK");
});
