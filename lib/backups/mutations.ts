import { existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { appendAudit, findHead, findLastCheckpoint, missingSince } from "@/lib/audit/server";
import { SYSTEM } from "@/lib/auth";
import { closeDb, engineOf, holdSite, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { env } from "@/lib/env/server";
import { storageFailure } from "@/lib/errors";
import { migrate, migrationsFolder } from "@/lib/migrations/server";
import { BackupFailed, type Contents, type Store, stampOf } from "./model";
import { postgresqlStore } from "./postgresql";
import { removeDraft, sqliteStore } from "./sqlite";

export interface BackupMade {
  readonly file: string;
  readonly rows: number;
  /** The newest change in it. */
  readonly seq: number;
}

/** The database as backups know it, of the engine that is in use. */
export function storeOf(): Store {
  const { databaseUrl, dataDir } = env();
  return databaseUrl === null ? sqliteStore(dataDir) : postgresqlStore(databaseUrl, dataDir);
}

function backupsFolder(): string {
  return path.join(env().dataDir, "backups");
}

/**
 * Copies the whole database as it stands at one moment, while the site writes on, and reads the copy back before it
 * gets its name. Without `to` it stands in `backups` in the data folder, named by the moment.
 * @throws {BackupFailed} and leaves no file.
 */
export async function backUp(to?: string): Promise<BackupMade> {
  const store = storeOf();
  const file = to ?? path.join(backupsFolder(), `backup-${stampOf(now())}${store.suffix}`);
  if (OWN_FILE.test(path.relative(env().dataDir, file)))
    throw new BackupFailed(`${file} is a name that the database itself uses. Name another file.`);
  if (existsSync(file)) throw new BackupFailed(`${file} is there already. Name another file.`);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.part`;
  // a file that stands there keeps who may read it
  await removeDraft(draft);
  try {
    await store.write(draft);
    const contents = await store.read(draft);
    assertChainEnds(contents, file);
    await rename(draft, file);
    return { file, ...summaryOf(contents) };
  } finally {
    await removeDraft(draft);
  }
}

/** Deletes all but the newest `keep` of the backups that were named by their moment: the files deleted. */
export async function pruneBackups(keep: number): Promise<string[]> {
  const folder = backupsFolder();
  const names = await momentBackups();
  const old = names.slice(0, Math.max(0, names.length - keep)).map((name) => path.join(folder, name));
  for (const file of old) await rm(file);
  return old;
}

/** Makes a backup when the newest one is older than `everyMs`, and keeps the newest `keep`; null when none is due. */
export async function backUpWhenDue(everyMs: number, keep: number): Promise<BackupMade | null> {
  const newest = (await momentBackups()).at(-1);
  if (newest !== undefined && now().getTime() - momentOf(newest) < everyMs) return null;
  const made = await backUp();
  await pruneBackups(keep);
  return made;
}

/**
 * The names of the backups that are named by their moment, oldest first. Those of moments to come, written before the
 * clock was set back, are left out until it gets there: they would put off the next one and be kept in place of it.
 */
async function momentBackups(): Promise<string[]> {
  const { suffix } = storeOf();
  const names = await readdir(backupsFolder()).catch(() => []);
  const own = names.filter((name) => /^backup-\d{8}T\d{6}Z\./.test(name) && name.endsWith(suffix));
  return own.filter((name) => momentOf(name) <= now().getTime()).sort();
}

function momentOf(name: string): number {
  const [, year, month, day, hour, minute, second] =
    /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(name) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

// SQLite would take a copy of that name for its log, and empty it
const OWN_FILE = /^verbatim\.db/;

export interface Restored {
  readonly rows: number;
  /** The newest change in the backup. */
  readonly seq: number;
  /** Where the database that stood there before is kept, or null when there was none. */
  readonly aside: string | null;
}

/**
 * Puts a backup in the place of the database: read through first, refused while the site runs, and with the present
 * database kept aside. Brought up to date afterwards, and told in the record of changes.
 * @throws {BackupFailed} @throws {SiteRunning}
 */
export async function restore(from: string): Promise<Restored> {
  const { databaseUrl, dataDir } = env();
  const store = storeOf();
  const found = await stat(from).catch(() => null);
  if (found === null) throw new BackupFailed(`There is no file ${from}.`);
  if (!found.isFile()) throw new BackupFailed(`${from} is no file. Nothing was changed. Name one backup.`);
  await refuseOtherEngine(from);
  const contents = await store.read(from);
  assertChainEnds(contents, from);
  await refuseNewer(contents);
  const release = databaseUrl === null ? holdSite(dataDir) : () => {};
  try {
    await closeDb();
    const isThere = databaseUrl !== null || existsSync(path.join(dataDir, "verbatim.db"));
    const aside = path.join(backupsFolder(), `before-restore-${stampOf(now())}${store.suffix}`);
    const undo = await store.replace(from, aside);
    const { rows, seq } = summaryOf(contents);
    try {
      await migrate();
      await tellOfRestore(from);
    } catch (error) {
      await closeDb();
      await undo();
      const why = storageFailure(error) ?? (error as Error).message;
      throw new BackupFailed(
        `${from} could not be brought up to date: ${why}\nThe database that stood there before stands there again.`,
        { cause: error },
      );
    }
    const schema = path.basename(aside).replace(/\..*$/, "").replaceAll("-", "_").toLowerCase();
    return { rows, seq, aside: isThere ? (databaseUrl === null ? aside : `the schema ${schema}`) : null };
  } finally {
    release();
  }
}

async function tellOfRestore(from: string): Promise<void> {
  const endedAt = (await findHead())?.seq ?? 0;
  await transact((tx) =>
    appendAudit(tx, {
      actor: SYSTEM,
      action: "database.restored",
      subjectType: "database",
      subjectId: "backup",
      after: { endedAt, file: path.basename(from) },
    }),
  );
}

const BEGINNINGS = {
  sqlite: Buffer.from("SQLite format 3\0"),
  postgresql: Buffer.from([0x1f, 0x8b]),
} as const;

async function refuseOtherEngine(from: string): Promise<void> {
  const engine = engineOf(env().databaseUrl);
  const [other, name, own] =
    engine === "sqlite"
      ? (["postgresql", "PostgreSQL", "SQLite"] as const)
      : (["sqlite", "SQLite", "PostgreSQL"] as const);
  const file = await open(from, "r");
  const head = Buffer.alloc(BEGINNINGS[other].length);
  await file.read(head, 0, head.length, 0).finally(() => file.close());
  if (head.equals(BEGINNINGS[other]))
    throw new BackupFailed(
      `${from} is a backup of a ${name} database, and this site keeps its data in ${own}. Nothing was changed. A backup goes back to the engine that it came from.`,
    );
}

/** Before anything is moved: a newer database in place of this one would stop the site. */
async function refuseNewer({ migrations }: Contents): Promise<void> {
  const known = new Set(await readdir(path.join(migrationsFolder(), engineOf(env().databaseUrl))));
  const unknown = migrations.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new BackupFailed(
      `The backup is from a newer version of the program: it holds ${unknown.join(", ")}. Nothing was changed.`,
    );
}

/** Reads the whole database through; null when there is none, or an empty one. @throws {BackupFailed} when it is damaged or ends too early: with where backups stand. */
export async function checkDatabase(): Promise<{ rows: number; seq: number } | null> {
  const last = await findLastCheckpoint();
  try {
    const contents = await storeOf().check();
    if (contents !== null) assertChainEnds(contents, "The database");
    const summary = contents && summaryOf(contents);
    const missing = missingSince(last, summary?.seq ?? 0);
    if (missing !== null) throw new BackupFailed(missing);
    return summary;
  } catch (error) {
    if (!(error instanceof BackupFailed)) throw error;
    throw new BackupFailed(`${error.message}\n${await wordsForBackups()}`);
  }
}

/** Where backups stand and how to go back to one, for somebody whose database is damaged. */
async function wordsForBackups(): Promise<string> {
  const { suffix } = storeOf();
  const folder = backupsFolder();
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => name.endsWith(suffix))
    .sort(byMoment);
  const newest = names.at(-1);
  if (newest === undefined)
    return `There is no backup in ${folder}. Keep the database as it is: much of it may be read still.`;
  const count = names.length === 1 ? "One backup stands" : `${names.length} backups stand`;
  return `${count} in ${folder}. To go back to the newest, stop the site and run: npm run -s verbatim -- db restore ${path.join(folder, newest)}`;
}

function byMoment(one: string, other: string): number {
  const momentOf = (name: string) => /\d{8}T\d{6}Z/.exec(name)?.[0] ?? "";
  return momentOf(one) < momentOf(other) ? -1 : 1;
}

function assertChainEnds({ chain, lastEntry }: Contents, what: string): void {
  if (chain?.seq === lastEntry?.seq && chain?.hash === lastEntry?.hash) return;
  throw new BackupFailed(
    `${what}: the record of changes does not end where its head says. \`audit verify\` tells more.`,
  );
}

function summaryOf({ rows, chain }: Contents): { rows: number; seq: number } {
  return { rows: Object.values(rows).reduce((sum, count) => sum + count, 0), seq: chain?.seq ?? 0 };
}
