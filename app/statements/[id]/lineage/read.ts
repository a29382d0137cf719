import { cache } from "react";
import { readStatement } from "@/app/statements/[id]/read";
import { lineageOf } from "@/lib/lineage";
import { listPrintings } from "@/lib/lineage/server";

/** The lineage at an address, read once for its page and its head; the site's own 404 when there is no such statement. */
export const readLineage = cache(async (publicId: string) => {
  const { actor, statement } = await readStatement(publicId);
  const { printings, isCut } = await listPrintings(actor, statement);
  return { statement, rows: lineageOf(printings), isCut };
});
