import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { readTableApart } from "./apart";
import type { ReadTable } from "./model";
import { ownTable } from "./owned";
import { readChoices } from "./remembered";

const unpacking = promisify(gunzip);

/** The actor's own table, its file, and what is read in it with what was said of it. @throws {NotFound} @throws {Refused} */
export async function readStoredTable(
  actor: Actor,
  { tableId }: { tableId: string },
): Promise<{ table: ReadTable; bytes: Uint8Array; row: Awaited<ReturnType<typeof ownTable>> }> {
  const row = await ownTable(db, actor, tableId);
  const bytes = await unpacking(row.packed);
  const table = await readTableApart({
    ...{ bytes, sheet: row.sheet, remembered: [] },
    said: readChoices(row.choices),
  });
  return { table, bytes, row };
}
