import { sealStandingRecords } from "@/lib/audit/server";
import { closeDb, holdSite, refreshStatistics } from "@/lib/db/server";
import { env, sessionSecret } from "@/lib/env/server";
import { migrate, whileStarting } from "@/lib/migrations/server";
import { isEmpty, loadDemo } from "./demo";

export { wordsFor } from "./words";

/**
 * What happens before the site is served: the database is brought up to date, an empty one is given the demo story, and
 * while nobody can administer a link for the first administrator is made.
 */
export async function startUp(
  tell: (line: string) => void,
): Promise<{ address: string; link: string | null }> {
  const { baseUrl, dataDir, databaseUrl } = env();
  sessionSecret();
  // several servers share a PostgreSQL; on one file the second start is told of the first
  const release = databaseUrl === null ? holdSite(dataDir) : () => {};
  try {
    const { applied, backup } = await migrate();
    if (backup !== null) tell(`A copy of the database from before stands in ${backup}.`);
    if (applied.length > 0)
      tell(`Brought the database up to date (${applied.length} ${applied.length === 1 ? "step" : "steps"}).`);
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
