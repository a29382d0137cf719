import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { aside, type db, type Tx } from "@/lib/db/server";
import { type DraftProposal, toStatementInput } from "@/lib/proposals";
import { acceptedUnseen, ownerOf } from "@/lib/proposals/server";
import { captureStatements } from "@/lib/statements/server";
import { recordNew } from "./placing";
import { type Suggestions, settleSpeakers } from "./voices";

/** Which proposals of an article are accepted without somebody looking at them, and stored; words of the record that changed never are. */
export type Accepts = "all" | "confident" | "none";

/** A text as it becomes a draft. */
export interface NewDraft {
  readonly text: string;
  readonly sha256: string;
  readonly title: string;
  readonly outletName: string;
  readonly address: string;
  readonly author: string;
  readonly publishedOn: string;
  readonly language: string;
  readonly storyId: string | null;
  readonly marks: string | null;
  readonly unreadFromUtf16: number | null;
}

/** What is found in a text that is new to the record, and who may be meant. */
export interface SeenFresh {
  readonly proposals: readonly DraftProposal[];
  readonly suggestions: Suggestions;
  /** Of the speakers that are suggested: in whom those went on that are one with another since. */
  readonly voices: ReadonlyMap<string, string>;
  /** The shingles of the text. */
  readonly shingles: ReadonlySet<number>;
}

/** What of it is accepted where nobody looks at it. */
interface Fresh extends SeenFresh {
  readonly accepted: ReadonlySet<number>;
}

/** What was stored of it. */
export interface StoredFresh {
  readonly sourceId: string;
  readonly editionId: string;
  readonly stored: number;
  readonly pending: number;
  /** The public id of the first statement, in the order of the text. */
  readonly firstId: string | null;
  /** The statements, by the number of their proposal. */
  readonly statements: ReadonlyMap<number, string>;
}

/** The draft of these bytes that the actor stored before; null where there is none. */
export async function findStored(tx: Tx | typeof db, actor: Actor, sha256: string) {
  // Arrival(sha256)
  const arrival = await tx.arrival.findFirst({
    where: { sha256, ownerId: ownerOf(actor), draft: { state: "stored" } },
    select: { draftId: true },
    orderBy: { id: "asc" },
  });
  if (!arrival?.draftId) return null;
  return tx.importDraft.findUnique({
    where: { id: arrival.draftId },
    select: { publicId: true, sourceId: true },
  });
}

/**
 * What is accepted of a text of which the record has neither words nor address, and nearly no text; null of any other, of one that is not read
 * to its end, and where nothing is accepted: those are worked through step by step, as a person does it.
 */
export function findFresh(seen: SeenFresh | null, accepts: Accepts): Fresh | null {
  if (seen === null || accepts === "none") return null;
  const { proposals, suggestions } = seen;
  const accepted = new Set(
    acceptedUnseen(proposals, { suggestions, run: accepts === "all" ? "all" : "sure" }),
  );
  return accepted.size === 0 ? null : { ...seen, accepted };
}

/**
 * Stores what is accepted of it: source, edition, new speakers and statements, in the transaction in which its draft is kept.
 * @throws {Forbidden} @throws {Refused}
 */
export async function storeFresh(
  tx: Tx,
  actor: Actor,
  { draft, fresh, retrievedAt }: { draft: NewDraft; fresh: Fresh; retrievedAt: Date | null },
): Promise<StoredFresh> {
  for (const action of ["statement:capture", "speaker:edit"] as const) assertCan(actor, action);
  const { suggestions, voices, shingles } = fresh;
  const proposals = fresh.proposals.filter(({ ordinal }) => fresh.accepted.has(ordinal));
  const place = await recordNew(tx, actor, { ...draft, shingles }, retrievedAt);
  const speakers = await settleSpeakers(aside(tx), actor, {
    proposals,
    suggestions,
    place,
    draft,
    isNew: true,
  });
  const { language, storyId } = draft;
  const captured = await captureStatements(
    tx,
    actor,
    proposals.map((proposal, index) =>
      toStatementInput(proposal, { ...place, language, storyId, speakerId: speakers[index] ?? null }),
    ),
    { ...place, text: draft.text, voices },
  );
  return {
    ...{ sourceId: place.publicId, editionId: place.editionId },
    ...{ stored: proposals.length, pending: fresh.proposals.length - proposals.length },
    firstId: captured[0]?.publicId ?? null,
    statements: new Map(proposals.map(({ ordinal }, index) => [ordinal, captured[index]?.id ?? ""])),
  };
}

/** Tells of it as of any import that is stored. */
export async function tellFresh(
  tx: Tx,
  actor: Actor,
  { draftId, sourceId, stored, pending, firstId }: StoredFresh & { draftId: string },
): Promise<void> {
  await appendAudit(tx, {
    ...{ actor, action: "import.stored", subjectType: "import", subjectId: draftId },
    after: { sourceId, stored, known: 0, pending, firstId },
  });
}
