import { createHash, type Hash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { findHead } from "@/lib/audit/server";
import {
  db,
  engineOf,
  inFillingOrder,
  type ModelName,
  Prisma,
  pageOfRecords,
  type Row,
  type Tx,
} from "@/lib/db/server";
import { now } from "@/lib/env";
import { env } from "@/lib/env/server";
import { migrationsFolder } from "@/lib/migrations/server";
import { openZip, type Zip, type ZipFile, zipOf } from "@/lib/zip/server";
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type ArchiveManifest,
  archiveManifestSchema,
  editionFile,
  MANIFEST,
  tableFile,
} from "./archive-model";
import { BackupFailed } from "./model";

// what lapses by itself, and what somebody typed and has not stored: theirs alone
const LEFT_OUT: readonly ModelName[] = ["Session", "Verification", "RateLimit", "Sending", "FormDraft"];
const PAGE = 500;
const A_DAY_MS = 24 * 60 * 60 * 1000;

/** The tables of an archive, in the order in which they are filled. */
export function archivedTables(): ModelName[] {
  return inFillingOrder(Object.values(Prisma.ModelName).filter((model) => !LEFT_OUT.includes(model)));
}

export interface ArchiveMade {
  readonly file: string;
  readonly rows: number;
  readonly editions: number;
}

/**
 * Writes all that the desk holds, as it stands at one moment, into a zip that needs neither database nor program to be read:
 * a table a file of JSON Lines, an edition a text file, and a manifest with their checksums. Read back before it has its name.
 * @throws {BackupFailed} and leaves no file.
 */
export async function writeArchive(to: string): Promise<ArchiveMade> {
  if (await stat(to).catch(() => null)) throw new BackupFailed(`${to} is there already. Name another file.`);
  const draft = `${to}.part`;
  // a file that stands there keeps who may read it, and a link leads elsewhere
  await rm(draft, { force: true });
  try {
    await db.$transaction(
      async (tx) => {
        const file = createWriteStream(draft, { flags: "wx", mode: 0o600, flush: true });
        await pipeline(Readable.from(zipOf(filesOf(tx), now()), { objectMode: true }), file);
      },
      // one moment on either engine, for as long as it takes
      { timeout: A_DAY_MS, maxWait: 60_000, isolationLevel: Prisma.TransactionIsolationLevel.Serializable },
    );
    const { manifest } = await withArchive(draft, async (zip, told) => {
      for (const name of zip.names) await assertWhole(zip, name, told);
    });
    await rename(draft, to);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { file: to, rows, editions: manifest.editions };
  } finally {
    await rm(draft, { force: true });
  }
}

async function* filesOf(tx: Tx): AsyncGenerator<ZipFile> {
  const tables: ArchiveManifest["tables"] = [];
  for (const model of archivedTables()) {
    const told = { rows: 0, hash: createHash("sha256") };
    yield { name: tableFile(model), pieces: linesOf(tx, model, told) };
    tables.push({ name: model, rows: told.rows, sha256: told.hash.digest("hex") });
  }
  let editions = 0;
  for await (const sha256 of textsOf(tx)) {
    editions += 1;
    const edition = await tx.edition.findFirstOrThrow({ where: { sha256 }, select: { text: true } });
    yield { name: editionFile(sha256), pieces: [edition.text] };
  }
  const manifest: ArchiveManifest = {
    ...{ format: ARCHIVE_FORMAT, version: ARCHIVE_VERSION, madeAt: now().toISOString() },
    migrations: await knownMigrations(),
    chain: await findHead(tx).then((head) => (head ? { seq: head.seq, hash: head.hash } : null)),
    ...{ tables, editions },
  };
  yield { name: MANIFEST, pieces: [`${JSON.stringify(manifest, null, 2)}\n`] };
}

async function* eachRow(tx: Tx, model: ModelName): AsyncGenerator<Row> {
  let after: Row | null = null;
  for (;;) {
    const page: Row[] = await pageOfRecords(tx, model, { after, take: PAGE });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last;
  }
}

/** The rows of a table, a line each; of an edition without its text, which is a file of its own. */
async function* linesOf(tx: Tx, model: ModelName, told: { rows: number; hash: Hash }) {
  for await (const row of eachRow(tx, model)) {
    const { text: _, ...withoutText } = row;
    const line = `${JSON.stringify(withBytes(model === "Edition" ? withoutText : row))}\n`;
    told.rows += 1;
    told.hash.update(line);
    yield line;
  }
}

/** A row whose bytes are written as text, which `outOfArchive` reads again. */
function withBytes(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value,
    ]),
  );
}

/** A row of an archive as it is stored: no column but one of bytes holds anything within it. */
export function outOfArchive(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const { base64 } = (value ?? {}) as { base64?: unknown };
      return [column, typeof base64 === "string" ? Uint8Array.from(Buffer.from(base64, "base64")) : value];
    }),
  );
}

/** The checksums of the texts, each once: a text may be an edition of two sources. */
async function* textsOf(tx: Tx): AsyncGenerator<string> {
  let after = "";
  for (;;) {
    // Edition(sha256)
    const page: { sha256: string }[] = await tx.edition.findMany({
      where: { sha256: { gt: after } },
      select: { sha256: true },
      distinct: ["sha256"],
      orderBy: [{ sha256: "asc" }, { id: "asc" }],
      take: PAGE,
    });
    for (const { sha256 } of page) yield sha256;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.sha256;
  }
}

/** The names of the migrations that this program knows. */
export async function knownMigrations(): Promise<string[]> {
  const names = await readdir(path.join(migrationsFolder(), engineOf(env().databaseUrl)));
  return names.filter((name) => /^\d/u.test(name)).sort();
}

// more than any newsroom writes: what is beyond is no archive
const LIMITS = { mostFiles: 20_000_000, mostBytes: 500_000_000_000 };
const MOST_MANIFEST_BYTES = 4 * 1024 * 1024;

/** Opens an archive, reads its manifest and does `work` with both. @throws {BackupFailed} in words about the file */
export async function withArchive<T>(
  file: string,
  work: (zip: Zip, manifest: ArchiveManifest) => Promise<T>,
): Promise<{ manifest: ArchiveManifest; result: T }> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new BackupFailed(`There is no file ${file}.`);
  const handle = await open(file, "r");
  try {
    const read = async (start: number, length: number) => {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, found.size - start)));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, start);
      return buffer.subarray(0, bytesRead);
    };
    const zip = await openZip({ size: found.size, read }, LIMITS);
    const manifest = await readManifest(zip);
    return { manifest, result: await work(zip, manifest) };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ZipRefused") throw error;
    throw new BackupFailed(`${file} is damaged or no archive: ${error.message} Nothing was changed.`);
  } finally {
    await handle.close();
  }
}

async function readManifest(zip: Zip): Promise<ArchiveManifest> {
  const refuse = (why: string): never => {
    throw new BackupFailed(`This is no archive of Verbatim: ${why} Nothing was changed.`);
  };
  if (!zip.names.includes(MANIFEST)) return refuse(`it has no ${MANIFEST}.`);
  if (zip.sizeOf(MANIFEST) > MOST_MANIFEST_BYTES) return refuse(`its ${MANIFEST} is too large.`);
  const pieces: Buffer[] = [];
  for await (const piece of zip.pieces(MANIFEST)) pieces.push(piece);
  const parsed = archiveManifestSchema.safeParse(parsedJson(Buffer.concat(pieces).toString("utf8")));
  if (!parsed.success) return refuse(`its ${MANIFEST} cannot be read.`);
  return parsed.data;
}

export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads a file through and compares its checksum with the one that is told of it. @throws {BackupFailed} */
async function assertWhole(zip: Zip, name: string, manifest: ArchiveManifest): Promise<void> {
  const hash = createHash("sha256");
  for await (const piece of zip.pieces(name)) hash.update(piece);
  const told = toldOf(manifest, name);
  if (told !== null && hash.digest("hex") !== told)
    throw new BackupFailed(`${name} is not what the archive tells of it. Nothing was changed.`);
}

/** The checksum that an archive tells of one of its files; null of the manifest itself. */
export function toldOf({ tables }: ArchiveManifest, name: string): string | null {
  if (name === MANIFEST) return null;
  const table = tables.find((one) => tableFile(one.name) === name);
  return table?.sha256 ?? /^editions\/([0-9a-f]{64})\.txt$/u.exec(name)?.[1] ?? "";
}
