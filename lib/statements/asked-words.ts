import type { Actor } from "@/lib/auth";
import { among, db, findRowsWithWords, type Prisma, type Worded, type WordsInRow } from "@/lib/db/server";
import { type Named, phraseOf, sourceKeyOf, type WordsTerm } from "@/lib/query";
import { titlesFor } from "@/lib/sources/server";
import { speakerNow } from "@/lib/speakers/server";
import { foldForSearch } from "@/lib/text";
import { searchedNames, visibleClaims, visibleStatements } from "@/lib/visibility/server";
import type { Lookup, Reach } from "./reach";

type Where = Prisma.StatementWhereInput;

/** What a term asks of a statement, and how those that fit are looked up; null where only asking each of them tells. */
export interface Asked {
  readonly where: Where;
  readonly reach: Reach | null;
}

/** Who asks, and the sources beside words that are sealed for them: looked up once for all that they typed. */
export interface Asking {
  readonly actor: Actor;
  readonly sealedSources: readonly string[];
}

/** Conditions of which one must hold, and how those that fit are looked up. */
export interface Some {
  readonly some: readonly Where[];
  readonly lookups: readonly Lookup[] | null;
}

/** So many records are asked for by their ids; what more fit narrows little. */
const MOST_IDS = 1000;

const NONE: Some = { some: [], lookups: [] };

// as it is printed, in any case
const PRINTED_ID = /^\W*((?:st|src)-[a-z0-9]{4,12})\W*$/u;

/**
 * Statements in which the words stand, or whose speaker, source, outlet or claim is called so; a printed id is its
 * statement or source. Each of these is looked up before: a name that is asked of every statement in turn makes a search
 * of the whole table.
 */
export async function worded(asking: Asking, term: WordsTerm): Promise<Asked> {
  const { actor } = asking;
  const printed = PRINTED_ID.exec(foldForSearch(term.typed))?.[1];
  const called = printed === undefined ? null : await findPrinted(actor, printed);
  if (called) return called;
  // a sign has no words, and still stands in the wording
  if (term.words.length === 0)
    return { where: { wordingKey: { contains: foldForSearch(term.typed) } }, reach: null };
  const named = await Promise.all([
    byName(actor, term),
    byTitle(asking, term),
    byOutlet(term),
    byClaim(actor, term),
  ]);
  const own = { some: [{ searchKey: { contains: phraseOf(term) } }], lookups: [] };
  return anyOf([own, ...named], [term]);
}

/** One of several conditions, beside words of the statement's own. */
export function anyOf(all: readonly Some[], words: readonly WordsInRow[] = []): Asked {
  const some = all.flatMap((one) => one.some);
  const lookups = all.some((one) => one.lookups === null) ? null : all.flatMap((one) => one.lookups ?? []);
  return {
    where: some.length === 0 ? NOTHING : { OR: [...some] },
    reach: lookups && { words, lookups },
  };
}

/** The statement or the source that bears a printed id, when the actor may see it. */
async function findPrinted(actor: Actor, printed: string): Promise<Asked | null> {
  const source = printed.startsWith("src-") ? await bySourceId(printed) : null;
  const named = source?.some[0] ?? { publicId: printed };
  const found = await db.statement.findFirst({
    where: { AND: [visibleStatements(actor), named] },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  if (!found) return null;
  return anyOf([source ?? { some: [named], lookups: [{ by: "publicId", ids: [printed] }] }]);
}

/** Those of the source that bears a printed id. */
export async function bySourceId(publicId: string): Promise<Some> {
  const found = await db.source.findUnique({ where: { publicId }, select: { id: true } });
  return found ? belonging("source", [found.id]) : NONE;
}

/** Those by the speaker whose page has this address. */
export async function bySlug(slug: string): Promise<Some> {
  const found = await db.speaker.findUnique({ where: { slug }, select: { id: true } });
  const now = found && (await speakerNow(db, found.id));
  return now ? belonging("speaker", [now.id]) : NONE;
}

/** Those by a speaker who is called so; none when nobody is. */
export async function byName(actor: Actor, named: Named | WordsTerm): Promise<Some> {
  if (named.words.length === 0) return NONE;
  const called = { ...searchedNames(actor), searchKey: { contains: phraseOf(named) } };
  const found = await db.speakerAlias.findMany({
    where: { AND: [called, await holding("SpeakerAlias", named)] },
    select: { speakerId: true },
    orderBy: { id: "asc" },
    take: MOST_IDS + 1,
  });
  if (found.length <= MOST_IDS)
    return belonging(
      "speaker",
      found.map(({ speakerId }) => speakerId),
    );
  return {
    some: [{ speakerId: { not: null }, speaker: { aliases: { some: called } } }],
    lookups: [{ by: "alias", ids: [], holding: { table: "SpeakerAlias", words: named } }],
  };
}

/** Those from a source whose title or byline says so, as the actor may read it. */
export async function byTitle({ actor, sealedSources }: Asking, named: Named | WordsTerm): Promise<Some> {
  const says = { searchKey: { contains: phraseOf(named) } };
  const [found, veiled] = await Promise.all([
    db.source.findMany({
      where: { AND: [says, await holding("Source", named)] },
      select: { id: true },
      orderBy: { id: "asc" },
      take: MOST_IDS + 1,
    }),
    // what is sealed is few, and read whole
    sealedSources.length > 0
      ? db.source.findMany({
          where: { AND: [says, { id: among(sealedSources) }] },
          select: TITLED,
          orderBy: { id: "asc" },
        })
      : [],
  ]);
  const asRead = veiled.length === 0 ? [] : await readIds(actor, veiled, phraseOf(named));
  const hidden = new Set(veiled.map(({ id }) => id));
  if (found.length <= MOST_IDS)
    return belonging("source", [...found.flatMap(({ id }) => (hidden.has(id) ? [] : [id])), ...asRead]);
  const open = hidden.size === 0 ? {} : { NOT: { sourceId: among([...hidden]) } };
  const some = [{ AND: [{ source: says }, open] }, ...belonging("source", asRead).some];
  return { some, lookups: [{ by: "source", ids: asRead, holding: { table: "Source", words: named } }] };
}

const TITLED = {
  ...{ id: true, publicId: true, title: true, titleRomanised: true, titleTranslated: true },
  ...{ author: true, address: true, archiveAddress: true },
} as const;

type Titled = Prisma.SourceGetPayload<{ select: typeof TITLED }>;

/** Of sources beside sealed words those whose title still says so when these are struck out of it. */
async function readIds(actor: Actor, sources: readonly Titled[], phrase: string) {
  const read = await titlesFor(actor, sources);
  return sources.flatMap((source) => (sourceKeyOf(read(source)).includes(phrase) ? [source.id] : []));
}

/** Those from a source of an outlet that is called so. */
export async function byOutlet(named: Named | WordsTerm): Promise<Some> {
  if (named.words.length === 0) return NONE;
  const called = { searchKey: { contains: phraseOf(named) } };
  const found = await db.outlet.findMany({
    where: called,
    select: { id: true },
    orderBy: { id: "asc" },
    take: MOST_IDS + 1,
  });
  if (found.length === 0) return NONE;
  if (found.length > MOST_IDS)
    return { some: [{ source: { outletId: { not: null }, outlet: called } }], lookups: null };
  const ids = found.map(({ id }) => id);
  return {
    some: [{ source: { outletId: { not: null, ...among(ids) } } }],
    lookups: [{ by: "outlet", ids }],
  };
}

/** Those that take a position on a claim that says so. */
export async function byClaim(actor: Actor, named: Named | WordsTerm, slug = ""): Promise<Some> {
  const says = { AND: [{ searchKey: { contains: phraseOf(named) } }, await holding("Claim", named)] };
  const called = slug === "" ? says : { OR: [says, { slug: { contains: slug } }] };
  const found = await db.claim.findMany({
    where: called,
    select: { id: true },
    orderBy: { id: "asc" },
    take: MOST_IDS + 1,
  });
  if (found.length === 0) return NONE;
  const ids = found.map(({ id }) => id);
  const isFew = ids.length <= MOST_IDS;
  // no index has what stands within an address
  const many: Lookup[] | null =
    slug === "" ? [{ by: "claim", ids: [], holding: { table: "Claim", words: named } }] : null;
  // whether the actor may see a claim is asked of the few statements that take a position on one
  const claim = { AND: [visibleClaims(actor), isFew ? {} : called] };
  const on = isFew ? { claimId: among(ids), claim } : { claim };
  return {
    some: [{ positions: { some: { supersededAt: null, ...on } } }],
    lookups: isFew ? [{ by: "claim", ids }] : many,
  };
}

/** Which rows the index leaves to be asked; all of them where it narrows nothing. */
async function holding(table: Worded, words: WordsInRow) {
  const found = await findRowsWithWords(table, [words], MOST_IDS);
  return found && found.count <= MOST_IDS ? { id: among(found.ids) } : {};
}

// what is not there is none of them, also when it is asked what is not one of them
function belonging(by: "speaker" | "source", ids: readonly string[]): Some {
  const distinct = [...new Set(ids)];
  const [only] = distinct;
  if (only === undefined) return NONE;
  // an index that sorts behind a column serves one value of it; a list of one is not seen as that
  const wanted = distinct.length === 1 ? { equals: only } : among(distinct);
  const where = by === "speaker" ? { speakerId: { not: null, ...wanted } } : { sourceId: wanted };
  return { some: [where], lookups: [{ by, ids: distinct }] };
}

/** Nothing at all: what may not be asked is not answered, in whatever company it is asked. */
export const NOTHING: Where = { id: { in: [] } };
