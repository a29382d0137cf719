import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { lstat, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { plantCanaries } from "@/e2e/canaries";
import { verifyAudit } from "@/lib/audit/server";
import { SYSTEM } from "@/lib/auth";
import { closeDb, db, inFillingOrder, Prisma, type Row } from "@/lib/db/server";
import { openZip, type ZipFile, zipOf } from "@/lib/zip/server";
import { makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { archivedTables, restoreArchive, writeArchive } from "./server";

const folder = () => process.env.DATA_DIR ?? "";
const file = () => path.join(folder(), "desk.zip");

type Table = { findMany(args?: object): Promise<Row[]> };
const tableOf = (model: string) =>
  (db as unknown as Record<string, Table>)[model.charAt(0).toLowerCase() + model.slice(1)] as Table;

async function everything(): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  // marks of upkeep, which a start leaves behind
  for (const model of archivedTables().filter((name) => name !== "Setting"))
    all[model] = (await tableOf(model).findMany()).map((row) => JSON.stringify(row)).sort();
  return all;
}

beforeEach(async () => {
  await rm(file(), { force: true });
  await clearDatabase();
});

async function unpacked(bytes: Buffer): Promise<Map<string, Buffer>> {
  const source = {
    size: bytes.length,
    read: async (at: number, size: number) => bytes.subarray(at, at + size),
  };
  const zip = await openZip(source, { mostFiles: 10_000, mostBytes: 1e9 });
  const files = new Map<string, Buffer>();
  for (const name of zip.names) {
    const pieces: Buffer[] = [];
    for await (const piece of zip.pieces(name)) pieces.push(piece);
    files.set(name, Buffer.concat(pieces));
  }
  return files;
}

async function packed(files: Iterable<readonly [string, Buffer]>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const all = [...files].map(([name, bytes]): ZipFile => ({ name, pieces: [bytes] }));
  for await (const piece of zipOf(all, new Date(0))) pieces.push(piece);
  return Buffer.concat(pieces);
}

test("an archive fills an empty Verbatim as it was, and nothing is kept that a person typed and did not store", async () => {
  await plantCanaries(await makeUser("editor"));
  // signs of every kind, and none
  const bytes = Uint8Array.from({ length: 256 }, (_, n) => n);
  await db.arrivedBytes.create({ data: { sha256: "all", packed: "none", bytes } });
  await db.arrivedBytes.create({ data: { sha256: "none", packed: "none", bytes: new Uint8Array() } });
  const before = await everything();
  const made = await writeArchive(file());
  expect(made.rows).toBe(Object.values(before).flat().length + (await db.setting.count()));
  expect((await stat(file())).mode & 0o077).toBe(0);
  const files = await unpacked(await readFile(file()));
  expect([...files.keys()].filter((name) => /FormDraft|Session|RateLimit/u.test(name))).toEqual([]);
  expect([...files.keys()].filter((name) => name.startsWith("editions/"))).toHaveLength(made.editions);
  await clearDatabase();
  expect(await restoreArchive(file())).toEqual({ rows: made.rows, editions: made.editions });
  expect(await everything()).toEqual(before);
  // what was planted behind the log is told as before, and nothing else
  expect((await verifyAudit(SYSTEM)).entries).toBe(before.AuditEntry?.length);
});

describe("an archive that is not taken", () => {
  const refused = async (change: (files: Map<string, Buffer>) => void) => {
    await makeUser("editor");
    await writeArchive(file());
    await clearDatabase();
    const files = await unpacked(await readFile(file()));
    change(files);
    await writeFile(file(), await packed(files));
    const before = await everything();
    const error = await restoreArchive(file()).catch((thrown: Error) => thrown);
    expect(await everything()).toEqual(before);
    return error instanceof Error ? error.message : "";
  };
  const manifest = (files: Map<string, Buffer>, change: (told: Record<string, unknown>) => void) => {
    const told = JSON.parse((files.get("manifest.json") ?? Buffer.alloc(0)).toString()) as Record<
      string,
      unknown
    >;
    change(told);
    files.set("manifest.json", Buffer.from(JSON.stringify(told)));
  };

  test.each<[string, (files: Map<string, Buffer>) => void, RegExp]>([
    ["has no manifest", (files) => void files.delete("manifest.json"), /it has no manifest/],
    ["is of a later version", (files) => manifest(files, (told) => (told.version = 9)), /of version 9/],
    ["has other tables", (files) => manifest(files, (told) => (told.migrations = ["x"])), /another version/],
    [
      "has a changed row",
      (files) =>
        void files.set(
          "tables/User.jsonl",
          Buffer.from((files.get("tables/User.jsonl") ?? "").toString().replace("editor", "admin")),
        ),
      /User\.jsonl is not what/,
    ],
    ["misses a file", (files) => void files.delete("tables/Story.jsonl"), /missing/],
    [
      "holds more than it tells of",
      (files) => void files.set("tables/More.jsonl", Buffer.from("{}\n")),
      /tells nothing/,
    ],
  ])("%s", async (_, change, words) => {
    expect(await refused(change)).toMatch(words);
  });

  const changed =
    (name: string, change: (text: string) => string) =>
    (files: Map<string, Buffer>): void => {
      const bytes = Buffer.from(change((files.get(name) ?? "").toString()));
      files.set(name, bytes);
      manifest(files, (told) => {
        for (const table of told.tables as { name: string; sha256: string }[])
          if (name === `tables/${table.name}.jsonl`)
            table.sha256 = createHash("sha256").update(bytes).digest("hex");
      });
    };

  test.each<[string, (files: Map<string, Buffer>) => void, RegExp]>([
    [
      "has a column of its own",
      changed("tables/User.jsonl", (text) => text.replace("{", '{"isGod":true,')),
      /User\.jsonl holds what this program does not take/,
    ],
    [
      "has a value of another kind",
      changed("tables/User.jsonl", (text) => text.replace(/"name":"[^"]*"/u, '"name":{"set":"x"}')),
      /User\.jsonl holds what this program does not take/,
    ],
    [
      "holds a text that is no edition's",
      (files) => {
        const text = Buffer.from("Nobody tells of it.");
        files.set(`editions/${createHash("sha256").update(text).digest("hex")}.txt`, text);
        manifest(files, (told) => (told.editions = Number(told.editions) + 1));
      },
      /texts that are no edition/,
    ],
    [
      "has a line without an end",
      changed("tables/User.jsonl", (text) => text.trimEnd()),
      /User\.jsonl ends within a line/,
    ],
    [
      "ends its record of changes elsewhere",
      (files) => manifest(files, (told) => (told.chain = { seq: 99, hash: "x" })),
      /does not end where the archive says/,
    ],
  ])("%s", async (_, change, words) => {
    expect(await refused(change)).toMatch(words);
  });

  test("comes to one that is not empty, is no zip, or is not there", async () => {
    await makeUser("editor");
    await writeArchive(file());
    await expect(restoreArchive(file())).rejects.toThrow("not empty: it holds a user");
    await expect(writeArchive(file())).rejects.toThrow("is there already");
    await clearDatabase();
    await writeFile(file(), "no zip");
    await expect(restoreArchive(file())).rejects.toThrow("no zip file");
    await expect(restoreArchive(`${file()}x`)).rejects.toThrow("There is no file");
    expect((await readdir(folder())).filter((name) => name.endsWith(".part"))).toEqual([]);
    await closeDb();
  });
});

test("an archive is read by nobody else, whatever stood where it is drafted", async () => {
  await makeUser("editor");
  const elsewhere = path.join(folder(), "elsewhere");
  await writeFile(elsewhere, "theirs", { mode: 0o644 });
  await symlink(elsewhere, `${file()}.part`);
  await writeArchive(file());
  expect((await lstat(file())).isFile()).toBe(true);
  expect((await stat(file())).mode & 0o077).toBe(0);
  expect(await readFile(elsewhere, "utf8")).toBe("theirs");
});

test("tables are filled after those that they point at, as schema.prisma has it", () => {
  const schema = readFileSync(path.join(import.meta.dirname, "../../prisma/schema.prisma"), "utf8");
  const order = inFillingOrder(Object.values(Prisma.ModelName)).map(String);
  for (const [, model = "", body = ""] of schema.matchAll(/^model (\w+) \{(.*?)^\}/gmsu))
    for (const [, other = ""] of body.matchAll(/^\s+\w+\s+(\w+)\??\s+@relation\([^)]*fields:/gmu))
      if (other !== model)
        expect(order.indexOf(other), `${model} → ${other}`).toBeLessThan(order.indexOf(model));
});
