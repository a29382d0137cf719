import { createReadStream, createWriteStream } from "node:fs";
import { cp, mkdtemp, open, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import pg from "pg";
import { migrate, migrationsFolder } from "@/lib/migrations/server";
import { BackupFailed, type Contents, type Store } from "./model";

const FORMAT = "verbatim-backup-1";
const PAGE = 500;

interface Header {
  readonly format: typeof FORMAT;
  readonly migrations: readonly string[];
  /** Tables in an order in which each points only at those before it. */
  readonly tables: readonly string[];
}

/**
 * Backups of a PostgreSQL database without its tools: one transaction that sees one moment, each row as JSON, gzipped.
 * The last line counts the rows, so that a file that was cut off is known as such.
 */
export function postgresqlStore(databaseUrl: string, dataDir: string): Store {
  const connected = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: "verbatim backup" });
    await client.connect();
    return work(client).finally(() => client.end());
  };
  const atOneMoment = <T>(work: (client: pg.Client) => Promise<T>) =>
    connected(async (client) => {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      return work(client);
    });
  return {
    suffix: ".jsonl.gz",

    write: (to) =>
      atOneMoment(async (client) => {
        const file = createWriteStream(to, { mode: 0o600, flush: true });
        await pipeline(Readable.from(linesOf(client)), createGzip(), file);
      }),

    read: (from) => contentsOf(from),

    refuseBesideSite: () => connected(refuseBesideSite),

    check: () =>
      atOneMoment(async (client) => {
        const tables = await tablesOf(client);
        if (tables.length === 0) return null;
        const rows: Record<string, number> = {};
        for (const table of tables)
          rows[table] = Number((await client.query(`SELECT count(*) FROM ${quoted(table)}`)).rows[0].count);
        const end = async (query: string) => (await client.query(query)).rows[0] ?? null;
        return {
          rows,
          migrations: await migrationsOf(client),
          chain: await end('SELECT seq, hash FROM "AuditHead" WHERE id = 1'),
          lastEntry: await end('SELECT seq, hash FROM "AuditEntry" ORDER BY seq DESC LIMIT 1'),
        };
      }),

    replace: (from, aside) =>
      connected(async (client) => {
        await refuseBesideSite(client);
        const schema = path.basename(aside).replace(/\..*$/, "").replaceAll("-", "_").toLowerCase();
        await client.query(`ALTER SCHEMA public RENAME TO ${quoted(schema)}; CREATE SCHEMA public`);
        const undo = `DROP SCHEMA public CASCADE; ALTER SCHEMA ${quoted(schema)} RENAME TO public`;
        try {
          await fill(client, { from, databaseUrl, dataDir });
        } catch (error) {
          await client.query("ROLLBACK");
          await client.query(undo);
          throw error;
        }
        return () => connected(async (again) => void (await again.query(undo)));
      }),
  };
}

/** The site's connections bear its name; those of a command that just ended take a moment to go. */
async function refuseBesideSite(client: pg.Client): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const others = await client.query(
      "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'verbatim'",
    );
    if (others.rows[0].count === 0) return;
    if (attempt === 5)
      throw new BackupFailed("A site runs on this database. Nothing was changed. Stop it first.");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Makes the shape that the backup had, then its rows, all of them or none. */
async function fill(
  client: pg.Client,
  { from, databaseUrl, dataDir }: { from: string; databaseUrl: string; dataDir: string },
): Promise<void> {
  const lines = eachLine(from);
  const header = JSON.parse((await lines.next()).value as string) as Header;
  const folder = await mkdtemp(path.join(os.tmpdir(), "verbatim-restore-"));
  try {
    for (const name of header.migrations) {
      const place = path.join("postgresql", name);
      await cp(path.join(migrationsFolder(), place), path.join(folder, place), { recursive: true });
    }
    await migrate({ databaseUrl, dataDir }, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await client.query("BEGIN");
  for (const table of header.tables) await client.query(`DELETE FROM ${quoted(table)}`);
  let table = "";
  let batch: string[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    const name = quoted(table);
    await client.query(
      `INSERT INTO ${name} SELECT * FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`,
      [`[${batch.join(",")}]`],
    );
    batch = [];
  };
  for await (const line of lines) {
    const at = line.indexOf(" ");
    const name = JSON.parse(line.slice(0, at)) as string;
    if (name === "") continue;
    if (name !== table || batch.length === PAGE) await flush();
    table = name;
    batch.push(line.slice(at + 1));
  }
  await flush();
  await client.query("COMMIT");
}

async function* linesOf(client: pg.Client): AsyncIterable<string> {
  const tables = await tablesOf(client);
  const header: Header = { format: FORMAT, migrations: await migrationsOf(client), tables };
  yield `${JSON.stringify(header)}\n`;
  let count = 0;
  for (const table of tables) {
    const query = `SELECT to_jsonb(t)::text AS row FROM ${quoted(table)} t`;
    await client.query(`DECLARE rows CURSOR FOR ${query}`);
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`FETCH ${PAGE} FROM rows`);
      if (rows.length === 0) break;
      count += rows.length;
      yield rows.map(({ row }) => `${JSON.stringify(table)} ${row}\n`).join("");
    }
    await client.query("CLOSE rows");
  }
  yield `"" ${JSON.stringify({ rows: count })}\n`;
}

async function contentsOf(from: string): Promise<Contents> {
  const rows: Record<string, number> = {};
  let chain: Contents["chain"] = null;
  let lastEntry: Contents["chain"] = null;
  let counted = 0;
  let told: number | null = null;
  try {
    const lines = eachLine(from);
    const header = JSON.parse((await lines.next()).value as string) as Header;
    if (header.format !== FORMAT) throw new Error("it is no backup of Verbatim");
    for (const table of header.tables) rows[table] = 0;
    for await (const line of lines) {
      const at = line.indexOf(" ");
      const table = JSON.parse(line.slice(0, at)) as string;
      const row = JSON.parse(line.slice(at + 1));
      if (table === "") {
        told = row.rows;
        continue;
      }
      counted += 1;
      rows[table] = (rows[table] ?? 0) + 1;
      if (table === "AuditHead" && row.id === 1) chain = { seq: row.seq, hash: row.hash };
      if (table === "AuditEntry" && row.seq > (lastEntry?.seq ?? 0))
        lastEntry = { seq: row.seq, hash: row.hash };
    }
    if (told !== counted) throw new Error("its end is missing");
    return { rows, migrations: header.migrations, chain, lastEntry };
  } catch (error) {
    throw new BackupFailed(`${from} is damaged or no backup: ${(error as Error).message}.`);
  }
}

async function* eachLine(from: string): AsyncGenerator<string, void> {
  await (await open(from, "r")).close();
  const input = createGunzip();
  const reading = pipeline(createReadStream(from), input);
  // told by the loop below
  reading.catch(() => {});
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) yield line;
  await reading;
}

async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY started_at",
  );
  return rows.map(({ name }) => name);
}

/** Every table but Prisma's own, those that others point at first. */
async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1",
  );
  const { rows: ties } = await client.query<{ from: string; to: string }>(
    `SELECT c.relname AS from, p.relname AS to FROM pg_constraint k
     JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
     WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND c.oid <> p.oid`,
  );
  const ordered: string[] = [];
  let waiting = tables.map(({ name }) => name);
  while (waiting.length > 0) {
    const ready = waiting.filter(
      (name) => !ties.some(({ from, to }) => from === name && waiting.includes(to)),
    );
    if (ready.length === 0) throw new BackupFailed(`${waiting.join(", ")} point at each other.`);
    ordered.push(...ready);
    waiting = waiting.filter((name) => !ready.includes(name));
  }
  return ordered;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
