import { type Actor, assertCan } from "@/lib/auth";
import { among, db, type Tx } from "@/lib/db/server";
import { Refused } from "@/lib/errors";
import { visibleSpeakers } from "@/lib/visibility/server";
import {
  givenNamesAgree,
  keysOfName,
  nameKey,
  partsOfTold,
  surnameKey,
  tellApart,
  untitledKey,
  waysToTell,
} from "./model";
import { newestRole, roleOf, speakersMatching } from "./queries";

/** A known speaker that a printed name may mean. */
export interface SpeakerSuggestion {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  /** The newest role recorded, with its body, or null. */
  readonly role: string | null;
  readonly description: string;
  /** How the names meet, surest first. */
  readonly matched: "name" | "alias" | "without_article" | "without_title" | "surname";
}

const SUREST_FIRST = ["name", "alias", "without_article", "without_title", "surname"] as const;
const MOST = 5;
const MOST_NAMESAKES = 100;

/** The known speakers that `name` may mean, surest first, at most five unless `most` says so. @throws {Forbidden} */
export async function findSpeakersByName(
  actor: Actor,
  name: string,
  most = MOST,
): Promise<SpeakerSuggestion[]> {
  return (await suggestSpeakers(db, actor, [name], most)).get(name) ?? [];
}

/**
 * The one known speaker that `typed` means: a name, and where several have it, behind it in brackets what tells them apart.
 * @throws {Forbidden} @throws {Refused} at the field `knownName`, when none or several may be meant.
 */
export async function getSpeakerByName(actor: Actor, typed: string): Promise<SpeakerSuggestion> {
  const whole = await findSpeakersByName(actor, typed);
  const { name, apart } = partsOfTold(typed);
  const found =
    whole.length > 0 || apart === "" ? whole : await findSpeakersByName(actor, name, MOST_NAMESAKES);
  const told = found.filter((one) => waysToTell(one).some((way) => nameKey(way) === nameKey(typed)));
  const meant = told.length > 0 ? told : found.filter(({ matched }) => matched === found[0]?.matched);
  const [first, ...others] = apart === "" || found === whole || told.length > 0 ? meant : [];
  if (first && others.length === 0) return first;
  throw new Refused([
    { rule: "speaker.known", message: await notOne(actor, typed, found), field: "knownName" },
  ]);
}

/** What is said where not one speaker is meant: those who may be, as they can be written here. */
async function notOne(actor: Actor, typed: string, found: readonly SpeakerSuggestion[]): Promise<string> {
  if (found.length > 1) {
    return `Several speakers may be meant: ${tellApart(found).join("; ")}. Write one of them as it stands here.`;
  }
  const near =
    found.length > 0
      ? tellApart(found, true)
      : (await findSpeakersByWords(actor, typed, { take: MOST })).map(({ told }) => told);
  return near.length > 0
    ? `No known speaker is called “${typed}”. With these words there are: ${near.join("; ")}. Write one of them as it stands here.`
    : `No known speaker is called “${typed}”. Check the spelling, or make a new speaker.`;
}

/** A known speaker as a picker offers it. */
export interface SpeakerOffer {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly role: string | null;
  /** As it is written to mean this one and no other. */
  readonly told: string;
}

/** The known speakers with a name that holds these words, those whose name begins so first. @throws {Forbidden} */
export async function findSpeakersByWords(
  actor: Actor,
  q: string,
  { take }: { take: number },
): Promise<SpeakerOffer[]> {
  assertCan(actor, "statement:read_unpublished");
  const words = nameKey(q).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  const found = await db.speaker.findMany({
    where: { AND: [visibleSpeakers(actor), speakersMatching(actor, { q })] },
    select: {
      id: true,
      slug: true,
      name: true,
      sortName: true,
      kind: true,
      description: true,
      affiliations: newestRole,
    },
    orderBy: [{ sortName: "asc" }, { id: "asc" }],
    // of many with the word somewhere, those that begin with it are among the first few dozen or are named longer
    take: take * 8,
  });
  const begins = ({ name }: { name: string }) =>
    nameKey(name)
      .split(" ")
      .some((word) => word.startsWith(words[0] ?? ""))
      ? 0
      : 1;
  const best = found.sort((a, b) => begins(a) - begins(b)).slice(0, take);
  const doubled = new Set(await namesakesAmong(best.map(({ name }) => name)));
  const offered = best.map(({ affiliations, ...who }) => ({ ...who, role: roleOf(affiliations) }));
  const isShared = (name: string) => doubled.has(nameKey(name));
  const apart = tellApart(offered, true);
  return offered.map(({ id, name, kind, role }, index) => ({
    ...{ id, name, kind, role },
    told: isShared(name) ? (apart[index] ?? name) : name,
  }));
}

/** Those of the names, as keys, that more than one speaker has. */
async function namesakesAmong(names: readonly string[]): Promise<string[]> {
  const counts = await db.speakerAlias.groupBy({
    by: ["nameKey"],
    where: { nameKey: { in: names.map(nameKey) }, kind: { not: "surname" } },
    _count: { _all: true },
    orderBy: { nameKey: "asc" },
  });
  return counts.flatMap(({ nameKey: key, _count }) => (_count._all > 1 ? [key] : []));
}

/** For each name the known speakers that it may mean, surest first, at most five. @throws {Forbidden} */
export async function suggestSpeakers(
  tx: Tx,
  actor: Actor,
  names: readonly string[],
  most = MOST,
): Promise<Map<string, SpeakerSuggestion[]>> {
  assertCan(actor, "statement:read_unpublished");
  const keys = [...new Set(names.flatMap(keysToTry))].filter((key) => key !== "");
  const aliases = await tx.speakerAlias.findMany({
    where: { nameKey: among(keys) },
    select: {
      nameKey: true,
      kind: true,
      speaker: {
        select: {
          id: true,
          slug: true,
          name: true,
          kind: true,
          description: true,
          affiliations: newestRole,
        },
      },
    },
    orderBy: { id: "asc" },
  });
  // Map.groupBy is not in Node 20
  const byKey = new Map<string, typeof aliases>();
  for (const alias of aliases) {
    const there = byKey.get(alias.nameKey);
    if (there) there.push(alias);
    else byKey.set(alias.nameKey, [alias]);
  }

  return new Map(
    [...new Set(names)].map((name) => {
      const best = new Map<string, SpeakerSuggestion>();
      for (const key of keysToTry(name)) {
        for (const { kind, speaker } of byKey.get(key) ?? []) {
          const matched = howMatched(name, key, kind);
          if (matched === "surname" && !givenNamesAgree(name, speaker.name)) continue;
          const known = best.get(speaker.id);
          if (known && rank(known.matched) <= rank(matched)) continue;
          const { affiliations, ...who } = speaker;
          best.set(speaker.id, { ...who, role: roleOf(affiliations), matched });
        }
      }
      const found = [...best.values()].sort(
        (a, b) => rank(a.matched) - rank(b.matched) || a.name.localeCompare(b.name, "en"),
      );
      return [name, found.slice(0, most)];
    }),
  );
}

/** The keys under which the index may have a printed name, surest first. */
function keysToTry(name: string): string[] {
  return [...new Set([nameKey(name), ...keysOfName(name), untitledKey(name), surnameKey(name)])];
}

function howMatched(name: string, key: string, aliasKind: string): SpeakerSuggestion["matched"] {
  if (aliasKind === "surname") return "surname";
  if (key === nameKey(name)) return aliasKind === "name" ? "name" : "alias";
  if (keysOfName(name).includes(key)) return "without_article";
  return key === untitledKey(name) ? "without_title" : "surname";
}

function rank(matched: SpeakerSuggestion["matched"]): number {
  return SUREST_FIRST.indexOf(matched);
}
