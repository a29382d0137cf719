import { DETAILS, storeMarks } from "@/lib/articles";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Readable, toReadable } from "@/lib/claimreview";
import { db, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Refused } from "@/lib/errors";
import type { fetchPage } from "@/lib/networks/server";
import { titleOf } from "@/lib/proposals";
import { claimDraft, forgetActs, ownDraft, ownerOf } from "@/lib/proposals/server";
import { hashText } from "@/lib/sources/server";
import { decodeBytes, guessLanguage, MOST_TEXT_BYTES, printableId, takeText } from "@/lib/text";
import { readApart } from "./apart";
import { type Arriving, keepArrival, type ReadArrival, readArrival } from "./arrivals";
import { fetchArriving } from "./fetching";
import { addProposals } from "./read-further";
import { keepKnown, recognisedIn } from "./recognising";
import { startImportSchema } from "./schema";
import type { Step } from "./steps";

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
  return keepDraft(actor, given, null);
}

/**
 * Reads a file, or what a server answered, and keeps its text as a draft: `createDraft` of its words, with what it says of itself where
 * nothing was typed, and the bytes as they arrived. @throws {Forbidden} @throws {Refused} when it cannot be read
 */
export async function importDocument(
  actor: Actor,
  { arriving, ...typed }: DraftDetails & { arriving: Arriving },
): Promise<{ draftId: string; isNew: boolean }> {
  assertCan(actor, "source:import");
  // a fact check by others says more of itself than its prose does
  const review = reviewIn(arriving);
  const arrival = await readArrival(arriving);
  return keepDraft(
    actor,
    { ...typed, ...toldBy(typed, arrival), text: review ?? arrival.read.text },
    arrival,
  );
}

/**
 * Asks the internet for the page at an address and imports what it answers. `fetch` is handed in by tests alone.
 * @throws {Forbidden} @throws {Refused} when it is turned off, not reached, not let through or not read
 */
export async function importAddress(
  actor: Actor,
  { from, ...typed }: DraftDetails & { from: string },
  fetch?: typeof fetchPage,
): Promise<{ draftId: string; isNew: boolean }> {
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
  arrival: ReadArrival | null,
): Promise<{ draftId: string; isNew: boolean }> {
  const review = toReadable(pasted);
  const { language: said, story, ...details } = review ? filled(given, review) : given;
  const intake = takeText(review?.text ?? pasted);
  if (!intake.isText) {
    throw new Refused([{ rule: `text.${intake.rule}`, message: intake.message, field: "text" }]);
  }
  const { text } = intake;
  const sha256 = hashText(text);
  const language = said || guessedOrEnglish(text);
  const { found, unreadFromUtf16 } = await readApart({ text, fromUtf16: 0, language });
  return transact(async (tx) => {
    const open = await tx.importDraft.findFirst({
      where: { ownerId: ownerOf(actor), state: "open", sha256 },
    });
    // two presses of one button, or the same article once more: what was decided in it is kept
    if (open) {
      if (arrival) await keepArrival(tx, actor, { of: { draftId: open.id }, textSha256: sha256, arrival });
      return { draftId: open.publicId, isNew: false };
    }
    const storyId = await storyIdOf(tx, story);
    const draft = await tx.importDraft.create({
      data: {
        ...details,
        storyId,
        publicId: await freePublicId(tx),
        ownerId: ownerOf(actor),
        text,
        sha256,
        language,
        unreadFromUtf16,
        marks: (arrival && review === null && storeMarks(arrival.read.marks)) || null,
        title: details.title?.trim() || titleOf(text),
        createdAt: now(),
      },
    });
    const proposals = await addProposals(tx, draft.id, found);
    if (arrival) await keepArrival(tx, actor, { of: { draftId: draft.id }, textSha256: sha256, arrival });
    await appendAudit(tx, {
      actor,
      action: "import.started",
      subjectType: "import",
      subjectId: draft.id,
      after: { draftId: draft.publicId, sha256, lengthUtf16: text.length, unreadFromUtf16, proposals },
    });
    await keepKnown(tx, draft.id, await recognisedIn(tx, actor, { ...draft, kinds: [] }));
    return { draftId: draft.publicId, isNew: true };
  });
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
    const storyId = story === undefined ? draft.storyId : await storyIdOf(tx, story);
    await tx.importDraft.update({ where: { id: draft.id }, data: { ...details, title, language, storyId } });
    if (step !== null) await readAnew(tx, draft.id, step);
    const found = known ?? (await recognisedIn(tx, actor, await ownDraft(tx, actor, draftId)));
    await keepKnown(tx, draft.id, found);
  });
}

async function storyIdOf(tx: Tx, slug = ""): Promise<string | null> {
  if (slug === "") return null;
  const story = await tx.story.findUnique({ where: { slug }, select: { id: true } });
  if (story) return story.id;
  throw new Refused([{ rule: "import.story", message: "There is no such story any more.", field: "story" }]);
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

async function freePublicId(tx: Tx): Promise<string> {
  for (;;) {
    const publicId = printableId("imp");
    if (!(await tx.importDraft.findUnique({ where: { publicId }, select: { id: true } }))) return publicId;
  }
}
