import { createHash } from "node:crypto";
import { type Actor, assertCan } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { NotFound, Refused } from "@/lib/errors";
import { titleOf } from "@/lib/proposals";
import { acceptRun, ownerOf } from "@/lib/proposals/server";
import { hashText } from "@/lib/sources/server";
import { readApart } from "./apart";
import { type Arriving, readArrival } from "./arrivals";
import type { KeptDraft } from "./drafts";
import { type Accepts, findStored } from "./fresh";
import { type DraftDetails, importAddress, importDocument } from "./mutations";
import { findNear, NEAR, type NearSource, type SaidNear, sayNear } from "./near";
import type { Turn } from "./order";
import { findSourceOfDraft } from "./queries";
import { readFurther } from "./read-further";
import { sourceOf } from "./recognising";
import type { Step } from "./steps";
import { storeDraft } from "./storing";

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
  /** By what the record had its source already; null of a text that is new to it. Nearly the text of one is asked before it is stored. */
  readonly joinsBy: "text" | "address" | "near" | null;
  /** An import of it was open already. */
  readonly wasOpen: boolean;
  /** Why it was refused, in words. */
  readonly reason: string | null;
}

/** How many are brought: what of each is accepted, what a text is that is nearly that of a source of the record, and its place among them. */
interface Bringing {
  readonly accepts: Accepts;
  readonly near?: SaidNear;
  readonly turn?: Turn;
}

type Asked = Bringing & Required<Pick<Bringing, "near">>;

/**
 * Brings one of many documents: read, its proposals accepted as far as `accepts` says, stored. Each step is whole or nothing, and what
 * was done before is known by the hash of the bytes: brought again after a kill, it goes on where it stood, loses nothing and
 * doubles nothing. @throws {Forbidden}
 */
export async function bringDocument(
  actor: Actor,
  { arriving, near = "ask", ...asked }: DraftDetails & Bringing & { arriving: Arriving },
): Promise<Brought> {
  assertCan(actor, "source:import");
  const done = await findDone(actor, arriving);
  return done ?? bring(actor, { ...asked, near }, () => importDocument(actor, { ...asked, arriving }));
}

/** `bringDocument` of the page at an address, which is asked for each time. @throws {Forbidden} */
export function bringFetched(
  actor: Actor,
  { from, accepts, near = "ask", ...details }: DraftDetails & Bringing & { from: string },
): Promise<Brought> {
  return bring(actor, { accepts, near }, () => importAddress(actor, { ...details, from, accepts }));
}

async function bring(actor: Actor, asked: Asked, work: () => Promise<KeptDraft>): Promise<Brought> {
  try {
    const { draftId, isNew, fresh } = await work();
    if (fresh) {
      const { stored, pending, sourceId } = fresh;
      return { ...NOTHING, what: pending === 0 ? "stored" : "waiting", stored, pending, draftId, sourceId };
    }
    const brought = await workThrough(actor, draftId, asked).catch(async (error: unknown) => {
      // a copy of it, brought at the same moment, was stored first
      const sourceId = error instanceof NotFound ? await findSourceOfDraft(actor, { draftId }) : null;
      if (sourceId === null) throw error;
      return { ...NOTHING, what: "known" as const, draftId, sourceId };
    });
    return { ...brought, wasOpen: !isNew };
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

/**
 * The source that the record has for an import of which nothing is stored, and by what it knows it. What is said of texts that are nearly
 * those of sources is said of it, where it is one.
 */
async function findJoined(
  actor: Actor,
  draftId: string,
  said: SaidNear,
  { isNearAsked = true }: { isNearAsked?: boolean } = {},
): Promise<Pick<Brought, "sourceId" | "joinsBy" | "reason">> {
  const nothing = { sourceId: null, joinsBy: null, reason: null };
  const draft = await db.importDraft.findFirst({
    where: { publicId: draftId, ownerId: ownerOf(actor), sourceId: null },
    select: { text: true, sha256: true, address: true, sourceId: true, joins: true },
  });
  if (!draft) return nothing;
  const source = await sourceOf(db, draft);
  if (source)
    return { ...nothing, sourceId: source.publicId, joinsBy: source.editionId === null ? "address" : "text" };
  const near = isNearAsked ? await findNear(db, actor, draft, source) : null;
  if (!near) return nothing;
  const { publicId: sourceId, percent } = near;
  if (said !== "ask") await sayNear(actor, { draftId, as: said, sourceId });
  const told = { edition: "Its next edition", own: "A source of its own", ask: "To be said what it is" }[
    said
  ];
  return { sourceId, joinsBy: "near", reason: `${percent} % the text of ${sourceId}. ${told}.` };
}

/** A document whose draft was stored whole is not read again. */
async function findDone(actor: Actor, { bytes }: Arriving): Promise<Brought | null> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const draft = await findStored(db, actor, sha256);
  return draft && { ...NOTHING, what: "known", draftId: draft.publicId, sourceId: draft.sourceId };
}

async function workThrough(actor: Actor, draftId: string, { accepts, near, turn }: Asked): Promise<Brought> {
  // to its end also where nothing is accepted: what waits is looked at in one list, where nobody reads on
  const isRead = { publicId: draftId, ownerId: ownerOf(actor), state: "open", unreadFromUtf16: null };
  if ((await db.importDraft.count({ where: isRead })) === 0)
    while ((await readFurther(actor, { draftId })).unreadFromUtf16 !== null);
  // what is stored is asked behind the lock
  let joined = await findJoined(actor, draftId, near, {
    isNearAsked: accepts === "none" || near !== "ask",
  });
  const waiting = async () => ({
    ...{ ...NOTHING, ...joined, what: "waiting" as const, draftId },
    pending: await db.importProposal.count({ where: { draft: { publicId: draftId }, decision: "pending" } }),
  });
  if (accepts === "none") return waiting();
  await acceptRun(actor, { draftId, run: accepts === "all" ? "all" : "sure", isUnseen: true });
  const toStore = await db.importProposal.count({
    where: { draft: { publicId: draftId }, decision: { in: ["accepted", "known"] }, statementId: null },
  });
  if (toStore === 0) {
    joined = await findJoined(actor, draftId, near);
    return waiting();
  }
  await turn?.last();
  const store = () => storing(() => storeDraft(actor, { draftId }));
  let outcome = await store().catch(isAsked);
  if (outcome === null) {
    // its other printing was stored a moment ago, or a person has to say what it is
    joined = await findJoined(actor, draftId, near);
    outcome = near === "ask" ? null : await store();
  }
  if (outcome === null) return waiting();
  const { stored, pending, sourceId } = outcome;
  return {
    ...{ ...NOTHING, ...joined, what: pending === 0 ? "stored" : "waiting" },
    ...{ stored, pending, draftId, sourceId },
  };
}

function isAsked(error: unknown): null {
  if (error instanceof Refused && error.refusals.some(({ rule }) => rule === NEAR)) return null;
  throw error;
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
  /** The source that holds nearly the text. */
  readonly near: NearSource | null;
  readonly reason: string | null;
}

/** Reads a document and what would be found in it, and keeps nothing. @throws {Forbidden} */
export async function lookAtDocument(actor: Actor, arriving: Arriving): Promise<LookedAt> {
  assertCan(actor, "source:import");
  const nothing = { found: 0, confident: 0, title: "", near: null, reason: null };
  if (await findDone(actor, arriving)) return { ...nothing, what: "known" };
  try {
    const { read } = await readArrival(arriving);
    // guessed from the whole text, and so once
    let language = read.details.language?.value ?? null;
    let [found, confident] = [0, 0];
    for (let from: number | null = 0; from !== null; ) {
      const step: Step = await readApart({ text: read.text, fromUtf16: from, language });
      language = step.language;
      found += step.found.length;
      confident += step.found.filter(({ doubt }) => doubt === 0).length;
      from = step.unreadFromUtf16;
    }
    const { text } = read;
    const address = read.details.address?.value ?? "";
    const asDraft = { ...{ text, address, sha256: hashText(text) }, sourceId: null, joins: null };
    return {
      ...{ ...nothing, what: "new", found, confident },
      ...{ title: read.details.title?.value ?? titleOf(text), near: await findNear(db, actor, asDraft) },
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...nothing, what: "refused", reason: error.refusals.map(({ message }) => message).join(" ") };
  }
}
