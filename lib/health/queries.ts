import pg from "pg";
import { env } from "@/lib/env/server";
import { isDatabaseMoved, Unavailable, whyUnreadable } from "@/lib/errors";

const PING_TIMEOUT_MS = 3000;
// many requests at once ask once
const ANSWER_KEPT_MS = 100;
const TELL_AGAIN_MS = 60_000;
const LATELY_MS = 5000;

// a development reload and the parts of the site that are bundled apart evaluate this module again
const kept = globalThis as typeof globalThis & {
  verbatimHealth?: Health | undefined;
  verbatimAwayAt?: number;
  verbatimUnreadableAt?: number;
  verbatimToldAt?: number | undefined;
};

interface Health {
  readonly url: string;
  readonly pool: pg.Pool;
  asked: Promise<boolean> | null;
  answeredAt: number;
  isAway: boolean;
}

/**
 * Whether the database server does not answer now. Asked before a page is made, because a page that fails half way
 * cannot take back its status. SQLite is a file of this machine: it is never away. The log is told once a minute.
 */
export async function isDatabaseAway(): Promise<boolean> {
  const { databaseUrl } = env();
  if (databaseUrl === null) return false;
  const health = healthOf(databaseUrl);
  if (health.asked === null && isWithin(ANSWER_KEPT_MS, health.answeredAt)) return health.isAway;
  health.asked ??= ask(health).finally(() => {
    health.asked = null;
    health.answeredAt = Date.now();
  });
  return health.asked;
}

/** An error of the driver as `Unavailable` when the database is not there or cannot be read; any other as it is. */
export function toUnavailable(error: unknown): unknown {
  if (whyUnreadable(error) !== null) return toUnreadable(error);
  if (!saysAway(error)) return error;
  kept.verbatimAwayAt = Date.now();
  return new Unavailable({ cause: error });
}

/** An error of the driver as `Unavailable` when the database is there and cannot be read; any other as it is. */
export function toUnreadable(error: unknown): unknown {
  const why = whyUnreadable(error);
  if (why === null || error instanceof Unavailable) return error;
  kept.verbatimUnreadableAt = Date.now();
  const told = `${why} Whoever looks after this site finds in its log how to go on.`;
  return new Unavailable({ cause: error }, told, "unreadable");
}

/** What the database was met as in the last seconds: a page that fails meanwhile fails because of it. */
export function failedLately(): "away" | "unreadable" | null {
  if (isWithin(LATELY_MS, kept.verbatimUnreadableAt)) return "unreadable";
  return kept.verbatimHealth?.isAway === true || isWithin(LATELY_MS, kept.verbatimAwayAt) ? "away" : null;
}

/** Whether something was as lately as that; what lies ahead was before the clock was set back, and is long ago. */
function isWithin(timeMs: number, at = 0): boolean {
  return Math.abs(Date.now() - at) < timeMs;
}

/** Closes the connection that asks; the next question opens it again. */
export async function closeHealth(): Promise<void> {
  const { verbatimHealth } = kept;
  kept.verbatimHealth = undefined;
  await verbatimHealth?.pool.end();
}

function healthOf(url: string): Health {
  if (kept.verbatimHealth?.url === url) return kept.verbatimHealth;
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: PING_TIMEOUT_MS,
    query_timeout: PING_TIMEOUT_MS,
    allowExitOnIdle: true,
  });
  // an idle connection that breaks says so here; the next question finds out by itself
  pool.on("error", () => {});
  kept.verbatimHealth = { url, pool, asked: null, answeredAt: 0, isAway: false };
  return kept.verbatimHealth;
}

async function ask(health: Health): Promise<boolean> {
  const wasAway = health.isAway;
  try {
    const client = await health.pool.connect();
    // a question that got no answer leaves a connection on which nothing else can be asked
    await client.query("SELECT 1").then(
      () => client.release(),
      (error: Error) => {
        client.release(error);
        throw error;
      },
    );
    health.isAway = false;
    if (wasAway) {
      console.warn("The database answers again.");
      kept.verbatimToldAt = undefined;
    }
  } catch (error) {
    health.isAway = true;
    tellAway(error);
  }
  return health.isAway;
}

const TO_DO =
  "`npm run -s verbatim -- db check` tells what is damaged and where backups stand, also while the site runs; then stop the site, and `npm run -s verbatim -- db restore FILE` goes back to a backup and keeps the present database aside.";

const TO_DO_MOVED =
  "Put the file that is meant, with what stands beside it, under its name and start Verbatim again: what was stored last may be in the file that was taken away.";

/** Tells the log that the database is away or cannot be read, once a minute whoever notices it. */
function tellAway(error: unknown, write = console.error): void {
  if (isWithin(TELL_AGAIN_MS, kept.verbatimToldAt)) return;
  kept.verbatimToldAt = Date.now();
  const why = whyUnreadable(error);
  write(
    why === null
      ? `The database does not answer; every page says so until it does. ${wordsOf(error)}`
      : `${why} Every page that needs it says so. ${isDatabaseMoved(error) ? TO_DO_MOVED : TO_DO} ${wordsOf(error)}`,
  );
}

/**
 * Keeps the log to that one line while the database is away or cannot be read: the framework writes a stack for every page
 * that fails of it, thousands a minute while people try again. One that is a file (`isFile`) is never away: whatever else
 * does not answer is told as it is.
 */
export function quietWhileAway(log: Pick<Console, "error">, { isFile = false } = {}): void {
  const write = log.error.bind(log);
  const isQuiet = (said: unknown) => whyUnreadable(said) !== null || (!isFile && saysAway(said));
  log.error = (...said: unknown[]) => {
    const away = said.find(isQuiet);
    if (away === undefined) write(...said);
    else tellAway(away, write);
  };
}

function wordsOf(error: unknown): string {
  // a host with two addresses fails twice and says nothing itself
  if (error instanceof Error && error.cause !== undefined) return wordsOf(error.cause);
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html: 08 connection, 53300 too many of them, 57P0x shutting
// down or starting up; lock timeouts (55P03) mean that somebody else writes for long
const CODES =
  /^(08\w{3}|53300|57P0[1-5]|55P03|ECONN\w+|ENOTFOUND|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/;
const KINDS = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);
const WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable|Client has encountered a connection error/;

// by its word, because parts of the site that are bundled apart have classes of their own
const AWAY: Unavailable["kind"] = "unavailable";

function saysAway(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, originalCode, kind, cause, message } = error as Record<string, unknown>;
  return (
    kind === AWAY ||
    CODES.test(String(code)) ||
    CODES.test(String(originalCode)) ||
    KINDS.has(String(kind)) ||
    WORDS.test(String(message)) ||
    saysAway(cause)
  );
}
