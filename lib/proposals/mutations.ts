import { isDeepStrictEqual } from "node:util";
import { type Actor, assertCan } from "@/lib/auth";
import { db, type Tx, transact } from "@/lib/db/server";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import type { Proposal } from "@/lib/extraction";
import { type EdgeMove, locatePieces, locateQuote, moveEdge, quotedShare } from "@/lib/matching";
import type { SpeakerKind } from "@/lib/speakers";
import { assertApart, getSpeakerByName, speakerNow } from "@/lib/speakers/server";
import { answerKind, decide, unanswered } from "./decisions";
import { introductionOf } from "./introductions";
import {
  askedName,
  type DraftProposal,
  type DraftText,
  FORM_OF_SHARE,
  type Intent,
  joinedPieces,
  type ProposalEdit,
  type ProposalFields,
  proposalByHand,
  type Range,
  type SpeakerChoice,
  settledChoice,
  spokenAs,
} from "./model";
import { listSiblings, ownDraft, readThese, suggestionsFor } from "./queries";
import { keptFind } from "./reading";

type Edit = Pick<DraftProposal, "choice" | "fields" | "isNameRemembered">;

export interface ProposalChange extends Omit<ProposalFields, "pieces"> {
  readonly draftId: string;
  readonly version: number;
  readonly ordinal: number;
  /** As the article has it; looked for near where it stood. */
  readonly wording: string;
  /** `known:<id>`, `named` with `knownName`, `new` with `newName`, `newKind` and `newDescription`, or `none`. */
  readonly speaker: string;
  readonly knownName: string;
  readonly newName: string;
  readonly newKind?: SpeakerKind | undefined;
  /** What tells the new speaker apart from others of the name. */
  readonly newDescription?: string;
  /** Gives the other proposals of the same speaker the same correction. */
  readonly forSiblings: boolean;
  /** The printed name becomes another name of the known speaker when the statement is stored. */
  readonly isNameRemembered: boolean;
  readonly intent?: Intent;
}

/**
 * Keeps what was typed about a proposal, and then does what the pressed button asks for. Its wording stays a slice of
 * the text. Sending the same again changes nothing.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when the draft was edited since `version` was read.
 * @throws {Refused} when the text does not have the words, or no one known speaker has the name.
 */
export async function editProposal(actor: Actor, change: ProposalChange): Promise<void> {
  assertCan(actor, "source:import");
  const { draftId, version, ordinal, wording, forSiblings, isNameRemembered, intent = "save" } = change;
  const chosen = await chosenSpeaker(actor, change);
  // outside the transaction, where reading is free
  const before = await ownProposal(db, await ownDraft(db, actor, draftId), ordinal);
  const suggestions = (await suggestionsFor(db, actor, [before])).get(before.printedName ?? "") ?? [];
  const isLeft = before.choice === null && isDeepStrictEqual(chosen, settledChoice(before, suggestions));
  // what was only looked at is not chosen, and follows what is said of the name elsewhere
  const choice = isLeft && intent !== "accept" ? null : chosen;
  if (choice?.kind === "new" && choice.speakerKind !== null && !isDeepStrictEqual(choice, before.choice)) {
    const { name, speakerKind: kind, description = "" } = choice;
    // storing asks again
    await assertApart(db, [{ kind, names: [name], description }], "newDescription");
  }
  await transact(async (tx) => {
    const draft = await ownDraft(tx, actor, draftId);
    const proposal = await ownProposal(tx, draft, ordinal);
    const pieces =
      wording === proposal.wording
        ? proposal.fields.pieces
        : slicesOf(draft.text, wording, proposal.startUtf16);
    const typed = { ...typedFields(change), pieces };
    const fields = reintroduced(draft.text, proposal, typed, moved(draft.text, typed, intent));
    const edit = { choice, isNameRemembered, fields };
    const isSaid = choice?.kind === "new" && choice.speakerKind !== null;
    const isShown =
      isSaid && choice.name === proposal.printedName && choice.speakerKind === proposal.shownKind?.kind;
    const answer =
      isSaid && !isShown
        ? await answerKind(tx, draft.id, { name: choice.name, kind: choice.speakerKind })
        : undefined;
    const asked = intent === "accept" && choice !== null ? askedName(choice) : null;
    if (asked !== null) throw new Refused([unanswered(asked, "newKind")]);
    if (!isSame(edit, proposal)) {
      await claimDraft(tx, draft.id, version);
      await writeEdit(tx, draft.id, ordinal, edit);
    }
    // those that were given another speaker one by one keep it
    for (const other of forSiblings ? await listSiblings(tx, draft.id, ordinal) : []) {
      const sibling = await ownProposal(tx, draft, other);
      if (sibling.choice !== null && !isDeepStrictEqual(sibling.choice, proposal.choice)) continue;
      await writeEdit(tx, draft.id, other, { ...sibling, choice: chosen, isNameRemembered });
    }
    if (intent === "accept")
      await decide(tx, draft.id, { ordinal, decision: "accepted", ...(answer ? { answer } : {}) });
  });
}

/**
 * Adds a statement that was not found: the words as the article has them, at `startUtf16` when they stand there. Who says them, and
 * how, is taken from what was found of the same words. With `into` they become a part of that proposal instead.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when the text does not have the words.
 */
export async function addProposal(
  actor: Actor,
  { draftId, wording, startUtf16, into }: AddedWords,
): Promise<{ ordinal: number }> {
  assertCan(actor, "source:import");
  return transact(async (tx) => {
    const draft = await ownDraft(tx, actor, draftId);
    const pieces = slicesOf(draft.text, wording, startUtf16);
    if (into !== undefined) return joinTo(tx, draft, { ordinal: into, pieces });
    const range: Range = [pieces[0]?.[0] ?? 0, pieces.at(-1)?.[1] ?? 0];
    const known = await tx.importProposal.findFirst({
      where: { draftId: draft.id, startUtf16: range[0], endUtf16: range[1] },
      orderBy: { ordinal: "asc" },
    });
    if (known) return { ordinal: known.ordinal };
    const last = await tx.importProposal.findFirst({
      where: { draftId: draft.id },
      orderBy: { ordinal: "desc" },
    });
    const ordinal = (last?.ordinal ?? 0) + 1;
    const marked = proposalByHand(draft.text, pieces, FORM_OF_SHARE[quotedShare(draft.text, pieces)]);
    const found = spokenAs(marked, await findsOver(tx, draft.id, range));
    await tx.importProposal.create({
      data: {
        draftId: draft.id,
        ordinal,
        ...keptFind(found),
      },
    });
    return { ordinal };
  });
}

export interface AddedWords {
  readonly draftId: string;
  readonly wording: string;
  readonly startUtf16?: number | undefined;
  readonly into?: number | undefined;
}

/** Makes words of the text a part of a proposal, in the order of the text. */
async function joinTo(
  tx: Tx,
  draft: Awaited<ReturnType<typeof ownDraft>>,
  { ordinal, pieces: added }: { ordinal: number; pieces: readonly Range[] },
): Promise<{ ordinal: number }> {
  const proposal = await ownProposal(tx, draft, ordinal);
  const pieces = joinedPieces(draft.text, [...proposal.fields.pieces, ...added]);
  if (isDeepStrictEqual(pieces, proposal.fields.pieces)) return { ordinal };
  const form = FORM_OF_SHARE[quotedShare(draft.text, pieces)];
  const fields = { ...proposal.fields, pieces, form };
  // whoever typed in another window of what it was is told
  await claimDraft(tx, draft.id, draft.version);
  await writeEdit(tx, draft.id, ordinal, {
    ...proposal,
    fields: reintroduced(draft.text, proposal, proposal.fields, fields),
  });
  return { ordinal };
}

async function findsOver(tx: Tx, draftId: string, [start, end]: Range): Promise<Proposal[]> {
  const rows = await tx.importProposal.findMany({
    where: { draftId, startUtf16: { lt: end }, endUtf16: { gt: start } },
    select: { found: true },
    orderBy: { ordinal: "asc" },
  });
  return rows.map(({ found }) => JSON.parse(found) as Proposal);
}

/** Claims a draft for one save. @throws {Conflict} when it was edited since `version` was read. */
export async function claimDraft(tx: Tx, id: string, version: number): Promise<void> {
  const { count } = await tx.importDraft.updateMany({
    where: { id, version },
    data: { version: { increment: 1 } },
  });
  if (count === 0) {
    throw new Conflict(
      "This import was changed in another window. What you typed is kept here and not saved yet.",
    );
  }
}

async function ownProposal(
  tx: Tx,
  draft: { id: string } & DraftText,
  ordinal: number,
): Promise<DraftProposal> {
  const [proposal] = await readThese(tx, draft, [ordinal]);
  if (!proposal || proposal.statementId !== null || proposal.decision === "known")
    throw new NotFound("The proposal");
  return proposal;
}

async function writeEdit(tx: Tx, draftId: string, ordinal: number, edit: Edit): Promise<void> {
  const { choice, fields, isNameRemembered } = edit;
  const edited: ProposalEdit = {
    fields,
    isNameRemembered,
    ...(choice && choice.kind !== "known" ? { speaker: choice } : {}),
  };
  await tx.importProposal.update({
    where: { draftId_ordinal: { draftId, ordinal } },
    data: {
      edited: JSON.stringify(edited),
      speakerId: choice?.kind === "known" ? choice.speakerId : null,
      startUtf16: fields.pieces[0]?.[0] ?? 0,
      endUtf16: fields.pieces.at(-1)?.[1] ?? 0,
    },
  });
}

function typedFields(change: ProposalChange): Omit<ProposalFields, "pieces"> {
  const { form, isDenial, attribution, roleThen, cue, introduction, context } = change;
  const { addressee, saidOn, saidOnNote, place, event } = change;
  return {
    ...{ form, isDenial, attribution, roleThen, cue, introduction, context },
    ...{ addressee, saidOn, saidOnNote, place, event },
  };
}

/** When the words begin elsewhere, an introduction that nobody typed goes with them. */
function reintroduced(
  text: string,
  { found, fields: was }: DraftProposal,
  sent: ProposalFields,
  fields: ProposalFields,
): ProposalFields {
  const proposed = [was, sent].map(({ pieces }) => introductionOf(text, found, pieces));
  if (!proposed.includes(fields.introduction)) return fields;
  return { ...fields, introduction: introductionOf(text, found, fields.pieces) };
}

/** The fields with the edge moved that the pressed button names, and the form that goes with the words then. */
function moved(text: string, fields: ProposalFields, intent: Intent): ProposalFields {
  if (intent === "save" || intent === "accept") return fields;
  const [edge, by, unit] = intent.split(" ") as [EdgeMove["edge"], EdgeMove["by"], EdgeMove["unit"]];
  const at = edge === "start" ? 0 : fields.pieces.length - 1;
  const piece = fields.pieces[at];
  const range = piece ? moveEdge(text, piece, { edge, by, unit }) : null;
  if (!range) return fields;
  const pieces = fields.pieces.with(at, range);
  return { ...fields, pieces, form: FORM_OF_SHARE[quotedShare(text, pieces)] };
}

function isSame(one: Edit, other: Edit): boolean {
  const content = ({ choice, fields, isNameRemembered }: Edit) => [choice, isNameRemembered, fields];
  return isDeepStrictEqual(content(one), content(other));
}

function slicesOf(text: string, wording: string, startUtf16: number | undefined): readonly Range[] {
  const match = locateQuote(text, wording, startUtf16 === undefined ? {} : { startUtf16 });
  if (match && match.state !== "changed") return [[match.startUtf16, match.endUtf16]];
  const spliced = locatePieces(text, wording, startUtf16);
  if (spliced !== null) return spliced.pieces;
  const message = match
    ? `The article does not have exactly these words. The nearest it has is: ${match.found}`
    : "The article does not have these words. Copy them from the article as they stand there.";
  throw new Refused([{ rule: "proposal.slice", message, field: "wording" }]);
}

async function chosenSpeaker(
  actor: Actor,
  {
    speaker,
    knownName,
    newName,
    newKind,
    newDescription = "",
  }: Pick<ProposalChange, "speaker" | "knownName" | "newName" | "newKind" | "newDescription">,
): Promise<SpeakerChoice> {
  if (speaker === "none") return { kind: "none" };
  if (speaker === "new") {
    const choice = { kind: "new", name: newName, speakerKind: newKind ?? null } as const;
    return newDescription === "" ? choice : { ...choice, description: newDescription };
  }
  if (speaker !== "named") {
    // one that the page offered may have been merged since
    const known = await speakerNow(db, speaker.slice("known:".length));
    if (!known) throw new NotFound("The speaker");
    return { kind: "known", speakerId: known.id };
  }
  return { kind: "known", speakerId: (await getSpeakerByName(actor, knownName)).id };
}
