import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { db, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { hashText } from "@/lib/sources/server";
import { freePrintableId, guessLanguage, takeText } from "@/lib/text";
import { compare, keepRun } from "./compare";
import { type CheckScope, MOST } from "./model";
import { recount } from "./sheet";
import { refuseStarted, refuseTwice } from "./twice";

/** A text that stands behind a draft. */
export interface Material {
  readonly name: string;
  readonly text: string;
}

export interface StartCheck {
  readonly title?: string;
  readonly text: string;
  readonly scope: CheckScope;
  /** The slug of the story that the draft belongs to; empty for none. */
  readonly story?: string;
  /** BCP 47; empty or left out, it is guessed. */
  readonly language?: string;
  readonly materials?: readonly Material[];
}

type AtCheck = { readonly checkId: string };
type OnVersion = AtCheck & { readonly version: number };

/**
 * Compares a draft with the record and keeps what was found as a check.
 * @throws {Forbidden} @throws {Refused} without words, with too many, with a story that is not there, or where it is started already.
 */
export async function startCheck(actor: Actor, input: StartCheck): Promise<{ checkId: string }> {
  assertCan(actor, "check:work");
  const text = draftOf(input.text);
  const materials = materialsOf(input.materials ?? [], 0);
  const language = input.language || (guessLanguage(text)?.language ?? "en");
  const story = await findStory(input.story ?? "");
  if (input.scope === "story" && story === null)
    throw storyMissing("Choose the story that it is compared with.");
  const of = { text, language, scope: input.scope, storyId: story?.id ?? null, materials };
  const found = await compare(actor, of);
  return transact(async (tx) => {
    await refuseStarted(tx, actor, of);
    const check = await tx.check.create({
      data: {
        publicId: await freePublicId(tx),
        title: input.title?.trim() || titleOf(text),
        ...{ language, scope: input.scope, storyId: story?.id ?? null },
        ...{ createdById: actor.id, createdAt: now() },
      },
    });
    await addDraft(tx, actor, { checkId: check.id, number: 1, text });
    await addMaterials(tx, actor, { checkId: check.id, materials });
    await keepRun(tx, actor, { checkId: check.id, draftNumber: 1, found });
    await recount(tx, check.id);
    await appendAudit(tx, {
      ...{ actor, action: "check.started", ...subjectOf(check.id) },
      after: {
        ...{ checkId: check.publicId, scope: input.scope, sha256: hashText(text), lengthUtf16: text.length },
        ...{ materials: materials.length, findings: found.findings.length },
      },
    });
    return { checkId: check.publicId };
  });
}

/**
 * Takes the edited draft and compares it; decisions hold for every sentence that did not change.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused}
 */
export async function editDraft(
  actor: Actor,
  input: OnVersion & { readonly text: string },
): Promise<AtCheck> {
  assertCan(actor, "check:work");
  const text = draftOf(input.text);
  return again(actor, input, { text });
}

/** Adds what stands behind the draft, and compares. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function addMaterial(
  actor: Actor,
  input: OnVersion & { readonly materials: readonly Material[] },
): Promise<AtCheck> {
  assertCan(actor, "check:work");
  if (input.materials.length === 0)
    throw refusal("check.no_material", "Paste notes or choose a file.", "notes");
  return again(actor, input, { add: input.materials });
}

/** Leaves a material out from now on; former comparisons keep it. @throws {Forbidden} @throws {NotFound} @throws {Conflict} */
export async function removeMaterial(
  actor: Actor,
  input: OnVersion & { readonly ordinal: number },
): Promise<AtCheck> {
  assertCan(actor, "check:work");
  return again(actor, input, { remove: input.ordinal });
}

/** Compares the same draft with what is held now. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function compareAgain(actor: Actor, input: OnVersion): Promise<AtCheck> {
  assertCan(actor, "check:work");
  return again(actor, input, {});
}

interface Change {
  readonly text?: string;
  readonly add?: readonly Material[];
  readonly remove?: number;
}

/** One change of a check with the comparison that follows it: compared before the transaction, which then holds up nobody. */
async function again(actor: Actor, { checkId, version }: OnVersion, change: Change): Promise<AtCheck> {
  const check = await openCheck(db, checkId);
  if (check.version !== version) throw new Conflict();
  const draft = await db.checkedDraft.findFirst({
    where: { checkId: check.id },
    orderBy: { number: "desc" },
  });
  if (draft === null) throw new NotFound("The draft");
  const materials = await db.checkMaterial.findMany({
    where: { checkId: check.id, removedAt: null },
    orderBy: { ordinal: "asc" },
  });
  const gone = materials.find(({ ordinal }) => ordinal === change.remove);
  if (change.remove !== undefined && gone === undefined) throw new NotFound("This material");
  const kept = materials.filter((one) => one !== gone);
  const last = await db.checkMaterial.aggregate({ where: { checkId: check.id }, _max: { ordinal: true } });
  const added = materialsOf(change.add ?? [], last._max.ordinal ?? 0);
  refuseTwice(kept, added);
  refuseTooMuch([...kept, ...added]);
  const text = change.text ?? draft.text;
  const { language, storyId } = check;
  const scope = check.scope as CheckScope;
  const found = await compare(actor, { text, language, scope, storyId, materials: [...kept, ...added] });
  await transact(async (tx) => {
    await claimCheck(tx, check.id, version);
    const isNew = text !== draft.text;
    const number = isNew ? draft.number + 1 : draft.number;
    if (isNew) await addDraft(tx, actor, { checkId: check.id, number, text });
    if (gone) await tx.checkMaterial.update({ where: { id: gone.id }, data: { removedAt: now() } });
    await addMaterials(tx, actor, { checkId: check.id, materials: added });
    await keepRun(tx, actor, { checkId: check.id, draftNumber: number, found });
    await dropQuestions(tx, check.id, found.findings);
    await recount(tx, check.id);
    await appendAudit(tx, {
      ...{ actor, action: "check.compared", ...subjectOf(check.id) },
      after: {
        ...{ draft: number, sha256: hashText(text), findings: found.findings.length },
        ...(added.length > 0 ? { added: added.map(({ name }) => name) } : {}),
        ...(gone ? { removed: gone.name } : {}),
      },
    });
  });
  return { checkId };
}

/** Nobody is asked any more of what the draft has no longer. */
async function dropQuestions(tx: Tx, checkId: string, findings: readonly { key: string }[]): Promise<void> {
  const found = new Set(findings.map(({ key }) => key));
  const asked = await tx.checkDecision.findMany({
    where: { checkId, kind: "asked", supersededAt: null },
    select: { id: true, findingKey: true },
    orderBy: { id: "asc" },
  });
  const gone = asked.filter(({ findingKey }) => !found.has(findingKey)).map(({ id }) => id);
  if (gone.length > 0)
    await tx.checkDecision.updateMany({ where: { id: { in: gone } }, data: { supersededAt: now() } });
}

function draftOf(pasted: string): string {
  const intake = takeText(pasted);
  if (!intake.isText)
    throw refusal(
      `text.${intake.rule}`,
      intake.rule === "empty" ? "There is no draft yet. Paste it or choose a file." : intake.message,
      "text",
    );
  if (intake.text.length > MOST.draftUtf16)
    throw refusal(
      "check.long",
      "The draft is longer than 400,000 characters. Check its parts one after another.",
      "text",
    );
  return intake.text.trimEnd();
}

interface Numbered extends Material {
  readonly ordinal: number;
}

function materialsOf(given: readonly Material[], after: number): Numbered[] {
  const materials = given.map(({ name, text }, index) => {
    const intake = takeText(text);
    if (!intake.isText)
      throw refusal(`text.${intake.rule}`, `${name || "The notes"}: ${intake.message}`, "material");
    const ordinal = after + index + 1;
    return { ordinal, name: name.trim() || `Notes ${ordinal}`, text: intake.text.trimEnd() };
  });
  refuseTooMuch(materials);
  return materials;
}

function refuseTooMuch(materials: readonly { readonly text: string }[]): void {
  if (materials.length > MOST.materials)
    throw refusal(
      "check.materials",
      `A check takes at most ${MOST.materials} texts of material.`,
      "material",
    );
  const length = materials.reduce((sum, { text }) => sum + text.length, 0);
  if (length > MOST.materialUtf16)
    throw refusal(
      "check.material_long",
      "The material is longer than 5 million characters in all.",
      "material",
    );
}

async function addDraft(
  tx: Tx,
  actor: Actor,
  { checkId, number, text }: { checkId: string; number: number; text: string },
): Promise<void> {
  const written = {
    sha256: hashText(text),
    lengthUtf16: text.length,
    createdById: actor.id,
    createdAt: now(),
  };
  await tx.checkedDraft.create({ data: { checkId, number, text, ...written } });
}

async function addMaterials(
  tx: Tx,
  actor: Actor,
  { checkId, materials }: { checkId: string; materials: readonly Numbered[] },
): Promise<void> {
  for (const { ordinal, name, text } of materials)
    await tx.checkMaterial.create({
      data: {
        ...{ checkId, ordinal, name, text, sha256: hashText(text) },
        ...{ lengthUtf16: text.length, addedById: actor.id, addedAt: now() },
      },
    });
}

/** A check that is not closed. @throws {NotFound} @throws {Refused} */
export async function openCheck(tx: Pick<Tx, "check">, publicId: string) {
  const check = await tx.check.findUnique({ where: { publicId } });
  if (!check) throw new NotFound("The check");
  if (check.closedAt) throw refusal("check.closed", "This check is closed. Open it again first.");
  return check;
}

/** Counts the check's version up. @throws {Conflict} when somebody saved since `version` was read. */
export async function claimCheck(tx: Tx, id: string, version: number): Promise<void> {
  const { count } = await tx.check.updateMany({
    where: { id, version },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict();
}

export const subjectOf = (id: string) => ({ subjectType: "check", subjectId: id });

function refusal(rule: string, message: string, field?: string): Refused {
  return new Refused([{ rule, message, ...(field === undefined ? {} : { field }) }]);
}

async function findStory(slug: string): Promise<{ id: string } | null> {
  if (slug === "") return null;
  const story = await db.story.findUnique({ where: { slug }, select: { id: true } });
  if (story === null) throw storyMissing("There is no such story any more.");
  return story;
}

const storyMissing = (message: string) => refusal("check.story", message, "story");

const MOST_TITLE = 80;

/** The draft's first line. */
function titleOf(text: string): string {
  const line = text.trim().split("\n", 1)[0]?.trim() ?? "";
  return line.length <= MOST_TITLE ? line : `${line.slice(0, MOST_TITLE).replace(/\s+\S*$/u, "")} …`;
}

const freePublicId = (tx: Tx) =>
  freePrintableId("chk", (publicId) => tx.check.findUnique({ where: { publicId }, select: { id: true } }));
