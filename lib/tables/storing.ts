import { v7 as uuid } from "uuid";
import { readMarks, storeMarks } from "@/lib/articles";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { writeComments } from "@/lib/comments/server";
import { addMany, refreshStatistics, type Tx, transact } from "@/lib/db/server";
import { followEdition, lookAhead } from "@/lib/editions/server";
import { NotFound, type Refusal, Refused } from "@/lib/errors";
import { findOrCreateOutlet } from "@/lib/outlets/server";
import { keepMissingPassages } from "@/lib/passages/server";
import { indexMissing } from "@/lib/shingles/server";
import { addEdition, recordQuoted } from "@/lib/sources/server";
import { nameKey } from "@/lib/speakers";
import { createSpeakers, type SpeakerInput } from "@/lib/speakers/server";
import { captureStatements } from "@/lib/statements/server";
import { normaliseForMatching, parseDated } from "@/lib/text";
import type { ReadTable } from "./model";
import type { KnownOrigin, Origin } from "./origins";
import { claimTable, ownTable } from "./owned";
import { type PlannedRow, planTable } from "./plan";
import { readStoredTable } from "./reading";
import { quotedText } from "./text";
import { readSaid } from "./voices";

/** What storing a table came to. */
export interface StoredTable {
  readonly stored: number;
  /** Rows that the record held already, or that stand in the table twice. */
  readonly known: number;
  readonly sources: number;
  readonly speakers: number;
  /** The public id of the first statement that was stored. */
  readonly firstId: string | null;
}

/**
 * Stores the rows of a table as statements that nobody judged yet, with their sources and new speakers: all of them, or, when
 * anything stops one, none. Rows that the record holds are known again, so storing twice stores nothing twice.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when it was changed since `version` was read. @throws {Refused}
 */
export async function storeTable(
  actor: Actor,
  { tableId, version }: { tableId: string; version?: number },
): Promise<StoredTable> {
  for (const action of ["source:import", "statement:capture", "speaker:edit"] as const)
    assertCan(actor, action);
  // read before the transaction, which then holds up nobody for it
  const { table, row: before } = await readStoredTable(actor, { tableId });
  const outcome = await transact(async (tx) => {
    const held = await ownTable(tx, actor, tableId);
    await claimTable(tx, held.id, version ?? before.version);
    const plan = await planTable(tx, actor, table, readSaid(held.kinds));
    refuseStopped(table, plan.problems);
    const fresh = plan.rows.filter(({ becomes }) => becomes === "new");
    const places = await placeOrigins(tx, actor, plan.origins, fresh);
    const speakers = await makeSpeakers(tx, actor, fresh, places);
    const captured = await captureStatements(
      tx,
      actor,
      fresh.map((planned) => inputOf(planned, places, speakers, held.storyId)),
    );
    await addMany(
      tx,
      "TableRow",
      fresh.map(({ row }, index) => ({
        ...{ id: uuid(), tableId: held.id, number: row.number, headersKey: table.headersKey },
        ...{ rowKey: row.key, statementId: captured[index]?.id ?? "" },
      })),
    );
    await writeComments(
      tx,
      actor,
      fresh.flatMap(({ row }, index) =>
        row.note === "" ? [] : [{ statementId: captured[index]?.id ?? "", body: row.note }],
      ),
    );
    const result: StoredTable = {
      stored: fresh.length,
      known: plan.rows.length - fresh.length,
      sources: new Set(fresh.flatMap(({ origin }) => (origin.known === null ? [origin] : []))).size,
      speakers: new Set(speakers.values()).size,
      firstId: captured[0]?.publicId ?? null,
    };
    await tx.statementTable.update({
      where: { id: held.id },
      data: { state: "stored", outcome: JSON.stringify(result) },
    });
    await appendAudit(tx, {
      ...{ actor, action: "table.stored", subjectType: "table", subjectId: held.id },
      after: { tableId: held.publicId, name: held.name, sha256: held.sha256, ...result },
    });
    return result;
  });
  if (outcome.stored > 0) {
    // the index of words follows behind, in turns in which others write
    await indexMissing();
    await keepMissingPassages();
    if (outcome.stored >= MANY) await refreshStatistics();
  }
  return outcome;
}

const MANY = 200;

/** @throws {Refused} when anything of a table cannot be stored as it is: then nothing is. */
function refuseStopped({ counts, problems }: ReadTable, found: ReadTable["problems"]): void {
  const stops = found.filter(({ weight }) => weight === "stop");
  const count = counts.stop + stops.length;
  if (count === 0) return;
  const [first] = [...problems.filter(({ weight }) => weight === "stop"), ...stops];
  const where = first ? ` The first is in row ${first.row}: ${first.message}` : "";
  const refusal: Refusal = {
    rule: "table.stopped",
    message: `${count === 1 ? "One problem stops" : `${count.toLocaleString("en-GB")} problems stop`} this table. Nothing of it was stored.${where}`,
  };
  throw new Refused([refusal]);
}

interface Place {
  readonly sourceId: string;
  readonly publicId: string;
  readonly editionId: string | null;
  /** Where each row stands in the edition; of a text that was there before it is looked for. */
  readonly spans: ReadonlyMap<PlannedRow["row"], readonly [start: number, end: number]>;
}

/** A source with a text for every row that becomes a statement. */
async function placeOrigins(
  tx: Tx,
  actor: Actor,
  origins: readonly Origin[],
  fresh: readonly PlannedRow[],
): Promise<Map<Origin, Place>> {
  const rowsOf = new Map<Origin, PlannedRow["row"][]>();
  for (const { origin, row } of fresh) {
    const rows = rowsOf.get(origin);
    if (rows) rows.push(row);
    else rowsOf.set(origin, [row]);
  }
  const wanted = origins.filter((origin) => rowsOf.has(origin));
  const outlets = await outletsOf(
    tx,
    actor,
    wanted.filter(({ known }) => known === null),
  );
  const made = wanted.filter(({ known }) => known === null);
  const texts = made.map((origin) => quotedText(rowsOf.get(origin) ?? []));
  const recorded = await recordQuoted(
    tx,
    actor,
    made.map((origin, index) => {
      const publishedOn = parseDated(origin.said.publishedOn);
      const { text = "", pages = [] } = texts[index] ?? {};
      return {
        ...{ title: origin.title, outletId: outlets.get(origin.said.outlet) ?? null, text },
        ...{ address: origin.said.address, author: origin.said.author },
        ...{ publishedOn: publishedOn?.on ?? null, publishedOnPrecision: publishedOn?.precision ?? null },
        language: rowsOf.get(origin)?.[0]?.language ?? "en",
        marks: storeMarks({ times: [], pages }) || null,
      };
    }),
  );
  const places = new Map<Origin, Place>();
  for (const [index, origin] of made.entries()) {
    const { sourceId = "", publicId = "", editionId = "" } = recorded[index] ?? {};
    places.set(origin, { sourceId, publicId, editionId, spans: texts[index]?.spans ?? new Map() });
  }
  for (const origin of wanted) {
    if (origin.known === null) continue;
    places.set(origin, await placeIn(tx, actor, origin.known, rowsOf.get(origin) ?? []));
  }
  return places;
}

/**
 * Where rows stand in a source that is in the record: in its text, where they are looked for. A text that holds only what was
 * quoted before grows by those that it lacks, as another edition.
 */
async function placeIn(
  tx: Tx,
  actor: Actor,
  { id, publicId, edition }: KnownOrigin,
  rows: readonly PlannedRow["row"][],
): Promise<Place> {
  const place = { sourceId: id, publicId, editionId: edition?.id ?? null };
  if (edition === null) {
    const { text, spans, pages } = quotedText(rows);
    const marks = storeMarks({ times: [], pages }) || null;
    const { editionId } = await addEdition(tx, actor, { sourceId: id, text, marks, extent: "quoted" });
    return { ...place, editionId, spans };
  }
  if (edition.extent === null) return { ...place, spans: new Map() };
  const held = normaliseForMatching(edition.text);
  const lacking = rows.filter(({ wording }) => !held.includes(normaliseForMatching(wording)));
  if (lacking.length === 0) return { ...place, spans: new Map() };
  const { text, spans, pages } = quotedText(lacking, edition.text);
  // behind words of the last page, what names none would stand on it
  const isPaged = lacking.every(({ page }) => page !== null);
  const before = isPaged ? readMarks(edition.marks ?? "").pages : [];
  const marks = storeMarks({ times: [], pages: isPaged ? [...before, ...pages] : [] }) || null;
  // a few quotations: they are compared in no time
  const ahead = await lookAhead(tx, { sourceId: id, text });
  const grown = { sourceId: id, text, marks, extent: "quoted", counts: ahead.counts } as const;
  const { editionId } = await addEdition(tx, actor, grown);
  await followEdition(tx, actor, { sourceId: id, editionId, ahead });
  return { ...place, editionId, spans };
}

async function outletsOf(tx: Tx, actor: Actor, origins: readonly Origin[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { said } of origins) {
    if (said.outlet === "" || ids.has(said.outlet)) continue;
    ids.set(said.outlet, (await findOrCreateOutlet(tx, actor, said.outlet)).id);
  }
  return ids;
}

/** What makes two rows have one new speaker: the name; a voice without a name is that of its source. */
function speakerKey({ voice, origin }: PlannedRow, places: ReadonlyMap<Origin, Place>): string | null {
  if (voice?.settled.how !== "new") return null;
  const { kind, name } = voice.settled;
  return kind === "anonymous"
    ? `${nameKey(name)}\n${places.get(origin)?.sourceId}`
    : `${kind}\n${nameKey(name)}`;
}

/** The new speakers of rows, each made once; ids by `speakerKey`. */
async function makeSpeakers(
  tx: Tx,
  actor: Actor,
  fresh: readonly PlannedRow[],
  places: ReadonlyMap<Origin, Place>,
): Promise<Map<string, string>> {
  const inputs = new Map<string, SpeakerInput>();
  for (const planned of fresh) {
    const key = speakerKey(planned, places);
    const { voice, origin } = planned;
    if (key === null || voice?.settled.how !== "new" || inputs.has(key)) continue;
    const { name, kind } = voice.settled;
    const { outlet, publishedOn } = origin.said;
    // one unnamed official is not that of another article
    const heard = `In ${[outlet || "a source", publishedOn.slice(0, 10)].filter(Boolean).join(", ")} (${places.get(origin)?.publicId})`;
    inputs.set(key, { name, kind, description: kind === "anonymous" ? heard : "" });
  }
  const made = await createSpeakers(tx, actor, [...inputs.values()]);
  return new Map([...inputs.keys()].map((key, index) => [key, made[index]?.id ?? ""]));
}

function inputOf(
  planned: PlannedRow,
  places: ReadonlyMap<Origin, Place>,
  speakers: ReadonlyMap<string, string>,
  storyId: string | null,
) {
  const { row, origin, voice } = planned;
  const place = places.get(origin);
  if (place === undefined) throw new NotFound("The source");
  const saidOn = parseDated(row.saidOn);
  const [start, end] = place.spans.get(row) ?? [];
  const key = speakerKey(planned, places);
  const speakerId =
    voice?.settled.how === "known" ? voice.settled.speakerId : (speakers.get(key ?? "") ?? null);
  return {
    ...{ sourceId: place.sourceId, speakerId, storyId },
    ...{ wording: row.wording, form: row.form, language: row.language },
    ...{ originalWording: row.originalWording || null, originalLanguage: row.originalLanguage || null },
    ...{ attribution: row.speaker, roleThen: row.role },
    ...{ saidOn: saidOn?.on ?? null, saidOnPrecision: saidOn?.precision ?? null, saidOnNote: row.saidOnNote },
    ...{ place: row.place, event: row.event, addressee: row.addressee, context: row.context },
    anchor:
      place.editionId === null
        ? null
        : {
            editionId: place.editionId,
            // nothing beside it in such a text belongs to it
            ...(start === undefined || end === undefined
              ? {}
              : { startUtf16: start, endUtf16: end, contextStartUtf16: start, contextEndUtf16: end }),
          },
  };
}
