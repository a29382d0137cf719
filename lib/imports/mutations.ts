import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { db, refreshStatistics, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound, Refused } from "@/lib/errors";
import { findOrCreateOutlet } from "@/lib/outlets/server";
import {
  type DraftProposal,
  type SpeakerChoice,
  settledChoice,
  titleOf,
  toStatementInput,
} from "@/lib/proposals";
import { claimDraft, ownDraft, ownerOf, readAll, suggestionsFor } from "@/lib/proposals/server";
import { addEdition, createSource, hashText } from "@/lib/sources/server";
import { nameKey } from "@/lib/speakers";
import { createSpeakers, rememberAlias, type SpeakerSuggestion } from "@/lib/speakers/server";
import { captureStatements } from "@/lib/statements/server";
import { parseDated, printableId, takeText } from "@/lib/text";
import { findSourceOfDraft } from "./queries";
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

export interface StoredImport {
  /** The public id of the source. */
  readonly sourceId: string;
  /** How many statements were stored now. */
  readonly stored: number;
  /** Accepted ones that the source already had at the same place. */
  readonly known: number;
  /** Proposals that still wait for a decision: the draft stays open for them. */
  readonly pending: number;
}

/**
 * Stores what was accepted: outlet, source, edition, new speakers and statements with their anchors, all or nothing.
 * The same text is stored once: its source is used again. Storing twice stores nothing twice.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when nothing is accepted or the text is not read to its end.
 */
export async function storeDraft(actor: Actor, { draftId }: { draftId: string }): Promise<StoredImport> {
  for (const action of ["source:import", "statement:capture", "speaker:edit"] as const)
    assertCan(actor, action);
  const done = await findSourceOfDraft(actor, { draftId });
  if (done) return { sourceId: done, stored: 0, known: 0, pending: 0 };
  // outside the transaction, where reading is free; a name that appears meanwhile makes two speakers, which is mended
  const suggestions = await suggestionsFor(actor, await readAll(db, await ownDraft(db, actor, draftId)));
  const outcome = await transact(async (tx) => {
    const draft = await tx.importDraft.findFirst({
      where: { publicId: draftId, ownerId: ownerOf(actor), state: { not: "discarded" } },
    });
    if (!draft) throw new NotFound("The import");
    if (draft.unreadFromUtf16 !== null) throw new Refused([UNREAD]);
    const proposals = await readAll(tx, draft);
    const accepted = proposals.filter(
      ({ decision, statementId }) => decision === "accepted" && statementId === null,
    );
    const pending = proposals.filter(({ decision }) => decision === "pending").length;
    if (accepted.length === 0) return storedAlready(draft, pending);

    const place = await placeText(tx, actor, draft);
    const standing = await statementsByPlace(tx, place.editionId);
    const fresh = accepted.filter((proposal) => !standing.has(placeOf(proposal)));
    const speakers = await settleSpeakers(tx, actor, fresh, suggestions);
    const { language, storyId } = draft;
    const captured = await captureStatements(
      tx,
      actor,
      fresh.map((proposal, index) =>
        toStatementInput(proposal, { ...place, language, storyId, speakerId: speakers[index] ?? null }),
      ),
    );
    for (const [index, proposal] of fresh.entries()) {
      standing.set(placeOf(proposal), captured[index]?.id ?? "");
    }
    for (const proposal of accepted) {
      await tx.importProposal.update({
        where: { draftId_ordinal: { draftId: draft.id, ordinal: proposal.ordinal } },
        data: { statementId: standing.get(placeOf(proposal)) ?? null },
      });
    }
    await tx.importDraft.update({
      where: { id: draft.id },
      data: { sourceId: place.publicId, state: pending === 0 ? "stored" : "open", version: { increment: 1 } },
    });
    const outcome = { stored: fresh.length, known: accepted.length - fresh.length, pending };
    await appendAudit(tx, {
      actor,
      action: "import.stored",
      subjectType: "import",
      subjectId: draft.id,
      after: { sourceId: place.publicId, ...outcome },
    });
    return { sourceId: place.publicId, ...outcome };
  });
  // many new rows make the statistics stale that every list is planned by
  if (outcome.stored >= MANY) await refreshStatistics();
  return outcome;
}

const MANY = 200;
const UNREAD = {
  rule: "import.read",
  message: "The text is not read to its end yet. Read on to the end, then store. Nothing was stored.",
};

type NewSpeaker = Extract<SpeakerChoice, { kind: "new" }>;
type Draft = Awaited<ReturnType<typeof ownDraft>>;

function storedAlready(draft: Draft, pending: number): StoredImport {
  if (draft.sourceId) return { sourceId: draft.sourceId, stored: 0, known: 0, pending };
  throw new Refused([{ rule: "import.accepted", message: "Accept at least one proposal, then store." }]);
}

/** The source and edition that hold the text: those that have it already, else a new edition, else a new source. */
async function placeText(tx: Tx, actor: Actor, draft: Draft) {
  const known = await tx.edition.findFirst({
    where: { sha256: draft.sha256, ...(draft.sourceId ? { source: { publicId: draft.sourceId } } : {}) },
    select: { id: true, sourceId: true, source: { select: { publicId: true } } },
    orderBy: { createdAt: "asc" },
  });
  if (known) return { sourceId: known.sourceId, publicId: known.source.publicId, editionId: known.id };

  const { text, address } = draft;
  const same = address
    ? await tx.source.findFirst({ where: { address }, orderBy: { createdAt: "asc" } })
    : null;
  if (same) {
    const { editionId } = await addEdition(tx, actor, { sourceId: same.id, text });
    return { sourceId: same.id, publicId: same.publicId, editionId };
  }
  const outlet = draft.outletName ? await findOrCreateOutlet(tx, actor, draft.outletName) : null;
  const publishedOn = parseDated(draft.publishedOn);
  return createSource(tx, actor, {
    title: draft.title,
    outletId: outlet?.id ?? null,
    address,
    author: draft.author,
    publishedOn: publishedOn?.on ?? null,
    publishedOnPrecision: publishedOn?.precision ?? null,
    language: draft.language,
    text,
  });
}

/** The statements that stand in an edition already, by their place. */
async function statementsByPlace(tx: Tx, editionId: string): Promise<Map<string, string>> {
  const anchors = await tx.anchor.findMany({
    where: { editionId },
    select: { startUtf16: true, endUtf16: true, statementId: true },
    orderBy: { id: "asc" },
  });
  return new Map(anchors.map((anchor) => [placeOf(anchor), anchor.statementId]));
}

function placeOf({ startUtf16, endUtf16 }: { startUtf16: number; endUtf16: number }): string {
  return `${startUtf16}-${endUtf16}`;
}

/** The speaker of each proposal; new ones are made once a name. */
async function settleSpeakers(
  tx: Tx,
  actor: Actor,
  proposals: readonly DraftProposal[],
  suggestions: ReadonlyMap<string, SpeakerSuggestion[]>,
): Promise<(string | null)[]> {
  const choices = proposals.map((proposal) =>
    settledChoice(proposal, suggestions.get(proposal.printedName ?? "") ?? []),
  );
  const keyOf = ({ name, speakerKind }: NewSpeaker) => `${speakerKind} ${nameKey(name)}`;
  const fresh = new Map<string, NewSpeaker>();
  for (const choice of choices) {
    if (choice.kind === "new" && !fresh.has(keyOf(choice))) fresh.set(keyOf(choice), choice);
  }
  const made = await createSpeakers(
    tx,
    actor,
    [...fresh.values()].map(({ name, speakerKind }) => ({ name, kind: speakerKind })),
  );
  const idOf = new Map([...fresh.keys()].map((key, index) => [key, made[index]?.id ?? null]));
  for (const [index, choice] of choices.entries()) {
    const { isNameRemembered = false, printedName = null } = proposals[index] ?? {};
    if (choice.kind !== "known" || !isNameRemembered || printedName === null) continue;
    await rememberAlias(tx, actor, { speakerId: choice.speakerId, alias: printedName });
  }
  return choices.map((choice) =>
    choice.kind === "known"
      ? choice.speakerId
      : choice.kind === "new"
        ? (idOf.get(keyOf(choice)) ?? null)
        : null,
  );
}

async function freePublicId(tx: Tx): Promise<string> {
  for (;;) {
    const publicId = printableId("imp");
    if (!(await tx.importDraft.findUnique({ where: { publicId }, select: { id: true } }))) return publicId;
  }
}
