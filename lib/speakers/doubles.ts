import { type Actor, assertCan } from "@/lib/auth";
import { among, db, type Prisma } from "@/lib/db/server";
import {
  type Double,
  type DoubleReason,
  findDoubles,
  inOrder,
  type Lookalike,
  MOST_FOUND,
} from "./doubles-model";
import { keysOfName } from "./model";
import { newestRole, roleOf } from "./queries";

/** The slice of those whose sort name begins with none of a–z. */
export const OTHER_LETTERS = "other";

const MOST_LOOKED_AT = 20_000;
const MOST_SHOWN = 100;
const MOST_KEPT = 50;

/** One of two who may be one, as a person who decides sees them. */
export interface DoubleSide {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly role: string | null;
  readonly description: string;
  readonly statements: number;
}

export interface DoubleRow {
  readonly one: DoubleSide;
  readonly other: DoubleSide;
  readonly reason: DoubleReason;
}

/**
 * Who may be on record twice: pairs of whom the first sorts under a letter, the surest first, at most a hundred of them; how
 * many more there are; and whether so many sort there that not all were looked at. Who was found to be two is left out.
 * @throws {Forbidden}
 */
export async function listDoubles(
  actor: Actor,
  { letter }: { letter: string },
): Promise<{ pairs: DoubleRow[]; more: number; isCut: boolean }> {
  assertCan(actor, "speaker:edit");
  const standing = { mergedIntoId: null, kind: { not: "anonymous" } };
  // Speaker(sortName, id)
  const slice = await looked({ AND: [standing, sortedUnder(letter)] });
  const here = new Set(slice.map(({ id }) => id));
  const keys = [...new Set(slice.flatMap(({ names }) => names.flatMap(keysOfName)))];
  // SpeakerAlias(nameKey): who is elsewhere in the alphabet and has one of these names
  const elsewhere = await db.speakerAlias.findMany({
    where: { nameKey: among(keys), kind: { not: "surname" }, speaker: standing },
    select: { speakerId: true },
    orderBy: { id: "asc" },
  });
  const away = [...new Set(elsewhere.map(({ speakerId }) => speakerId))].filter((id) => !here.has(id));
  const apart = await knownApart();
  const found = findDoubles([...slice, ...(await looked({ id: among(away) }))], {
    // each two stand under the letter of the one that sorts first
    isOpen: (one, other) => here.has(one.id) && !apart.has(pairKey(one.id, other.id)),
  });
  const pairs = await told(found.slice(0, MOST_SHOWN));
  return {
    pairs,
    more: found.length - pairs.length,
    isCut: slice.length === MOST_LOOKED_AT || found.length === MOST_FOUND,
  };
}

/** Those whose sort name begins with a letter, or with none of a–z. */
function sortedUnder(letter: string): Prisma.SpeakerWhereInput {
  if (letter === OTHER_LETTERS) return { OR: [{ sortName: { lt: "a" } }, { sortName: { gte: "{" } }] };
  return { sortName: { gte: letter, lt: String.fromCharCode(letter.charCodeAt(0) + 1) } };
}

async function looked(where: Prisma.SpeakerWhereInput): Promise<Lookalike[]> {
  const found = await db.speaker.findMany({
    where,
    select: {
      ...{ id: true, name: true, sortName: true, kind: true, wikidataId: true },
      aliases: { where: { kind: { not: "surname" } }, select: { name: true }, orderBy: { id: "asc" } },
    },
    orderBy: [{ sortName: "asc" }, { id: "asc" }],
    take: MOST_LOOKED_AT,
  });
  return found.map(({ aliases, ...speaker }) => ({ ...speaker, names: aliases.map(({ name }) => name) }));
}

const pairKey = (a: string, b: string) => inOrder(a, b).join(" ");

/** Those of whom somebody has found that they are not this speaker. */
export async function knownApartFrom(speakerId: string): Promise<string[]> {
  const pairs = await knownApart({
    kept: { OR: [{ oneId: speakerId }, { otherId: speakerId }] },
    split: { OR: [{ fromId: speakerId }, { intoId: speakerId }] },
  });
  return [...pairs].flatMap((pair) => pair.split(" ").filter((id) => id !== speakerId));
}

/** The pairs of which somebody has found that they are two: by saying so, or by parting them. */
async function knownApart(
  of: { kept?: Prisma.SpeakersApartWhereInput; split?: Prisma.SpeakerSplitWhereInput } = {},
): Promise<ReadonlySet<string>> {
  const [kept, split] = await Promise.all([
    db.speakersApart.findMany({
      where: of.kept ?? {},
      select: { oneId: true, otherId: true },
      orderBy: { id: "asc" },
    }),
    db.speakerSplit.findMany({
      where: { AND: [{ undoneAt: null }, of.split ?? {}] },
      select: { fromId: true, intoId: true },
      orderBy: { id: "asc" },
    }),
  ]);
  return new Set([
    ...kept.map(({ oneId, otherId }) => pairKey(oneId, otherId)),
    ...split.map(({ fromId, intoId }) => pairKey(fromId, intoId)),
  ]);
}

async function told(doubles: readonly Double[]): Promise<DoubleRow[]> {
  const ids = doubles.flatMap(({ one, other }) => [one.id, other.id]);
  const [speakers, counts] = await Promise.all([
    db.speaker.findMany({
      where: { id: { in: ids } },
      select: {
        ...{ id: true, slug: true, name: true, kind: true, description: true },
        affiliations: newestRole,
      },
      orderBy: { id: "asc" },
    }),
    // Statement(speakerId, …)
    db.statement.groupBy({ by: ["speakerId"], where: { speakerId: { in: ids } }, _count: { _all: true } }),
  ]);
  const held = new Map(counts.map(({ speakerId, _count }) => [speakerId, _count._all]));
  const sides = new Map(
    speakers.map(({ affiliations, ...who }) => [
      who.id,
      { ...who, role: roleOf(affiliations), statements: held.get(who.id) ?? 0 },
    ]),
  );
  return doubles.flatMap(({ one, other, reason }) => {
    const [a, b] = [sides.get(one.id), sides.get(other.id)];
    return a && b ? [{ one: a, other: b, reason }] : [];
  });
}

/** Two of whom somebody found that they are two. */
export interface KeptApart {
  readonly id: string;
  readonly reason: string;
  readonly decidedAt: Date;
  readonly one: { readonly name: string; readonly slug: string };
  readonly other: { readonly name: string; readonly slug: string };
}

/** Who was found to be two, the newest first, at most fifty; of `speakerId` alone where it is given. @throws {Forbidden} */
export async function listKeptApart(actor: Actor, speakerId?: string): Promise<KeptApart[]> {
  assertCan(actor, "speaker:edit");
  // nothing leads to an anonymous voice, and who was found to be another is told of there
  const shown = { kind: { not: "anonymous" }, mergedIntoId: null };
  const who = { select: { name: true, slug: true } } as const;
  return db.speakersApart.findMany({
    where: {
      ...{ one: shown, other: shown },
      ...(speakerId === undefined ? {} : { OR: [{ oneId: speakerId }, { otherId: speakerId }] }),
    },
    select: { id: true, reason: true, decidedAt: true, one: who, other: who },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take: MOST_KEPT,
  });
}
