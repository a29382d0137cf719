import { DETAILS, storeMarks } from "@/lib/articles";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Readable, toReadable } from "@/lib/claimreview";
import { db, refreshStatistics, type Tx, transact, transactTogether } from "@/lib/db/server";
import { Refused } from "@/lib/errors";
import type { fetchPage } from "@/lib/networks/server";
import { titleOf } from "@/lib/proposals";
import { claimDraft, forgetActs, getStoryId, ownDraft } from "@/lib/proposals/server";
import { hashText } from "@/lib/sources/server";
import { decodeBytes, guessLanguage, MOST_TEXT_BYTES, takeText } from "@/lib/text";
import { TextsAhead, type ToKeep } from "./ahead";
import { readApart } from "./apart";
import { type Arriving, type ReadArrival, readArrival } from "./arrivals";
import { type KeptDraft, keepNew } from "./drafts";
import { fetchArriving } from "./fetching";
import type { Accepts } from "./fresh";
import type { Turn } from "./order";
import { addProposals } from "./read-further";
import { keepKnown, recognisedIn } from "./recognising";
import { startImportSchema } from "./schema";
import type { Step } from "./steps";
import { MANY } from "./storing";

export interface DraftDetails {
  readonly title?: string;
  readonly outletName?: string;
  readonly address?: string;
  readonly author?: string;
  readonly publishedOn?: string;
  /** BCP 47; empty or left out, it is guessed from the text. */
  readonly language?: string;
  /** The slug of the story that the statements go into; empty for none. */
  readonly story?: string;
}

/** Of one of many documents that are brought: what is stored of it though nobody looked at it, and its place among them. */
interface Unseen {
  readonly accepts?: Accepts | undefined;
  readonly turn?: Turn | undefined;
}

/**
 * Keeps a text with what was found in it until it is stored. A text that the actor already has open is that draft.
 * Of a long text the first part is read here and the rest by `readFurther`.
 * @throws {Forbidden} @throws {Refused} when the text is empty, too large or no text, or there is no such story.
 */
export async function createDraft(
  actor: Actor,
  given: DraftDetails & { text: string },
): Promise<{ draftId: string; isNew: boolean }> {
  assertCan(actor, "source:import");
  const { draftId, isNew } = await keepDraft(actor, given, {});
  return { draftId, isNew };
}

/**
 * Reads a file, or what a server answered, and keeps its text as a draft: `createDraft` of its words, with what it says of itself where
 * nothing was typed, and the bytes as they arrived. What `accepts` says of a text that is new to the record is stored in the same transaction. @throws {Forbidden} @throws {Refused} when it cannot be read
 */
export async function importDocument(
  actor: Actor,
  { arriving, accepts, turn, ...typed }: DraftDetails & { arriving: Arriving } & Unseen,
): Promise<KeptDraft> {
  assertCan(actor, "source:import");
  // a fact check by others says more of itself than its prose does
  const review = reviewIn(arriving);
  const arrival = await readArrival(arriving);
  return keepDraft(
    actor,
    { ...typed, ...toldBy(typed, arrival), text: review ?? arrival.read.text },
    { arrival, accepts, turn },
  );
}

/**
 * Asks the internet for the page at an address and imports what it answers. `fetch` is handed in by tests alone.
 * @throws {Forbidden} @throws {Refused} when it is turned off, not reached, not let through or not read
 */
export async function importAddress(
  actor: Actor,
  { from, ...typed }: DraftDetails & { from: string } & Unseen,
  fetch?: typeof fetchPage,
): Promise<KeptDraft> {
  assertCan(actor, "source:import");
  return importDocument(actor, { ...typed, arriving: await fetchArriving(from, fetch) });
}

/** The text of a file that holds a fact check by others; null of any other. */
export function reviewIn({ bytes, name }: Arriving): string | null {
  if (bytes.length > MOST_TEXT_BYTES || !/\.(?:json|jsonld|html?)$/iu.test(name)) return null;
  const decoded = decodeBytes(bytes)?.text ?? "";
  return toReadable(decoded) ? decoded : null;
}

/** What a document says of itself, where nobody typed something else. */
function toldBy(typed: DraftDetails, { read }: ReadArrival): DraftDetails {
  return Object.fromEntries(
    DETAILS.flatMap((name) => {
      const found = read.details[name]?.value;
      return typed[name]?.trim() || found === undefined ? [] : [[name, found]];
    }),
  );
}

async function keepDraft(
  actor: Actor,
  { text: pasted, ...given }: DraftDetails & { text: string },
  { arrival, accepts, turn }: { arrival?: ReadArrival } & Unseen,
): Promise<KeptDraft> {
  const review = toReadable(pasted);
  const { language: said, story, ...details } = review ? filled(given, review) : given;
  const intake = takeText(review?.text ?? pasted);
  if (!intake.isText) {
    throw new Refused([{ rule: `text.${intake.rule}`, message: intake.message, field: "text" }]);
  }
  const { text } = intake;
  const sha256 = hashText(text);
  const { found, unreadFromUtf16, language, shingles } = await readApart({
    ...{ text, fromUtf16: 0, language: said || null },
    withShingles: accepts !== undefined && accepts !== "none",
  });
  const about = {
    ...{ text, sha256, language, unreadFromUtf16 },
    title: details.title?.trim() || titleOf(text),
    outletName: details.outletName ?? "",
    address: details.address ?? "",
    author: details.author ?? "",
    publishedOn: details.publishedOn ?? "",
    marks: (arrival && review === null && storeMarks(arrival.read.marks)) || null,
  };
  const itemOf = (as: Accepts): ToKeep => ({
    ...{ about, story, found, shingles, arrival, accepts: as },
  });
  const look = (tx: Tx, items: readonly ToKeep[]) => TextsAhead.look(tx, actor, items);
  const keepAlone = () => {
    const item = itemOf("none");
    return transact(async (tx) => keepNew(tx, actor, item, await look(tx, [item])));
  };
  // of many that are brought, several share a transaction
  const keepTogether = (as: Accepts) => {
    const item = itemOf(as);
    return transactTogether((tx, ahead: TextsAhead) => keepNew(tx, actor, item, ahead), {
      ...{ group: `import ${actor.id} ${actor.role}`, item, look },
      // what cannot be stored is kept, and asked as it is of a draft that somebody works on
      otherwise: (error) => (error instanceof Refused ? keepAlone() : Promise.reject(error)),
    });
  };
  const keep = () => (accepts === undefined ? keepAlone() : keepTogether(accepts));
  const kept = await (turn ? turn.enter(about.address, keep) : keep());
  if ((kept.fresh?.stored ?? 0) >= MANY) await refreshStatistics();
  return kept;
}

/**
 * Records what is known of the document. In another language the text is read anew: what nobody decided or changed gives
 * way to what is found in that language. @throws {Forbidden} @throws {NotFound} @throws {Conflict}
 */
export async function saveDetails(
  actor: Actor,
  {
    draftId,
    version,
    language: said,
    story,
    ...details
  }: DraftDetails & { draftId: string; version: number },
): Promise<void> {
  assertCan(actor, "source:import");
  const before = await ownDraft(db, actor, draftId);
  const { text } = before;
  const language = said === undefined ? before.language : said || guessedOrEnglish(text);
  // read and compared before the transaction, which then holds up nobody; what is read anew is known only in it
  const step = language === before.language ? null : await readApart({ text, fromUtf16: 0, language });
  const asSaved = { ...before, address: details.address ?? before.address };
  const known = step === null ? await recognisedIn(db, actor, asSaved) : null;
  await transact(async (tx) => {
    const draft = await ownDraft(tx, actor, draftId);
    await claimDraft(tx, draft.id, version);
    const title = details.title?.trim() || titleOf(draft.text);
    const storyId = story === undefined ? draft.storyId : await getStoryId(tx, story);
    await tx.importDraft.update({ where: { id: draft.id }, data: { ...details, title, language, storyId } });
    if (step !== null) await readAnew(tx, draft.id, step);
    const found = known ?? (await recognisedIn(tx, actor, await ownDraft(tx, actor, draftId)));
    await keepKnown(tx, draft.id, found);
  });
}

/** What is known of a fact check where nobody has typed anything, as far as they might have typed it. */
function filled(given: DraftDetails, review: Readable): DraftDetails {
  const known = ["title", "outletName", "author", "address", "publishedOn", "language"] as const;
  return {
    ...given,
    ...Object.fromEntries(
      known.map((name) => [
        name,
        given[name]?.trim() || (startImportSchema.shape[name].safeParse(review[name]).data ?? ""),
      ]),
    ),
  };
}

function guessedOrEnglish(text: string): string {
  return guessLanguage(text)?.language ?? "en";
}

/** Puts what a first step found in the place of what nobody decided or changed; the others keep their order. */
async function readAnew(tx: Tx, draftId: string, { found, unreadFromUtf16 }: Step): Promise<void> {
  await tx.importProposal.deleteMany({
    where: { draftId, decision: "pending", edited: null, NOT: { found: { contains: BY_HAND } } },
  });
  const kept = await tx.importProposal.findMany({
    where: { draftId },
    select: { id: true },
    orderBy: { ordinal: "asc" },
  });
  for (const [index, { id }] of kept.entries()) {
    await tx.importProposal.update({ where: { id }, data: { ordinal: index + 1 } });
  }
  await addProposals(tx, draftId, found);
  // what was decided has other numbers now
  await forgetActs(tx, draftId);
  await tx.importDraft.update({ where: { id: draftId }, data: { unreadFromUtf16 } });
}

const BY_HAND = '"rule":"by-hand"';

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
