import type { Actor } from "@/lib/auth";
import { db, type Prisma } from "@/lib/db/server";
import { slugsNow } from "@/lib/speakers/server";
import { listedStatements, seesUnpublished, visibleClaims, visibleStatements } from "@/lib/visibility/server";
import { type Typed, typedWhere } from "./asked";
import { asksForStates, type StatementFilter } from "./model";

/**
 * The statements that the actor may see and that a filter asks for. What the words of a search name is looked up before:
 * a name or a printed id that is asked of every statement in turn makes a search of the whole table. `isForStates` says
 * whether the list names its states by itself, where its filter was taken apart.
 */
export async function statementsAskedFor(
  actor: Actor,
  filter: StatementFilter,
  isForStates = asksForStates(filter),
): Promise<Prisma.StatementWhereInput> {
  return (await askedFor(actor, filter, isForStates)).where;
}

/**
 * The same, with some that the words of the search may fit, as JSON, where too many may for all of them to be named. `typed` is what
 * was typed, where it was read before.
 */
export async function askedFor(
  actor: Actor,
  filter: StatementFilter,
  isForStates = asksForStates(filter),
  typed?: Typed,
): Promise<{ readonly where: Prisma.StatementWhereInput; readonly some: string | null }> {
  const { id, q = "", speaker, source, story, claim, form, state, retractedSince, correctedSince } = filter;
  const [{ all, some }, slugs] = await Promise.all([
    typed ?? typedWhere(actor, q),
    slugsNow(actor, speaker ?? []),
  ]);
  const where = {
    AND: [
      visibleStatements(actor),
      isForStates ? {} : listedStatements(actor),
      ...all,
      // a withdrawn story is no list any more
      story && !seesUnpublished(actor) ? { story: { withdrawnAt: null } } : {},
      // nothing else was retracted, and an index sorts behind the state
      retractedSince ? { state: "retracted" } : {},
    ],
    ...(id?.length ? { publicId: oneOf(id) } : {}),
    ...(slugs.length > 0 ? { speaker: { slug: oneOf(slugs) } } : {}),
    ...(source ? { source: { publicId: source } } : {}),
    ...(story ? { story: { slug: story } } : {}),
    ...(claim ? { positions: { some: { supersededAt: null, claim: claimAskedFor(actor, claim) } } } : {}),
    ...(form?.length ? { form: oneOf(form) } : {}),
    ...(state?.length ? { state: oneOf(state) } : {}),
    ...(retractedSince
      ? { retractions: { some: { confirmedAt: { gte: retractedSince }, withdrawnAt: null } } }
      : {}),
    ...(correctedSince ? await corrected(correctedSince) : {}),
  };
  return { where, some };
}

/** A claim that is not public, or was withdrawn, is no list for a reader. */
function claimAskedFor(actor: Actor, slug: string): Prisma.ClaimWhereInput {
  return { AND: [{ slug }, visibleClaims(actor)] };
}

// an index that sorts behind a column serves one value of it; a list of one is not seen as that
function oneOf(values: readonly string[]) {
  const [first, ...more] = values;
  return first !== undefined && more.length === 0 ? first : { in: [...values] };
}

/** What was corrected since a day: by their ids as long as they are few, so that the others are not asked. */
async function corrected(since: Date): Promise<Prisma.StatementWhereInput> {
  const given = { givenAt: { gte: since } };
  // Correction(givenAt)
  const found = await db.correction.findMany({
    where: given,
    select: { statementId: true },
    orderBy: [{ givenAt: "asc" }, { id: "asc" }],
    take: MOST_IDS + 1,
  });
  if (found.length > MOST_IDS) return { corrections: { some: given } };
  return { id: { in: [...new Set(found.map(({ statementId }) => statementId))] } };
}

/** So many records are asked for by their ids, below what one query takes. */
const MOST_IDS = 200;
