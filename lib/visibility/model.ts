import { type Actor, can } from "@/lib/auth";
import type { Prisma } from "@/lib/db";
import { now } from "@/lib/env";
import { env } from "@/lib/env/server";

/** The states in which a statement has been made public. A retracted one keeps its address, with the notice. */
const PUBLIC_STATES = ["published", "retracted"] as const;

/** What was made public, as the `where` of a statement: also while an embargo or "off the record" hides it again. */
export const MADE_PUBLIC = {
  state: { in: ["published", "retracted"] },
} as const satisfies Prisma.StatementWhereInput;

/** The states in which a claim has been made public. A withdrawn one keeps its address, with the notice. */
export const PUBLIC_CLAIM_STATES = ["published", "withdrawn"] as const;

/** The states in which a relation is a decision and no longer a suggestion. */
export const DECIDED_RELATIONS = ["confirmed", "resolved"] as const;

/** What the public finds in a list that asks for no state, but for what is sealed. */
export const LISTED = { state: "published" } as const satisfies Prisma.StatementWhereInput;

const NOTHING = { id: { in: [] as string[] } };

/** Whether the actor sees everything that the desk holds, or only what is public. */
export function seesUnpublished(actor: Actor): boolean {
  return can(actor, "statement:read_unpublished");
}

/**
 * What a list holds when no state was asked for: for the public what stands published. A retracted statement keeps its
 * address and is found by asking for that state. One state, and not two, lets an index that sorts behind it serve a page.
 */
export function listedStatements(actor: Actor): Prisma.StatementWhereInput {
  return seesUnpublished(actor) ? {} : LISTED;
}

/**
 * The statements that the actor may see: those who work on the desk see all; everyone else what is published or
 * retracted, and of that nothing that is off the record or under an embargo now. A visitor sees nothing while the
 * public site is off.
 */
export function visibleStatements(actor: Actor): Prisma.StatementWhereInput {
  if (seesUnpublished(actor)) return {};
  if (isShutOut(actor)) return NOTHING;
  return { state: { in: [...PUBLIC_STATES] }, NOT: sealed() };
}

/** What is off the record or under an embargo at this moment, in whatever state: `listSealed` finds the same. */
function sealed() {
  return {
    assessments: {
      some: {
        supersededAt: null,
        OR: [{ attributionTerms: "off_record" }, { embargoedUntil: { gt: now() } }],
      },
    },
  } satisfies Prisma.StatementWhereInput;
}

/**
 * The statements that are off the record or under an embargo, or null when the actor sees all. Those that only wait to be
 * published are none: what their outlet prints over an article is no secret of the desk.
 */
export function sealedStatements(actor: Actor): Prisma.StatementWhereInput | null {
  return seesUnpublished(actor) ? null : sealed();
}

/**
 * The statements that the actor may not see, or null when the actor sees all: what must be struck out of every text in
 * which their words stand.
 */
export function hiddenStatements(actor: Actor): Prisma.StatementWhereInput | null {
  return seesUnpublished(actor) ? null : { NOT: visibleStatements(actor) };
}

/**
 * The claims that the actor may see: those at the desk all, everyone else the published ones, unless all who take a
 * position on one are hidden by now.
 */
export function visibleClaims(actor: Actor): Prisma.ClaimWhereInput {
  if (seesUnpublished(actor)) return {};
  if (isShutOut(actor)) return NOTHING;
  const taken = { supersededAt: null };
  return {
    state: "published",
    OR: [
      { positions: { some: { ...taken, statement: visibleStatements(actor) } } },
      // the positions lapsed or were taken back since; the address stays
      { positions: { none: { ...taken, statement: MADE_PUBLIC } } },
    ],
  };
}

/** The speakers that the actor may see: for the public, those with a statement that the public may see. */
export function visibleSpeakers(actor: Actor): Prisma.SpeakerWhereInput {
  // one that was found to be another has nothing of its own
  if (seesUnpublished(actor)) return { mergedIntoId: null };
  return { statements: { some: visibleStatements(actor) } };
}

/** The sources that the actor may see: for the public, those in which a public statement stands. */
export function visibleSources(actor: Actor): Prisma.SourceWhereInput {
  if (seesUnpublished(actor)) return {};
  return { statements: { some: visibleStatements(actor) } };
}

/**
 * The editions that the actor may read: for the public those in which a public statement stands, so that a text that
 * somebody imports again takes nothing from a page; and the first, where a statement is held without its place.
 */
export function visibleEditions(actor: Actor): Prisma.EditionWhereInput {
  if (seesUnpublished(actor)) return {};
  const statement = visibleStatements(actor);
  return {
    OR: [
      { anchors: { some: { statement } } },
      {
        number: 1,
        source: { statements: { some: statement }, editions: { none: { anchors: { some: { statement } } } } },
      },
    ],
  };
}

/**
 * The editions whose every word may be looked for: all by the desk, none by anybody else, who would learn of words beside what is
 * public whether they stand there.
 */
export function searchedEditions(actor: Actor): Prisma.EditionWhereInput {
  return seesUnpublished(actor) ? {} : NOTHING;
}

/** The stories that the actor may see: for the public, those that hold a public statement and were not withdrawn. */
export function visibleStories(actor: Actor): Prisma.StoryWhereInput {
  if (seesUnpublished(actor)) return {};
  return { withdrawnAt: null, statements: { some: visibleStatements(actor) } };
}

/** The relations that the actor may see: for the public, decided ones between two public statements. */
export function visibleRelations(actor: Actor): Prisma.RelationWhereInput {
  if (seesUnpublished(actor)) return {};
  const visible = visibleStatements(actor);
  return { state: { in: [...DECIDED_RELATIONS] }, from: visible, to: visible };
}

/** Whether the actor sees nothing at all: a visitor, while the public site is off. */
export function isShutOut(actor: Actor): boolean {
  return actor.role === "visitor" && !env().isPublicSiteOn;
}

/** The names of speakers that answer the actor's search: what is kept for matching at the desk answers no visitor's. */
export function searchedNames(actor: Actor): Prisma.SpeakerAliasWhereInput {
  return seesUnpublished(actor) ? {} : { kind: { not: "printed" } };
}
