import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { titleOf } from "@/lib/proposals";
import { claimDraft, ownDraft, ownerOf } from "@/lib/proposals/server";
import { hashText } from "@/lib/sources/server";
import { printableId, takeText } from "@/lib/text";
import { addProposals } from "./read-further";
import { readStep } from "./steps";

export interface DraftDetails {
  readonly title?: string;
  readonly outletName?: string;
  readonly address?: string;
  readonly author?: string;
  readonly publishedOn?: string;
}

/**
 * Keeps a text with what was found in it until it is stored. A text that the actor already has open is that draft.
 * Of a long text the first part is read here and the rest by `readFurther`.
 * @throws {Forbidden} @throws {Refused} when the text is empty, too large or no text.
 */
export async function createDraft(
  actor: Actor,
  { text: pasted, language = "en", ...details }: DraftDetails & { text: string; language?: string },
): Promise<{ draftId: string; isNew: boolean }> {
  assertCan(actor, "source:import");
  const intake = takeText(pasted);
  if (!intake.isText) {
    throw new Refused([{ rule: `text.${intake.rule}`, message: intake.message, field: "text" }]);
  }
  const { text } = intake;
  const sha256 = hashText(text);
  const { found, unreadFromUtf16 } = readStep(text, 0, language);
  return transact(async (tx) => {
    const open = await tx.importDraft.findFirst({
      where: { ownerId: ownerOf(actor), state: "open", sha256 },
    });
    // two presses of one button, or the same article once more: what was decided in it is kept
    if (open) return { draftId: open.publicId, isNew: false };
    const draft = await tx.importDraft.create({
      data: {
        ...details,
        publicId: await freePublicId(tx),
        ownerId: ownerOf(actor),
        text,
        sha256,
        language,
        unreadFromUtf16,
        title: details.title?.trim() || titleOf(text),
        createdAt: now(),
      },
    });
    const proposals = await addProposals(tx, draft.id, found);
    await appendAudit(tx, {
      actor,
      action: "import.started",
      subjectType: "import",
      subjectId: draft.id,
      after: { draftId: draft.publicId, sha256, lengthUtf16: text.length, unreadFromUtf16, proposals },
    });
    return { draftId: draft.publicId, isNew: true };
  });
}

/** Records what is known of the document. @throws {Forbidden} @throws {NotFound} @throws {Conflict} */
export async function saveDetails(
  actor: Actor,
  { draftId, version, ...details }: DraftDetails & { draftId: string; version: number },
): Promise<void> {
  assertCan(actor, "source:import");
  await transact(async (tx) => {
    const draft = await ownDraft(tx, actor, draftId);
    await claimDraft(tx, draft.id, version);
    const title = details.title?.trim() || titleOf(draft.text);
    await tx.importDraft.update({ where: { id: draft.id }, data: { ...details, title } });
  });
}

/** Puts a draft away; nothing of it was stored. @throws {Forbidden} @throws {NotFound} */
export async function discardDraft(actor: Actor, { draftId }: { draftId: string }): Promise<void> {
  assertCan(actor, "source:import");
  await transact(async (tx) => {
    const { id, publicId } = await ownDraft(tx, actor, draftId);
    await tx.importDraft.update({ where: { id }, data: { state: "discarded", version: { increment: 1 } } });
    await appendAudit(tx, {
      actor,
      action: "import.discarded",
      subjectType: "import",
      subjectId: id,
      before: { draftId: publicId },
    });
  });
}

async function freePublicId(tx: Tx): Promise<string> {
  for (;;) {
    const publicId = printableId("imp");
    if (!(await tx.importDraft.findUnique({ where: { publicId }, select: { id: true } }))) return publicId;
  }
}
