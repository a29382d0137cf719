import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { getStoryId, ownerOf } from "@/lib/proposals/server";
import type { SpeakerKind } from "@/lib/speakers";
import { freePrintableId } from "@/lib/text";
import { readTableApart } from "./apart";
import { readBrought, refuseSize, type TableAsked, withShown } from "./brought";
import type { TableChoices } from "./model";
import { claimTable, ownTable } from "./owned";
import { readStoredTable } from "./reading";
import { meaningsOf, writeChoices } from "./remembered";
import { readSaid } from "./voices";

const packing = promisify(gzip);

/** A file of rows as it arrived, or what was pasted. */
export interface BroughtTable extends TableAsked {
  readonly name: string;
  /** The slug of the story that the statements go into; empty for none. */
  readonly story?: string;
}

/**
 * Keeps a table with what its columns seem to mean until it is stored: as columns of the same names were meant the last time, else as
 * their names and their cells show. The same file that waits already is that one. @throws {Forbidden} @throws {Refused} at the field `file`, when it cannot be read
 */
export async function bringTable(
  actor: Actor,
  { name, story = "", ...asked }: BroughtTable,
): Promise<{ tableId: string }> {
  assertCan(actor, "source:import");
  const { bytes, sheet = "" } = asked;
  const { table, kinds } = await readBrought(actor, asked);
  const packed = Uint8Array.from(await packing(bytes));
  const own = { ownerId: ownerOf(actor), sha256: createHash("sha256").update(bytes).digest("hex") };
  return transact(async (tx) => {
    const waiting = await tx.statementTable.findFirst({
      where: { ...own, state: "open" },
      select: { publicId: true },
      orderBy: { id: "asc" },
    });
    if (waiting) return { tableId: waiting.publicId };
    const publicId = await freePublicId(tx);
    const made = await tx.statementTable.create({
      data: {
        ...{ ...own, publicId, name: name.slice(0, 300), packed, sheet, sizeBytes: bytes.length },
        ...{ headersKey: table.headersKey, choices: writeChoices(table) },
        ...{ kinds: JSON.stringify(kinds), storyId: await getStoryId(tx, story), createdAt: now() },
      },
      select: { id: true, name: true, sha256: true, sizeBytes: true },
    });
    const { id, ...after } = made;
    await appendAudit(tx, {
      ...{ actor, action: "table.brought", subjectType: "table", subjectId: id },
      after: { tableId: publicId, ...after, rows: table.rowCount },
    });
    return { tableId: publicId };
  });
}

/** What a person says of a table: the sheet, what its columns mean, and what its speakers are. */
export interface TableSaid {
  readonly tableId: string;
  readonly version: number;
  readonly sheet?: string;
  readonly choices: Partial<TableChoices>;
  readonly story?: string;
  /** Of names whose bearer nothing shows: a kind for a new speaker, or the known one by id; by key. */
  readonly speakers?: Readonly<
    Record<string, { readonly kind: SpeakerKind } | { readonly speakerId: string } | null>
  >;
}

/** Records what a table means. Another sheet or row of names is guessed anew. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function sayTable(actor: Actor, said: TableSaid): Promise<void> {
  assertCan(actor, "source:import");
  const { row, table: former, bytes } = await readStoredTable(actor, said);
  const sheet = said.sheet ?? row.sheet;
  const isAnother =
    sheet !== row.sheet || (said.choices.headerRow ?? former.choices.headerRow) !== former.choices.headerRow;
  const { columns, ...rest } = { ...former.choices, ...said.choices };
  if (isAnother && sheet !== row.sheet) Reflect.deleteProperty(rest, "headerRow");
  const table = await readTableApart({
    ...{ bytes, sheet, remembered: [] },
    said: isAnother ? rest : { ...rest, columns },
  }).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    // the file was read before: what was said is what leaves nothing of it
    const field = sheet === row.sheet ? "headerRow" : "sheet";
    throw new Refused(error.refusals.map((refusal) => ({ ...refusal, field })));
  });
  const before = { ...readSaid(row.kinds) };
  for (const [key, one] of Object.entries(said.speakers ?? {})) {
    const held = before[key];
    if (one === null) continue;
    before[key] = {
      ...{ name: held?.name ?? null, isSaid: true },
      ...("kind" in one ? { kind: one.kind, speakerId: null } : { kind: null, speakerId: one.speakerId }),
    };
  }
  const kinds = await withShown(actor, table, before);
  await transact(async (tx) => {
    const { id } = await ownTable(tx, actor, said.tableId);
    await claimTable(tx, id, said.version);
    await tx.statementTable.update({
      where: { id },
      data: {
        ...{ sheet, headersKey: table.headersKey, choices: writeChoices(table) },
        kinds: JSON.stringify(kinds),
        ...(said.story === undefined ? {} : { storyId: await getStoryId(tx, said.story) }),
      },
    });
  });
}

/** Takes a mended file in the place of the one that was brought; what was said of it stays. @throws {Forbidden} @throws {NotFound} @throws {Refused} */
export async function replaceTable(
  actor: Actor,
  {
    tableId,
    version,
    bytes,
    name,
  }: Pick<BroughtTable, "bytes" | "name"> & { tableId: string; version: number },
): Promise<void> {
  assertCan(actor, "source:import");
  refuseSize(bytes);
  const { row, table: former } = await readStoredTable(actor, { tableId });
  const isThere = (sheets: readonly string[]) => row.sheet === "" || sheets.includes(row.sheet);
  const first = await readTableApart({ bytes, sheet: "", said: {}, remembered: [] });
  const sheet = isThere(first.sheets) ? row.sheet : "";
  const { columns, headerRow: _, ...rest } = former.choices;
  const guessed = await readTableApart({ bytes, sheet, said: rest, remembered: meaningsOf(former) });
  // where no column has a name, its place tells which it is
  const isNameless = former.headersKey === "" && guessed.headersKey === "";
  const table = isNameless
    ? await readTableApart({ bytes, sheet, said: { ...rest, columns }, remembered: [] })
    : guessed;
  const kinds = await withShown(actor, table, readSaid(row.kinds));
  const packed = Uint8Array.from(await packing(bytes));
  await transact(async (tx) => {
    const { id } = await ownTable(tx, actor, tableId);
    await claimTable(tx, id, version);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    await tx.statementTable.update({
      where: { id },
      data: {
        ...{ name: name.slice(0, 300), sha256, sizeBytes: bytes.length, packed, sheet },
        ...{ headersKey: table.headersKey, choices: writeChoices(table), kinds: JSON.stringify(kinds) },
      },
    });
    await appendAudit(tx, {
      ...{ actor, action: "table.replaced", subjectType: "table", subjectId: id },
      ...{
        before: { sha256: row.sha256 },
        after: { tableId, sha256, sizeBytes: bytes.length, rows: table.rowCount },
      },
    });
  });
}

/** Puts a table away; nothing of it was stored, and its file goes. @throws {Forbidden} @throws {NotFound} */
export async function discardTable(actor: Actor, { tableId }: { tableId: string }): Promise<void> {
  assertCan(actor, "source:import");
  await transact(async (tx) => {
    const { id, publicId } = await ownTable(tx, actor, tableId);
    // no save is counted: what nobody said of its columns is not remembered
    const data = { state: "discarded", packed: new Uint8Array() };
    await tx.statementTable.update({ where: { id }, data });
    await appendAudit(tx, {
      ...{ actor, action: "table.discarded", subjectType: "table", subjectId: id },
      before: { tableId: publicId },
    });
  });
}

const freePublicId = (tx: Tx) =>
  freePrintableId("tab", (publicId) =>
    tx.statementTable.findUnique({ where: { publicId }, select: { id: true } }),
  );
