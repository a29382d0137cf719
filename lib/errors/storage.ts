const UNREAD = "The disk could not be read or written.";
const MOVED =
  "The file of the database was taken away or replaced while Verbatim used it. Nothing is stored.";
const DAMAGED = "The database is damaged.";

const SAYS: readonly (readonly [RegExp, string])[] = [
  [
    /ENOSPC|EDQUOT|SQLITE_FULL|disk is full|could not extend file|No space left on device|53100/i,
    "The disk is full.",
  ],
  [
    /SQLITE_READONLY|readonly database|read-only (file system|transaction)|EROFS|25006/i,
    "The database can only be read just now.",
  ],
  [/no longer the one that was opened/, MOVED],
  [/SQLITE_IOERR|disk I\/O error|58030/i, UNREAD],
  [
    /SQLITE_(CORRUPT|NOTADB)|disk image is malformed|file is not a database|XX001|invalid page in block/i,
    DAMAGED,
  ],
];

/** What failed below us, in words, when an error tells of the disk or of the database on it; else null. */
export function storageFailure(error: unknown): string | null {
  const texts: string[] = [];
  // the driver's error is the cause of Prisma's
  for (let part = error, depth = 0; part instanceof Error && depth < 5; part = part.cause, depth++) {
    const told = Object.values(part).filter((value) => typeof value === "string");
    texts.push("code" in part ? String(part.code) : "", part.message, ...told);
    if (typeof part.cause === "object" && part.cause !== null && !(part.cause instanceof Error))
      texts.push(JSON.stringify(part.cause));
  }
  const text = texts.join("\n");
  return SAYS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The same when nothing can be read, or nothing of it be believed: nobody at a browser can do anything about that; else null. */
export function whyUnreadable(error: unknown): string | null {
  const failure = storageFailure(error);
  return failure === DAMAGED || failure === UNREAD || failure === MOVED ? failure : null;
}

/** Whether another file stands where the database was, or none: nothing is damaged, and nothing is to be restored. */
export function isDatabaseMoved(error: unknown): boolean {
  return storageFailure(error) === MOVED;
}
