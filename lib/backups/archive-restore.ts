import { isUtf8 } from "node:buffer";
import { createHash, type Hash } from "node:crypto";
import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { checkpointsFile, findHead } from "@/lib/audit/server";
import {
  closeDb,
  countRecords,
  db,
  holdSite,
  type ModelName,
  Prisma,
  type Row,
  type Tx,
} from "@/lib/db/server";
import { now } from "@/lib/env";
import { env } from "@/lib/env/server";
import { storageFailure } from "@/lib/errors";
import { migrate } from "@/lib/migrations/server";
import { linesOf, type Zip } from "@/lib/zip/server";
import { archivedTables, knownMigrations, outOfArchive, parsedJson, toldOf, withArchive } from "./archive";
import { ARCHIVE_VERSION, type ArchiveManifest, editionFile, MANIFEST, tableFile } from "./archive-model";
import { BackupFailed, stampOf } from "./model";
import { storeOf } from "./mutations";

/** What a Verbatim holds once somebody has used it; scales and the record of how it began stand in an empty one too. */
const USED: readonly ModelName[] = ["User", "Source", "Outlet", "Speaker", "Statement", "Claim", "Story"];
const AT_ONCE = 100;
const A_DAY_MS = 24 * 60 * 60 * 1000;
const LONGEST_LINE_UTF16 = 64 * 1024 * 1024;
const MOST_TEXT_BYTES = 64 * 1024 * 1024;

export interface ArchiveRestored {
  readonly rows: number;
  readonly editions: number;
}

/**
 * Fills an empty Verbatim with an archive: all of it, as it was, or nothing. Every file is read against its checksum, what
 * the archive does not tell of is refused, and so is one of another version of the program.
 * @throws {BackupFailed} @throws {SiteRunning}
 */
export async function restoreArchive(from: string): Promise<ArchiveRestored> {
  const { databaseUrl, dataDir } = env();
  const release = databaseUrl === null ? holdSite(dataDir) : () => {};
  try {
    // the connections of this process would pass for those of a site
    await closeDb();
    await storeOf().refuseBesideSite();
    const { manifest } = await withArchive(from, async (zip, told) => {
      await refuseUnlessFitting(zip, told);
      // before anything is written: bringing it up to date changes one that is not empty too
      const there = (await storeOf().check())?.rows ?? {};
      for (const model of USED) refuseUsed(model, there[model] ?? 0);
      await migrate();
      await db.$transaction((tx) => fill(tx, zip, told), {
        ...{ timeout: A_DAY_MS, maxWait: 60_000 },
        isolationLevel: Prisma.TransactionIsolationLevel.Serializable,
      });
    });
    // those of the empty one tell of another history
    const checkpoints = checkpointsFile();
    if (existsSync(checkpoints)) await rename(checkpoints, `${checkpoints}.before-archive-${stampOf(now())}`);
    return { rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), editions: manifest.editions };
  } finally {
    await closeDb();
    release();
  }
}

async function refuseUnlessFitting(zip: Zip, manifest: ArchiveManifest): Promise<void> {
  const refuse = (why: string) => {
    throw new BackupFailed(`${why} Nothing was changed.`);
  };
  if (manifest.version !== ARCHIVE_VERSION)
    refuse(`The archive is of version ${manifest.version}, and this program reads ${ARCHIVE_VERSION}.`);
  const known = await knownMigrations();
  if (known.join() !== [...manifest.migrations].sort().join())
    refuse(
      "The archive is from another version of the program. Fill a Verbatim of that version with it and bring it up to date afterwards.",
    );
  const tables = archivedTables();
  if (
    [...tables].sort().join() !==
    manifest.tables
      .map(({ name }) => name)
      .sort()
      .join()
  )
    refuse("The archive does not hold the tables of this program.");
  const foreign = zip.names.find((name) => name !== MANIFEST && toldOf(manifest, name) === "");
  if (foreign !== undefined)
    refuse(`The archive holds ${JSON.stringify(foreign)}, of which it tells nothing.`);
  if (zip.names.length !== 1 + tables.length + manifest.editions) refuse("Files of the archive are missing.");
}

function refuseUsed(model: ModelName, count: number): void {
  if (count === 0) return;
  throw new BackupFailed(
    `This Verbatim is not empty: it holds a ${model.toLowerCase()}. An archive fills an empty one; start with a new data folder or database. Nothing was changed.`,
  );
}

async function fill(tx: Tx, zip: Zip, manifest: ArchiveManifest): Promise<void> {
  const tables = archivedTables();
  // on PostgreSQL a site may have started meanwhile
  for (const model of USED) refuseUsed(model, await countRecords(tx, model));
  for (const model of [...tables].reverse()) await tableOf(tx, model).deleteMany({});
  const texts = new Set<unknown>();
  for (const model of tables) {
    let count = 0;
    let batch: Row[] = [];
    const flush = async () => {
      if (batch.length > 0) await tableOf(tx, model).createMany({ data: batch }).catch(notTaken(model));
      batch = [];
    };
    for await (const row of rowsOf(zip, manifest, model)) {
      if (model === "Edition") texts.add(row.sha256);
      batch.push(model === "Edition" ? await withText(zip, row) : row);
      count += 1;
      if (batch.length === AT_ONCE) await flush();
    }
    await flush();
    const told = manifest.tables.find(({ name }) => name === model)?.rows;
    if (count !== told)
      throw new BackupFailed(`${model} has ${count} rows and ${told} are told of. Nothing was changed.`);
  }
  if (texts.size !== manifest.editions)
    throw new BackupFailed("It holds texts that are no edition of a source. Nothing was changed.");
  const head = await findHead(tx);
  if (head?.seq !== manifest.chain?.seq || head?.hash !== manifest.chain?.hash)
    throw new BackupFailed("Its record of changes does not end where the archive says. Nothing was changed.");
}

/** What the database does not take of a table is told without its rows, which nobody should find in a log. */
function notTaken(model: ModelName) {
  return (error: unknown) => {
    if (storageFailure(error) !== null) throw error;
    const why = `${tableFile(model)} holds what this program does not take: a column, a value or a row that it does not know.`;
    throw new BackupFailed(`${why} Nothing was changed.`, { cause: error });
  };
}

/** The rows of a table; once they are all read, the checksum is compared, before anything is kept. */
async function* rowsOf(zip: Zip, manifest: ArchiveManifest, model: ModelName): AsyncGenerator<Row> {
  const name = tableFile(model);
  const hash = createHash("sha256");
  const pieces = hashed(zip.pieces(name), hash);
  for await (const line of linesOf(pieces, name, LONGEST_LINE_UTF16)) yield rowOf(line, name);
  if (hash.digest("hex") !== toldOf(manifest, name)) throw notAsTold(name);
}

async function* hashed(pieces: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

function notAsTold(name: string): BackupFailed {
  return new BackupFailed(`${name} is not what the archive tells of it. Nothing was changed.`);
}

function rowOf(line: string, name: string): Row {
  const row = parsedJson(line);
  if (typeof row === "object" && row !== null && !Array.isArray(row)) return outOfArchive(row as Row);
  throw new BackupFailed(`${name} holds a line that is no row. Nothing was changed.`);
}

/** An edition with its text, which is what its checksum says. */
async function withText(zip: Zip, row: Row): Promise<Row> {
  const name = editionFile(String(row.sha256));
  if (zip.sizeOf(name) > MOST_TEXT_BYTES)
    throw new BackupFailed(`${name} is too large. Nothing was changed.`);
  const pieces: Buffer[] = [];
  for await (const piece of zip.pieces(name)) pieces.push(piece);
  const text = Buffer.concat(pieces);
  if (!isUtf8(text) || createHash("sha256").update(text).digest("hex") !== row.sha256) throw notAsTold(name);
  return { ...row, text: text.toString("utf8") };
}

interface Table {
  deleteMany(args: object): Promise<unknown>;
  createMany(args: { data: readonly Row[] }): Promise<unknown>;
}

function tableOf(tx: Tx, model: ModelName): Table {
  const name = model.charAt(0).toLowerCase() + model.slice(1);
  return (tx as unknown as Record<string, Table>)[name] as Table;
}
