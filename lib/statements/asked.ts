import type { Actor } from "@/lib/auth";
import { among, type Prisma } from "@/lib/db/server";
import { parseQuery, type Term } from "@/lib/query";
import { listSealedSources, seesUnpublished } from "@/lib/visibility/server";
import { fielded, isOfTheDesk } from "./asked-fields";
import { type Asked, type Asking, NOTHING, worded } from "./asked-words";
import { type Narrowed, type Reach, reached } from "./reach";

/** What must hold of each statement that is found, and some that can hold all of it where they are too many to name. */
export interface Typed {
  readonly all: readonly Prisma.StatementWhereInput[];
  /** Ids as JSON; null when all that can fit are named, or nobody knows them. */
  readonly some: string | null;
}

/**
 * What somebody typed to find statements, as what each must be. What cannot be understood finds nothing, and so does, for
 * those who are not of the desk, what only the desk may ask, be it asked the other way round.
 */
export async function typedWhere(actor: Actor, typed: string): Promise<Typed> {
  const read = parseQuery(typed);
  if ("problem" in read) return { all: [NOTHING], some: null };
  const { all } = read.query;
  const isForbidden = all.flat().some((term) => term.kind === "field" && isOfTheDesk(term));
  if (isForbidden && !seesUnpublished(actor)) return { all: [NOTHING], some: null };
  if (all.length === 0) return { all: [], some: null };
  const asking = { actor, sealedSources: await listSealedSources(actor) };
  const asked = await Promise.all(
    all.map(async (terms) => oneOf(await Promise.all(terms.map((term) => termAsked(asking, term))))),
  );
  const found = await reached(asked.flatMap(({ reach }) => reach ?? []));
  return { all: [...narrowing(found), ...asked.map(({ where }) => where)], some: beginning(found) };
}

const narrowing = (found: Narrowed | null) => (found?.isAll ? [{ id: among(found.ids) }] : []);
const beginning = (found: Narrowed | null) => (found && !found.isAll ? found.ids : null);

function oneOf(asked: readonly Asked[]): Asked {
  const [first, ...others] = asked;
  if (first && others.length === 0) return first;
  const reaches = asked.map(({ reach }) => reach);
  const isKnown = (each: readonly (Reach | null)[]): each is Reach[] => !each.includes(null);
  return {
    where: { OR: asked.length === 0 ? [NOTHING] : asked.map(({ where }) => where) },
    reach: isKnown(reaches)
      ? {
          words: reaches.flatMap(({ words }) => words),
          lookups: reaches.flatMap(({ lookups }) => lookups),
        }
      : null,
  };
}

async function termAsked(asking: Asking, term: Term): Promise<Asked> {
  const asked = await (term.kind === "words" ? worded(asking, term) : fielded(asking, term));
  return term.isNot ? { where: { NOT: asked.where }, reach: null } : asked;
}
