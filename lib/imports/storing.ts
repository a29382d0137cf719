import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { db, refreshStatistics, type Tx, transact } from "@/lib/db/server";
import { followEdition } from "@/lib/editions/server";
import { Conflict, NotFound, type Refusal, Refused, refuseUnlessEmpty } from "@/lib/errors";
import {
  type Asked,
  askedBy,
  type DraftProposal,
  type SpeakerChoice,
  settledChoice,
  toStatementInput,
} from "@/lib/proposals";
import { forgetActs, ownDraft, ownerOf, readAll, suggestionsFor, WITH_KINDS } from "@/lib/proposals/server";
import { keysOfName, nameKey } from "@/lib/speakers";
import {
  createSpeakers,
  rememberAlias,
  type SpeakerInput,
  type SpeakerSuggestion,
} from "@/lib/speakers/server";
import { captureStatements, standAgain } from "@/lib/statements/server";
import { placeIn, placeNew } from "./placing";
import { findSourceOfDraft } from "./queries";
import { recognisedIn, sourceOf } from "./recognising";

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

/**
 * Stores what was accepted: outlet, source, edition, new speakers and statements with their anchors, all or nothing.
 * The same text is stored once: its source is used again. Storing twice stores nothing twice.
 * What is `unsaved` is nothing that could be stored, and whoever typed it would not look for it any more.
 * @throws {Forbidden} @throws {NotFound} @throws {Refused} when nothing is accepted, the text is not read to its end, or
 * something of what would be stored is unsaved. @throws {Conflict} while another window keeps changing the draft
 */
export async function storeDraft(
  actor: Actor,
  given: { draftId: string; unsaved?: Unsaved },
): Promise<StoredImport> {
  for (const action of ["source:import", "statement:capture", "speaker:edit"] as const)
    assertCan(actor, action);
  for (let attempt = 1; ; attempt++) {
    const outcome = await storeOnce(actor, given);
    if (outcome !== null) return outcome;
    if (attempt === ATTEMPTS) throw new Conflict(CHANGING);
  }
}

const ATTEMPTS = 3;
const CHANGING =
  "This import is being changed in another window at this moment. Nothing was stored. Look at it once more, then store.";

/** Null when the draft was changed between what is read of it first and the transaction: nothing was stored then. */
async function storeOnce(
  actor: Actor,
  { draftId, unsaved }: { draftId: string; unsaved?: Unsaved },
): Promise<StoredImport | null> {
  const done = await findSourceOfDraft(actor, { draftId });
  if (done) return { sourceId: done, stored: 0, known: 0, pending: 0, firstId: null };
  // outside the transaction, where reading is free; a name that appears meanwhile is refused where the speaker is made
  const open = await ownDraft(db, actor, draftId);
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
    if (draft.unreadFromUtf16 !== null) throw new Refused([UNREAD]);
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
    const source = await sourceOf(tx, draft);
    const isNewEdition = source !== null && source.editionId === null;
    if (accepted.length + known.length === 0 && (!isNewEdition || asked.length > 0))
      return storedAlready(
        draft,
        pending,
        asked.flatMap((one) => askedOf(one) ?? []),
      );

    const place = source ? await placeIn(tx, actor, source, draft) : await placeNew(tx, actor, draft);
    const standing = await statementsByPlace(tx, place.editionId);
    const again = known.flatMap((proposal) => {
      const statementId = recognised.get(proposal.ordinal)?.statementId;
      return statementId === undefined ? [] : [{ ...proposal, statementId }];
    });
    await standAgain(tx, actor, { editionId: place.editionId, found: again });
    for (const { ordinal, statementId } of again) {
      await tx.importProposal.update({
        where: { draftId_ordinal: { draftId: draft.id, ordinal } },
        data: { statementId, decision: "accepted", knownId: statementId, knownHow: "unchanged" },
      });
    }
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
    if (isNewEdition) await followEdition(tx, actor, place);
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

const MANY = 200;
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

type NewSpeaker = Extract<SpeakerChoice, { kind: "new" }>;
type Suggestions = ReadonlyMap<string, SpeakerSuggestion[]>;

function choiceOf(proposal: DraftProposal, suggestions: Suggestions): SpeakerChoice {
  return settledChoice(proposal, suggestions.get(proposal.printedName ?? "") ?? []);
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

interface ToSettle {
  readonly proposals: readonly DraftProposal[];
  readonly suggestions: Suggestions;
  readonly place: { readonly publicId: string; readonly sourceId: string };
  readonly draft: Draft;
}

/** The speaker of each proposal; new ones are made once a name. */
async function settleSpeakers(
  tx: Tx,
  actor: Actor,
  { proposals, suggestions, place, draft }: ToSettle,
): Promise<(string | null)[]> {
  const choices = proposals.map((proposal) => choiceOf(proposal, suggestions));
  // "The Taliban" and "Taliban" are one; somebody of the same name who is described otherwise is not
  const keyOf = ({ name, speakerKind, description = "" }: NewSpeaker) =>
    [speakerKind === "anonymous", keysOfName(name)[0], nameKey(description)].join();
  const fresh = new Map<string, SpeakerInput>();
  for (const choice of choices) {
    if (choice.kind !== "new" || choice.speakerKind === null || fresh.has(keyOf(choice))) continue;
    const { name, speakerKind: kind, description = "" } = choice;
    fresh.set(keyOf(choice), {
      ...{ name, kind },
      // one unnamed official is not that of another article
      description: description || (kind === "anonymous" ? heardIn(draft, place.publicId) : ""),
    });
  }
  const heard = await heardBefore(tx, place.sourceId, fresh);
  const unheard = [...fresh].filter(([key]) => !heard.has(key));
  const made = await createSpeakers(
    tx,
    actor,
    unheard.map(([, input]) => input),
  );
  const idOf = new Map([...heard, ...unheard.map(([key], index) => [key, made[index]?.id ?? null] as const)]);
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

/**
 * The new speakers whom this source was stored with before, by their keys: an import may be stored in several goes. A voice
 * without a name is that of the source, whatever was typed of it since.
 */
async function heardBefore(
  tx: Tx,
  sourceId: string,
  fresh: ReadonlyMap<string, SpeakerInput>,
): Promise<Map<string, string>> {
  if (fresh.size === 0) return new Map();
  // Statement(sourceId)
  const held = await tx.speaker.findMany({
    where: { statements: { some: { sourceId } } },
    select: { id: true, name: true, kind: true, description: true },
    orderBy: { id: "desc" },
  });
  const keyOf = ({ name, kind, description = "" }: Omit<SpeakerInput, "kind"> & { kind: string }) =>
    kind === "anonymous" ? `${nameKey(name)} unnamed` : `${keysOfName(name)[0]}, ${nameKey(description)}`;
  const ids = new Map(held.map((speaker) => [keyOf(speaker), speaker.id]));
  return new Map(
    [...fresh].flatMap(([key, input]) => {
      const id = ids.get(keyOf(input));
      return id === undefined ? [] : [[key, id] as const];
    }),
  );
}

/** What tells an anonymous voice apart from that of another article. */
function heardIn({ outletName, publishedOn }: Draft, sourceId: string): string {
  return `In ${[outletName || "a source", publishedOn.slice(0, 10)].filter(Boolean).join(", ")} (${sourceId})`;
}
