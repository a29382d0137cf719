import type { Actor } from "@/lib/auth";
import { assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { chainHash } from "./model";

/** How the chain stands: `brokenAt` is the first entry that does not follow from the one before it. */
export interface AuditCheck {
  readonly entries: number;
  readonly isIntact: boolean;
  readonly brokenAt: number | null;
  readonly problem: string | null;
}

const PAGE = 1000;

/** Recomputes every hash from the first entry to the head. @throws {Forbidden} */
export async function verifyAudit(actor: Actor): Promise<AuditCheck> {
  assertCan(actor, "audit:read");
  let previousHash = "";
  let seq = 0;
  const broken = (problem: string): AuditCheck => ({
    entries: seq,
    isIntact: false,
    brokenAt: seq + 1,
    problem,
  });
  for (;;) {
    const page = await db.auditEntry.findMany({
      where: { seq: { gt: seq } },
      orderBy: { seq: "asc" },
      take: PAGE,
    });
    for (const entry of page) {
      if (entry.seq !== seq + 1) return broken(`Entry ${seq + 1} is missing.`);
      if (entry.previousHash !== previousHash)
        return broken(`Entry ${entry.seq} does not follow the one before it.`);
      if (chainHash(previousHash, entry) !== entry.hash)
        return broken(`Entry ${entry.seq} was changed after it was written.`);
      previousHash = entry.hash;
      seq = entry.seq;
    }
    if (page.length < PAGE) break;
  }
  const head = await db.auditHead.findUnique({ where: { id: 1 } });
  if ((head?.seq ?? 0) !== seq || (head?.hash ?? "") !== previousHash)
    return broken("The newest entries are missing.");
  return { entries: seq, isIntact: true, brokenAt: null, problem: null };
}

/** What was done to one thing, newest first: at most 200 entries. */
export async function listHistory(subjectType: string, subjectId: string) {
  return db.auditEntry.findMany({ where: { subjectType, subjectId }, orderBy: { seq: "desc" }, take: 200 });
}

/** How many entries there are. @throws {Forbidden} */
export async function countAuditEntries(actor: Actor): Promise<number> {
  assertCan(actor, "audit:read");
  return (await db.auditHead.findUnique({ where: { id: 1 } }))?.seq ?? 0;
}
