import type { Actor } from "@/lib/auth";
import type { Prisma } from "@/lib/db/server";
import { parseQuery, type Term } from "@/lib/query";
import { seesUnpublished } from "@/lib/visibility/server";
import { fielded, isOfTheDesk } from "./asked-fields";
import { NOTHING, worded } from "./asked-words";

/**
 * What somebody typed to find statements, as what each must be. What cannot be understood finds nothing, and so does, for
 * those who are not of the desk, what only the desk may ask, be it asked the other way round.
 */
export async function typedWhere(actor: Actor, typed: string): Promise<Prisma.StatementWhereInput[]> {
  const read = parseQuery(typed);
  if ("problem" in read) return [NOTHING];
  const { all } = read.query;
  const isForbidden = all.flat().some((term) => term.kind === "field" && isOfTheDesk(term));
  if (isForbidden && !seesUnpublished(actor)) return [NOTHING];
  return Promise.all(
    all.map(async (terms) => {
      const [first, ...others] = await Promise.all(terms.map((term) => termWhere(actor, term)));
      return first && others.length === 0 ? first : { OR: [first ?? NOTHING, ...others] };
    }),
  );
}

async function termWhere(actor: Actor, term: Term): Promise<Prisma.StatementWhereInput> {
  const where = await (term.kind === "words" ? worded(actor, term) : fielded(actor, term));
  return term.isNot ? { NOT: where } : where;
}
