import type { Actor } from "@/lib/auth";
import { db, type Prisma } from "@/lib/db/server";
import { type Named, phraseOf, sourceKeyOf, type WordsTerm } from "@/lib/query";
import { titlesFor } from "@/lib/sources/server";
import { foldForSearch, normaliseName } from "@/lib/text";
import { sealedStatements, searchedNames, visibleClaims, visibleStatements } from "@/lib/visibility/server";

type Where = Prisma.StatementWhereInput;

/** So many records are asked for by their ids, below what one query takes; what more fit narrows little. */
const MOST_IDS = 200;

// as it is printed, in any case
const PRINTED_ID = /^\W*((?:st|src)-[a-z0-9]{4,12})\W*$/u;

/**
 * Statements in which the words stand, or whose speaker, source, outlet or claim is called so; a printed id is its
 * statement or source. Each of these is looked up before: a name that is asked of every statement in turn makes a search
 * of the whole table.
 */
export async function worded(actor: Actor, term: WordsTerm): Promise<Where> {
  const printed = PRINTED_ID.exec(foldForSearch(term.typed))?.[1];
  if (printed !== undefined && (await isHeld(actor, printed)))
    return { OR: [{ publicId: printed }, { source: { publicId: printed } }] };
  // a sign has no words, and still stands in the wording
  if (term.words.length === 0) return { wordingKey: { contains: foldForSearch(term.typed) } };
  return {
    OR: [
      { searchKey: { contains: phraseOf(term) } },
      ...(await byName(actor, term)),
      ...(await byTitle(actor, term)),
      ...(await byOutlet(term)),
      ...(await byClaim(actor, term)),
    ],
  };
}

async function isHeld(actor: Actor, publicId: string): Promise<boolean> {
  const named = { OR: [{ publicId }, { source: { publicId } }] };
  const found = await db.statement.findFirst({
    where: { AND: [visibleStatements(actor), named] },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return found !== null;
}

/** Those by a speaker who is called so; none when nobody is. */
export async function byName(actor: Actor, { typed, isPrefix }: Named | WordsTerm): Promise<Where[]> {
  const key = normaliseName(typed);
  if (key === "") return [];
  const answering = searchedNames(actor);
  const found = await db.speakerAlias.findMany({
    where: { ...answering, nameKey: { contains: key } },
    select: { nameKey: true, speakerId: true },
    orderBy: { id: "asc" },
    take: MOST_IDS + 1,
  });
  const words = phraseOf({ words: [key], isPrefix });
  const ids = found.flatMap(({ nameKey, speakerId }) => (` ${nameKey} `.includes(words) ? [speakerId] : []));
  if (found.length <= MOST_IDS) return among("speakerId", ids);
  const standing = isPrefix
    ? [{ nameKey: { startsWith: key } }, { nameKey: { contains: ` ${key}` } }]
    : [
        ...[{ nameKey: key }, { nameKey: { startsWith: `${key} ` } }],
        ...[{ nameKey: { endsWith: ` ${key}` } }, { nameKey: { contains: ` ${key} ` } }],
      ];
  return [{ speakerId: { not: null }, speaker: { aliases: { some: { ...answering, OR: standing } } } }];
}

/** Those from a source whose title or byline says so, as the actor may read it. */
export async function byTitle(actor: Actor, named: Named | WordsTerm): Promise<Where[]> {
  const says = { searchKey: { contains: phraseOf(named) } };
  const sealed = sealedStatements(actor);
  const [found, veiled] = await Promise.all([
    titled(says),
    sealed ? titled({ ...says, statements: { some: sealed } }) : [],
  ]);
  const asRead = veiled.length === 0 ? [] : await readIds(actor, veiled, phraseOf(named));
  if (found.length <= MOST_IDS) {
    const hidden = new Set(veiled.map(({ id }) => id));
    return among("sourceId", [...found.flatMap(({ id }) => (hidden.has(id) ? [] : [id])), ...asRead]);
  }
  const open = sealed ? { ...says, statements: { none: sealed } } : says;
  return [{ source: open }, ...among("sourceId", asRead)];
}

const TITLED = {
  ...{ id: true, publicId: true, title: true, titleRomanised: true, titleTranslated: true },
  ...{ author: true, address: true, archiveAddress: true },
} as const;

const titled = (where: Prisma.SourceWhereInput) =>
  db.source.findMany({ where, select: TITLED, orderBy: { id: "asc" }, take: MOST_IDS + 1 });

/** Of sources beside sealed words those whose title still says so when these are struck out of it. */
async function readIds(actor: Actor, sources: Awaited<ReturnType<typeof titled>>, phrase: string) {
  const read = await titlesFor(actor, sources);
  return sources.flatMap((source) => (sourceKeyOf(read(source)).includes(phrase) ? [source.id] : []));
}

/** Those from a source of an outlet that is called so. */
export async function byOutlet({ typed, isPrefix }: Named | WordsTerm): Promise<Where[]> {
  const key = normaliseName(typed);
  if (key === "") return [];
  const found = await db.outlet.findMany({
    where: { nameKey: { contains: key } },
    select: { id: true, nameKey: true },
    orderBy: { id: "asc" },
    take: MOST_IDS,
  });
  const words = phraseOf({ words: [key], isPrefix });
  const ids = found.flatMap(({ id, nameKey }) => (` ${nameKey} `.includes(words) ? [id] : []));
  return ids.length === 0 ? [] : [{ source: { outletId: { not: null, in: ids } } }];
}

/** Those that take a position on a claim that says so. */
export async function byClaim(actor: Actor, named: Named | WordsTerm, slug = ""): Promise<Where[]> {
  const says = { searchKey: { contains: phraseOf(named) } };
  const claim = {
    AND: [visibleClaims(actor), slug === "" ? says : { OR: [says, { slug: { contains: slug } }] }],
  };
  const found = await db.claim.findMany({
    where: claim,
    select: { id: true },
    orderBy: { id: "asc" },
    take: MOST_IDS + 1,
  });
  if (found.length === 0) return [];
  const isFew = found.length <= MOST_IDS;
  const on = isFew ? { claimId: { in: found.map(({ id }) => id) } } : { claim };
  return [{ positions: { some: { supersededAt: null, ...on } } }];
}

// what is not there is none of them, also when it is asked what is not one of them
function among(column: "speakerId" | "sourceId", ids: readonly string[]): Where[] {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return [];
  const [only] = distinct;
  // an index that sorts behind a column serves one value of it; a list of one is not seen as that
  const wanted = distinct.length === 1 && only !== undefined ? { equals: only } : { in: distinct };
  return [column === "speakerId" ? { speakerId: { not: null, ...wanted } } : { sourceId: wanted }];
}

/** Nothing at all: what may not be asked is not answered, in whatever company it is asked. */
export const NOTHING: Where = { id: { in: [] } };
