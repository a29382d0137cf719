import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import BetterSqlite3 from "better-sqlite3";

const LOCK = "site.lock";
const HOLDER = "site.pid";

/** Another process serves these data. `message` says which, and what to do. */
class SiteRunning extends Error {
  override readonly name = "SiteRunning";
}

/**
 * Keeps the data of a folder for this process until it ends, however it ends: the lock is one of the system's on a file
 * of its own, so that a site that was killed leaves none behind. Returns what gives it up.
 * @throws {SiteRunning} when another process has it.
 */
export function holdSite(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const connection = new BetterSqlite3(path.join(/* turbopackIgnore: true */ dataDir, LOCK), { timeout: 0 });
  try {
    connection.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    connection.close();
    if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith("SQLITE_BUSY"))
      throw new SiteRunning(wordsFor(dataDir));
    throw error;
  }
  writeFileSync(path.join(/* turbopackIgnore: true */ dataDir, HOLDER), `${process.pid}\n`, { mode: 0o600 });
  return () => void connection.close();
}

// while nothing holds the connection it is collected, and its lock with it
const kept = globalThis as typeof globalThis & { verbatimSite?: () => void };

/** What a process that serves does first: its files are its owner's alone, and the data are its own until it ends. */
export function serveAlone(dataDir: string): void {
  process.umask(0o077);
  try {
    kept.verbatimSite ??= holdSite(dataDir);
  } catch (error) {
    if (!(error instanceof SiteRunning)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

function wordsFor(dataDir: string): string {
  return `A site already runs on the data in ${dataDir} (process ${holder(dataDir)}). Nothing was changed. Stop it first, or name another folder in DATA_DIR.`;
}

function holder(dataDir: string): string {
  try {
    return readFileSync(path.join(/* turbopackIgnore: true */ dataDir, HOLDER), "utf8").trim();
  } catch {
    return "unknown";
  }
}
