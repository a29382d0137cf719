import type { Actor } from "@/lib/auth";
import { countedOnce, db, type Prisma } from "@/lib/db/server";
import { NotFound } from "@/lib/errors";
import {
  COUNT_LIMIT,
  type Count,
  countedTo,
  cursorOf,
  laterThan,
  type PageRequest,
  takeOf,
} from "@/lib/paging";
import { searchWords } from "@/lib/text";
import {
  isShutOut,
  listedStatements,
  listSealed,
  searchedNames,
  seesUnpublished,
  visibleSpeakers,
} from "@/lib/visibility/server";
import { nameKey } from "./model";
import { type QuotedIn, quotedIn } from "./quoted-in";
import { type RoleByRecord, type RoleOnDay, roleByRecord } from "./roles";

/** What narrows a list of speakers: `q` by words of any of their names, `letter` by how their sort name begins, and where they are quoted. */
export interface SpeakerFilter extends QuotedIn {
  readonly q?: string | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly letter?: string | undefined;
}

export type SpeakerRow = Awaited<ReturnType<typeof listSpeakers>>["items"][number];
export type SpeakerDetail = Awaited<ReturnType<typeof getSpeaker>>;

/** A speaker’s newest role. */
export const newestRole = {
  select: { role: true, body: true },
  orderBy: [{ heldFrom: { sort: "desc", nulls: "last" } }, { recordedAt: "desc" }],
  take: 1,
} satisfies Prisma.Speaker$affiliationsArgs;

/** All that is recorded of a speaker’s roles, oldest first. */
const rolesThroughTime = {
  select: {
    id: true,
    role: true,
    body: true,
    heldFrom: true,
    heldFromPrecision: true,
    heldTo: true,
    heldToPrecision: true,
  },
  orderBy: [{ heldFrom: { sort: "asc", nulls: "first" } }, { recordedAt: "asc" }, { id: "asc" }],
} satisfies Prisma.Speaker$affiliationsArgs;

/** The newest role with its body, in words; null when none is recorded. */
export function roleOf([newest]: readonly { readonly role: string; readonly body: string }[]): string | null {
  return newest ? [newest.role, newest.body].filter(Boolean).join(", ") : null;
}

/**
 * One page of the speakers whom the actor may see, by sort name, with how many of their statements the actor may see.
 * @throws {Refused} when `after` is not a `next` that this list gave.
 */
export async function listSpeakers(actor: Actor, filter: SpeakerFilter = {}, page: PageRequest = {}) {
  const take = takeOf(page);
  const quoted = await quotedIn(actor, filter);
  // Speaker(sortName, id) and Speaker(kind, sortName, id)
  const found = await db.speaker.findMany({
    where: {
      AND: [
        visibleSpeakers(actor),
        speakersMatching(actor, filter),
        quoted,
        laterThan("sortName", page.after),
      ],
    },
    orderBy: [{ sortName: "asc" }, { id: "asc" }],
    take: take + 1,
    select: { id: true, slug: true, name: true, sortName: true, kind: true, affiliations: newestRole },
  });
  const counts = await countStatementsBySpeaker(
    actor,
    found.map(({ id }) => id),
  );
  const items = found.slice(0, take).map(({ affiliations, ...speaker }) => ({
    ...speaker,
    role: roleOf(affiliations),
    statements: counts.get(speaker.id) ?? 0,
  }));
  const last = found.length > take ? items.at(-1) : undefined;
  return { items, next: last ? cursorOf(last.sortName, last.id) : null };
}

/** How many speakers match, counted up to `COUNT_LIMIT`. */
export async function countSpeakers(actor: Actor, filter: SpeakerFilter = {}): Promise<Count> {
  const quoted = await quotedIn(actor, filter);
  const where = { AND: [visibleSpeakers(actor), speakersMatching(actor, filter), quoted] };
  return countedTo(await db.speaker.count({ where, take: COUNT_LIMIT + 1 }));
}

/** The letters a–z under which the actor finds somebody. */
export async function listLetters(actor: Actor): Promise<string[]> {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
  const found = await Promise.all(
    letters.map((letter) =>
      db.speaker.findFirst({
        where: { AND: [visibleSpeakers(actor), speakersMatching(actor, { letter })] },
        select: { id: true },
      }),
    ),
  );
  return letters.filter((_, index) => found[index] !== null);
}

/** The speakers with most statements that the actor may see, most first. */
export async function listMostQuoted(actor: Actor, { take }: { take: number }) {
  if (isShutOut(actor)) return [];
  return countedOnce(`quoted ${take} ${seesUnpublished(actor)}`, () => countMostQuoted(actor, take));
}

async function countMostQuoted(actor: Actor, take: number) {
  const sealed = new Map<string, number>();
  for (const { speakerId } of await listSealed(actor))
    if (speakerId !== null) sealed.set(speakerId, (sealed.get(speakerId) ?? 0) + 1);
  // Statement(speakerId, state, …) is read end to end; nothing else is
  const counts = await db.statement.groupBy({
    by: ["speakerId"],
    where: { AND: [listedStatements(actor), { speakerId: { not: null } }] },
    _count: { _all: true },
    orderBy: [{ _count: { speakerId: "desc" } }, { speakerId: "asc" }],
    // who loses some of theirs may come after this many who lose none
    take: take + sealed.size,
  });
  const quoted = counts
    .map(({ speakerId, _count }) => ({
      id: speakerId ?? "",
      statements: _count._all - (sealed.get(speakerId ?? "") ?? 0),
    }))
    .filter(({ statements }) => statements > 0)
    .sort((a, b) => b.statements - a.statements || (a.id < b.id ? -1 : 1))
    .slice(0, take);
  const speakers = await db.speaker.findMany({
    where: { id: { in: quoted.map(({ id }) => id) } },
    select: { id: true, slug: true, name: true, kind: true },
    orderBy: { id: "asc" },
  });
  return quoted.flatMap(({ id, statements }) => {
    const speaker = speakers.find((one) => one.id === id);
    return speaker ? [{ ...speaker, statements }] : [];
  });
}

/**
 * A speaker with their other names and roles through time, oldest first.
 * @throws {NotFound} also when the actor may see none of their statements.
 */
export async function getSpeaker(actor: Actor, slug: string) {
  const speaker = await db.speaker.findFirst({
    where: { AND: [{ slug }, visibleSpeakers(actor)] },
    select: {
      id: true,
      slug: true,
      name: true,
      sortName: true,
      kind: true,
      description: true,
      wikidataId: true,
      version: true,
      // a surname is there for matching only
      aliases: {
        where: {
          kind: { in: seesUnpublished(actor) ? ["alias", "former", "printed"] : ["alias", "former"] },
        },
        select: { id: true, name: true, kind: true, language: true },
        orderBy: { nameKey: "asc" },
      },
      affiliations: rolesThroughTime,
    },
  });
  if (!speaker) throw new NotFound("The speaker");
  return speaker;
}

/**
 * What the record says of the role in which something was said; null where nobody is known to have said it, and of a voice
 * without a name, whom roles would tell.
 */
export async function findRoleOnDay(
  actor: Actor,
  { speakerId, ...said }: RoleOnDay & { readonly speakerId: string | null },
): Promise<RoleByRecord | null> {
  if (speakerId === null || said.saidOn === null) return null;
  const speaker = await db.speaker.findFirst({
    where: { AND: [{ id: speakerId, kind: { not: "anonymous" } }, visibleSpeakers(actor)] },
    select: { affiliations: rolesThroughTime },
  });
  return speaker && roleByRecord(said, speaker.affiliations);
}

async function countStatementsBySpeaker(actor: Actor, ids: readonly string[]): Promise<Map<string, number>> {
  if (isShutOut(actor)) return new Map();
  const [counts, sealed] = await Promise.all([
    // Statement(speakerId, state, …), and no row
    db.statement.groupBy({
      by: ["speakerId"],
      where: { ...listedStatements(actor), speakerId: { in: [...ids] } },
      _count: { _all: true },
    }),
    listSealed(actor),
  ]);
  const left = new Map(counts.map(({ speakerId, _count }) => [speakerId ?? "", _count._all]));
  for (const { speakerId } of sealed) {
    const count = left.get(speakerId ?? "");
    if (speakerId !== null && count !== undefined) left.set(speakerId, count - 1);
  }
  return left;
}

/** The speakers that a filter lets through. */
export function speakersMatching(actor: Actor, { q, kind, letter }: SpeakerFilter): Prisma.SpeakerWhereInput {
  const named = searchedNames(actor);
  const words = [...new Set(nameKey(q ?? "").split(" "))].filter(Boolean);
  if (words.length > MOST_WORDS) return { id: { in: [] } };
  // within a name as it is kept, or where a word of it begins in whatever keyboard's letters
  const holds = (word: string) => [
    { nameKey: { contains: word } },
    ...searchWords(word).map((folded) => ({ searchKey: { contains: ` ${folded}` } })),
  ];
  return {
    ...(kind?.length ? { kind: { in: [...kind] } } : {}),
    AND: [
      ...words.map((word) => ({ aliases: { some: { ...named, OR: holds(word) } } })),
      // "starts with" is what is meant; the bounds are what the index can look up
      ...(letter ? [{ sortName: { gte: letter, startsWith: letter } }] : []),
      ...(letter && letter < "z" ? [{ sortName: { lt: letterAfter(letter) } }] : []),
    ],
  };
}

// nobody's name has more that differ; each is a question of its own, and PostgreSQL plans sixty of them for seconds
const MOST_WORDS = 20;

function letterAfter(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}

/** The names of speakers that the actor may see, by id. */
export async function nameSpeakers(
  actor: Actor,
  ids: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const found = await db.speaker.findMany({
    where: { AND: [{ id: { in: ids.filter((id) => typeof id === "string") } }, visibleSpeakers(actor)] },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
  return new Map(found.map(({ id, name }) => [id, name]));
}
