import { v7 as uuid } from "uuid";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { addLater, db, type Tx, transact } from "@/lib/db/server";
import { ownDraft } from "@/lib/proposals/server";
import { readApart } from "./apart";
import { keepKnown, recognisedIn } from "./recognising";
import type { Step } from "./steps";

/** How long one call goes on reading, in milliseconds: an answer, page included, stays well below two seconds. */
const BUDGET_MS = 800;

/**
 * Reads on in a draft whose text was not read to its end, for about `budgetMs` and at least one step, and keeps what
 * is found with the rest. Two at once share the work; at the end it does nothing. `unreadFromUtf16` is null then.
 * @throws {Forbidden} @throws {NotFound} when it is somebody else's, stored or discarded.
 */
export async function readFurther(
  actor: Actor,
  { draftId, budgetMs = BUDGET_MS }: { draftId: string; budgetMs?: number },
): Promise<{ unreadFromUtf16: number | null }> {
  assertCan(actor, "source:import");
  const startedMs = performance.now();
  const draft = await ownDraft(db, actor, draftId);
  const { text, language } = draft;
  let from = draft.unreadFromUtf16;
  while (from !== null) {
    // read before the transaction, which then holds up nobody
    const step = await readApart({ text, fromUtf16: from, language });
    from = await keepStep(actor, draftId, { ...step, fromUtf16: from });
    if (performance.now() - startedMs >= budgetMs) break;
  }
  return { unreadFromUtf16: from };
}

/**
 * Keeps what a step found, unless another call did: where the text begins that is not read yet. With the last step goes
 * what of the whole is known already: a draft that is read to its end would never ask again.
 */
function keepStep(actor: Actor, draftId: string, step: Step & { fromUtf16: number }): Promise<number | null> {
  const { fromUtf16, unreadFromUtf16, found } = step;
  return transact(async (tx) => {
    const { id, publicId } = await ownDraft(tx, actor, draftId);
    const { count } = await tx.importDraft.updateMany({
      where: { id, unreadFromUtf16: fromUtf16 },
      data: { unreadFromUtf16 },
    });
    if (count === 0) return (await ownDraft(tx, actor, draftId)).unreadFromUtf16;
    const kept = await addProposals(tx, id, found);
    if (unreadFromUtf16 === null)
      await keepKnown(tx, id, await recognisedIn(tx, actor, await ownDraft(tx, actor, draftId)));
    await appendAudit(tx, {
      actor,
      action: "import.read",
      subjectType: "import",
      subjectId: id,
      before: { draftId: publicId, unreadFromUtf16: fromUtf16 },
      after: { unreadFromUtf16, proposals: kept },
    });
    return unreadFromUtf16;
  });
}

/** Appends finds to a draft, without those that a person marked by hand before they were found; says how many. */
export async function addProposals(tx: Tx, draftId: string, found: Step["found"]): Promise<number> {
  const known = await tx.importProposal.findMany({
    where: { draftId, startUtf16: { gte: found[0]?.startUtf16 ?? 0 } },
    select: { startUtf16: true, endUtf16: true },
    orderBy: { id: "asc" },
  });
  const last = await tx.importProposal.findFirst({
    where: { draftId },
    select: { ordinal: true },
    orderBy: { ordinal: "desc" },
  });
  const taken = new Set(known.map(({ startUtf16, endUtf16 }) => `${startUtf16}-${endUtf16}`));
  const fresh = found.filter(({ startUtf16, endUtf16 }) => !taken.has(`${startUtf16}-${endUtf16}`));
  await keepProposals(tx, draftId, { found: fresh, after: last?.ordinal ?? 0 });
  return fresh.length;
}

/** Keeps finds behind the first `after` of a draft; those that became statements already are accepted. */
export function keepProposals(
  tx: Tx,
  draftId: string,
  {
    found,
    after = 0,
    statements = new Map(),
  }: { found: Step["found"]; after?: number; statements?: ReadonlyMap<number, string> | undefined },
): Promise<void> {
  const rows = found.map((find, index) => {
    const ordinal = after + index + 1;
    const statementId = statements.get(ordinal) ?? null;
    const decision = statementId === null ? "pending" : "accepted";
    return { id: uuid(), draftId, ordinal, decision, statementId, ...find };
  });
  return addLater(tx, "ImportProposal", rows);
}
