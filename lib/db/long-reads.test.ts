import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { isDriverAdapterError } from "@prisma/driver-adapter-utils";
import BetterSqlite3 from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Unavailable } from "@/lib/errors";
import { LongReads } from "./long-reads";

let folder: string;
let file: string;
let program: string;
let writer: BetterSqlite3.Database;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "verbatim-long-reads-"));
  file = path.join(folder, "some.db");
  writer = new BetterSqlite3(file);
  writer.pragma("journal_mode = WAL");
  writer.exec("CREATE TABLE said (words TEXT); INSERT INTO said VALUES ('one'), ('two')");
  // the thread as it is, translated on its way instead of bundled
  program = path.join(folder, "thread.mjs");
  const translator = path.join(
    path.dirname(createRequire(import.meta.url).resolve("tsx/package.json")),
    "dist/esm/api/index.mjs",
  );
  writeFileSync(
    program,
    `import { register } from ${JSON.stringify(pathToFileURL(translator).href)};
register();
await import(${JSON.stringify(pathToFileURL(path.resolve("lib/db/thread.ts")).href)});`,
  );
});
afterAll(() => {
  writer.close();
  rmSync(folder, { recursive: true, force: true });
});

const LIMITS = { timeMs: 60_000, memoryMb: 256, patienceMs: 30 };
const reads = (timeMs = LIMITS.timeMs) =>
  new LongReads(file, program, { limits: { ...LIMITS, timeMs }, largeBytes: 0 });
const asked = (sql: string, args: unknown[] = []) => ({
  ...{ sql, args },
  argTypes: args.map(() => ({ scalarType: "string", arity: "scalar" }) as const),
});
const COUNT_TO = (last: number) =>
  `WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < ${last}) SELECT count(*) AS n FROM c`;

describe("what is taken for long", () => {
  const CASES: readonly (readonly [string, string, boolean])[] = [
    ["a record by its key", `SELECT * FROM "Statement" WHERE "id" = ?`, false],
    ["words within words", `SELECT id FROM "Statement" WHERE instr("searchKey", ?) > 0`, true],
    ["an index of words", `SELECT rowid FROM "Statement_words" WHERE "Statement_words" MATCH ?`, true],
    ["a count", `SELECT COUNT(*) FROM "Statement"`, true],
    ["counts of each kind", `SELECT "form" FROM "Statement" GROUP BY "form"`, true],
    [
      "what was not asked before and asks others",
      `SELECT id FROM a WHERE NOT EXISTS (SELECT 1 FROM b)`,
      true,
    ],
  ];
  it.each(CASES)("%s", (_, sql, isLong) => expect(reads().isLong(sql)).toBe(isLong));

  it("nothing in a small file", () => {
    const small = new LongReads(file, program);
    for (const [, sql] of CASES) expect(small.isLong(sql)).toBe(false);
  });

  it("what took long, until it was short some times", () => {
    const all = reads();
    const sql = `SELECT id FROM a WHERE EXISTS (SELECT 1 FROM b)`;
    const after = (tookMs: number) => {
      all.note(sql, tookMs);
      return all.isLong(sql);
    };
    expect([2, 70, 1, 1, 1].map(after)).toEqual([false, true, true, true, false]);
  });
});

describe("what is read elsewhere", () => {
  it("is what the file holds, with what was committed just before", async () => {
    const all = reads();
    const sql = "SELECT words FROM said WHERE instr(words, ?) > 0 ORDER BY words";
    expect(await all.read(asked(sql, ["o"]), "a")).toMatchObject({
      columnNames: ["words"],
      rows: [["one"], ["two"]],
    });
    writer.exec("INSERT INTO said VALUES ('four')");
    expect((await all.read(asked(sql, ["o"]), "a")).rows).toEqual([["four"], ["one"], ["two"]]);
    expect((await all.read(asked(sql, ["four"]), "opened anew")).rows).toEqual([["four"]]);
  });

  it("keeps nobody waiting", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const answer = await reads().read(asked(COUNT_TO(2_000_000)), "a");
    clearInterval(timer);
    expect(answer.rows).toEqual([[2_000_000]]);
    expect(turns).toBeGreaterThan(10);
  });

  it("is answered while another takes long", async () => {
    const all = reads();
    const order: string[] = [];
    await Promise.all([
      all.read(asked(COUNT_TO(6_000_000)), "a").then(() => order.push("long")),
      all.read(asked("SELECT count(*) FROM said"), "a").then(() => order.push("short")),
    ]);
    expect(order).toEqual(["short", "long"]);
  });

  it("is refused as the driver refuses it, and the next is read", async () => {
    const all = reads();
    const failure = await all.read(asked("SELECT nothing FROM said"), "a").catch((error: unknown) => error);
    expect(failure instanceof Error && isDriverAdapterError(failure)).toBe(true);
    expect((await all.read(asked("SELECT count(*) FROM said"), "a")).rows).toEqual([[3]]);
  });

  it("is given up when it takes longer than anybody should wait", async () => {
    const endless = reads(300).read(asked(COUNT_TO(20_000_000)), "a");
    await expect(endless).rejects.toBeInstanceOf(Unavailable);
    await expect(endless).rejects.toThrow("narrow what is asked");
  });
});
