import type { Actor } from "@/lib/auth";
import type { Db, Tx } from "@/lib/db/server";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { ownerOf } from "@/lib/proposals/server";

/** The actor's own table that is not stored yet. @throws {NotFound} @throws {Refused} when it is stored by now */
export async function ownTable(tx: Tx | Db, actor: Actor, tableId: string) {
  const table = await tx.statementTable.findFirst({
    where: { publicId: tableId, ownerId: ownerOf(actor), state: { in: ["open", "stored"] } },
  });
  if (!table) throw new NotFound("The table");
  if (table.state === "open") return table;
  const message = "This table is stored already. Load the page again to see what came of it.";
  throw new Refused([{ rule: "table.stored", message }]);
}

/** Counts a save. @throws {Conflict} when somebody saved since `version` was read */
export async function claimTable(tx: Tx, id: string, version: number): Promise<void> {
  const { count } = await tx.statementTable.updateMany({
    where: { id, version, state: "open" },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict();
}
