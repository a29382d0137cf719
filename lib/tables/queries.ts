import { type Actor, assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { ownerOf } from "@/lib/proposals/server";
import { readBrought, type TableAsked } from "./brought";
import type { ReadTable, TableProblem } from "./model";
import { planTable } from "./plan";
import { readStoredTable } from "./reading";
import type { StoredTable } from "./storing";
import { readSaid, type SaidOfNames } from "./voices";

export type TableDetail = Awaited<ReturnType<typeof getTable>>;
export type TableListed = Awaited<ReturnType<typeof listTables>>[number];

/** How many rows and problems a page of a table shows. */
const MOST_SHOWN = { rows: 20, problems: 100, voices: 100 };

/** The actor's own tables that are not stored yet, newest first, at most 20. @throws {Forbidden} */
export async function listTables(actor: Actor) {
  assertCan(actor, "source:import");
  // StatementTable(ownerId, state, id)
  return db.statementTable.findMany({
    where: { ownerId: ownerOf(actor), state: "open" },
    select: { publicId: true, name: true, sizeBytes: true, createdAt: true },
    orderBy: { id: "desc" },
    take: 20,
  });
}

/**
 * A table as it would be stored: its columns, its first rows as statements, whom it names, and everything that is wrong with it.
 * Nothing is written. @throws {Forbidden} @throws {NotFound} also when it is somebody else's. @throws {Refused} when it is not read
 */
export async function getTable(actor: Actor, { tableId }: { tableId: string }) {
  assertCan(actor, "source:import");
  const { table, row } = await readStoredTable(actor, { tableId });
  const story = row.storyId
    ? await db.story.findUnique({ where: { id: row.storyId }, select: { slug: true, title: true } })
    : null;
  const { publicId, name, sha256, sizeBytes, version, createdAt } = row;
  return {
    ...{ publicId, name, sha256, sizeBytes, version, createdAt, story },
    ...(await toldOf(actor, table, readSaid(row.kinds), MOST_SHOWN.problems)),
  };
}

/** What `getTable` tells of a table that nobody keeps. @throws {Forbidden} @throws {Refused} when it is not read */
export async function lookAtTable(actor: Actor, asked: TableAsked) {
  assertCan(actor, "source:import");
  const { table, kinds } = await readBrought(actor, asked);
  return toldOf(actor, table, kinds, Number.POSITIVE_INFINITY);
}

async function toldOf(actor: Actor, table: ReadTable, said: SaidOfNames, mostProblems: number) {
  const plan = await planTable(db, actor, table, said);
  const problems = inOrder([...table.problems, ...plan.problems]);
  const of = (becomes: string) => plan.rows.filter((one) => one.becomes === becomes).length;
  const weighing = (weight: TableProblem["weight"]) =>
    table.counts[weight] + plan.problems.filter((one) => one.weight === weight).length;
  const voices = [...plan.voices.values()];
  const { kind, encoding, sheets, sheet, notices, choices, columns, rowCount } = table;
  return {
    ...{ kind, encoding, sheets, sheet, notices, choices, columns },
    counts: {
      ...{ rows: rowCount, new: of("new"), known: of("known"), double: of("double") },
      ...{ stop: weighing("stop"), care: weighing("care") },
      newSources: plan.origins.filter(({ known }) => known === null).length,
      knownSources: plan.origins.filter(({ known }) => known !== null).length,
      newSpeakers: voices.filter(({ settled }) => settled.how === "new").length,
      knownSpeakers: voices.filter(({ settled }) => settled.how === "known").length,
    },
    problems: problems.slice(0, mostProblems),
    allProblems: problems.length,
    rows: plan.rows.slice(0, MOST_SHOWN.rows).map(({ row: said, origin, voice, becomes, statementId }) => ({
      ...{ said, becomes, statementId },
      speaker:
        voice === null
          ? null
          : voice.settled.how === "new" || voice.settled.how === "known"
            ? { name: voice.settled.name, how: voice.settled.how }
            : { name: voice.printed, how: "asked" as const },
      source: { title: origin.known?.title ?? origin.title, publicId: origin.known?.publicId ?? null },
    })),
    /** Whom somebody has to say, and those of whom somebody said it, the first of them. */
    asked: voices
      .filter(({ settled, isSaid }) => settled.how === "asked" || isSaid)
      .slice(0, MOST_SHOWN.voices),
    askedCount: voices.filter(({ settled }) => settled.how === "asked").length,
    /** Who becomes a new speaker because their names show what they are. */
    shown: voices
      .flatMap(({ settled, isSaid }) => (settled.how === "new" && !isSaid ? [settled] : []))
      .slice(0, MOST_SHOWN.voices),
  };
}

/** What came of a table of the actor's that was stored; null while it is not. @throws {Forbidden} */
export async function findStoredTable(
  actor: Actor,
  { tableId }: { tableId: string },
): Promise<(StoredTable & { readonly name: string }) | null> {
  assertCan(actor, "source:import");
  const table = await db.statementTable.findFirst({
    where: { publicId: tableId, ownerId: ownerOf(actor), state: "stored" },
    select: { name: true, outcome: true },
  });
  return table && { ...(JSON.parse(table.outcome) as StoredTable), name: table.name };
}

/** What stops a table first, then by row. */
function inOrder(problems: readonly TableProblem[]): TableProblem[] {
  const rank = ({ weight }: TableProblem) => (weight === "stop" ? 0 : 1);
  return [...problems].sort((one, other) => rank(one) - rank(other) || one.row - other.row);
}
