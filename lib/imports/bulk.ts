import { createHash } from "node:crypto";
import { type Actor, assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { NotFound, Refused } from "@/lib/errors";
import { titleOf } from "@/lib/proposals";
import { acceptRun, ownerOf } from "@/lib/proposals/server";
import { guessLanguage } from "@/lib/text";
import { readApart } from "./apart";
import { type Arriving, readArrival } from "./arrivals";
import { type DraftDetails, importAddress, importDocument } from "./mutations";
import { findSourceOfDraft } from "./queries";
import { readFurther } from "./read-further";
import { sourceOf } from "./recognising";
import type { Step } from "./steps";
import { storeDraft } from "./storing";

/** Which proposals of an article are accepted without somebody looking at them, and stored. */
export type Accepts = "all" | "confident" | "none";

/** What came of one of many documents. */
export interface Brought {
  /**
   * stored: all that was accepted, nothing waits · waiting: a draft in which somebody has to decide · known: it was brought before, and
   * nothing was left to do · refused: it cannot be read.
   */
  readonly what: "stored" | "waiting" | "known" | "refused";
  readonly stored: number;
  readonly pending: number;
  readonly draftId: string | null;
  readonly sourceId: string | null;
  /** By what the record had its source already; null of a text that is new to it. */
  readonly joinsBy: "text" | "address" | null;
  /** An import of it was open already. */
  readonly wasOpen: boolean;
  /** Why it was refused, in words. */
  readonly reason: string | null;
}

/**
 * Brings one of many documents: read, its proposals accepted as far as `accepts` says, stored. Each step is whole or nothing, and what
 * was done before is known by the hash of the bytes: brought again after a kill, it goes on where it stood, loses nothing and
 * doubles nothing. @throws {Forbidden}
 */
export async function bringDocument(
  actor: Actor,
  { arriving, accepts, ...details }: DraftDetails & { arriving: Arriving; accepts: Accepts },
): Promise<Brought> {
  assertCan(actor, "source:import");
  const done = await findDone(actor, arriving);
  return done ?? bring(actor, accepts, () => importDocument(actor, { ...details, arriving }));
}

/** `bringDocument` of the page at an address, which is asked for each time. @throws {Forbidden} */
export function bringFetched(
  actor: Actor,
  { from, accepts, ...details }: DraftDetails & { from: string; accepts: Accepts },
): Promise<Brought> {
  return bring(actor, accepts, () => importAddress(actor, { ...details, from }));
}

async function bring(
  actor: Actor,
  accepts: Accepts,
  work: () => Promise<{ draftId: string; isNew: boolean }>,
): Promise<Brought> {
  try {
    const { draftId, isNew } = await work();
    const joined = await findJoined(actor, draftId);
    const brought = await workThrough(actor, draftId, accepts).catch(async (error: unknown) => {
      // a copy of it, brought at the same moment, was stored first
      const sourceId = error instanceof NotFound ? await findSourceOfDraft(actor, { draftId }) : null;
      if (sourceId === null) throw error;
      return { ...NOTHING, what: "known" as const, draftId, sourceId };
    });
    return { ...brought, ...joined, sourceId: brought.sourceId ?? joined.sourceId, wasOpen: !isNew };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const reason = error.refusals.map(({ message }) => message).join(" ");
    return { ...NOTHING, what: "refused", reason };
  }
}

const NOTHING = {
  ...{ stored: 0, pending: 0, draftId: null, sourceId: null, joinsBy: null },
  ...{ wasOpen: false, reason: null },
} as const;

/** The source that the record has for an import of which nothing is stored, and by what it knows it. */
async function findJoined(actor: Actor, draftId: string): Promise<Pick<Brought, "sourceId" | "joinsBy">> {
  const draft = await db.importDraft.findFirst({
    where: { publicId: draftId, ownerId: ownerOf(actor), sourceId: null },
    select: { sha256: true, address: true, sourceId: true },
  });
  const source = draft && (await sourceOf(db, draft));
  if (!source) return { sourceId: null, joinsBy: null };
  return { sourceId: source.publicId, joinsBy: source.editionId === null ? "address" : "text" };
}

/** A document whose draft was stored whole is not read again. */
async function findDone(actor: Actor, { bytes }: Arriving): Promise<Brought | null> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  // Arrival(sha256)
  const arrival = await db.arrival.findFirst({
    where: { sha256, ownerId: ownerOf(actor), draft: { state: "stored" } },
    select: { draft: { select: { publicId: true, sourceId: true } } },
    orderBy: { id: "asc" },
  });
  if (!arrival?.draft) return null;
  return { ...NOTHING, what: "known", draftId: arrival.draft.publicId, sourceId: arrival.draft.sourceId };
}

async function workThrough(actor: Actor, draftId: string, accepts: Accepts): Promise<Brought> {
  // to its end also where nothing is accepted: what waits is looked at in one list, where nobody reads on
  while ((await readFurther(actor, { draftId })).unreadFromUtf16 !== null);
  const waiting = async () => ({
    ...{ ...NOTHING, what: "waiting" as const, draftId },
    pending: await db.importProposal.count({ where: { draft: { publicId: draftId }, decision: "pending" } }),
  });
  if (accepts === "none") return waiting();
  await acceptRun(actor, { draftId, run: accepts === "all" ? "all" : "sure" });
  const toStore = await db.importProposal.count({
    where: { draft: { publicId: draftId }, decision: { in: ["accepted", "known"] }, statementId: null },
  });
  if (toStore === 0) return waiting();
  const { stored, pending, sourceId } = await storing(() => storeDraft(actor, { draftId }));
  return {
    ...{ ...NOTHING, what: pending === 0 ? "stored" : "waiting" },
    ...{ stored, pending, draftId, sourceId },
  };
}

let last: Promise<unknown> = Promise.resolve();

/** One after another: the new speaker of one article is the known one of the next, which is found before the transaction. */
function storing<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => {});
  return done;
}

/** What bringing a document would do, without doing it. */
export interface LookedAt {
  readonly what: "new" | "known" | "refused";
  readonly found: number;
  readonly confident: number;
  readonly title: string;
  readonly reason: string | null;
}

/** Reads a document and what would be found in it, and keeps nothing. @throws {Forbidden} */
export async function lookAtDocument(actor: Actor, arriving: Arriving): Promise<LookedAt> {
  assertCan(actor, "source:import");
  const nothing = { found: 0, confident: 0, title: "", reason: null };
  if (await findDone(actor, arriving)) return { ...nothing, what: "known" };
  try {
    const { read } = await readArrival(arriving);
    const language = read.details.language?.value ?? guessLanguage(read.text)?.language ?? "en";
    let [found, confident] = [0, 0];
    for (let from: number | null = 0; from !== null; ) {
      const step: Step = await readApart({ text: read.text, fromUtf16: from, language });
      found += step.found.length;
      confident += step.found.filter(({ doubt }) => doubt === 0).length;
      from = step.unreadFromUtf16;
    }
    return {
      what: "new",
      found,
      confident,
      title: read.details.title?.value ?? titleOf(read.text),
      reason: null,
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...nothing, what: "refused", reason: error.refusals.map(({ message }) => message).join(" ") };
  }
}
