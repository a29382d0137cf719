import type { Actor } from "@/lib/auth";
import { among, db, type Prisma } from "@/lib/db/server";
import { COUNT_LIMIT, type Count, countedTo } from "@/lib/paging";
import type { Typed } from "./asked";
import { askedFor } from "./listed";
import type { StatementFilter } from "./model";

export const NEWEST_OCCASION_FIRST = [{ occurredAt: "desc" }, { id: "desc" }] as const;

/** How many statements match, counted up to `COUNT_LIMIT`. */
export async function countStatements(
  actor: Actor,
  filter: StatementFilter = {},
  typed?: Typed,
): Promise<Count> {
  const asked = await askedFor(actor, filter, undefined, typed);
  return countedTo((await isPastCounting(asked)) ? COUNT_LIMIT + 1 : await countedIn(asked.where));
}

/**
 * Whether more match than are counted, as far as those tell that the words of a search fit: in the order of a list it takes
 * walking past all that do not match.
 */
export async function isPastCounting({
  where,
  some,
}: Awaited<ReturnType<typeof askedFor>>): Promise<boolean> {
  return some !== null && (await countedIn({ AND: [{ id: among(some) }, where] })) > COUNT_LIMIT;
}

function countedIn(where: Prisma.StatementWhereInput): Promise<number> {
  return db.statement.count({
    where,
    // in the order of an index, so that counting can stop
    orderBy: [...NEWEST_OCCASION_FIRST],
    take: COUNT_LIMIT + 1,
  });
}
