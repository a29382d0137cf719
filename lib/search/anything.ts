import type { Actor } from "@/lib/auth";
import { FOUND } from "@/lib/claims/server";
import { among, db, findRowsWithWords, type Worded, type WordsInRow } from "@/lib/db/server";
import { nameKeyOf, phraseOf, sourceKeyOf } from "@/lib/query";
import { titlesFor } from "@/lib/sources/server";
import { nameKey } from "@/lib/speakers";
import { newestRole, roleOf } from "@/lib/speakers/server";
import { NEWEST_OCCASION_FIRST, WORDED } from "@/lib/statements/server";
import { searchWords } from "@/lib/text";
import {
  listedStatements,
  searchedNames,
  visibleClaims,
  visibleSources,
  visibleSpeakers,
  visibleStatements,
  visibleStories,
} from "@/lib/visibility/server";

/** So many of a kind are offered while somebody types. */
const MOST = 5;

/** So many rows are asked for by their ids; of what more have the words, some are soon found in the order of a list. */
const MOST_IDS = 1000;

/** A name of a dozen words is known by then. */
const MOST_WORDS = 12;

export type Anything = Awaited<ReturnType<typeof findAnything>>;

/**
 * What the actor may see and what has all the words that were typed, each of which may be only begun: a few speakers, statements, stories,
 * sources and claims. A printed id finds what bears it. Words of one letter find nothing by themselves.
 */
export async function findAnything(actor: Actor, q: string) {
  const typed = q.trim().split(/\s+/u).slice(0, MOST_WORDS);
  const rows = typed
    .map((piece) => ({ words: searchWords(piece), isPrefix: true }))
    .filter(({ words }) => words.length > 0);
  const [speakers, statements, stories, sources, claims] = await Promise.all([
    findSpeakers(actor, rows, nameKey(q)),
    findStatements(actor, rows, q),
    findStories(actor, rows),
    findSources(actor, rows, q),
    findClaims(actor, rows),
  ]);
  return { speakers, statements, stories, sources, claims };
}

/** What must hold of a row that has all the words; null when none has, or the words say too little. */
async function having(table: Worded, rows: readonly WordsInRow[]) {
  const found = await findRowsWithWords(table, rows, MOST_IDS);
  if (found === null || found.count === 0) return null;
  const says = rows.map((row) => ({ searchKey: { contains: phraseOf(row) } }));
  return { AND: [found.count > MOST_IDS ? {} : { id: among(found.ids) }, ...says] };
}

const NAMED = {
  name: true,
  kind: true,
  speaker: {
    select: { slug: true, name: true, kind: true, description: true, affiliations: newestRole },
  },
} as const;

/** Speakers with a name that has the words, those whose name begins with what was typed first. */
async function findSpeakers(actor: Actor, rows: readonly WordsInRow[], begins: string) {
  const holds = await having("SpeakerAlias", rows);
  if (!holds) return [];
  const named = { ...searchedNames(actor), speaker: visibleSpeakers(actor) };
  const ask = (where: object, take: number) =>
    db.speakerAlias.findMany({
      where: { AND: [named, holds, where] },
      // SpeakerAlias(nameKey)
      orderBy: [{ nameKey: "asc" }, { id: "asc" }],
      ...{ take, select: NAMED },
    });
  // of one speaker several names may begin so
  const first = await ask(beginningWith(begins), MOST * 4);
  const more = distinct(first).length < MOST ? await ask({}, MOST * 8) : [];
  return distinct([...first, ...more])
    .slice(0, MOST)
    .map(({ name, kind, speaker: { affiliations, ...speaker } }) => ({
      ...speaker,
      role: roleOf(affiliations),
      // a surname is kept for matching, and stands in the name
      calledToo: kind === "surname" || nameKeyOf(name) === nameKeyOf(speaker.name) ? null : name,
    }));
}

function distinct<One extends { readonly speaker: { readonly slug: string } }>(found: readonly One[]): One[] {
  const once = new Map<string, One>();
  for (const one of found) if (!once.has(one.speaker.slug)) once.set(one.speaker.slug, one);
  return [...once.values()];
}

/** Names that begin so: "starts with" is what is meant, the bounds are what the index can look up. */
function beginningWith(key: string) {
  const last = key.at(-1) ?? "";
  const next = /[a-y0-8]/u.test(last) ? key.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1) : null;
  return { nameKey: { gte: key, startsWith: key, ...(next ? { lt: next } : {}) } };
}

/** Statements with the words in what is their own, the newest occasion first; or the one that bears the printed id. */
async function findStatements(actor: Actor, rows: readonly WordsInRow[], q: string) {
  const printed = printedId("st", q);
  const holds = printed ? { publicId: printed } : await having("Statement", rows);
  if (!holds) return [];
  return db.statement.findMany({
    where: { AND: [visibleStatements(actor), printed ? {} : listedStatements(actor), holds] },
    orderBy: [...NEWEST_OCCASION_FIRST],
    take: MOST,
    select: {
      ...WORDED,
      ...{ publicId: true, saidOn: true, saidOnPrecision: true },
      speaker: { select: { name: true } },
    },
  });
}

const NEWEST_FIRST = [{ createdAt: "desc" }, { id: "desc" }] as const;

async function findStories(actor: Actor, rows: readonly WordsInRow[]) {
  const holds = await having("Story", rows);
  if (!holds) return [];
  return db.story.findMany({
    where: { AND: [visibleStories(actor), holds] },
    orderBy: [...NEWEST_FIRST],
    take: MOST,
    select: { slug: true, title: true, withdrawnAt: true },
  });
}

const TITLED = {
  ...{ publicId: true, title: true, titleRomanised: true, titleTranslated: true, author: true },
  ...{ language: true, publishedOn: true, publishedOnPrecision: true },
  outlet: { select: { name: true } },
} as const;

/** Sources whose title or byline has the words as the actor may read it, or the one that bears the printed id. */
async function findSources(actor: Actor, rows: readonly WordsInRow[], q: string) {
  const printed = printedId("src", q);
  const holds = printed ? { publicId: printed } : await having("Source", rows);
  if (!holds) return [];
  const found = await db.source.findMany({
    where: { AND: [visibleSources(actor), holds] },
    orderBy: [...NEWEST_FIRST],
    // some may have the words only in what is struck out of their title
    take: MOST * 4,
    select: TITLED,
  });
  const titled = await titlesFor(actor, found);
  const isSaid = (key: string) => printed !== null || rows.every((row) => key.includes(phraseOf(row)));
  return found
    .map((one) => titled(one))
    .filter((one) => isSaid(sourceKeyOf(one)))
    .slice(0, MOST);
}

async function findClaims(actor: Actor, rows: readonly WordsInRow[]) {
  const holds = await having("Claim", rows);
  if (!holds) return [];
  const found = await db.claim.findMany({
    where: { AND: [visibleClaims(actor), holds] },
    orderBy: [...NEWEST_FIRST],
    take: MOST,
    select: { slug: true, proposition: true, state: true, verdicts: FOUND },
  });
  return found.map(({ verdicts, ...claim }) => ({ ...claim, found: verdicts[0] ?? null }));
}

/** What was typed as a printed id, in any case. */
function printedId(begin: "st" | "src", q: string): string | null {
  const typed = q.trim().toLowerCase();
  return new RegExp(`^${begin}-[a-z0-9]{4,12}$`, "u").test(typed) ? typed : null;
}
