import { type Actor, assertCan } from "@/lib/auth";
import { db, findRowsWithWords, among as listed, type Prisma, type Tx } from "@/lib/db/server";
import { phraseOf, soundWord } from "@/lib/query";
import { seesUnpublished, visibleSpeakers } from "@/lib/visibility/server";
import { knownApartFrom } from "./doubles";
import type { MergePreview, MergeRow, Twin } from "./merge-model";
import { givenNamesAgree, surnameKey } from "./model";
import { isNearName } from "./near-names";
import { newestRole, roleOf } from "./queries";
import { type SpeakerSuggestion, suggestSpeakers } from "./suggestions";

// far more than anybody merges in a row; an end for a chain that should have none
const LONGEST_CHAIN = 50;
const MOST_SURNAMES = 5000;
const MOST_TWINS = 8;
const MOST_MERGES = 100;

/** The speaker that an id means today: the one that it was merged into, else itself; null when there is none. */
export async function speakerNow(
  tx: Pick<Tx, "speaker">,
  id: string,
): Promise<{ readonly id: string; readonly slug: string; readonly name: string } | null> {
  let at: string | null = id;
  for (let step = 0; at !== null && step < LONGEST_CHAIN; step++) {
    const speaker: Pick<Prisma.SpeakerGetPayload<object>, "id" | "slug" | "name" | "mergedIntoId"> | null =
      await tx.speaker.findUnique({
        where: { id: at },
        select: { id: true, slug: true, name: true, mergedIntoId: true },
      });
    if (speaker?.mergedIntoId == null) return speaker;
    at = speaker.mergedIntoId;
  }
  return null;
}

// below the bound variables that either engine takes in one query
const CHUNK = 500;

/** `speakerNow` for many: those of the ids that mean another speaker today. */
export async function speakersNow(
  tx: Pick<Tx, "speaker">,
  ids: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const distinct = [...new Set(ids.filter((id) => typeof id === "string"))];
  const now = new Map<string, string>();
  for (let from = 0; from < distinct.length; from += CHUNK) {
    const merged = await tx.speaker.findMany({
      where: { id: { in: distinct.slice(from, from + CHUNK) }, mergedIntoId: { not: null } },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    for (const { id } of merged) now.set(id, (await speakerNow(tx, id))?.id ?? id);
  }
  return now;
}

/** The address to which that of a merged speaker leads; null for any other, and where the actor may not see it. */
export async function findMergedSlug(actor: Actor, slug: string): Promise<string | null> {
  const merged = await db.speaker.findFirst({
    where: { slug, mergedIntoId: { not: null } },
    select: { id: true },
  });
  const now = merged && (await speakerNow(db, merged.id));
  if (!now) return null;
  const seen = await db.speaker.count({ where: { AND: [{ id: now.id }, visibleSpeakers(actor)] } });
  return seen > 0 ? now.slug : null;
}

/** The addresses of speakers as they are today, in the order given: those of merged ones are the others'. */
export async function slugsNow(actor: Actor, slugs: readonly string[]): Promise<string[]> {
  // most lists are narrowed by nobody
  if (slugs.length === 0) return [];
  const merged = await db.speaker.findMany({
    where: { slug: { in: [...slugs] }, mergedIntoId: { not: null } },
    select: { slug: true },
    orderBy: { id: "asc" },
  });
  const now = new Map<string, string | null>();
  for (const { slug } of merged) now.set(slug, await findMergedSlug(actor, slug));
  return slugs.map((slug) => now.get(slug) ?? slug);
}

/** The speakers that were found to be this one, the newest first; those that were taken apart again are left out. */
export async function listMerges(actor: Actor, speakerId: string): Promise<MergeRow[]> {
  if (!seesUnpublished(actor)) return [];
  // SpeakerMerge(intoId, undoneAt, mergedAt)
  return db.speakerMerge.findMany({
    // of an anonymous voice it would say who it was
    where: { intoId: speakerId, undoneAt: null, into: { kind: { not: "anonymous" } } },
    select: { id: true, reason: true, mergedAt: true, from: { select: { name: true, slug: true } } },
    orderBy: [{ mergedAt: "desc" }, { id: "desc" }],
    take: MOST_MERGES,
  });
}

/** What would become another's if a speaker were merged: how much of each, and how much of it visitors read. @throws {Forbidden} */
export async function previewMerge(actor: Actor, fromId: string): Promise<MergePreview> {
  assertCan(actor, "speaker:edit");
  const [statements, published, attributions, roles, imports] = await Promise.all([
    db.statement.count({ where: { speakerId: fromId } }),
    db.statement.count({ where: { speakerId: fromId, state: { in: ["published", "retracted"] } } }),
    db.attributionHop.count({ where: { speakerId: fromId } }),
    db.affiliation.count({ where: { speakerId: fromId } }),
    db.importProposal.count({ where: { speakerId: fromId, statementId: null, draft: { state: "open" } } }),
  ]);
  return { statements, published, attributions, roles, imports };
}

const REASONS: Readonly<Record<SpeakerSuggestion["matched"], string>> = {
  name: "has this name too",
  alias: "has this name among others",
  without_article: "has this name without the article",
  without_title: "has this name without the title",
  surname: "has this surname, and no given name speaks against it",
};

/** Who may be the same as a speaker: by the names they share and by surnames that are spelled almost alike. @throws {Forbidden} */
export async function findTwins(
  actor: Actor,
  speaker: {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly aliases: readonly { readonly name: string }[];
  },
): Promise<Twin[]> {
  const names = [speaker.name, ...speaker.aliases.map(({ name }) => name)];
  const found = await suggestSpeakers(db, actor, names, MOST_TWINS);
  const twins = new Map<string, Twin>();
  for (const name of names)
    for (const { matched, ...one } of found.get(name) ?? [])
      if (!twins.has(one.id)) twins.set(one.id, { ...one, reason: REASONS[matched] });
  if (speaker.kind === "person") {
    for (const near of await nearlyNamed(speaker.name))
      if (!twins.has(near.id))
        twins.set(near.id, { ...near, reason: "has a surname that is spelled almost so" });
  }
  twins.delete(speaker.id);
  for (const id of await knownApartFrom(speaker.id)) twins.delete(id);
  return [...twins.values()].filter(({ kind }) => kind === speaker.kind).slice(0, MOST_TWINS);
}

/** People whose surname is spelled almost as that of `name`, and whose given names do not speak against it. */
async function nearlyNamed(name: string) {
  const surname = surnameKey(name);
  if (surname === "") return [];
  const sounds = surname.split(" ").flatMap((word) => soundWord(word) ?? []);
  const found = [
    // SpeakerAlias(nameKey)
    ...(await surnamesWith({ nameKey: { startsWith: surname.slice(0, SURE) } })),
    ...(sounds.length > 0 ? await soundingSo(sounds) : []),
  ];
  const near = found.filter((one) => isNearName(surname, one.nameKey)).map(({ speakerId }) => speakerId);
  const speakers = await db.speaker.findMany({
    where: { id: { in: near.slice(0, MOST_TWINS * 4) }, mergedIntoId: null },
    select: { id: true, slug: true, name: true, kind: true, description: true, affiliations: newestRole },
    orderBy: { id: "asc" },
  });
  return speakers
    .filter((one) => givenNamesAgree(name, one.name))
    .map(({ affiliations, ...who }) => ({ ...who, role: roleOf(affiliations) }));
}

// so many letters at its beginning are taken to be right where a name sounds otherwise
const SURE = 2;

function surnamesWith(where: Prisma.SpeakerAliasWhereInput) {
  return db.speakerAlias.findMany({
    where: { AND: [{ kind: "surname" }, where] },
    select: { speakerId: true, nameKey: true },
    orderBy: { nameKey: "asc" },
    take: MOST_SURNAMES,
  });
}

async function soundingSo(words: readonly string[]) {
  const named = { words, isPrefix: false };
  const among = await findRowsWithWords("SpeakerAlias", [named], MOST_SURNAMES);
  const inKey = { searchKey: { contains: phraseOf(named) } };
  return surnamesWith(among === null ? inKey : { AND: [inKey, { id: listed(among.ids) }] });
}
