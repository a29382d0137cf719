import { existsSync } from "node:fs";
import { chmod, mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { sqliteFile } from "@/lib/db/server";
import { BackupFailed, type Contents, type Store } from "./model";

/** Backups of the SQLite file in a data folder: copies that SQLite makes itself, beside a site that writes. */
export function sqliteStore(dataDir: string): Store {
  const file = sqliteFile(dataDir);
  return {
    suffix: ".db",

    async write(to) {
      if (!existsSync(file)) throw new BackupFailed(`There is no database in ${dataDir} yet.`);
      await copyWhole(file, to);
    },

    async read(from) {
      const contents = contentsOf(from);
      if (contents === null) throw new BackupFailed(`${from} is empty, and no backup.`);
      return contents;
    },

    refuseBesideSite: async () => {},

    async check() {
      return existsSync(file) ? contentsOf(file) : null;
    },

    async replace(from, aside) {
      await mkdir(dataDir, { recursive: true, mode: 0o700 });
      const draft = `${file}.restore`;
      try {
        await copyWhole(from, draft);
        if (existsSync(file)) await setAside(file, aside);
        await rename(draft, file);
      } finally {
        await removeDraft(draft);
      }
      await flush(path.dirname(file));
      return async () => {
        await removeDraft(file);
        if (existsSync(aside)) await setAside(aside, file);
      };
    },
  };
}

/** Copies a database with what stands in the log beside it into one file that needs none beside it. */
async function copyWhole(from: string, to: string): Promise<void> {
  const connection = new BetterSqlite3(from, { readonly: true, timeout: 5000 });
  try {
    await connection.backup(to);
  } finally {
    connection.close();
  }
  const copy = new BetterSqlite3(to);
  copy.pragma("journal_mode = DELETE");
  copy.close();
  await chmod(to, 0o600);
  await flush(to);
}

/** Moves a database out of the way with what stands beside it: a damaged one too, which SQLite would not open. */
async function setAside(file: string, aside: string): Promise<void> {
  await mkdir(path.dirname(aside), { recursive: true, mode: 0o700 });
  for (const part of ["-wal", "-shm", ""])
    if (existsSync(file + part)) await rename(file + part, aside + part);
}

/** Null of a database in which nothing was made yet, or of a file without a byte. */
function contentsOf(file: string): Contents | null {
  let connection: BetterSqlite3.Database | undefined;
  try {
    connection = new BetterSqlite3(file, { readonly: true, timeout: 5000 });
    const database = connection;
    const [broken] = database.pragma("integrity_check(1)") as { integrity_check: string }[];
    if (broken?.integrity_check !== "ok") throw new Error(broken?.integrity_check ?? "no answer");
    const orphans = database.pragma("foreign_key_check") as unknown[];
    if (orphans.length > 0) throw new Error(`${orphans.length} rows point at nothing`);
    const names = database
      .prepare(
        // an index of words is a table too, and its rows are nobody's
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
      )
      .pluck()
      .all() as string[];
    const count = (name: string) =>
      database
        .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
        .pluck()
        .get() as number;
    if (names.every((name) => name === "_prisma_migrations")) return null;
    if (!names.includes("_prisma_migrations")) throw new Error("it holds no database of Verbatim");
    const migrations = database
      .prepare(
        "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY started_at",
      )
      .pluck()
      .all() as string[];
    const head = database
      .prepare('SELECT seq, hash FROM "AuditHead" WHERE id = 1')
      .get() as Contents["chain"];
    const last = database
      .prepare('SELECT seq, hash FROM "AuditEntry" ORDER BY seq DESC LIMIT 1')
      .get() as Contents["chain"];
    return {
      rows: Object.fromEntries(names.map((name) => [name, count(name)])),
      migrations,
      chain: head ?? null,
      lastEntry: last ?? null,
    };
  } catch (error) {
    // a file that cannot be read just now is not a damaged one: going back to a backup would lose what it holds
    if (/^SQLITE_(IOERR|FULL|CANTOPEN|BUSY|READONLY)/.test(String((error as { code?: unknown }).code)))
      throw error;
    throw new BackupFailed(`${file} is damaged or no database: ${(error as Error).message}.`);
  } finally {
    connection?.close();
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, "r");
  await handle.sync().finally(() => handle.close());
}

/** Takes away what a broken-off backup left. */
export async function removeDraft(file: string): Promise<void> {
  for (const part of ["", "-journal", "-wal", "-shm"]) await rm(file + part, { force: true });
}
