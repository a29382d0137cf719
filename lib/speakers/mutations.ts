import { v7 as uuid } from "uuid";
import { appendAudit, appendAudits } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Prisma, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, refuseUnlessEmpty } from "@/lib/errors";
import { type Dated, freeSlug, printableId, slugify } from "@/lib/text";
import { nameKey, namesOf, type SpeakerKind, sortNameOf, tidyName } from "./model";

export interface SpeakerInput {
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly description?: string;
  readonly aliases?: readonly string[];
}

export interface CreatedSpeaker {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** Makes a speaker. @throws {Forbidden} @throws {Refused} when the name is blank. */
export async function createSpeaker(actor: Actor, input: SpeakerInput): Promise<CreatedSpeaker> {
  assertCan(actor, "speaker:edit");
  return transact(async (tx) => {
    const [speaker] = await createSpeakers(tx, actor, [input]);
    if (!speaker) throw new NotFound("The speaker");
    return speaker;
  });
}

/** Makes many speakers in the caller's transaction, in the order given. @throws {Forbidden} @throws {Refused} */
export async function createSpeakers(
  tx: Tx,
  actor: Actor,
  inputs: readonly SpeakerInput[],
): Promise<CreatedSpeaker[]> {
  assertCan(actor, "speaker:edit");
  refuseUnlessEmpty(
    inputs.some(({ name }) => nameKey(name) === "")
      ? [{ rule: "speaker.named", message: "Give the speaker's name.", field: "name" }]
      : [],
  );
  const printed = inputs.map((input) => ({ ...input, name: tidyName(input.name) }));
  const slugs = await freeSlugs(
    tx,
    printed.map(({ name }) => slugify(name) || printableId("sp")),
  );
  const speakers = printed.map((input, index) => ({
    id: uuid(),
    slug: slugs[index] ?? "",
    name: input.name,
    sortName: sortNameOf(input.name, input.kind),
    kind: input.kind,
    description: input.description ?? "",
  }));
  await tx.speaker.createMany({ data: speakers });
  await tx.speakerAlias.createMany({
    data: speakers.flatMap((speaker, index) =>
      namesOf(speaker.name, speaker.kind, printed[index]?.aliases ?? []).map((alias) => ({
        ...alias,
        speakerId: speaker.id,
      })),
    ),
  });
  await appendAudits(
    tx,
    speakers.map(({ id, slug, name, kind, description }, index) => ({
      actor,
      action: "speaker.created",
      subjectType: "speaker",
      subjectId: id,
      after: { slug, name, kind, description, aliases: printed[index]?.aliases ?? [] },
    })),
  );
  return speakers.map(({ id, slug, name }) => ({ id, slug, name }));
}

/**
 * Changes a speaker's own fields. The address stays; a name no longer used stays findable.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when someone saved since `version` was read.
 */
export async function editSpeaker(
  actor: Actor,
  {
    id,
    version,
    ...fields
  }: { id: string; version: number; name: string; kind: SpeakerKind; description: string },
): Promise<{ slug: string }> {
  assertCan(actor, "speaker:edit");
  refuseUnlessEmpty(
    nameKey(fields.name) === ""
      ? [{ rule: "speaker.named", message: "Give the speaker's name.", field: "name" }]
      : [],
  );
  return transact(async (tx) => {
    const before = await claimSpeaker(tx, id, version);
    const name = tidyName(fields.name);
    const { kind, description } = fields;
    await tx.speaker.update({
      where: { id },
      data: { name, kind, description, sortName: sortNameOf(name, kind) },
    });
    if (name !== before.name || kind !== before.kind) await renameAliases(tx, id, before.name, name, kind);
    await appendAudit(tx, {
      actor,
      action: "speaker.edited",
      subjectType: "speaker",
      subjectId: id,
      before: { name: before.name, kind: before.kind, description: before.description },
      after: { name, kind, description },
    });
    return { slug: before.slug };
  });
}

/**
 * Adds another name of the speaker; adding one that is there changes nothing.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when `version` is given and stale. @throws {Refused}
 */
export async function addAlias(
  actor: Actor,
  { speakerId, version, alias }: { speakerId: string; version?: number; alias: string },
): Promise<void> {
  await transact((tx) => rememberAlias(tx, actor, { speakerId, version, alias }));
}

/** `addAlias` in the caller's transaction. */
export async function rememberAlias(
  tx: Tx,
  actor: Actor,
  { speakerId, version, alias }: { speakerId: string; version?: number | undefined; alias: string },
): Promise<void> {
  assertCan(actor, "speaker:edit");
  const key = nameKey(alias);
  refuseUnlessEmpty(
    key === "" ? [{ rule: "alias.named", message: "Give the other name.", field: "alias" }] : [],
  );
  const known = await tx.speakerAlias.findUnique({
    where: { speakerId_nameKey: { speakerId, nameKey: key } },
  });
  await claimSpeaker(tx, speakerId, version);
  if (known && known.kind !== "surname") return;
  const data = { name: tidyName(alias), kind: "alias" };
  if (known) await tx.speakerAlias.update({ where: { id: known.id }, data });
  else await tx.speakerAlias.create({ data: { ...data, speakerId, nameKey: key } });
  const subject = { subjectType: "speaker", subjectId: speakerId };
  await appendAudit(tx, { actor, action: "speaker.alias_added", ...subject, after: { alias: data.name } });
}

/** Takes another name away; the name itself stays. @throws {Forbidden} @throws {NotFound} @throws {Conflict} */
export async function removeAlias(
  actor: Actor,
  { speakerId, version, aliasId }: { speakerId: string; version: number; aliasId: string },
): Promise<void> {
  assertCan(actor, "speaker:edit");
  await transact(async (tx) => {
    await claimSpeaker(tx, speakerId, version);
    const alias = await tx.speakerAlias.findFirst({
      where: { id: aliasId, speakerId, kind: { in: ["alias", "former"] } },
    });
    if (!alias) throw new NotFound("The other name");
    await tx.speakerAlias.delete({ where: { id: aliasId } });
    await appendAudit(tx, {
      actor,
      action: "speaker.alias_removed",
      subjectType: "speaker",
      subjectId: speakerId,
      before: { alias: alias.name },
    });
  });
}

export interface AffiliationInput {
  readonly speakerId: string;
  readonly version?: number;
  readonly role: string;
  readonly body?: string;
  readonly heldFrom?: Dated | null;
  readonly heldTo?: Dated | null;
}

/**
 * Records a role and body that the speaker held, from and to as far as known.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when `version` is given and stale. @throws {Refused}
 */
export async function recordAffiliation(actor: Actor, input: AffiliationInput): Promise<{ id: string }> {
  assertCan(actor, "speaker:edit");
  const { speakerId, version, role, body = "", heldFrom = null, heldTo = null } = input;
  refuseUnlessEmpty([
    ...(role.trim() === "" ? [{ rule: "affiliation.role", message: "Give the role.", field: "role" }] : []),
    ...(heldFrom && heldTo && heldFrom.on > heldTo.on
      ? [{ rule: "affiliation.order", message: "The role ends before it begins.", field: "heldTo" }]
      : []),
  ]);
  return transact(async (tx) => {
    await claimSpeaker(tx, speakerId, version);
    const affiliation = await tx.affiliation.create({
      data: {
        speakerId,
        role: role.trim(),
        body: body.trim(),
        heldFrom: heldFrom?.on ?? null,
        heldFromPrecision: heldFrom?.precision ?? null,
        heldTo: heldTo?.on ?? null,
        heldToPrecision: heldTo?.precision ?? null,
        recordedById: actor.id,
        recordedAt: now(),
      },
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

/**
 * Takes away a role that the speaker never held. Statements keep the role they recorded.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict}
 */
export async function removeAffiliation(
  actor: Actor,
  { speakerId, version, affiliationId }: { speakerId: string; version: number; affiliationId: string },
): Promise<void> {
  assertCan(actor, "speaker:edit");
  await transact(async (tx) => {
    await claimSpeaker(tx, speakerId, version);
    const before = await tx.affiliation.findFirst({ where: { id: affiliationId, speakerId } });
    if (!before) throw new NotFound("The role");
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

/**
 * Claims a speaker for one save. Without a version it only counts the save: for additions, which overwrite nothing.
 * @throws {NotFound} @throws {Conflict}
 */
async function claimSpeaker(tx: Tx, id: string, version: number | undefined) {
  const { count } = await tx.speaker.updateMany({
    where: { id, ...(version === undefined ? {} : { version }) },
    data: { version: { increment: 1 } },
  });
  const speaker = await tx.speaker.findUnique({ where: { id } });
  if (!speaker) throw new NotFound("The speaker");
  if (count === 0) throw new Conflict();
  return speaker;
}

async function renameAliases(
  tx: Tx,
  speakerId: string,
  was: string,
  name: string,
  kind: SpeakerKind,
): Promise<void> {
  await tx.speakerAlias.deleteMany({ where: { speakerId, kind: "surname" } });
  if (nameKey(was) !== nameKey(name)) {
    await tx.speakerAlias.updateMany({ where: { speakerId, kind: "name" }, data: { kind: "former" } });
  }
  for (const alias of namesOf(name, kind, [])) {
    await tx.speakerAlias.upsert({
      where: { speakerId_nameKey: { speakerId, nameKey: alias.nameKey } },
      create: { ...alias, speakerId },
      // a surname that is already listed as a name of its own stays what it is
      update: alias.kind === "name" ? { name: alias.name, kind: alias.kind } : {},
    });
  }
}

async function freeSlugs(tx: Tx, bases: readonly string[]): Promise<string[]> {
  const taken = new Set<string>();
  const distinct = [...new Set(bases)];
  const CHUNK = 100; // SQLite nests each OR, at most 1000 deep
  for (let from = 0; from < distinct.length; from += CHUNK) {
    const near: Prisma.SpeakerWhereInput[] = distinct
      .slice(from, from + CHUNK)
      .flatMap((base) => [{ slug: base }, { slug: { startsWith: `${base}-` } }]);
    for (const { slug } of await tx.speaker.findMany({
      where: { OR: near },
      select: { slug: true },
      orderBy: { id: "asc" },
    }))
      taken.add(slug);
  }
  return bases.map((base) => {
    const slug = freeSlug(base, taken);
    taken.add(slug);
    return slug;
  });
}
