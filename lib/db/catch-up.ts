import type { Prisma } from "@/prisma/generated/sqlite/client";
import { db } from "./client";
import { atLeisure } from "./leisure";
import type { Tx } from "./model";
import { transact } from "./transact";

const EDITIONS_AT_ONCE = 20;

type Work = (tx: Tx, edition: { readonly id: string; readonly text: string }) => Promise<void>;

/** Does for the editions of which `where` holds what was to be done when they were added, some at a time; gives for how many. */
export async function catchUpEditions(where: Prisma.EditionWhereInput, work: Work): Promise<number> {
  let done = 0;
  let after = "";
  for (;;) {
    // from where the last ones ended: sought from the beginning, each time more would be looked at that is done
    const left = { AND: [{ id: { gt: after } }, where] };
    const some = await atLeisure(() => catchUpSome(left, work));
    done += some.length;
    if (some.length < EDITIONS_AT_ONCE) return done;
    after = some.at(-1)?.id ?? after;
  }
}

async function catchUpSome(where: Prisma.EditionWhereInput, work: Work) {
  if ((await db.edition.findFirst({ where, select: { id: true }, orderBy: { id: "asc" } })) === null)
    return [];
  return transact(async (tx) => {
    // asked again behind the lock: another server may have been first
    const editions = await tx.edition.findMany({
      where,
      select: { id: true, text: true },
      orderBy: { id: "asc" },
      take: EDITIONS_AT_ONCE,
    });
    for (const edition of editions) await work(tx, edition);
    return editions;
  });
}
