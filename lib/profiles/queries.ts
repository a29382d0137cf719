import { type Actor, assertCan } from "@/lib/auth";
import { db, type Prisma } from "@/lib/db/server";
import { contradictedStatements } from "@/lib/relations/server";
import { tellsName } from "@/lib/speakers";
import { FALLEN_STATES } from "@/lib/statements";
import { listedStatements, visibleClaims, visibleStatements } from "@/lib/visibility/server";

/** Counts of what is held of one speaker, over the statements that a list shows the actor when no state is asked for. */
export interface Tally {
  readonly statements: number;
  readonly byForm: Readonly<Record<string, number>>;
  readonly sources: number;
  /** Statements with at least one verdict in force. */
  readonly checked: number;
  /** Statements that a contradiction stands against. */
  readonly contradicted: number;
  /** Statements that were retracted; the public finds them under that state, and the other counts leave them out. */
  readonly retracted: number;
}

/** One statement's position on a claim. */
export interface PositionTaken {
  readonly stance: string;
  readonly note: string;
  readonly statement: { readonly publicId: string; readonly occurredAt: Date };
}

/** What a speaker said on one claim, in time. */
export interface ClaimPositions {
  readonly claim: { readonly slug: string; readonly proposition: string };
  readonly positions: readonly PositionTaken[];
  /** How many times a position differs from the one before it. */
  readonly changes: number;
  /** How many other speakers take a position on it. */
  readonly others: number;
}

/** Counts what the actor sees of one speaker. */
export async function tallySpeaker(actor: Actor, speakerId: string): Promise<Tally> {
  const visible: Prisma.StatementWhereInput = { AND: [{ speakerId }, visibleStatements(actor)] };
  const theirs: Prisma.StatementWhereInput = { AND: [visible, listedStatements(actor)] };
  const [forms, sources, checked, contradicted, retracted] = await Promise.all([
    db.statement.groupBy({ by: ["form"], where: theirs, _count: { _all: true } }),
    db.statement.groupBy({ by: ["sourceId"], where: theirs }),
    db.statement.count({ where: { AND: [theirs, { verdicts: { some: { supersededAt: null } } }] } }),
    db.statement.count({ where: { AND: [theirs, contradictedStatements(actor)] } }),
    db.statement.count({ where: { AND: [visible, { state: "retracted" }] } }),
  ]);
  const byForm = Object.fromEntries(forms.map(({ form, _count }) => [form, _count._all]));
  const statements = Object.values(byForm).reduce((sum, count) => sum + count, 0);
  return { statements, byForm, sources: sources.length, checked, contradicted, retracted };
}

/** The positions that a speaker took, by claim, the claim spoken of last first; within a claim oldest first. */
export async function listPositionsOf(actor: Actor, speakerId: string): Promise<ClaimPositions[]> {
  const inForce: Prisma.PositionWhereInput = { supersededAt: null, claim: visibleClaims(actor) };
  const taken = await db.position.findMany({
    where: { AND: [inForce, { statement: { AND: [{ speakerId }, standingStatements(actor)] } }] },
    select: {
      stance: true,
      note: true,
      claimId: true,
      claim: { select: { slug: true, proposition: true } },
      statement: { select: { publicId: true, occurredAt: true } },
    },
    orderBy: [{ statement: { occurredAt: "asc" } }, { statement: { id: "asc" } }],
  });
  const byClaim = new Map<string, typeof taken>();
  for (const position of taken) {
    byClaim.set(position.claimId, [...(byClaim.get(position.claimId) ?? []), position]);
  }
  const others = await countOtherSpeakers(actor, speakerId, [...byClaim.keys()]);
  return [...byClaim.entries()]
    .map(([claimId, positions]) => ({
      claim: positions[0]?.claim ?? { slug: "", proposition: "" },
      positions: positions.map(({ stance, note, statement }) => ({ stance, note, statement })),
      changes: positions.filter(({ stance }, index) => index > 0 && stance !== positions[index - 1]?.stance)
        .length,
      others: others.get(claimId) ?? 0,
    }))
    .sort((a, b) => latest(b) - latest(a));
}

/** What of one statement still prints a word of a name that was taken away, in the public's words. */
export interface NamedStill {
  readonly publicId: string;
  readonly places: readonly string[];
}

const MOST_LOOKED_INTO = 500;

/**
 * Where the names of somebody who became an anonymous voice still stand in what visitors read of their newest 500
 * statements. Null for a speaker who never was named. The statements themselves are put right by corrections.
 * @throws {Forbidden}
 */
export async function listNamedStill(actor: Actor, speakerId: string): Promise<NamedStill[] | null> {
  assertCan(actor, "published:change");
  const hidings = await db.auditEntry.findMany({
    where: { subjectType: "speaker", subjectId: speakerId, action: "speaker.edited" },
    orderBy: { seq: "asc" },
    select: { before: true, after: true },
  });
  const { names, instead } = namesTaken(hidings);
  if (names.length === 0) return null;
  const statements = await db.statement.findMany({
    where: { speakerId, state: { in: ["published", "retracted"] } },
    orderBy: [{ occurredAt: "desc" }, { id: "desc" }],
    take: MOST_LOOKED_INTO,
    select: {
      publicId: true,
      ...fieldsOf(PRINTED),
      originalWording: true,
      introduction: true,
      translatedBy: true,
      hops: { orderBy: { ordinal: "asc" }, select: { name: true } },
      source: { select: { title: true, author: true } },
      corrections: { orderBy: { versionNumber: "asc" }, select: { note: true } },
      retractions: { orderBy: [{ proposedAt: "asc" }, { id: "asc" }], select: { reason: true } },
      verdicts: { where: { supersededAt: null }, orderBy: { id: "asc" }, select: { reasons: true } },
      anchors: {
        orderBy: { id: "asc" },
        select: { contextStartUtf16: true, contextEndUtf16: true, edition: { select: { text: true } } },
      },
    },
  });
  return statements
    .map(({ publicId, ...one }) => ({
      publicId,
      places: placesOf(one).flatMap(([place, text]) => (tellsName(text, names, instead) ? [place] : [])),
    }))
    .filter(({ places }) => places.length > 0);
}

const PRINTED = {
  ...{ wording: "words", attribution: "attribution", roleThen: "role", cue: "cue", addressee: "told to" },
  ...{ saidOnNote: "date as printed", place: "place", event: "event", context: "context" },
} as const;

function fieldsOf<T extends object>(fields: T): { [K in keyof T]: true } {
  return Object.fromEntries(Object.keys(fields).map((field) => [field, true])) as { [K in keyof T]: true };
}

interface Printing extends Readonly<Record<keyof typeof PRINTED, string>> {
  readonly originalWording: string | null;
  readonly introduction: string | null;
  readonly translatedBy: string | null;
  readonly hops: readonly { readonly name: string }[];
  readonly source: { readonly title: string; readonly author: string | null };
  readonly corrections: readonly { readonly note: string }[];
  readonly retractions: readonly { readonly reason: string }[];
  readonly verdicts: readonly { readonly reasons: string }[];
  readonly anchors: readonly {
    readonly contextStartUtf16: number;
    readonly contextEndUtf16: number;
    readonly edition: { readonly text: string };
  }[];
}

function placesOf(one: Printing): (readonly [place: string, text: string])[] {
  const around = one.anchors.map(({ contextStartUtf16, contextEndUtf16, edition }) =>
    edition.text.slice(contextStartUtf16, contextEndUtf16),
  );
  const of = (texts: readonly (string | null)[]) => texts.join(" ");
  return [
    ...Object.entries(PRINTED).map(([field, place]) => [place, one[field as keyof typeof PRINTED]] as const),
    ["introduction", of([one.introduction])],
    ["original words", of([one.originalWording])],
    ["translated by", of([one.translatedBy])],
    ["voices between", of(one.hops.map(({ name }) => name))],
    ["source’s title and author", of([one.source.title, one.source.author])],
    ["the sentences around it", of(around)],
    ["notes of corrections", of(one.corrections.map(({ note }) => note))],
    ["reason of a retraction", of(one.retractions.map(({ reason }) => reason))],
    ["reasons of verdicts", of(one.verdicts.map(({ reasons }) => reasons))],
  ];
}

/** The names that left when somebody became an anonymous voice, and what they are called since. */
function namesTaken(edits: readonly { readonly before: string | null; readonly after: string | null }[]) {
  interface Fields {
    readonly name?: string;
    readonly kind?: string;
    readonly aliases?: readonly string[];
  }
  const read = (json: string | null) => JSON.parse(json ?? "{}") as Fields;
  const states = edits.map(({ before, after }) => ({ was: read(before), now: read(after) }));
  const hiding = states.findLast(({ was, now }) => now.kind === "anonymous" && was.kind !== "anonymous");
  const last = states.at(-1)?.now;
  if (!hiding || last?.kind !== "anonymous") return { names: [], instead: "" };
  return { names: [hiding.was.name ?? "", ...(hiding.was.aliases ?? [])], instead: last.name ?? "" };
}

async function countOtherSpeakers(actor: Actor, speakerId: string, claimIds: readonly string[]) {
  const positions = await db.position.findMany({
    where: {
      claimId: { in: [...claimIds] },
      supersededAt: null,
      statement: { AND: [{ speakerId: { not: speakerId } }, standingStatements(actor)] },
    },
    select: { claimId: true, statement: { select: { speakerId: true } } },
    orderBy: { id: "asc" },
  });
  const speakers = new Map<string, Set<string | null>>();
  for (const { claimId, statement } of positions) {
    speakers.set(claimId, (speakers.get(claimId) ?? new Set()).add(statement.speakerId));
  }
  return new Map([...speakers].map(([claimId, ids]) => [claimId, ids.size]));
}

function standingStatements(actor: Actor): Prisma.StatementWhereInput {
  return { AND: [visibleStatements(actor), { state: { notIn: [...FALLEN_STATES] } }] };
}

function latest({ positions }: ClaimPositions): number {
  return positions.at(-1)?.statement.occurredAt.getTime() ?? 0;
}
