import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { NotFound, refuseUnlessEmpty } from "@/lib/errors";
import { isPublicIn, passPublicEdit } from "@/lib/notices/server";
import { nameKeyOf } from "@/lib/query";
import { assertApart } from "./apart";
import { nameKey, type SpeakerKind, tidyName } from "./model";
import { claimSpeaker } from "./mutations";

/**
 * Adds another name of the speaker; adding one that is there changes nothing.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when `version` is given and stale. @throws {Refused} also as
 * `passPublicEdit` does, when the speaker is public.
 */
export async function addAlias(
  actor: Actor,
  {
    speakerId,
    version,
    alias,
    publicNote,
  }: { speakerId: string; version?: number; alias: string; publicNote?: string },
): Promise<void> {
  assertCan(actor, "speaker:edit");
  await transact((tx) => recordAlias(tx, actor, { speakerId, version, alias, kind: "alias", publicNote }));
}

/**
 * Remembers how an article printed a known speaker's name, so that the next one is recognised. Of a public speaker it
 * is kept for matching only, and no visitor reads it.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when the name is blank.
 */
export async function rememberAlias(
  tx: Tx,
  actor: Actor,
  { speakerId, alias }: { speakerId: string; alias: string },
): Promise<void> {
  assertCan(actor, "speaker:edit");
  const kind = (await isPublicIn(tx, { type: "speaker", id: speakerId })) ? "printed" : "alias";
  await recordAlias(tx, actor, { speakerId, alias, kind });
}

interface NewAlias {
  readonly speakerId: string;
  readonly alias: string;
  readonly kind: "alias" | "printed";
  readonly version?: number | undefined;
  readonly publicNote?: string | undefined;
}

async function recordAlias(
  tx: Tx,
  actor: Actor,
  { speakerId, alias, kind, version, publicNote }: NewAlias,
): Promise<void> {
  const key = nameKey(alias);
  refuseUnlessEmpty(
    key === "" ? [{ rule: "alias.named", message: "Give the other name.", field: "alias" }] : [],
  );
  const known = await tx.speakerAlias.findUnique({
    where: { speakerId_nameKey: { speakerId, nameKey: key } },
  });
  // a name that is there already changes nothing, so there is no save to count
  if (known && known.kind !== "surname" && !(known.kind === "printed" && kind === "alias")) return;
  const { kind: sort, description } = await claimSpeaker(tx, speakerId, version);
  await assertApart(tx, [{ id: speakerId, kind: sort as SpeakerKind, names: [alias], description }], "alias");
  const data = { name: tidyName(alias), searchKey: nameKeyOf(alias), kind };
  await passPublicEdit(tx, actor, {
    subject: { type: "speaker", id: speakerId },
    changes: kind === "printed" ? [] : [{ what: "Another name", before: "", after: data.name }],
    note: publicNote,
  });
  if (known) await tx.speakerAlias.update({ where: { id: known.id }, data });
  else await tx.speakerAlias.create({ data: { ...data, speakerId, nameKey: key } });
  const subject = { subjectType: "speaker", subjectId: speakerId };
  await appendAudit(tx, {
    actor,
    action: "speaker.alias_added",
    ...subject,
    after: { alias: data.name, kind },
  });
}

/**
 * Takes another name away; the name itself stays.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} as `passPublicEdit` does.
 */
export async function removeAlias(
  actor: Actor,
  {
    speakerId,
    version,
    aliasId,
    publicNote,
  }: { speakerId: string; version: number; aliasId: string; publicNote?: string },
): Promise<void> {
  assertCan(actor, "speaker:edit");
  await transact(async (tx) => {
    await claimSpeaker(tx, speakerId, version);
    const alias = await tx.speakerAlias.findFirst({
      where: { id: aliasId, speakerId, kind: { in: ["alias", "former", "printed"] } },
    });
    if (!alias) throw new NotFound("The other name");
    await passPublicEdit(tx, actor, {
      subject: { type: "speaker", id: speakerId },
      changes: alias.kind === "printed" ? [] : [{ what: "Another name", before: alias.name, after: "" }],
      note: publicNote,
    });
    await tx.speakerAlias.delete({ where: { id: aliasId } });
    await appendAudit(tx, {
      actor,
      action: "speaker.alias_removed",
      subjectType: "speaker",
      subjectId: speakerId,
      before: { alias: alias.name, kind: alias.kind },
    });
  });
}
