import { v7 as uuid } from "uuid";
import { appendAudit, appendAudits } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { addMany, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, type Refusal, refuseUnlessEmpty } from "@/lib/errors";
import { type Name, readNames, readSpeakerName, speakerNameOf, storeNames, writeNames } from "@/lib/names";
import { type Change, changesBetween, WITHHELD } from "@/lib/notices";
import { passPublicEdit } from "@/lib/notices/server";
import { printableId, slugify } from "@/lib/text";
import { assertApart } from "./apart";
import { hideMerged } from "./hiding";
import { nameKey, namesOf, type SpeakerKind, sortNameOf, tellsName, tidyName } from "./model";
import { freeSlugs } from "./slugs";

/** How the public reads the fields. */
const FIELDS = {
  name: "The speaker’s name",
  citedAs: "Name, as it is cited",
  kind: "Kind of speaker",
  description: "Description",
} as const;

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

/**
 * Makes a speaker.
 * @throws {Forbidden} @throws {Refused} when the name is blank, or another has it and no description tells them apart.
 */
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
  if (inputs.length === 0) return [];
  refuseUnlessEmpty(
    inputs.some(({ name }) => nameKey(name) === "")
      ? [{ rule: "speaker.named", message: "Give the speaker's name.", field: "name" }]
      : [],
  );
  const printed = inputs.map((input) => ({ ...input, name: tidyName(input.name) }));
  await assertApart(
    tx,
    printed.map(({ name, kind, description = "", aliases = [] }) => ({
      ...{ kind, description },
      names: [name, ...aliases],
    })),
    "description",
  );
  const slugs = await freeSlugs(
    tx,
    printed.map(({ name }) => slugify(name) || printableId("sp")),
  );
  const at = now();
  const speakers = printed.map((input, index) => ({
    id: uuid(),
    slug: slugs[index] ?? "",
    name: input.name,
    sortName: sortNameOf(input.name, input.kind),
    nameParts: storeNames([readSpeakerName(input)]),
    kind: input.kind,
    description: input.description ?? "",
    createdAt: at,
  }));
  await addMany(tx, "Speaker", speakers);
  await addMany(
    tx,
    "SpeakerAlias",
    speakers.flatMap((speaker, index) =>
      namesOf(speaker.name, speaker.kind, printed[index]?.aliases ?? []).map((alias) => ({
        ...{ id: uuid(), ...alias, speakerId: speaker.id },
      })),
    ),
  );
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

/** The own fields of a speaker, whole. */
export interface SpeakerEdit {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly description: string;
  /** As `writeNames` writes a name; empty, left as it was beside another name, or of no person: read from the name. */
  readonly citedAs?: string;
  /** Whether the former name was right in its time and stays as another name; an error goes, and is not matched again. */
  readonly keepsFormerName?: boolean;
  readonly publicNote?: string;
}

/**
 * Changes a speaker's own fields. The address stays, but for a speaker who becomes an anonymous voice: the former name
 * leaves with every other name and the address that spelled it.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when someone saved since `version` was read. @throws {Refused}
 * as `passPublicEdit` does, when the speaker is public.
 */
export async function editSpeaker(
  actor: Actor,
  { id, version, keepsFormerName = false, publicNote, citedAs = "", ...fields }: SpeakerEdit,
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
    const was = { name: before.name, kind: before.kind, description: before.description };
    const cited = citedName({ name, kind }, before, citedAs);
    const isHidden = kind === "anonymous" && before.kind !== kind;
    const aliases = isHidden
      ? await tx.speakerAlias.findMany({ where: { speakerId: id }, orderBy: { id: "asc" } })
      : [];
    refuseUnlessEmpty(isHidden ? namedStill(name, before.name, aliases, { description, publicNote }) : []);
    const isAnother = ([now, former]: readonly [string, string]) => nameKey(now) !== nameKey(former);
    const renamed = [
      [name, before.name],
      [description, before.description],
      [kind, before.kind],
    ] as const;
    if (renamed.some(isAnother)) {
      const others = await tx.speakerAlias.findMany({
        where: { speakerId: id, kind: { in: ["alias", "former"] } },
        select: { name: true },
        orderBy: { id: "asc" },
      });
      const kept = keepsFormerName ? [before.name] : [];
      const names = [name, ...kept, ...others.map((other) => other.name)];
      await assertApart(tx, [{ id, kind, names, description }], "description");
    }
    const changes = changesBetween(
      FIELDS,
      { ...was, citedAs: putRight(before, speakerNameOf(before)) },
      { name, kind, description, citedAs: putRight({ name, kind }, cited) },
    );
    await passPublicEdit(tx, actor, {
      subject: { type: "speaker", id },
      // a name that is taken away to protect somebody is not printed once more
      changes: kind === "anonymous" ? changes.map(withoutFormer) : changes,
      note: publicNote,
    });
    const slug = isHidden ? printableId("sp") : before.slug;
    await tx.speaker.update({
      where: { id },
      data: {
        ...{ slug, name, kind, description, sortName: sortNameOf(name, kind) },
        nameParts: storeNames([cited]),
      },
    });
    if (isHidden) {
      await tx.speakerAlias.deleteMany({ where: { speakerId: id } });
      await hideMerged(tx, id, { name, kind });
    }
    if (name !== before.name || kind !== before.kind) {
      await renameAliases(tx, before, { name, kind, keepsFormerName });
    }
    await appendAudit(tx, {
      actor,
      action: "speaker.edited",
      subjectType: "speaker",
      subjectId: id,
      before: {
        ...{ ...was, citedAs: writeNames([speakerNameOf(before)]) },
        ...(isHidden ? { slug: before.slug, aliases: aliases.map((alias) => alias.name) } : {}),
      },
      // how a name is cited is read by the public with every statement
      after: {
        ...{ name, kind, description, citedAs: writeNames([cited]) },
        ...(isHidden ? { slug, aliases: [] } : {}),
      },
    });
    return { slug };
  });
}

/**
 * Claims a speaker for one save. Without a version it only counts the save: for additions, which overwrite nothing.
 * @throws {NotFound} @throws {Conflict}
 */
export async function claimSpeaker(tx: Tx, id: string, version: number | undefined) {
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
  before: { readonly id: string; readonly name: string },
  { name, kind, keepsFormerName }: { name: string; kind: SpeakerKind; keepsFormerName: boolean },
): Promise<void> {
  const speakerId = before.id;
  await tx.speakerAlias.deleteMany({ where: { speakerId, kind: "surname" } });
  if (nameKey(before.name) !== nameKey(name)) {
    const former = { where: { speakerId, kind: "name" } };
    if (keepsFormerName) await tx.speakerAlias.updateMany({ ...former, data: { kind: "former" } });
    else await tx.speakerAlias.deleteMany(former);
  }
  for (const alias of namesOf(name, kind, [])) {
    await tx.speakerAlias.upsert({
      where: { speakerId_nameKey: { speakerId, nameKey: alias.nameKey } },
      create: { ...alias, speakerId },
      // a surname that is already listed as a name of its own stays what it is
      update: alias.kind === "name" ? { name: alias.name, searchKey: alias.searchKey, kind: alias.kind } : {},
    });
  }
}

/** How a speaker is cited after a save: as it was typed, else as the name and the kind have it. */
function citedName(
  now: { readonly name: string; readonly kind: string },
  before: { readonly name: string; readonly kind: string; readonly nameParts: string | null },
  typed: string,
): Name {
  const [written] = readNames(typed);
  const former = writeNames([speakerNameOf(before)]);
  const isLeft = !written || [typed.trim(), writeNames([written])].includes(former);
  if (now.kind !== "person" || !written || (isLeft && now.name !== before.name)) return readSpeakerName(now);
  // a line does not tell all that is kept of a name: what nobody touched stays as it is
  return isLeft && before.kind === now.kind ? speakerNameOf(before) : written;
}

/** The name as it is cited, where somebody put right what is read from it; else the name says it. */
function putRight(speaker: { readonly name: string; readonly kind: string }, cited: Name): string {
  const written = writeNames([cited]);
  return written === writeNames([readSpeakerName(speaker)]) ? "" : written;
}

function withoutFormer(change: Change): Change {
  return change.what === FIELDS.kind || change.before === "" ? change : { ...change, before: WITHHELD };
}

/** Why a speaker is not hidden by this save: what visitors would read still spells one of the names. */
function namedStill(
  to: string,
  was: string,
  aliases: readonly { readonly name: string }[],
  texts: { readonly description: string; readonly publicNote: string | undefined },
): Refusal[] {
  const names = [was, ...aliases.map(({ name }) => name)];
  return Object.entries(texts)
    .filter(([, text]) => tellsName(text ?? "", names, to))
    .map(([field]) => ({
      rule: "speaker.hidden",
      message: "It holds a word of the name that is taken away. Visitors would read it here.",
      field,
    }));
}
