import type { Actor } from "@/lib/auth";
import { countedOnce, db } from "@/lib/db/server";
import type { PageRequest } from "@/lib/paging";
import { COUNT_LIMIT } from "@/lib/paging";
import { isRankable, parseQuery } from "@/lib/query";
import { slugsNow } from "@/lib/speakers/server";
import { asksForStates, type StatementFilter } from "@/lib/statements";
import {
  askedFor,
  countStatements,
  isPastCounting,
  listStatements,
  NEWEST_OCCASION_FIRST,
  type Typed,
  typedWhere,
} from "@/lib/statements/server";
import {
  isShutOut,
  listedStatements,
  listSealed,
  seesUnpublished,
  visibleStatements,
} from "@/lib/visibility/server";
import { listRanked } from "./ranked";

/** A choice that narrows a list, and how many rows it would leave. */
export interface Facet {
  readonly value: string;
  readonly label: string;
  readonly kind: string;
  readonly count: number;
}

/** The counts beside the filters; null when the list is too long to count on every visit. */
export interface Facets {
  readonly form: readonly Facet[];
  readonly state: readonly Facet[];
  readonly speaker: readonly Facet[];
}

/**
 * What would narrow the list, with counts: each facet is counted under the filters of the other facets, so that a
 * second choice within one facet shows what it would add. Null when more than `COUNT_LIMIT` rows would be read.
 */
export async function facetStatements(actor: Actor, filter: StatementFilter = {}): Promise<Facets | null> {
  return (await readFacets(actor, filter))?.facets ?? null;
}

/**
 * The same of a list that is one speaker's, which no choice of another speaker widens: theirs alone are read.
 * @see facetStatements
 */
export async function facetStatementsOf(actor: Actor, filter: StatementFilter): Promise<Facets | null> {
  const { speaker, ...narrowing } = filter;
  return (await readFacets(actor, narrowing, { within: { speaker } }))?.facets ?? null;
}

interface FacetsRead {
  readonly typed?: Typed | undefined;
  readonly within?: Pick<StatementFilter, "speaker">;
  /** Whether the rows are asked for what ranks them. */
  readonly withKeys?: boolean;
}

const KEYS = { id: true, publicId: true, occurredAt: true, searchKey: true } as const;

/** The counts beside the filters, and the rows that fit them all, the newest occasion first; `within` is the list that no choice leaves. */
async function readFacets(
  actor: Actor,
  filter: StatementFilter,
  { typed, within = {}, withKeys = false }: FacetsRead = {},
) {
  const { form, state, speaker: called, ...others } = filter;
  const rest = { ...others, ...within };
  const speaker = await slugsNow(actor, called ?? []);
  const asked = await askedFor(actor, rest, asksForStates(filter), typed);
  if (await isPastCounting(asked)) return null;
  const rows = await db.statement.findMany({
    where: asked.where,
    // in the order of an index, so that reading can stop
    orderBy: [...NEWEST_OCCASION_FIRST],
    take: COUNT_LIMIT + 1,
    select: { form: true, state: true, speakerId: true, ...(withKeys ? KEYS : {}) },
  });
  if (rows.length > COUNT_LIMIT) return null;
  const speakers = await speakersOf(rows);
  const fits = (wanted: readonly string[] | undefined, value: string | undefined) =>
    !wanted?.length || (value !== undefined && wanted.includes(value));
  const left = (row: (typeof rows)[number], except: "form" | "state" | "speaker") =>
    (except === "form" || fits(form, row.form)) &&
    (except === "state" || fits(state, row.state)) &&
    (except === "speaker" || fits(speaker, speakers.get(row.speakerId)?.slug));
  const fitting = rows.filter((row) => left(row, "form") && fits(form, row.form));
  const spoken = rows.flatMap((row) => {
    const one = speakers.get(row.speakerId);
    return one && left(row, "speaker") ? [one] : [];
  });
  const facets: Facets = {
    form: tally(rows.filter((row) => left(row, "form")).map((row) => plain(row.form))),
    state: tally(rows.filter((row) => left(row, "state")).map((row) => plain(row.state))),
    speaker: tally(spoken.map(asChoice)),
  };
  return { facets, rows: fitting };
}

/** In which order a search answers. */
export type Order = "relevance" | "newest";

/**
 * One page of the statements that a filter asks for, with how many there are and the counts beside the filters: the newest occasion
 * first, or, where words are looked for and no more have them than are counted, the best answer first; `order` says which it is. A
 * list that ends on its first page is counted as it was read, and one that can be counted whole once for both.
 * @throws {Refused} when `after` is not a `next` that this list gave.
 */
export async function searchStatements(
  actor: Actor,
  filter: StatementFilter,
  page: PageRequest = {},
  wanted: Order = "newest",
) {
  // looked up once for the list, the facets and the count
  const typed = await typedWhere(actor, filter.q ?? "");
  const read = parseQuery(filter.q ?? "");
  if (wanted === "relevance" && "query" in read && isRankable(read.query)) {
    const whole = await readFacets(actor, filter, { typed, withKeys: true });
    if (whole) {
      const list = await listRanked(actor, filter, { query: read.query, rows: whole.rows, page });
      const count = { count: whole.rows.length, isCapped: false };
      return { list, count, facets: whole.facets, order: wanted };
    }
  }
  return { ...(await searchNewest(actor, filter, page, typed)), order: "newest" as Order };
}

async function searchNewest(actor: Actor, filter: StatementFilter, page: PageRequest, typed: Typed) {
  const list = await listStatements(actor, filter, page, typed);
  const isNarrowed = Boolean(filter.form?.length || filter.state?.length || filter.speaker?.length);
  if (!isNarrowed && !page.after && list.next === null) {
    const spoken = list.items.flatMap(({ speaker }) => speaker ?? []);
    return {
      list,
      count: { count: list.items.length, isCapped: false },
      facets: {
        form: tally(list.items.map(({ form }) => plain(form))),
        state: tally(list.items.map(({ state }) => plain(state))),
        speaker: tally(spoken.map(asChoice)),
      },
    };
  }
  const read = await readFacets(actor, filter, { typed });
  return {
    list,
    count: read ? { count: read.rows.length, isCapped: false } : await countStatements(actor, filter, typed),
    facets: read?.facets ?? null,
  };
}

/** The speakers of some rows by their ids, each asked for once: most rows share theirs with others. */
async function speakersOf(rows: readonly { readonly speakerId: string | null }[]) {
  const ids = [...new Set(rows.flatMap(({ speakerId }) => speakerId ?? []))];
  const speakers = await db.speaker.findMany({
    where: { id: { in: ids } },
    orderBy: { id: "asc" },
    select: { id: true, slug: true, name: true, kind: true },
  });
  return new Map<string | null, (typeof speakers)[number]>(speakers.map((one) => [one.id, one]));
}

const asChoice = ({ slug, name, kind }: { slug: string; name: string; kind: string }) => ({
  ...{ value: slug, label: name, kind },
});
const plain = (value: string) => ({ value, label: value, kind: value });

/** Equal values counted, most frequent first, then by label. */
function tally(choices: readonly Omit<Facet, "count">[]): Facet[] {
  const counted = new Map<string, Facet>();
  for (const choice of choices) {
    counted.set(choice.value, { ...choice, count: (counted.get(choice.value)?.count ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

/** What is held altogether, as far as the actor may see it: for the head of the front page. */
export async function countHeld(actor: Actor) {
  if (isShutOut(actor)) return { statements: 0, speakers: 0, sources: 0 };
  return countedOnce(`held ${seesUnpublished(actor)}`, () => countAll(actor));
}

async function countAll(actor: Actor) {
  const listed = listedStatements(actor);
  const [statements, speakers, sources, sealed] = await Promise.all([
    db.statement.count({ where: listed }),
    db.speaker.count({ where: { statements: { some: listed } } }),
    // Statement(sourceId, state)
    db.source.count({ where: { statements: { some: listed } } }),
    listSealed(actor),
  ]);
  const silent = { statements: { none: { AND: [visibleStatements(actor), listed] } } };
  const [hiddenSpeakers, hiddenSources] = await Promise.all([
    countIn(
      sealed.flatMap(({ speakerId }) => speakerId ?? []),
      (id) => db.speaker.count({ where: { AND: [{ id }, silent] } }),
    ),
    countIn(
      sealed.map(({ sourceId }) => sourceId),
      (id) => db.source.count({ where: { AND: [{ id }, silent] } }),
    ),
  ]);
  return {
    statements: statements - sealed.length,
    speakers: speakers - hiddenSpeakers,
    sources: sources - hiddenSources,
  };
}

// below the bound variables that either engine takes in one query
const CHUNK = 500;

/** How many of these ids are counted, each once. */
async function countIn(
  ids: readonly string[],
  count: (id: { in: string[] }) => PromiseLike<number>,
): Promise<number> {
  const distinct = [...new Set(ids)];
  let sum = 0;
  for (let from = 0; from < distinct.length; from += CHUNK)
    sum += await count({ in: distinct.slice(from, from + CHUNK) });
  return sum;
}
