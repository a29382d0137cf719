import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound, Refused, refuseUnlessEmpty } from "@/lib/errors";
import { passPublicEdit } from "@/lib/notices/server";
import { type Dated, foldForSearch } from "@/lib/text";
import { claimSpeaker } from "./mutations";
import { type HeldRole, roleInWords } from "./roles";

export interface AffiliationInput {
  readonly speakerId: string;
  readonly version?: number;
  readonly role: string;
  readonly body?: string;
  readonly heldFrom?: Dated | null;
  readonly heldTo?: Dated | null;
  readonly publicNote?: string;
}

/**
 * Records a role and body that the speaker held, from and to as far as known.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when `version` is given and stale. @throws {Refused} when it is
 * recorded already, of the same days; also as `passPublicEdit` does, when the speaker is public.
 */
export async function recordAffiliation(actor: Actor, input: AffiliationInput): Promise<{ id: string }> {
  assertCan(actor, "speaker:edit");
  const { speakerId, version, role, body = "", heldFrom = null, heldTo = null, publicNote } = input;
  refuseUnlessEmpty([
    ...(role.trim() === "" ? [{ rule: "affiliation.role", message: "Give the role.", field: "role" }] : []),
    ...(heldFrom && heldTo && heldFrom.on > heldTo.on
      ? [{ rule: "affiliation.order", message: "The role ends before it begins.", field: "heldTo" }]
      : []),
  ]);
  return transact(async (tx) => {
    const held = {
      role: role.trim(),
      body: body.trim(),
      heldFrom: heldFrom?.on ?? null,
      heldFromPrecision: heldFrom?.precision ?? null,
      heldTo: heldTo?.on ?? null,
      heldToPrecision: heldTo?.precision ?? null,
    };
    // before the save is counted: whoever sends it again was overtaken by nobody but themselves
    await refuseHeld(tx, speakerId, held);
    await claimSpeaker(tx, speakerId, version);
    await passPublicEdit(tx, actor, {
      subject: { type: "speaker", id: speakerId },
      changes: [{ what: "Role", before: "", after: roleInWords(held) }],
      note: publicNote,
    });
    const affiliation = await tx.affiliation.create({
      data: { ...held, speakerId, recordedById: actor.id, recordedAt: now() },
    });
    await appendAudit(tx, {
      actor,
      action: "speaker.affiliation_recorded",
      subjectType: "speaker",
      subjectId: speakerId,
      after: affiliation,
    });
    return { id: affiliation.id };
  });
}

/** A role that somebody bore twice has other days the second time. @throws {Refused} */
async function refuseHeld(tx: Tx, speakerId: string, held: HeldRole): Promise<void> {
  const recorded = await tx.affiliation.findMany({ where: { speakerId }, orderBy: { id: "asc" } });
  const key = foldForSearch(roleInWords(held));
  const twin = recorded.find((one) => foldForSearch(roleInWords(one)) === key);
  if (!twin) return;
  const message = `This role is recorded already: ${roleInWords(twin)}. Nothing was added. Of another time it is told by its days.`;
  throw new Refused([{ rule: "affiliation.twin", message, field: "role" }]);
}

/**
 * Takes away a role that the speaker never held. Statements keep the role they recorded.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} as `passPublicEdit` does.
 */
export async function removeAffiliation(
  actor: Actor,
  {
    speakerId,
    version,
    affiliationId,
    publicNote,
  }: { speakerId: string; version: number; affiliationId: string; publicNote?: string },
): Promise<void> {
  assertCan(actor, "speaker:edit");
  await transact(async (tx) => {
    await claimSpeaker(tx, speakerId, version);
    const before = await tx.affiliation.findFirst({ where: { id: affiliationId, speakerId } });
    if (!before) throw new NotFound("The role");
    await passPublicEdit(tx, actor, {
      subject: { type: "speaker", id: speakerId },
      changes: [{ what: "Role", before: roleInWords(before), after: "" }],
      note: publicNote,
    });
    await tx.affiliation.delete({ where: { id: affiliationId } });
    await appendAudit(tx, {
      actor,
      action: "speaker.affiliation_removed",
      subjectType: "speaker",
      subjectId: speakerId,
      before,
    });
  });
}
