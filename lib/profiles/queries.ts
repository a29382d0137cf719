import type { Actor } from "@/lib/auth";
import { countedOnce, db, type Prisma } from "@/lib/db/server";
import { countContradicted } from "@/lib/relations/server";
import {
  isShutOut,
  listedStatements,
  listSealed,
  type Sealed,
  seesUnpublished,
  visibleStatements,
} from "@/lib/visibility/server";

/** Counts of what is held of one speaker, over the statements that a list shows the actor when no state is asked for. */
export interface Tally {
  readonly statements: number;
  readonly byForm: Readonly<Record<string, number>>;
  readonly sources: number;
  /** Statements with at least one verdict in force. */
  readonly checked: number;
  /** Statements that a contradiction stands against. */
  readonly contradicted: number;
  /** Statements that were retracted; the public finds them under that state, and the other counts leave them out. */
  readonly retracted: number;
}

/** How many statements of a speaker a list shows the actor when no state is asked for. */
export function countStatementsOf(actor: Actor, speakerId: string): Promise<number> {
  return db.statement.count({
    where: { AND: [{ speakerId }, visibleStatements(actor), listedStatements(actor)] },
  });
}

/** Counts what the actor sees of one speaker. */
export async function tallySpeaker(actor: Actor, speakerId: string): Promise<Tally> {
  const sees = isShutOut(actor) ? "nothing" : seesUnpublished(actor);
  return countedOnce(`tally ${speakerId} ${sees}`, () => countTally(actor, speakerId));
}

async function countTally(actor: Actor, speakerId: string): Promise<Tally> {
  const visible: Prisma.StatementWhereInput = { AND: [{ speakerId }, visibleStatements(actor)] };
  const theirs: Prisma.StatementWhereInput = { AND: [visible, listedStatements(actor)] };
  const [printed, checked, contradicted, retracted] = await Promise.all([
    countPrinted(actor, speakerId),
    db.statement.count({ where: { AND: [theirs, { verdicts: { some: { supersededAt: null } } }] } }),
    countContradicted(actor, speakerId),
    db.statement.count({ where: { AND: [visible, { state: "retracted" }] } }),
  ]);
  const statements = Object.values(printed.byForm).reduce((sum, count) => sum + count, 0);
  return { statements, ...printed, checked, contradicted, retracted };
}

/** How many listed statements of a speaker there are of each form, and in how many sources they stand. */
async function countPrinted(actor: Actor, speakerId: string): Promise<Pick<Tally, "byForm" | "sources">> {
  if (isShutOut(actor)) return { byForm: {}, sources: 0 };
  const listed = { speakerId, ...listedStatements(actor) };
  const [forms, sources, sealed] = await Promise.all([
    // Statement(speakerId, sourceId, state, form), and no row
    db.statement.groupBy({ by: ["form"], where: listed, _count: { _all: true } }),
    // the same index, asked once for each source: a row for each source and form would be thousands
    db.source.count({ where: { statements: { some: listed } } }),
    listSealed(actor),
  ]);
  const hidden = sealed.filter((one) => one.speakerId === speakerId);
  const byForm: Record<string, number> = {};
  for (const { form, _count } of forms) {
    const count = _count._all - hidden.filter((one) => one.form === form).length;
    if (count > 0) byForm[form] = count;
  }
  return { byForm, sources: sources - (await countSilenced(listed, hidden)) };
}

// below the bound variables that either engine takes in one query
const CHUNK = 500;

/** In how many sources everything that is asked for is sealed. */
async function countSilenced(listed: Prisma.StatementWhereInput, hidden: readonly Sealed[]): Promise<number> {
  const ids = [...new Set(hidden.map(({ sourceId }) => sourceId))];
  let silenced = 0;
  for (let from = 0; from < ids.length; from += CHUNK) {
    const counted = await db.statement.groupBy({
      by: ["sourceId"],
      where: { ...listed, sourceId: { in: ids.slice(from, from + CHUNK) } },
      _count: { _all: true },
    });
    silenced += counted.filter(
      (one) => one._count._all === hidden.filter(({ sourceId }) => sourceId === one.sourceId).length,
    ).length;
  }
  return silenced;
}
