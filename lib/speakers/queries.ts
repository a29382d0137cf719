import { type Actor, assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
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
              affiliations: {
                select: { role: true, body: true },
                orderBy: [{ heldFrom: { sort: "desc", nulls: "last" } }, { recordedAt: "desc" }],
                take: 1,
              },
            },
          },
        },
      })),
    );
  }
  const byKey = Map.groupBy(aliases, (alias) => alias.nameKey);

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
