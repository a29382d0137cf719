import { placeAt, readMarks } from "@/lib/articles";
import type { Actor } from "@/lib/auth";
import { atLeisure, db, type Prisma } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { cursorOf, olderThan, type PageRequest, takeOf } from "@/lib/paging";
import { sourcesWithHidden, titlesFor } from "@/lib/sources/server";
import {
  DECIDED_RELATIONS,
  seesUnpublished,
  visibleEditions,
  visibleStatements,
} from "@/lib/visibility/server";
import type { Typed } from "./asked";
import { WORDED } from "./company";
import { NEWEST_OCCASION_FIRST } from "./counted";
import { askedFor } from "./listed";
import type { StatementFilter } from "./model";
import { getTextAround, readableAnchor, visibleHops } from "./readable";

export type StatementRow = Awaited<ReturnType<typeof listStatements>>["items"][number];
export type StatementDetail = Awaited<ReturnType<typeof getStatement>>;

const OLDEST_FIRST = [{ createdAt: "asc" }, { id: "asc" }] as const;

/**
 * One page of the statements that the actor may see, newest occasion first, and `next` for the page after it.
 * @throws {Refused} when `after` is not a `next` that this list gave.
 */
export async function listStatements(
  actor: Actor,
  filter: StatementFilter = {},
  page: PageRequest = {},
  typed?: Typed,
) {
  const take = takeOf(page);
  const { where } = await askedFor(actor, filter, undefined, typed);
  // Statement(occurredAt, id), and the same behind speakerId, state, storyId, sourceId and form
  const found = await db.statement.findMany({
    where: { AND: [where, olderThan("occurredAt", page.after)] },
    orderBy: [...NEWEST_OCCASION_FIRST],
    take: take + 1,
    select: rowOf(actor),
  });
  const items = await readable(actor, found.slice(0, take).map(toRow));
  const last = found.length > take ? items.at(-1) : undefined;
  return { items, next: last ? cursorOf(last.occurredAt, last.id) : null };
}

/** The statements published last, newest first: of each voice its newest, so that no article fills the list alone. */
export async function listNewestPublished(actor: Actor, { take }: { take: number }) {
  // Statement(state, publishedAt, id)
  const newest = await db.statement.findMany({
    where: { AND: [visibleStatements(actor), { state: "published" }] },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: take * LOOKED_THROUGH,
    select: { id: true, speakerId: true },
  });
  const heard = new Set<string>();
  const firsts = newest.filter(({ id, speakerId }) => {
    const voice = speakerId ?? id;
    return !heard.has(voice) && heard.add(voice);
  });
  const ids = firsts.slice(0, take).map(({ id }) => id);
  const found = await db.statement.findMany({
    where: { AND: [visibleStatements(actor), { id: { in: ids } }] },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    select: rowOf(actor),
  });
  return readable(actor, found.map(toRow));
}

// one article often gives many statements by one person, and they are published one after the other
const LOOKED_THROUGH = 10;

/** So many rows of a list without end are made in one go: nothing else is answered while they are. */
const ROWS_AT_ONCE = 50;

/** Every statement that matches, newest occasion first, a page at a time as the caller asks for more. */
export async function* eachStatementPage(
  actor: Actor,
  filter: StatementFilter = {},
): AsyncGenerator<readonly StatementRow[]> {
  let after: string | undefined;
  do {
    const from = after;
    const page = await atLeisure(() => listStatements(actor, filter, { after: from, take: ROWS_AT_ONCE }));
    yield page.items;
    after = page.next ?? undefined;
  } while (after !== undefined);
}

/**
 * One statement with all that its page shows.
 * @throws {NotFound} also when the actor may not see it.
 */
export async function getStatement(actor: Actor, publicId: string) {
  const found = await db.statement.findFirst({
    where: { AND: [{ publicId }, visibleStatements(actor)] },
    select: detailOf(actor),
  });
  if (!found) throw new NotFound(`Statement ${publicId}`);
  const { source, corrections, retractions, ...rest } = found;
  const titled = await titlesFor(actor, [source]);
  const isBesideHidden = (await sourcesWithHidden(actor, [source.publicId])).size > 0;
  const anchors = found.anchors.map(({ edition: { marks, ...edition }, ...anchor }) => ({
    ...readableAnchor({ ...anchor, edition }, isBesideHidden),
    /** The page that it is printed on, or the moment of the recording at which it is said. */
    stands: placeAt(readMarks(marks ?? ""), anchor.startUtf16),
  }));
  return {
    ...rest,
    ...toRow(found),
    ...{ source: titled(source), corrections, retractions },
    hops: await visibleHops(actor, found.hops),
    anchor: anchors[0] ?? null,
    anchors,
    around: await getTextAround(actor, found.sourceId, anchors[0]),
  };
}

function rowOf(actor: Actor) {
  const isAll = seesUnpublished(actor);
  const decided = { state: isAll ? { not: "rejected" } : { in: [...DECIDED_RELATIONS] } };
  const other = {
    select: {
      publicId: true,
      form: true,
      saidOn: true,
      saidOnPrecision: true,
      occurredAt: true,
      attribution: true,
      speaker: { select: { name: true, slug: true } },
      source: { select: { publishedOn: true, publishedOnPrecision: true } },
    },
  } as const;
  const relation = { publicId: true, type: true, state: true, resolution: true } as const;
  return {
    ...WORDED,
    id: true,
    publicId: true,
    editMarks: true,
    attribution: true,
    roleThen: true,
    cue: true,
    addressee: true,
    saidOn: true,
    saidOnPrecision: true,
    saidOnNote: true,
    place: true,
    event: true,
    context: true,
    publishedVersion: true,
    publishedAt: true,
    occurredAt: true,
    speaker: { select: { id: true, slug: true, name: true, kind: true, nameParts: true } },
    source: {
      select: {
        publicId: true,
        title: true,
        kind: true,
        titleRomanised: true,
        titleTranslated: true,
        address: true,
        archiveAddress: true,
        author: true,
        authorNames: true,
        language: true,
        publishedOn: true,
        publishedOnPrecision: true,
        outlet: { select: { name: true, slug: true, kind: true } },
      },
    },
    story: { select: { slug: true, title: true, withdrawnAt: true } },
    anchors: {
      orderBy: { edition: { number: "desc" } },
      take: 1,
      select: {
        state: true,
        startUtf16: true,
        endUtf16: true,
        exact: true,
        prefix: true,
        suffix: true,
        pieces: true,
        explanation: true,
        edition: { select: { id: true, number: true, sha256: true, retrievedAt: true } },
      },
    },
    assessments: {
      where: { supersededAt: null },
      take: 1,
      select: { reliability: true, credibility: true, attributionTerms: true },
      orderBy: { id: "asc" },
    },
    verdicts: {
      where: { supersededAt: null },
      orderBy: [{ givenAt: "asc" }, { id: "asc" }],
      select: { axis: true, value: true, scaleLabel: { select: { label: true } } },
    },
    relationsFrom: {
      where: { ...decided, to: visibleStatements(actor) },
      orderBy: [...OLDEST_FIRST],
      select: { ...relation, to: other },
    },
    relationsTo: {
      where: { ...decided, from: visibleStatements(actor) },
      orderBy: [...OLDEST_FIRST],
      select: { ...relation, from: other },
    },
  } satisfies Prisma.StatementSelect;
}

function toRow({
  anchors,
  assessments,
  relationsFrom,
  relationsTo,
  story,
  verdicts,
  ...row
}: Prisma.StatementGetPayload<{ select: ReturnType<typeof rowOf> }>) {
  return {
    ...row,
    // a withdrawn story holds nothing for a reader
    story: story?.withdrawnAt ? null : story,
    anchor: anchors[0] ?? null,
    grade: assessments[0] ?? null,
    verdicts: verdicts.map(({ axis, value, scaleLabel }) => ({
      axis,
      value,
      label: scaleLabel?.label ?? null,
    })),
    ties: [
      ...relationsFrom.map(({ to, ...tie }) => ({ ...tie, isFrom: true, other: to })),
      ...relationsTo.map(({ from, ...tie }) => ({ ...tie, isFrom: false, other: from })),
    ],
  };
}

function detailOf(actor: Actor) {
  const row = rowOf(actor);
  const isAll = seesUnpublished(actor);
  return {
    ...row,
    sourceId: true,
    version: true,
    createdAt: true,
    anchors: {
      ...row.anchors,
      select: {
        ...row.anchors.select,
        contextStartUtf16: true,
        contextEndUtf16: true,
        checkedAt: true,
        edition: { select: { id: true, number: true, sha256: true, retrievedAt: true, marks: true } },
      },
    },
    // not counted by Prisma, whose count of what belongs to a row walks the whole other table
    source: {
      select: {
        ...row.source.select,
        editions: { where: visibleEditions(actor), orderBy: { number: "asc" }, select: { number: true } },
      },
    },
    hops: {
      orderBy: { ordinal: "asc" },
      select: {
        name: true,
        speaker: { select: { id: true, slug: true, name: true } },
        source: { select: { id: true, publicId: true, title: true } },
      },
    },
    positions: {
      // a claim under work is not public because one of its statements is
      where: { supersededAt: null, ...(isAll ? {} : { claim: { state: "published" } }) },
      orderBy: [{ takenAt: "desc" }, { id: "desc" }],
      select: { stance: true, note: true, claim: { select: { slug: true, proposition: true } } },
    },
    versions: { orderBy: { number: "asc" }, select: { number: true, wording: true, publishedAt: true } },
    corrections: { orderBy: { versionNumber: "asc" }, select: WORDED.corrections.select },
    retractions: {
      where: { withdrawnAt: null, ...(isAll ? {} : { confirmedAt: { not: null } }) },
      orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
      select: { reason: true, proposedAt: true, confirmedAt: true },
    },
  } satisfies Prisma.StatementSelect;
}

/** Rows as the actor may read them. */
async function readable(actor: Actor, rows: readonly ReturnType<typeof toRow>[]) {
  const sources = rows.map(({ source }) => source);
  const [beside, titled] = await Promise.all([
    sourcesWithHidden(
      actor,
      sources.map(({ publicId }) => publicId),
    ),
    titlesFor(actor, sources),
  ]);
  return rows.map(({ anchor, ...row }) => ({
    ...row,
    source: titled(row.source),
    anchor: anchor && readableAnchor(anchor, beside.has(row.source.publicId)),
  }));
}
