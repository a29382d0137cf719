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

// of so many new rows of one kind a plan made without them is a bad one
const FIRST = 200;

/**
 * Keeps the statistics fresh while many rows come one after another: at two hundred, and each time they have doubled since; at the end, where
 * some came after that. What cannot be refreshed now, because others write, is refreshed with the next.
 */
export function statisticsAsRowsCome(refresh: () => Promise<void> = refreshStatistics) {
  let [rows, at, last] = [0, FIRST, 0];
  const now = () => {
    last = rows;
    return refresh().catch(() => {});
  };
  return {
    async came(more: number): Promise<void> {
      rows += more;
      if (rows < at) return;
      while (at <= rows) at *= 2;
      await now();
    },
    async ended(): Promise<void> {
      if (rows >= FIRST && rows > last) await now();
    },
  };
}

/** Refreshes the statistics once a day for as long as the site is served. */
export function keepStatisticsFresh(): void {
  const timer = setInterval(() => {
    // a database that is away or busy is asked again tomorrow, and after the next import
    refreshStatistics().catch(() => {});
  }, DAY_MS);
  timer.unref();
}
