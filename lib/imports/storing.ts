import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { db, refreshStatistics, setMany, type Tx, transact } from "@/lib/db/server";
import { followEdition, lookAhead } from "@/lib/editions/server";
import { Conflict, NotFound, type Refusal, Refused, refuseUnlessEmpty } from "@/lib/errors";
import { type Asked, askedBy, type DraftProposal, toStatementInput } from "@/lib/proposals";
import { forgetActs, ownDraft, ownerOf, readAll, suggestionsFor, WITH_KINDS } from "@/lib/proposals/server";
import { captureStatements, standAgain } from "@/lib/statements/server";
import { findNear, refuseNear } from "./near";
import { placeIn, placeNew } from "./placing";
import { findSourceOfDraft } from "./queries";
import { olderTextIn } from "./read-again";
import { recognisedIn, sourceOf } from "./recognising";
import { settleSpeakers } from "./voices";

export interface StoredImport {
  /** The public id of the source. */
  readonly sourceId: string;
  /** How many statements were stored now. */
  readonly stored: number;
  /** Accepted ones that the source already had at the same place. */
  readonly known: number;
  /** The public id of the first statement that was stored now, in the order of the text. */
  readonly firstId: string | null;
  /** Proposals that still wait for a decision: the draft stays open for them. */
  readonly pending: number;
}

/** What its person has typed into the forms of a draft and not saved. */
interface Unsaved {
  /** The proposals, by their place in the draft. */
  readonly ordinals: readonly number[];
  /** Where it was published. */
  readonly isAboutSource: boolean;
}

interface ToStore {
  readonly draftId: string;
  readonly unsaved?: Unsaved;
  /** Of a text that its source had before: its publisher prints it again, as its person says. */
  readonly isPrintedNow?: boolean;
}

/**
 * Stores what was accepted: outlet, source, edition, new speakers and statements with their anchors, all or nothing.
 * The same text is stored once: its source is used again. Storing twice stores nothing twice.
 * What is `unsaved` is nothing that could be stored, and whoever typed it would not look for it any more.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when nothing is accepted, the text is not read to its end, or
 * something of what would be stored is unsaved, or nobody said what a text is that is nearly that of a source. @throws {Conflict} while another window keeps changing the draft
 */
export async function storeDraft(actor: Actor, given: ToStore): Promise<StoredImport> {
  for (const action of ["source:import", "statement:capture", "speaker:edit"] as const)
    assertCan(actor, action);
  for (let attempt = 1; ; attempt++) {
    const outcome = await storeOnce(actor, given).catch((error: unknown) => {
      // somebody stored a speaker of this name in between: read once more, that one is known
      if (attempt < ATTEMPTS && error instanceof Refused && error.refusals.some(isOfNamesake)) return null;
      throw error;
    });
    if (outcome !== null) return outcome;
    if (attempt === ATTEMPTS) throw new Conflict(CHANGING);
  }
}

const ATTEMPTS = 3;
const isOfNamesake = ({ rule }: Refusal) => rule === "speaker.apart";
const CHANGING =
  "This import is being changed in another window at this moment. Nothing was stored. Look at it once more, then store.";

/** Null when the draft or its source was changed between what is read first and the transaction: nothing was stored then. */
async function storeOnce(
  actor: Actor,
  { draftId, unsaved, isPrintedNow = false }: ToStore,
): Promise<StoredImport | null> {
  // outside the transaction, where reading is free; a name that appears meanwhile is refused where the speaker is made
  const open = await ownDraft(db, actor, draftId).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (open === null) {
    // asked behind it: it may have been stored at this very moment
    const done = await findSourceOfDraft(actor, { draftId });
    if (done) return { sourceId: done, stored: 0, known: 0, pending: 0, firstId: null };
    throw new NotFound("The import");
  }
  const former = await sourceOf(db, open);
  const asRead = await stateOf(db, former);
  // a text that is new, or that its publisher went back to, is how the source reads now: its statements are looked for in it
  const older = await olderTextIn(db, open, former);
  const isReadNow = older ? older.isFetched || isPrintedNow : former?.editionId === null;
  const ahead = former && isReadNow ? await lookAhead(db, { sourceId: former.id, text: open.text }) : null;
  const suggestions = await suggestionsFor(db, actor, await readAll(db, open));
  const recognised = await recognisedIn(db, actor, open);
  const outcome = await transact(async (tx) => {
    const draft = await tx.importDraft.findFirst({
      where: { publicId: draftId, ownerId: ownerOf(actor), state: { not: "discarded" } },
      include: WITH_KINDS,
    });
    if (!draft) throw new NotFound("The import");
    // another text or address, other numbers, another speaker: what was read above is of the draft as it was
    if (draft.version !== open.version || draft.unreadFromUtf16 !== open.unreadFromUtf16) return null;
    // another import that was stored meanwhile made the source, or said in it what is said here
    const source = await sourceOf(tx, draft);
    if ((await stateOf(tx, source)) !== asRead) return null;
    if (draft.unreadFromUtf16 !== null) throw new Refused([UNREAD]);
    // behind the lock: the other printing may have been stored a moment ago
    refuseNear(await findNear(tx, actor, draft, source));
    const proposals = await readAll(tx, draft);
    const unstored = proposals.filter(
      ({ decision, statementId }) => decision !== "rejected" && statementId === null,
    );
    // what says what a former edition of the source said is that statement, whatever was pressed
    const known = unstored.filter(({ ordinal }) => recognised.get(ordinal)?.how === "unchanged");
    const toStore = unstored.filter((one) => one.decision === "accepted" && !known.includes(one));
    // nobody is stored of whom nobody said what they are: such a proposal goes back to those that wait
    const askedOf = (proposal: DraftProposal) =>
      askedBy(proposal, suggestions.get(proposal.printedName ?? "") ?? []);
    const accepted = toStore.filter((proposal) => askedOf(proposal) === null);
    const asked = toStore.filter((proposal) => askedOf(proposal) !== null);
    for (const { ordinal } of asked) {
      const place = { draftId_ordinal: { draftId: draft.id, ordinal } };
      await tx.importProposal.update({ where: place, data: { decision: "pending" } });
    }
    refuseUnlessEmpty(unsavedIn(accepted, unsaved));
    const waiting = unstored.filter((one) => one.decision !== "accepted" && !known.includes(one));
    const pending = waiting.length + asked.length;
    // a text that changed is kept as it reads now, whatever of it is wanted
    if (accepted.length + known.length === 0 && (!ahead || asked.length > 0))
      return storedAlready(
        draft,
        pending,
        asked.flatMap((one) => askedOf(one) ?? []),
      );

    const place = source
      ? await placeIn(tx, actor, source, { draft, ahead })
      : await placeNew(tx, actor, draft);
    const standing = await statementsByPlace(tx, place.editionId);
    const again = known.flatMap((proposal) => {
      const statementId = recognised.get(proposal.ordinal)?.statementId;
      return statementId === undefined ? [] : [{ ...proposal, statementId }];
    });
    await standAgain(tx, actor, { editionId: place.editionId, found: again });
    await keepPlaces(
      tx,
      draft.id,
      again.map(({ ordinal, statementId }) => ({
        ...{ ordinal, statementId },
        ...{ decision: "accepted", knownId: statementId, knownHow: "unchanged" },
      })),
    );
    const fresh = accepted.filter((proposal) => !standing.has(placeOf(proposal)));
    const speakers = await settleSpeakers(tx, actor, { proposals: fresh, suggestions, place, draft });
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
    if (ahead) await followEdition(tx, actor, { ...place, ahead });
    await keepPlaces(
      tx,
      draft.id,
      accepted.map((one) => ({ ordinal: one.ordinal, statementId: standing.get(placeOf(one)) ?? null })),
    );
    await tx.importDraft.update({
      where: { id: draft.id },
      data: { sourceId: place.publicId, state: pending === 0 ? "stored" : "open", version: { increment: 1 } },
    });
    // what is stored is taken back by other means
    await forgetActs(tx, draft.id);
    const outcome = {
      stored: fresh.length,
      known: accepted.length - fresh.length + again.length,
      pending,
      firstId: captured[0]?.publicId ?? null,
    };
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
  if (outcome !== null && outcome.stored >= MANY) await refreshStatistics();
  return outcome;
}

/** Notes which statements proposals became; with hundreds, a query for each would hold up whoever writes meanwhile. */
const keepPlaces = (tx: Tx, draftId: string, rows: readonly { readonly ordinal: number }[]) =>
  setMany(tx, "ImportProposal", {
    by: ["draftId", "ordinal"],
    rows: rows.map((row) => ({ draftId, ...row })),
  });

/** From so many new statements on the planner's statistics are stale. */
export const MANY = 200;
const UNREAD = {
  rule: "import.read",
  message: "The text is not read to its end yet. Read on to the end, then store. Nothing was stored.",
};

function unsavedIn(accepted: readonly DraftProposal[], unsaved?: Unsaved): Refusal[] {
  const edited = accepted.filter(({ ordinal }) => unsaved?.ordinals.includes(ordinal));
  const names = [
    ...(unsaved?.isAboutSource ? ["“Where it was published”"] : []),
    ...edited.map(({ ordinal }) => `proposal ${ordinal}`),
  ];
  if (names.length === 0) return [];
  const message = `Something is typed and not saved in ${names.join(", ")}. Save or discard it, then store. Nothing was stored.`;
  return [{ rule: "import.saved", message }];
}

type Draft = Awaited<ReturnType<typeof ownDraft>>;

function storedAlready(draft: Draft, pending: number, asked: readonly Asked[]): StoredImport {
  if (draft.sourceId) return { sourceId: draft.sourceId, stored: 0, known: 0, pending, firstId: null };
  const [first] = asked;
  if (first) {
    const { about, name } = first;
    const message =
      about === "kind"
        ? `Say first what “${name}” is: the text does not show it, and nothing that was accepted can be stored without it.`
        : `Say first which “${name}” spoke: several known speakers are called so.`;
    throw new Refused([{ rule: "import.kinds", message }]);
  }
  throw new Refused([{ rule: "import.accepted", message: "Accept at least one proposal, then store." }]);
}

/** What of its source decides which finds of a draft are stored: it is another text when somebody wrote there. */
async function stateOf(tx: Tx, source: Awaited<ReturnType<typeof sourceOf>>): Promise<string> {
  if (!source) return "";
  // Statement(sourceId, occurredAt, id)
  const held = await tx.statement.aggregate({
    where: { sourceId: source.id },
    _count: true,
    _sum: { version: true },
  });
  const editions = await tx.edition.count({ where: { sourceId: source.id } });
  return [source.id, source.editionId, editions, held._count, held._sum.version].join();
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
