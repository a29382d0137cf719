import { statfsSync } from "node:fs";
import { env } from "@/lib/env/server";
import { DomainError, isDatabaseMoved, Refused, storageFailure, whyUnreadable } from "@/lib/errors";
import { CommandFailed } from "./terminal";

const FULL = "The disk is full. Free some space and try again; nothing that was saved before is lost.";
const LEAST_BYTES = 256 * 1024;
const PLAIN = new Set(["MigrationFailed", "BadEnvironment", "BackupFailed", "SiteRunning"]);

/** What to tell the person at the terminal of an error that they can mend, or null when it is a fault of ours. */
export function wordsFor(error: unknown): string | null {
  if (error instanceof CommandFailed) return error.message;
  if (error instanceof Refused) return error.refusals.map(({ message }) => message).join("\n");
  if (error instanceof DomainError && whyUnreadable(error) === null) return error.message;
  if (!(error instanceof Error)) return null;
  if (PLAIN.has(error.name)) return error.message;
  return wordsForSystem(error);
}

function wordsForSystem(error: Error): string | null {
  const failure = storageFailure(error);
  if (failure === "The database is damaged.") {
    return `${failure} Nothing was changed. \`npm run -s verbatim -- db check\` tells what is damaged and where backups stand; \`db restore FILE\` goes back to one and keeps the present database aside.`;
  }
  if (failure === "The disk could not be read or written.") {
    // SQLite cannot open its log on a full disk, and calls that an error of reading
    if (isDiskFull()) return FULL;
    return `${failure} Nothing that was saved before was changed. Look at the disk before anything else; \`npm run -s verbatim -- db check\` reads the database through and tells where backups stand.`;
  }
  if (isDatabaseMoved(error)) return failure;
  const text = `${"code" in error ? String(error.code) : ""} ${error.message} ${String(error.cause ?? "")}`;
  if (/ENOSPC|EDQUOT|SQLITE_FULL|database or disk is full/.test(text)) {
    return FULL;
  }
  if (/P202[12]|no such (table|column)/.test(text)) {
    return "The database is not of this version of Verbatim. Nothing was changed. `npm start` brings it up to date, and so does `npm run -s verbatim -- db migrate`; `db status` tells what is missing.";
  }
  if ("path" in error && "syscall" in error) {
    return `${String(error.path)} cannot be used, so nothing was done: ${error.message}`;
  }
  if (/SQLITE_READONLY|SQLITE_CANTOPEN|EACCES|EROFS/.test(text)) {
    return `The data folder cannot be written: ${error.message}`;
  }
  if (/ECONNREFUSED|ENOTFOUND|P1001|DatabaseNotReachable/.test(text)) {
    return `The database in DATABASE_URL does not answer: ${error.message}`;
  }
  if (/28P01|28000|P1000|AuthenticationFailed/.test(text))
    return `The database refused the sign-in: ${error.message}`;
  return null;
}

function isDiskFull(): boolean {
  try {
    const { bavail, bsize } = statfsSync(env().dataDir);
    return bavail * bsize < LEAST_BYTES;
  } catch {
    return false;
  }
}
