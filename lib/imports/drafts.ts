import { v7 as uuid } from "uuid";
import { appendAudit } from "@/lib/audit/server";
import type { Actor } from "@/lib/auth";
import { addLater, among, aside, freeIds, type Tx } from "@/lib/db/server";
import { now } from "@/lib/env";
import { getStoryId, ownDraft, ownerOf } from "@/lib/proposals/server";
import type { TextsAhead, ToKeep } from "./ahead";
import { addArrival, keepArrival, tellArrival } from "./arrivals";
import { findFresh, findStored, type StoredFresh, storeFresh, tellFresh } from "./fresh";
import { keepProposals } from "./read-further";
import { keepKnown, recognisedIn } from "./recognising";

/** The draft of a text; `fresh` is what was stored with it where it was accepted unseen. */
export interface KeptDraft {
  readonly draftId: string;
  readonly isNew: boolean;
  readonly fresh: StoredFresh | null;
}

/** The draft of a text, and all of it that is stored at once: together or not at all. */
export async function keepNew(tx: Tx, actor: Actor, given: ToKeep, ahead: TextsAhead): Promise<KeptDraft> {
  const { about, found, arrival, accepts } = given;
  const { sha256: textSha256, unreadFromUtf16 } = about;
  const ownerId = ownerOf(actor);
  const { open, fresh: seen } = await ahead.of(tx, given);
  // two presses of one button, or the same article once more: what was decided in it is kept
  if (open) {
    if (arrival) await keepArrival(tx, actor, { of: { draftId: open.id }, textSha256, arrival });
    return { draftId: open.publicId, isNew: false, fresh: null };
  }
  const at = now();
  const draft = { ...about, storyId: await getStoryId(aside(tx), given.story) };
  const fresh = findFresh(seen, accepts);
  const done = fresh === null && accepts !== "none" && arrival;
  const before = done ? await findStored(tx, actor, done.row.sha256) : null;
  // brought twice at one moment
  if (before) return { draftId: before.publicId, isNew: false, fresh: null };

  const [draftId, [publicId = ""]] = [uuid(), await freePublicIds(tx)];
  await appendAudit(tx, {
    ...{ actor, action: "import.started", subjectType: "import", subjectId: draftId },
    after: {
      ...{ draftId: publicId, sha256: textSha256, lengthUtf16: draft.text.length, unreadFromUtf16 },
      proposals: found.length,
    },
  });
  // it arrives before it is stored, and is added behind: its edition is one that stands
  const arrivalId = uuid();
  if (arrival) await tellArrival(tx, actor, { id: arrivalId, of: { draftId }, arrival });
  const retrievedAt = arrival?.row.arrivedAt ?? null;
  const stored = fresh && (await storeFresh(tx, actor, { draft, fresh, retrievedAt }));
  await addLater(tx, "ImportDraft", [
    {
      ...{ ...draft, id: draftId, publicId, ownerId, createdAt: at, updatedAt: at },
      // stored with it, and left to what waits
      ...{ sourceId: stored?.sourceId ?? null, state: stored?.pending === 0 ? "stored" : "open" },
      version: stored ? 2 : 1,
    },
  ]);
  if (arrival) {
    const of = { draftId, ...(stored ? { editionId: stored.editionId } : {}) };
    await addArrival(tx, actor, { id: arrivalId, of, textSha256, arrival });
  }
  await keepProposals(tx, draftId, { found, statements: stored?.statements });
  if (stored) await tellFresh(tx, actor, { ...stored, draftId });
  else {
    const known = await recognisedIn(tx, actor, await ownDraft(tx, actor, publicId));
    if (known.size > 0) await keepKnown(tx, draftId, known);
  }
  return { draftId: publicId, isNew: true, fresh: stored };
}

const freePublicIds = (tx: Tx) =>
  freeIds(tx, "imp", {
    count: 1,
    findTaken: (at, tried) =>
      at.importDraft.findMany({
        where: { publicId: among(tried) },
        select: { publicId: true },
        orderBy: { id: "asc" },
      }),
  });
