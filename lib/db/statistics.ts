import { env } from "@/lib/env/server";
import { db, engineOf } from "./client";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Counts rows anew for the planner of either engine, where they are missing or stale. After many rows were written at
 * once: without statistics the front page took 91 s at 100,000 statements.
 */
export async function refreshStatistics(): Promise<void> {
  if (engineOf(env().databaseUrl) === "sqlite") await db.$queryRawUnsafe("PRAGMA optimize = 0x10002");
  else await db.$executeRawUnsafe("ANALYZE");
}

/** Refreshes the statistics once a day for as long as the site is served. */
export function keepStatisticsFresh(): void {
  const timer = setInterval(() => {
    // a database that is away or busy is asked again tomorrow, and after the next import
    refreshStatistics().catch(() => {});
  }, DAY_MS);
  timer.unref();
}
