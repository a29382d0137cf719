import { type Actor, assertCan } from "@/lib/auth";
import { db, type Prisma, type Tx } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import {
  COUNT_LIMIT,
  type Count,
  countedTo,
  cursorOf,
  olderThan,
  type PageRequest,
  takeOf,
} from "@/lib/paging";
import { parseQuery, phraseOf, type Term } from "@/lib/query";
import { FALLEN_STATES } from "@/lib/statements";
import { WORDED } from "@/lib/statements/server";
import { foldForSearch } from "@/lib/text";
import {
  isShutOut,
  seesUnpublished,
  visibleClaims,
  visibleStatements,
  visibleStories,
} from "@/lib/visibility/server";
import { POSITIONS_FROM } from "./model";

export type ClaimRow = Awaited<ReturnType<typeof listClaims>>["items"][number];
export type ClaimDetail = Awaited<ReturnType<typeof getClaim>>;

/** The visible claims, and the withdrawn ones, whose address answers with the notice. */
export function addressedClaims(actor: Actor): Prisma.ClaimWhereInput {
  // an empty part of an OR is no part of it, so the desk is told apart first
  if (seesUnpublished(actor) || isShutOut(actor)) return visibleClaims(actor);
  return { OR: [visibleClaims(actor), { state: "withdrawn" }] };
}

/** One page of claims, newest first, with how many visible statements take which position; `q` is words in their order. */
export async function listClaims(actor: Actor, { q = "" }: { q?: string } = {}, page: PageRequest = {}) {
  const take = takeOf(page);
  // Claim(createdAt, id)
  const found = await db.claim.findMany({
    where: { AND: [...claimsAskedFor(actor, q), olderThan("createdAt", page.after)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: take + 1,
    select: {
      id: true,
      slug: true,
      proposition: true,
      state: true,
      createdAt: true,
      positions: { where: standing(actor), select: { stance: true }, orderBy: { id: "asc" } },
      verdicts: FOUND,
    },
  });
  const items = found
    .slice(0, take)
    .map(({ verdicts, ...claim }) => ({ ...claim, found: verdicts[0] ?? null }));
  const last = found.length > take ? items.at(-1) : undefined;
  return { items, next: last ? cursorOf(last.createdAt, last.id) : null };
}

/** What was found of its truth, which goes with a proposition wherever it is listed: alone it would pass for the desk's own words. */
export const FOUND = {
  where: { axis: "true", supersededAt: null },
  orderBy: [{ givenAt: "desc" }, { id: "desc" }],
  select: { asOf: true, scaleLabel: { select: { label: true, icon: true } } },
} as const satisfies Prisma.Claim$verdictsArgs;

/** How many claims match, counted up to `COUNT_LIMIT`. */
export async function countClaims(actor: Actor, { q = "" }: { q?: string } = {}): Promise<Count> {
  const where = { AND: claimsAskedFor(actor, q) };
  return countedTo(await db.claim.count({ where, take: COUNT_LIMIT + 1 }));
}

/** The words of a search as a statement's are understood; claims have no fields, and a text that names one is its words. */
function claimsAskedFor(actor: Actor, q: string): Prisma.ClaimWhereInput[] {
  const read = parseQuery(q);
  const groups = "query" in read ? read.query.all : [];
  const isWords = "query" in read && groups.flat().every(({ kind }) => kind === "words");
  const whole = foldForSearch(q);
  if (!isWords) return [visibleClaims(actor), whole === "" ? {} : { propositionKey: { contains: whole } }];
  return [visibleClaims(actor), ...groups.map((terms) => ({ OR: terms.map(worded) }))];
}

function worded(term: Term): Prisma.ClaimWhereInput {
  if (term.kind !== "words") return {};
  const says =
    term.words.length === 0
      ? { propositionKey: { contains: foldForSearch(term.typed) } }
      : { searchKey: { contains: phraseOf(term) } };
  return term.isNot ? { NOT: says } : says;
}

/** One claim with every standing position by a visible statement, in the order in which they were said. @throws {NotFound} */
export async function getClaim(actor: Actor, slug: string) {
  const claim = await db.claim.findFirst({
    where: { AND: [{ slug }, addressedClaims(actor)] },
    select: {
      id: true,
      slug: true,
      proposition: true,
      note: true,
      state: true,
      version: true,
      createdById: true,
      createdAt: true,
      positions: {
        where: standing(actor),
        orderBy: [{ statement: { occurredAt: "asc" } }, { statement: { id: "asc" } }, { id: "asc" }],
        select: { id: true, stance: true, note: true, takenAt: true, statement: { select: STATEMENT } },
      },
      stories: {
        where: { story: visibleStories(actor) },
        orderBy: [{ story: { createdAt: "asc" } }, { storyId: "asc" }],
        select: { story: { select: { slug: true, title: true } } },
      },
    },
  });
  if (!claim) throw new NotFound(`Claim ${slug}`);
  // of a withdrawn claim the public reads the notice: nobody takes a position on it any more
  if (claim.state === "withdrawn" && !seesUnpublished(actor)) {
    return { ...claim, note: "", positions: [], stories: [] };
  }
  return claim;
}

/**
 * The positions taken on former words of a claim, which are asked for again, in the order in which they were said.
 * @throws {Forbidden}
 */
export async function listLapsedPositions(actor: Actor, claimId: string) {
  assertCan(actor, "position:take");
  return db.position.findMany({
    where: { claimId, lapsedAt: { not: null } },
    orderBy: [{ statement: { occurredAt: "asc" } }, { id: "asc" }],
    select: { id: true, stance: true, note: true, lapsedAt: true, statement: { select: STATEMENT } },
  });
}

/** The standing positions of one statement, newest first. */
export async function listPositionsOf(actor: Actor, statementId: string) {
  return db.position.findMany({
    where: {
      statementId,
      supersededAt: null,
      statement: visibleStatements(actor),
      claim: visibleClaims(actor),
    },
    orderBy: [{ takenAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      stance: true,
      note: true,
      takenAt: true,
      claim: { select: { id: true, slug: true, proposition: true } },
    },
  });
}

/** How many positions of a statement are on record behind `POSITIONS_FROM`, in force or not: what a form was drawn over. */
export async function countPositionsTaken(actor: Actor, statementId: string): Promise<number> {
  assertCan(actor, "statement:read_unpublished");
  // Position(statementId, supersededAt)
  return POSITIONS_FROM + (await db.position.count({ where: { statementId } }));
}

/** How often a position on a claim was taken or gave way: whoever publishes the claim says how often when they read it. */
export async function countPositionSaves(actor: Actor, claimId: string): Promise<number> {
  assertCan(actor, "statement:publish");
  return positionSavesIn(db, claimId);
}

/** `countPositionSaves` as a transaction reads it. */
export async function positionSavesIn(tx: Pick<Tx, "position">, claimId: string): Promise<number> {
  // Position(claimId, supersededAt)
  const { _count } = await tx.position.aggregate({
    where: { claimId },
    _count: { _all: true, supersededAt: true },
  });
  return _count._all + _count.supersededAt;
}

/** The standing positions of many statements by their internal ids, newest first. */
export async function listPositionsOfEach(actor: Actor, statementIds: readonly string[]) {
  // Position(statementId, supersededAt)
  return db.position.findMany({
    where: {
      statementId: { in: [...statementIds] },
      supersededAt: null,
      statement: visibleStatements(actor),
      claim: visibleClaims(actor),
    },
    orderBy: [{ takenAt: "desc" }, { id: "desc" }],
    select: {
      statementId: true,
      stance: true,
      note: true,
      claim: { select: { slug: true, proposition: true } },
    },
  });
}

const STATEMENT = {
  ...WORDED,
  publicId: true,
  roleThen: true,
  attribution: true,
  saidOn: true,
  saidOnPrecision: true,
  saidOnNote: true,
  occurredAt: true,
  addressee: true,
  event: true,
  place: true,
  speaker: { select: { slug: true, name: true, kind: true } },
  source: { select: { publishedOn: true, publishedOnPrecision: true } },
} as const satisfies Prisma.StatementSelect;

/** The positions that count: in force, and taken by a statement that stands. */
function standing(actor: Actor): Prisma.PositionWhereInput {
  return {
    supersededAt: null,
    statement: { AND: [visibleStatements(actor), { state: { notIn: [...FALLEN_STATES] } }] },
  };
}
