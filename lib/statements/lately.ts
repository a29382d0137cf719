import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { MADE_PUBLIC } from "@/lib/visibility/server";
import { statementsAskedFor } from "./listed";
import type { StatementFilter } from "./model";
import { listStatements, type StatementRow } from "./queries";

/**
 * The statements that were published last of those that a filter asks for, newest first: what was retracted since stays
 * among them with its notice.
 */
export async function listLatelyPublished(
  actor: Actor,
  filter: StatementFilter,
  { take }: { take: number },
): Promise<StatementRow[]> {
  const asked = await statementsAskedFor(actor, filter, true);
  // Statement(state, publishedAt, id): a state at a time, for the index sorts behind one
  const found = await Promise.all(
    MADE_PUBLIC.state.in.map((state) =>
      db.statement.findMany({
        where: { AND: [asked, { state }] },
        orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
        take,
        select: { publicId: true, publishedAt: true },
      }),
    ),
  );
  const time = (at: Date | null) => at?.getTime() ?? 0;
  const newest = found.flat().sort((one, other) => time(other.publishedAt) - time(one.publishedAt));
  return listStatementsById(
    actor,
    newest.slice(0, take).map(({ publicId }) => publicId),
  );
}

/** These statements in this order, as far as the actor may see them; at most as many as a page of a list has. */
export async function listStatementsById(
  actor: Actor,
  publicIds: readonly string[],
): Promise<StatementRow[]> {
  if (publicIds.length === 0) return [];
  const id = [...new Set(publicIds)];
  const { items } = await listStatements(
    actor,
    { id, state: [...MADE_PUBLIC.state.in] },
    { take: id.length },
  );
  const rows = new Map(items.map((row) => [row.publicId, row]));
  return publicIds.flatMap((one) => rows.get(one) ?? []);
}
