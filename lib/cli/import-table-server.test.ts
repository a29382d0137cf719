import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db/server";
import { makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { main } from "./main";
import type { Terminal } from "./terminal";

let folder: string;

beforeEach(async () => {
  await clearDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "verbatim-table-"));
  await makeUser("reporter");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(rows: readonly string[], ...args: string[]) {
  const [printed, told]: [string[], string[]] = [[], []];
  const terminal: Terminal = {
    folder,
    print: (line) => void printed.push(line),
    write: () => Promise.resolve(),
    tell: (line) => void told.push(line),
    readInput: () => Promise.resolve(""),
    readBytes: async () => new TextEncoder().encode(rows.join("\n")),
  };
  await writeFile(path.join(folder, "q.csv"), rows.join("\n"));
  const code = await main(["import-table", ...args], terminal);
  return { code, printed, told: told.join("\n") };
}

const ROWS = ["Aa;Bb;Cc", "“No,”;Zorvath;The lock", "“Yes,”;Dr Mira Tanvald;The lock"];
const MAP = ["--map", "Aa=wording,B=speaker,cc=title"];

it("brings what is mapped, whole; stops with every problem by row and column; knows it the next time", async () => {
  const stopped = await run(ROWS, "q.csv", ...MAP);
  expect(stopped).toMatchObject({ code: 1, told: "1 of 1 stop this table. Nothing was stored." });
  expect(stopped.printed).toEqual([
    expect.stringMatching(/^stop row 2, B “Bb”: Nothing shows what “Zorvath” is/),
  ]);
  expect([await db.statement.count(), await db.statementTable.count()]).toEqual([0, 0]);
  const said = [...MAP, "--speaker", "Zorvath=organisation"];
  const dry = await run(ROWS, "q.csv", ...said, "--dry-run");
  expect(dry).toMatchObject({
    code: 0,
    told: "2 rows: 2 new, 0 known, 0 twice in the table. Nothing was kept (--dry-run).",
  });
  expect(await db.statementTable.count()).toBe(0);
  const stored = await run(ROWS, "q.csv", ...said);
  expect(stored).toMatchObject({ code: 0, told: "2 stored, 0 known; 1 new sources, 2 new speakers." });
  // from standard input, as such columns were meant the last time
  const again = await run(ROWS, "-", "--json");
  expect(again.code).toBe(0);
  expect(again.printed.map((line) => JSON.parse(line))).toMatchObject([
    { what: "stored", stored: 0, known: 2 },
  ]);
  expect(await db.speaker.findMany({ orderBy: { id: "asc" } })).toMatchObject([
    { kind: "organisation" },
    { kind: "person" },
  ]);
});

it.each([
  [["q.csv", "--map", "Zz=wording"], 1, "There is no column “Zz”. The columns are: Aa, Bb, Cc."],
  [["q.csv", "--map", "Aa=loudness"], 2, "There is no field “loudness”"],
  [["q.csv", "--speaker", "Zorvath=robot"], 2, "“robot” is none of"],
  [["q.csv", "--header-row", "x"], 2, "Write the number of a row."],
  [["none.csv"], 1, "cannot be used"],
])("%j is told", async (args, code, words) => {
  const done = await run(ROWS, ...args);
  expect(done.code).toBe(code);
  expect(done.told).toContain(words);
});
