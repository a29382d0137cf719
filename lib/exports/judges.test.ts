// Files of 240 statements of every kind of source, judged by programs that others wrote: each where it is installed, which
// `npm test` sees to on Debian (scripts/judges.mjs). Whatever is missing is named as skipped.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Ajv from "ajv";
import { readParquet, writeParquet } from "parquet-wasm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { makeEntry } from "@/bench/entries";
import { type CslItem, toCslItem } from "@/lib/citations";
import { SOURCE_KINDS } from "@/lib/sources";
import { rowsOfParquet } from "@/prisma/testing/zipped";
import CSL_SCHEMA from "./csl-schema/csl-data.json";
import type { Exported } from "./format";
import { formatOf } from "./registry";

const COUNT = 240;
const ENTRIES = Array.from({ length: COUNT }, (_, index) => makeEntry(index));
const ITEMS = ENTRIES.map(toCslItem);
const OF: Exported = { title: "All", address: "https://a.example", madeAt: new Date(0), style: "apa" };

const OFFICE = "soffice";
const has = (program: string, asked = "--version") => spawnSync(program, [asked]).error === undefined;
// an office takes its time to begin where others work beside it
vi.setConfig({ testTimeout: 120_000 });

const PRESENT = {
  biber: has("biber"),
  bibutils: has("bib2xml", "-v"),
  pandoc: has("pandoc"),
  soffice: has(OFFICE),
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "judged-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function written(id: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of formatOf(id)?.write(ENTRIES, OF) ?? [])
    pieces.push(typeof piece === "string" ? Buffer.from(piece) : piece);
  return Buffer.concat(pieces);
}

async function fileOf(id: string, name: string): Promise<string> {
  const file = path.join(folder, name);
  writeFileSync(file, await written(id));
  return file;
}

/** What a program says and writes, and whatever it complains of. */
function run(program: string, args: readonly string[], input?: Buffer) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    ...{ input, encoding: "utf8", maxBuffer: 1e9, cwd: folder },
  });
  return { status, stdout, stderr };
}

it("Parquet in groups of rows, read and written anew by the library of Apache Arrow in Rust", async () => {
  const pieces: Uint8Array[] = [];
  const many = Array.from({ length: 4500 }, (_, index) => makeEntry(index));
  for await (const piece of formatOf("parquet")?.write(many, OF) ?? []) pieces.push(piece as Uint8Array);
  // each group leaves as soon as it is full, and then the foot of the file
  expect(pieces).toHaveLength(4);
  const ours = Buffer.concat(pieces);
  const theirs = Buffer.from(writeParquet(readParquet(ours)));
  const [before, after] = await Promise.all([rowsOfParquet(ours), rowsOfParquet(theirs)]);
  expect(after).toHaveLength(4500);
  expect(after).toEqual(before);
});

it("judges every kind of source", () => {
  expect(new Set(ENTRIES.map(({ source }) => source.kind))).toEqual(new Set(SOURCE_KINDS));
});

describe("CSL-JSON", () => {
  it("is what its schema asks for", async () => {
    const items = JSON.parse((await written("csl-json")).toString()) as unknown[];
    const validate = new Ajv({ strict: false, allErrors: true }).compile(CSL_SCHEMA);
    expect(items).toHaveLength(COUNT);
    validate(items);
    expect(validate.errors).toBeNull();
    // and the schema is one that refuses
    expect(validate([{ ...(items[0] as CslItem), type: "statement" }])).toBe(false);
  });

  it.skipIf(!PRESENT.pandoc)("is set by pandoc without a word of complaint", async () => {
    const bibliography = await fileOf("csl-json", "all.json");
    const args = ["--citeproc", "--bibliography", bibliography, "-t", "plain", "--wrap=none"];
    const set = run("pandoc", args, Buffer.from('---\nnocite: "@*"\n---\n'));
    expect(set.stderr).toBe("");
    expect(set.stdout.match(/^\S.*Report \d+ on the talks/gimu)).toHaveLength(COUNT);
    // a particle within the family name is known by its small letters
    expect(set.stdout).toMatch(/^Berg, Jan van der[,.]/mu);
  });
});

describe("BibLaTeX and BibTeX", () => {
  it.skipIf(!PRESENT.biber)("biber finds no field that its data model does not know", async () => {
    const file = await fileOf("biblatex", "all.bib");
    const read = path.join(folder, "read.bib");
    const { status, stdout } = run("biber", ["--tool", "--validate-datamodel", "--output-file", read, file]);
    expect(stdout.split("\n").filter((line) => /^(?:WARN|ERROR)/u.test(line))).toEqual([]);
    expect(status).toBe(0);
    expect(readFileSync(read, "utf8").match(/^@\w+\{st-/gmu)).toHaveLength(COUNT);
  });

  it.skipIf(!PRESENT.pandoc).each(["bibtex", "biblatex"])(
    "pandoc reads names and addresses of %s",
    async (id) => {
      const { stdout, stderr } = run("pandoc", ["-f", id, "-t", "csljson"], await written(id));
      expect(stderr).toBe("");
      const read = JSON.parse(stdout) as CslItem[];
      expect(read.map(({ URL }) => URL)).toEqual(ITEMS.map(({ URL }) => URL));
      const families = ({ author = [] }: CslItem) =>
        author.map((name) => ("literal" in name ? name.literal : name.family));
      expect(read.map(families)).toEqual(ITEMS.map(families));
    },
  );
});

describe("bibutils", () => {
  it.skipIf(!PRESENT.bibutils).each([
    ["ris2xml", "ris"],
    ["bib2xml", "bibtex"],
    ["biblatex2xml", "biblatex"],
    ["endx2xml", "endnote-xml"],
  ])("%s reads %s: title, names, day and address of every record", async (program, id) => {
    const { stdout } = run(program, [], await written(id));
    const records = [...stdout.matchAll(/<mods .*?<\/mods>/gsu)].map(([record]) => record);
    expect(records).toHaveLength(COUNT);
    for (const [index, record] of records.entries()) {
      const { issued, author = [] } = ITEMS[index] as CslItem;
      expect(record).toContain(`Report ${index} on the talks`);
      // the year alone: of a type that it does not know, and of a year without a day, it goes on with the day of access
      expect(record).toContain(`<dateIssued>${issued?.["date-parts"][0][0]}`);
      // EndNote's hearings have a committee and no authors, and its newspapers have reporters
      if (program !== "endx2xml" || ENTRIES[index]?.source.kind !== "hearing")
        expect(record.match(/"text">(?:author|reporter)</gu)).toHaveLength(author.length);
      expect(record).toMatch(/<url>https:\/\/news\.example\/a_b\/\d+\?c=1&amp;d=%C3%A9#e<\/url>/u);
    }
  });
});

describe.skipIf(!PRESENT.soffice)("LibreOffice", () => {
  function convert(file: string, to: string): string {
    const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
    execFileSync(OFFICE, [profile, "--headless", "--convert-to", to, "--outdir", folder, file], {
      stdio: "ignore",
    });
    return readFileSync(file.replace(/\w+$/u, to.split(":", 1)[0] ?? ""), "utf8");
  }

  it("opens the memo with every citation and source", async () => {
    const text = convert(await fileOf("docx", "memo.docx"), "txt:Text (encoded):UTF8");
    for (const { publicId } of ENTRIES) expect(text).toContain(publicId);
    expect(text).toMatch(/^Sources$/mu);
  });

  it("opens the table with the cells of the CSV, each as text", async () => {
    const file = await fileOf("xlsx", "table.xlsx");
    // commas, marks of quotation, UTF-8, and every cell as it stands
    const table = convert(file, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false");
    // the signs between are told apart elsewhere (round-trip.test.ts)
    const shown = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");
    expect(shown(table)).toBe(shown((await written("csv")).toString()));
  });
});
