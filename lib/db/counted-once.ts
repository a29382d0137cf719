import { now } from "@/lib/env";
import { env } from "@/lib/env/server";
import { db, engineOf } from "./client";
import { noteWritten, writesSoFar } from "./writes";

// what lies in the clock, such as the end of an embargo, and on PostgreSQL what another server wrote
const KEPT_MS = { sqlite: 30_000, postgresql: 5000 } as const;
const MOST_KEPT = 300;

interface Kept {
  readonly stamp: string;
  readonly atMs: number;
  readonly answer: Promise<unknown>;
}

// a development reload and the parts of the site that are bundled apart evaluate this module again
const kept = globalThis as typeof globalThis & {
  verbatimCounted?: Map<string, Kept>;
  verbatimSeen?: string;
};

/**
 * What `count` gave the last time, as long as nothing was written since, and for half a minute at most; several who ask at
 * once wait for one answer. For counts of everything that is held, which read an index from end to end. `name` holds all that
 * the answer depends on besides the database: above all what the actor may see.
 */
export async function countedOnce<T>(name: string, count: () => Promise<T>): Promise<T> {
  const { databaseUrl } = env();
  const engine = engineOf(databaseUrl);
  const stamp = await stampOf(engine);
  kept.verbatimCounted ??= new Map();
  const answers = kept.verbatimCounted;
  const known = answers.get(name);
  const ageMs = now().getTime() - (known?.atMs ?? 0);
  if (known?.stamp === stamp && Math.abs(ageMs) < KEPT_MS[engine]) return known.answer as Promise<T>;
  const answer = count();
  answers.delete(name);
  const own = { stamp, atMs: now().getTime(), answer };
  answers.set(name, own);
  // what failed is asked again
  answer.catch(() => answers.get(name) === own && answers.delete(name));
  for (const oldest of answers.keys()) {
    if (answers.size <= MOST_KEPT) break;
    answers.delete(oldest);
  }
  return answer;
}

/**
 * A text that is another one after each write to the database, whoever made it: on SQLite by the count that the file tells, on
 * PostgreSQL by which transactions a query sees. Taken before something is read, it says of what was read whether it still holds.
 */
export async function stateOfData(): Promise<string> {
  const engine = engineOf(env().databaseUrl);
  if (engine === "sqlite") return stampOf(engine);
  const [row] = await db.$queryRawUnsafe<{ seen: string }[]>("SELECT pg_current_snapshot()::text AS seen");
  const seen = row?.seen ?? "";
  // what is counted is kept by the writes of this process: another server's are noted here
  if (kept.verbatimSeen !== undefined && kept.verbatimSeen !== seen) noteWritten();
  kept.verbatimSeen = seen;
  return `${await stampOf(engine)} ${seen}`;
}

/** Differs after each write: of this process, and on SQLite of any other. */
async function stampOf(engine: keyof typeof KEPT_MS): Promise<string> {
  const { databaseUrl, dataDir } = env();
  const own = `${databaseUrl ?? dataDir} ${writesSoFar()}`;
  if (engine === "postgresql") return own;
  const [row] = await db.$queryRawUnsafe<{ data_version: number | bigint }[]>(
    "SELECT data_version FROM pragma_data_version",
  );
  return `${own} ${row?.data_version}`;
}
