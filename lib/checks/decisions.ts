import { listColleagues } from "@/lib/accounts/server";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan, can } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { acceptInput, oneMeant } from "@/lib/forms";
import type { KeptFinding } from "./model";
import { claimCheck, openCheck, subjectOf } from "./mutations";
import { findingsOpen } from "./open";
import { type DecideFindingInput, decideFindingSchema } from "./schema";
import { findingsIn, recount } from "./sheet";

/**
 * Decides of a finding, or opens it again. The decision holds for its sentence and its label, in every later draft. Gives the number
 * of the open finding to go on with, null when none is open.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when the newest comparison found no such thing, or it was decided since
 * it was read. @throws {Refused} without its reason, or when no one colleague has the name.
 */
export async function decideFinding(
  actor: Actor,
  input: DecideFindingInput,
): Promise<{ findingKey: string; next: number | null }> {
  assertCan(actor, "check:work");
  const { checkId, findingKey, decision, note, colleague, version } = acceptInput(decideFindingSchema, input);
  const askedOfId = decision === "asked" && colleague !== "" ? await colleagueOf(actor, colleague) : null;
  return transact(async (tx) => {
    const check = await openCheck(tx, checkId);
    const finding = (await newestFindings(tx, check.id)).find(({ key }) => key === findingKey);
    if (!finding) throw new Conflict("The draft was compared anew, and this is not found in it any more.");
    const all = await tx.checkDecision.findMany({
      where: { checkId: check.id, findingKey },
      orderBy: [{ givenAt: "asc" }, { id: "asc" }],
    });
    if (version !== undefined && version !== all.length) throw new Conflict(DECIDED_BEFORE);
    const before = all.findLast(({ supersededAt }) => supersededAt === null);
    if (before) await tx.checkDecision.update({ where: { id: before.id }, data: { supersededAt: now() } });
    await tx.checkDecision.create({
      data: {
        ...{ checkId: check.id, findingKey, kind: decision, note, askedOfId },
        ...{ givenById: actor.id, givenAt: now() },
      },
    });
    await appendAudit(tx, {
      ...{ actor, action: "check.finding_decided", ...subjectOf(check.id) },
      ...(before ? { before: { decision: before.kind, note: before.note } } : {}),
      after: {
        ...{ decision, note, label: finding.label, words: finding.text.slice(0, 200) },
        ...(askedOfId === null ? {} : { askedOfId }),
      },
    });
    const { findings, decisions } = await recount(tx, check.id);
    return { findingKey, next: nextOpen(findings, decisions, findingKey) };
  });
}

const DECIDED_BEFORE = "A colleague decided this while you were at it. Nothing of yours was stored yet.";

async function colleagueOf(actor: Actor, typed: string): Promise<string> {
  const people = (await listColleagues(actor)).map(({ id, name }) => ({ id, told: name }));
  return oneMeant(typed, people, { field: "colleague", what: "colleague" }).id;
}

/** The number of the first open finding behind one, going round; null when none is open. */
function nextOpen(
  findings: readonly KeptFinding[],
  decided: readonly { readonly findingKey: string; readonly kind: string }[],
  findingKey: string,
): number | null {
  const open = findingsOpen(findings, decided).map((one) => findings.indexOf(one));
  const at = findings.findIndex(({ key }) => key === findingKey);
  const found = open.find((index) => index > at) ?? open[0];
  return found === undefined ? null : found + 1;
}

/** The findings of the newest comparison. */
async function newestFindings(tx: Tx, checkId: string): Promise<KeptFinding[]> {
  const run = await tx.checkRun.findFirst({
    where: { checkId },
    orderBy: [{ ranAt: "desc" }, { id: "desc" }],
    select: { findings: true },
  });
  return findingsIn(run?.findings);
}

type OnVersion = { readonly checkId: string; readonly version: number };

/**
 * Closes a check: nothing in it changes any more. With findings open, or words that nobody accounted for, an editor alone may,
 * and says why.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused}
 */
export async function closeCheck(
  actor: Actor,
  { checkId, version, reason }: OnVersion & { readonly reason: string },
): Promise<{ checkId: string }> {
  assertCan(actor, "check:work");
  return transact(async (tx) => {
    const check = await openCheck(tx, checkId);
    const { openCount: open, leftCount: words } = await recount(tx, check.id);
    if (open + words > 0) refuseOpen(actor, { open, words }, reason);
    await claimCheck(tx, check.id, version);
    await tx.check.update({ where: { id: check.id }, data: { closedAt: now() } });
    await appendAudit(tx, {
      ...{ actor, action: "check.closed", ...subjectOf(check.id) },
      after: { open, wordsNotAccountedFor: words },
      ...(reason === "" ? {} : { reason }),
    });
    return { checkId };
  });
}

function refuseOpen(actor: Actor, { open, words }: { open: number; words: number }, reason: string): void {
  const some = [
    ...(open > 0 ? [open === 1 ? "one finding is open" : `${open} findings are open`] : []),
    ...(words > 0
      ? [words === 1 ? "one word is not accounted for" : `${words} words are not accounted for`]
      : []),
  ].join(", and ");
  if (!can(actor, "check:waive"))
    throw new Refused([
      {
        rule: "check.open",
        message: `It cannot be closed yet: ${some}. Go on with it, or ask an editor to close it.`,
      },
    ]);
  if (reason === "")
    throw new Refused([
      { rule: "check.open", message: `Say why it is closed although ${some}.`, field: "reason" },
    ]);
}

/** Opens a closed check again. @throws {Forbidden} @throws {NotFound} @throws {Conflict} */
export async function reopenCheck(
  actor: Actor,
  { checkId, version }: OnVersion,
): Promise<{ checkId: string }> {
  assertCan(actor, "check:work");
  return transact(async (tx) => {
    const check = await tx.check.findFirst({ where: { publicId: checkId, closedAt: { not: null } } });
    if (!check) throw new NotFound("The closed check");
    await claimCheck(tx, check.id, version);
    await tx.check.update({ where: { id: check.id }, data: { closedAt: null } });
    await appendAudit(tx, {
      actor,
      action: "check.reopened",
      ...subjectOf(check.id),
      before: { closedAt: check.closedAt },
    });
    return { checkId };
  });
}
