import { findLastCheckpoint, missingSince, sealStandingRecords } from "@/lib/audit/server";
import { closeDb, db, holdSite, refreshStatistics } from "@/lib/db/server";
import { now } from "@/lib/env";
import { env, missingSecrets, sessionSecret } from "@/lib/env/server";
import { migrate, whileStarting } from "@/lib/migrations/server";
import { isEmpty, loadDemo } from "./demo";

export { wordsFor } from "./words";

/** Looks at what a start needs and makes nothing of the database yet. @throws what `wordsFor` has words for */
export function lookAround(): void {
  const { dataDir, databaseUrl } = env();
  if (databaseUrl === null) holdSite(dataDir)();
  missingSecrets();
}

/**
 * What happens before the site is served: the database is brought up to date, an empty one is given the demo story, and
 * while nobody can administer a link for the first administrator is made.
 */
export async function startUp(
  tell: (line: string) => void,
): Promise<{ address: string; link: string | null }> {
  const { baseUrl, dataDir, databaseUrl } = env();
  const missing = missingSecrets();
  sessionSecret();
  // several servers share a PostgreSQL; on one file the second start is told of the first
  const release = databaseUrl === null ? holdSite(dataDir) : () => {};
  try {
    const { applied, backup } = await migrate();
    if (backup !== null) tell(`A copy of the database from before stands in ${backup}.`);
    if (applied.length > 0)
      tell(`Brought the database up to date (${applied.length} ${applied.length === 1 ? "step" : "steps"}).`);
    for (const words of await notesOn(missing)) tell(words);
    // two first starts on one database: the second waits, and finds the records sealed and the story there
    await whileStarting(async () => {
      const sealed = await sealStandingRecords();
      if (sealed > 0)
        tell(`Sealed ${sealed} records from before: from now on none is changed behind the log unseen.`);
      if (!(await isEmpty())) return;
      tell("Loading the demo story …");
      await loadDemo();
      await refreshStatistics();
    });
    const { ensureFirstAdminLink } = await import("@/lib/accounts/server");
    const link = await ensureFirstAdminLink();
    return { address: baseUrl, link: link?.url ?? null };
  } finally {
    release();
    await closeDb();
  }
}

const MINUTE_MS = 60_000;

/** What whoever starts a database that was used before should know of its surroundings. */
async function notesOn(missing: ReturnType<typeof missingSecrets>): Promise<string[]> {
  const last = await findLastCheckpoint();
  const newest = await db.auditEntry.findFirst({
    orderBy: { seq: "desc" },
    select: { at: true, seq: true },
  });
  if (newest === null) return [];
  const notes: string[] = missing.map((name) => LOST[name]);
  const lost = missingSince(last, newest.seq);
  if (lost !== null) notes.push(`${lost} \`npm run -s verbatim -- db check\` tells where backups stand.`);
  if (newest.at.getTime() - now().getTime() > MINUTE_MS)
    notes.push(
      `The clock of this machine stands at ${now().toISOString()}, before the newest change on record, of ${newest.at.toISOString()}. Nothing is lost, and changes keep their order by their numbers. Set the clock right: what is saved until then bears a wrong time.`,
    );
  return notes;
}

const LOST = {
  "session-secret":
    "session-secret was missing in the data folder, and a new one was made: everybody signs in anew. To go back, stop Verbatim and put your copy of it in its place.",
  "audit-key":
    "audit-key was missing in the data folder, and a new one is made: changes from now on are signed with it. Those before cannot be checked until your copy of the former key stands on a line below it.",
} as const;
