import { type Actor, assertCan } from "@/lib/auth";
import { db, type Prisma } from "@/lib/db/server";
import { NotFound, Refused } from "@/lib/errors";
import { cursorOf, laterThan, type PageRequest, takeOf } from "@/lib/paging";
import {
  listedStatements,
  searchedNames,
  seesUnpublished,
  visibleSpeakers,
  visibleStatements,
} from "@/lib/visibility/server";
import { givenNamesAgree, nameKey, surnameKey, untitledKey } from "./model";

/** A known speaker that a printed name may mean. */
export interface SpeakerSuggestion {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  /** The newest role recorded, with its body, or null. */
  readonly role: string | null;
  /** How the names meet, surest first. */
  readonly matched: "name" | "alias" | "without_title" | "surname";
}

const SUREST_FIRST = ["name", "alias", "without_title", "surname"] as const;
const MOST = 5;
// below the bound variables that either engine takes in one query
const CHUNK = 1000;

/** The known speakers that `name` may mean, surest first, at most five. @throws {Forbidden} */
export async function findSpeakersByName(actor: Actor, name: string): Promise<SpeakerSuggestion[]> {
  return (await suggestSpeakers(actor, [name])).get(name) ?? [];
}

/**
 * The one known speaker that `name` means.
 * @throws {Forbidden} @throws {Refused} at the field `knownName`, when none or several may be meant.
 */
export async function getSpeakerByName(actor: Actor, name: string): Promise<SpeakerSuggestion> {
  const suggestions = await findSpeakersByName(actor, name);
  const [first, ...others] = suggestions.filter(({ matched }) => matched === suggestions[0]?.matched);
  if (first && others.length === 0) return first;
  const message = first
    ? `Several speakers may be meant: ${suggestions.map((one) => one.name).join("; ")}. Give the full name.`
    : `No known speaker is called “${name}”. Check the spelling, or make a new speaker.`;
  throw new Refused([{ rule: "speaker.known", message, field: "knownName" }]);
}

/** For each name the known speakers that it may mean, surest first, at most five. @throws {Forbidden} */
export async function suggestSpeakers(
  actor: Actor,
  names: readonly string[],
): Promise<Map<string, SpeakerSuggestion[]>> {
  assertCan(actor, "statement:read_unpublished");
  const keys = [...new Set(names.flatMap((name) => [nameKey(name), untitledKey(name), surnameKey(name)]))];
  const aliases = [];
  for (let from = 0; from < keys.length; from += CHUNK) {
    aliases.push(
      ...(await db.speakerAlias.findMany({
        where: { nameKey: { in: keys.slice(from, from + CHUNK).filter((key) => key !== "") } },
        select: {
          nameKey: true,
          kind: true,
          speaker: {
            select: {
              id: true,
              slug: true,
              name: true,
              kind: true,
              affiliations: newestRole,
            },
          },
        },
        orderBy: { id: "asc" },
      })),
    );
  }
  // Map.groupBy is not in Node 20
  const byKey = new Map<string, typeof aliases>();
  for (const alias of aliases) byKey.set(alias.nameKey, [...(byKey.get(alias.nameKey) ?? []), alias]);

  return new Map(
    [...new Set(names)].map((name) => {
      const best = new Map<string, SpeakerSuggestion>();
      for (const key of [nameKey(name), untitledKey(name), surnameKey(name)]) {
        for (const { kind, speaker } of byKey.get(key) ?? []) {
          const matched = howMatched(name, key, kind);
          if (matched === "surname" && !givenNamesAgree(name, speaker.name)) continue;
          const known = best.get(speaker.id);
          if (known && rank(known.matched) <= rank(matched)) continue;
          const { affiliations, ...who } = speaker;
          const [newest] = affiliations;
          const role = newest ? [newest.role, newest.body].filter(Boolean).join(", ") : null;
          best.set(speaker.id, { ...who, role, matched });
        }
      }
      const found = [...best.values()].sort(
        (a, b) => rank(a.matched) - rank(b.matched) || a.name.localeCompare(b.name, "en"),
      );
      return [name, found.slice(0, MOST)];
    }),
  );
}

function howMatched(name: string, key: string, aliasKind: string): SpeakerSuggestion["matched"] {
  if (aliasKind === "surname") return "surname";
  if (key === nameKey(name)) return aliasKind === "name" ? "name" : "alias";
  return key === untitledKey(name) ? "without_title" : "surname";
}

function rank(matched: SpeakerSuggestion["matched"]): number {
  return SUREST_FIRST.indexOf(matched);
}

/** What narrows a list of speakers: `q` by words of any of their names, `letter` by how their sort name begins. */
export interface SpeakerFilter {
  readonly q?: string | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly letter?: string | undefined;
}

export type SpeakerRow = Awaited<ReturnType<typeof listSpeakers>>["items"][number];
export type SpeakerDetail = Awaited<ReturnType<typeof getSpeaker>>;

const newestRole = {
  select: { role: true, body: true },
  orderBy: [{ heldFrom: { sort: "desc", nulls: "last" } }, { recordedAt: "desc" }],
  take: 1,
} satisfies Prisma.Speaker$affiliationsArgs;

/**
 * One page of the speakers whom the actor may see, by sort name, with how many of their statements the actor may see.
 * @throws {Refused} when `after` is not a `next` that this list gave.
 */
export async function listSpeakers(actor: Actor, filter: SpeakerFilter = {}, page: PageRequest = {}) {
  const take = takeOf(page);
  // Speaker(sortName, id) and Speaker(kind, sortName, id)
  const found = await db.speaker.findMany({
    where: {
      AND: [visibleSpeakers(actor), speakersMatching(actor, filter), laterThan("sortName", page.after)],
    },
    orderBy: [{ sortName: "asc" }, { id: "asc" }],
    take: take + 1,
    select: { id: true, slug: true, name: true, sortName: true, kind: true, affiliations: newestRole },
  });
  const counts = await countStatementsBySpeaker(
    actor,
    found.map(({ id }) => id),
  );
  const items = found.slice(0, take).map(({ affiliations: [newest], ...speaker }) => ({
    ...speaker,
    role: newest ? [newest.role, newest.body].filter(Boolean).join(", ") : null,
    statements: counts.get(speaker.id) ?? 0,
  }));
  const last = found.length > take ? items.at(-1) : undefined;
  return { items, next: last ? cursorOf(last.sortName, last.id) : null };
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
  // Statement(speakerId, state, …) is read end to end; nothing else is
  const counts = await db.statement.groupBy({
    by: ["speakerId"],
    where: { AND: [visibleStatements(actor), listedStatements(actor), { speakerId: { not: null } }] },
    _count: { _all: true },
    orderBy: [{ _count: { speakerId: "desc" } }, { speakerId: "asc" }],
    take,
  });
  const ids = counts.flatMap(({ speakerId }) => speakerId ?? []);
  const speakers = await db.speaker.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, name: true, kind: true },
    orderBy: { id: "asc" },
  });
  return counts.flatMap(({ speakerId, _count }) => {
    const speaker = speakers.find(({ id }) => id === speakerId);
    return speaker ? [{ ...speaker, statements: _count._all }] : [];
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
      affiliations: {
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
      },
    },
  });
  if (!speaker) throw new NotFound("The speaker");
  return speaker;
}

async function countStatementsBySpeaker(actor: Actor, ids: readonly string[]): Promise<Map<string, number>> {
  const counts = await db.statement.groupBy({
    by: ["speakerId"],
    where: { AND: [visibleStatements(actor), listedStatements(actor), { speakerId: { in: [...ids] } }] },
    _count: { _all: true },
  });
  return new Map(counts.map(({ speakerId, _count }) => [speakerId ?? "", _count._all]));
}

function speakersMatching(actor: Actor, { q, kind, letter }: SpeakerFilter): Prisma.SpeakerWhereInput {
  const named = searchedNames(actor);
  const words = nameKey(q ?? "")
    .split(" ")
    .filter(Boolean);
  return {
    ...(kind?.length ? { kind: { in: [...kind] } } : {}),
    AND: [
      ...words.map((word) => ({ aliases: { some: { ...named, nameKey: { contains: word } } } })),
      // "starts with" is what is meant; the bounds are what the index can look up
      ...(letter ? [{ sortName: { gte: letter, startsWith: letter } }] : []),
      ...(letter && letter < "z" ? [{ sortName: { lt: letterAfter(letter) } }] : []),
    ],
  };
}

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
