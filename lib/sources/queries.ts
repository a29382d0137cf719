import type { Actor } from "@/lib/auth";
import { db, type Prisma, type Tx } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import { struckOut, withheldIn } from "@/lib/matching";
import {
  COUNT_LIMIT,
  type Count,
  countedTo,
  cursorOf,
  olderThan,
  type PageRequest,
  takeOf,
} from "@/lib/paging";
import {
  listedStatements,
  seesUnpublished,
  visibleEditions,
  visibleSources,
  visibleStatements,
  visibleStories,
} from "@/lib/visibility/server";
import { hiddenIn, titlesFor } from "./hidden";
import { excerptsOf, sameAddresses } from "./model";

export type SourceRow = Awaited<ReturnType<typeof listSources>>["items"][number];
export type SourceDetail = Awaited<ReturnType<typeof getSource>>;

/**
 * One page of the sources that the actor may see, newest recorded first, with how many of their statements the actor
 * may see; of one outlet when its slug is given.
 * @throws {Refused} when `after` is not a `next` that this list gave.
 */
export async function listSources(
  actor: Actor,
  { outlet }: { outlet?: string | undefined } = {},
  page: PageRequest = {},
) {
  const take = takeOf(page);
  // Source(createdAt, id), and of one outlet Source(outletId, createdAt, id)
  const found = await db.source.findMany({
    where: { AND: [...(await sourcesAskedFor(actor, outlet)), olderThan("createdAt", page.after)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: take + 1,
    select: {
      id: true,
      publicId: true,
      title: true,
      kind: true,
      author: true,
      authorNames: true,
      language: true,
      publishedOn: true,
      publishedOnPrecision: true,
      createdAt: true,
      outlet: { select: { name: true, slug: true } },
      editions: { where: visibleEditions(actor), select: { id: true }, orderBy: { number: "asc" } },
    },
  });
  const items = found.slice(0, take);
  const last = found.length > take ? items.at(-1) : undefined;
  // Statement(sourceId, occurredAt, id)
  const counts = await db.statement.groupBy({
    by: ["sourceId"],
    where: {
      AND: [
        visibleStatements(actor),
        listedStatements(actor),
        { sourceId: { in: items.map(({ id }) => id) } },
      ],
    },
    _count: { _all: true },
  });
  const titled = await titlesFor(actor, items);
  return {
    items: items.map(({ editions, ...source }) => ({
      ...titled(source),
      editions: editions.length,
      statements: counts.find(({ sourceId }) => sourceId === source.id)?._count._all ?? 0,
    })),
    next: last ? cursorOf(last.createdAt, last.id) : null,
  };
}

/** How many sources match, counted up to `COUNT_LIMIT`. */
export async function countSources(
  actor: Actor,
  { outlet }: { outlet?: string | undefined } = {},
): Promise<Count> {
  const where = { AND: await sourcesAskedFor(actor, outlet) };
  return countedTo(await db.source.count({ where, take: COUNT_LIMIT + 1 }));
}

async function sourcesAskedFor(actor: Actor, outlet: string | undefined): Promise<Prisma.SourceWhereInput[]> {
  if (outlet === undefined) return [visibleSources(actor)];
  const printer = await db.outlet.findUnique({ where: { slug: outlet }, select: { id: true } });
  return [visibleSources(actor), { outletId: printer?.id ?? "" }];
}

/**
 * A source with one of its editions, the newest unless `edition` names a number, and the statements that stand in it
 * and that the actor may see. Those who work on the desk read the whole text; everyone else the sentences around the
 * statements (docs/decisions/006).
 * @throws {NotFound} also when the actor may not see it.
 */
export async function getSource(
  actor: Actor,
  { sourceId, edition: wanted }: { sourceId: string; edition?: number | undefined },
) {
  const source = await db.source.findFirst({
    where: { AND: [{ publicId: sourceId }, visibleSources(actor)] },
    // the title with all its words, of which some may be struck out
    omit: { searchKey: true },
    include: {
      outlet: { select: { name: true, slug: true } },
      editions: {
        where: visibleEditions(actor),
        select: EDITION,
        orderBy: { number: "desc" },
      },
      stories: {
        where: { story: visibleStories(actor) },
        orderBy: [{ story: { createdAt: "asc" } }, { storyId: "asc" }],
        select: { story: { select: { slug: true, title: true } } },
      },
    },
  });
  if (!source) throw new NotFound(`Source ${sourceId}`);
  const shown = source.editions.find(({ number }) => number === wanted) ?? source.editions[0];
  if (!shown || (wanted !== undefined && shown.number !== wanted)) throw new NotFound(`Edition ${wanted}`);
  const { text } = await db.edition.findUniqueOrThrow({ where: { id: shown.id }, select: { text: true } });
  // Anchor(editionId, startUtf16)
  const anchors = await db.anchor.findMany({
    where: { editionId: shown.id, statement: visibleStatements(actor) },
    orderBy: [{ startUtf16: "asc" }, { id: "asc" }],
    select: {
      startUtf16: true,
      endUtf16: true,
      pieces: true,
      contextStartUtf16: true,
      contextEndUtf16: true,
      state: true,
      statement: {
        select: MARKED,
      },
    },
  });
  const isWhole = seesUnpublished(actor);
  const statements = anchors.map(({ statement, pieces, ...anchor }) => ({
    ...statement,
    anchor: { ...anchor, pieces: JSON.parse(pieces) as [number, number][] },
  }));
  const standing = statements.filter(({ anchor }) => anchor.state !== "lost");
  const hidden = await hiddenIn(actor, { sourceId: source.id, editionId: shown.id });
  const kept = standing.flatMap(({ anchor }) => anchor.pieces);
  const ranges = isWhole ? [[0, text.length] as const] : excerptsOf(text, anchors);
  const titled = await titlesFor(actor, [source]);
  return {
    ...titled(source),
    stories: source.stories.map(({ story }) => story),
    edition: shown,
    isWhole,
    /** What of the text is shown, in order, and where statements stand in each stretch as it is shown. */
    excerpts: ranges.map((range) => {
      const [from, to] = range;
      const struck = struckOut(text, range, withheldIn(text, range, hidden, kept));
      return {
        startUtf16: from,
        text: struck.text,
        marks: standing.flatMap(({ anchor, ...statement }) => {
          const pieces = anchor.pieces.filter(([start, end]) => start >= from && end <= to);
          if (pieces.length === 0) return [];
          return [
            {
              statement,
              ranges: pieces.map((at) => [struck.placeOf(at[0]), struck.placeOf(at[1] - 1) + 1] as const),
            },
          ];
        }),
      };
    }),
    statements,
  };
}

/**
 * The source of an address, the first recorded of several; the same page is found with either scheme, with or without the
 * slash at its end, a place in it and what newsletters add to count their readers.
 */
export async function findSourceAt(tx: Tx, address: string) {
  return tx.source.findFirst({
    where: { address: { in: sameAddresses(address) } },
    select: { id: true, publicId: true, title: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/** What is said of a statement where it is drawn in a text. */
export const MARKED = {
  ...{ publicId: true, isDenial: true, form: true, state: true, attribution: true },
  corrections: { orderBy: { versionNumber: "desc" }, take: 1, select: { versionNumber: true } },
  verdicts: {
    where: { supersededAt: null, axis: "said" },
    orderBy: [{ givenAt: "asc" }, { id: "asc" }],
    select: { axis: true, value: true },
  },
  speaker: { select: { name: true, slug: true } },
} satisfies Prisma.StatementSelect;

const EDITION = {
  ...{ id: true, number: true, sha256: true, lengthUtf16: true, retrievedAt: true },
  ...{ wordsGone: true, wordsNew: true },
  extent: true,
} as const satisfies Prisma.EditionSelect;

interface Place {
  readonly editionId: string;
  readonly startUtf16: number;
  readonly endUtf16: number;
}

/** Where each of these stretches stands when its edition is counted in code points; null where it has none. */
export async function findPlacesInCodePoints(
  places: readonly Place[],
): Promise<readonly (readonly [start: number, end: number] | null)[]> {
  const editions = await db.edition.findMany({
    where: { id: { in: [...new Set(places.map(({ editionId }) => editionId))] } },
    select: { id: true, text: true },
    orderBy: { id: "asc" },
  });
  const pairs = new Map(editions.map(({ id, text }) => [id, pairsIn(text)]));
  return places.map(({ editionId, startUtf16, endUtf16 }) => {
    const found = pairs.get(editionId);
    if (!found) return null;
    const before = (at: number) => at - countBelow(found, at);
    return [before(startUtf16), before(endUtf16)];
  });
}

/** How many of some places, in order, are below one: found by halves, since a text may be of such signs alone. */
function countBelow(places: readonly number[], at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the second halves of the signs stand that JavaScript counts twice: there are few, or none. */
function pairsIn(text: string): number[] {
  return Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), ({ index }) => index + 1);
}
