import { v7 as uuid } from "uuid";
import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, Refused, refuseUnlessEmpty } from "@/lib/errors";
import { changesBetween } from "@/lib/notices";
import { passPublicEdit } from "@/lib/notices/server";
import { foldForSearch, freeSlug, printableId, searchKeyOf, slugify } from "@/lib/text";
import { STORY_WITHDRAWN } from "./model";

/** Opens a story. @throws {Forbidden} @throws {Refused} when the title is blank, or a story that is not withdrawn bears it. */
export async function createStory(
  actor: Actor,
  { title, summary = "" }: { title: string; summary?: string },
): Promise<{ id: string; slug: string }> {
  assertCan(actor, "story:edit");
  refuseUntitled(title);
  return transact(async (tx) => {
    await refuseTaken(tx, title);
    const base = slugify(title) || printableId("sto");
    const near = await tx.story.findMany({
      where: { slug: { startsWith: base } },
      select: { slug: true },
      orderBy: { id: "asc" },
    });
    const slug = freeSlug(
      base,
      // /stories/new is the form for a story that is not there yet
      ["new", ...near.map((story) => story.slug)],
    );
    const story = await tx.story.create({
      data: {
        id: uuid(),
        slug,
        title: title.trim(),
        searchKey: searchKeyOf(title),
        summary: summary.trim(),
        createdById: actor.id,
        createdAt: now(),
      },
    });
    const after = { slug, title: story.title, summary: story.summary };
    await appendAudit(tx, {
      actor,
      action: "story.opened",
      subjectType: "story",
      subjectId: story.id,
      after,
    });
    return { id: story.id, slug };
  });
}

/** A story's own words, whole; `publicNote` when visitors read them. */
export interface StoryEdit {
  readonly slug: string;
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly publicNote?: string;
}

/**
 * Changes a story's title and summary. Its address stays.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when someone saved since `version` was read. @throws {Refused}
 * also as `passPublicEdit` does, when the story is public.
 */
export async function editStory(
  actor: Actor,
  { slug, version, publicNote, ...words }: StoryEdit,
): Promise<{ slug: string }> {
  assertCan(actor, "story:edit");
  refuseUntitled(words.title);
  return transact(async (tx) => {
    const { id, ...story } = await claimStory(tx, slug, version);
    const before = { title: story.title, summary: story.summary };
    const after = { title: words.title.trim(), summary: words.summary.trim() };
    if (foldForSearch(after.title) !== foldForSearch(before.title)) await refuseTaken(tx, after.title);
    await passPublicEdit(tx, actor, {
      subject: { type: "story", id },
      changes: changesBetween({ title: "The story’s title", summary: "The story’s summary" }, before, after),
      note: publicNote,
    });
    const searchKey = searchKeyOf(after.title);
    await tx.story.update({ where: { id }, data: { ...after, searchKey } });
    const subject = { subjectType: "story", subjectId: id };
    await appendAudit(tx, { actor, action: "story.edited", ...subject, before, after });
    return { slug };
  });
}

/** A step on a story as it was read. */
export interface StoryStep {
  readonly slug: string;
  readonly version: number;
  readonly publicNote?: string;
}

/**
 * Takes a public story back. Its address stays, with the notice and nothing else; lists leave it out.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} without a note, or when it is not public.
 */
export async function withdrawStory(actor: Actor, step: StoryStep): Promise<{ slug: string }> {
  return turnStory(actor, step, true);
}

/** Shows a withdrawn story again. @throws {Forbidden} @throws {NotFound} @throws {Conflict} @throws {Refused} */
export async function reinstateStory(actor: Actor, step: StoryStep): Promise<{ slug: string }> {
  return turnStory(actor, step, false);
}

async function turnStory(
  actor: Actor,
  { slug, version, publicNote }: StoryStep,
  isWithdrawn: boolean,
): Promise<{ slug: string }> {
  assertCan(actor, "published:change");
  return transact(async (tx) => {
    const before = await claimStory(tx, slug, version);
    const what = isWithdrawn ? STORY_WITHDRAWN : "The story is shown again";
    const wasPublic =
      (before.withdrawnAt === null) === isWithdrawn &&
      (await passPublicEdit(tx, actor, {
        subject: { type: "story", id: before.id },
        changes: [{ what, before: "", after: "" }],
        note: publicNote,
      }));
    const message = isWithdrawn ? "Visitors do not see this story." : "This story is not withdrawn.";
    refuseUnlessEmpty(wasPublic ? [] : [{ rule: "story.state", message }]);
    const withdrawnAt = isWithdrawn ? now() : null;
    await tx.story.update({ where: { id: before.id }, data: { withdrawnAt } });
    await appendAudit(tx, {
      actor,
      action: isWithdrawn ? "story.withdrawn" : "story.reinstated",
      subjectType: "story",
      subjectId: before.id,
      before: { withdrawnAt: before.withdrawnAt },
      after: { withdrawnAt },
      ...(publicNote ? { reason: publicNote } : {}),
    });
    return { slug };
  });
}

async function claimStory(tx: Tx, slug: string, version: number) {
  const { count } = await tx.story.updateMany({
    where: { slug, version },
    data: { version: { increment: 1 } },
  });
  const story = await tx.story.findUnique({ where: { slug } });
  if (!story) throw new NotFound("The story");
  if (count === 0) throw new Conflict();
  return story;
}

/** Two stories of one title are one that was opened twice; nobody could tell them apart where one is chosen. */
async function refuseTaken(tx: Tx, title: string): Promise<void> {
  const near = await tx.story.findMany({
    where: { searchKey: searchKeyOf(title), withdrawnAt: null },
    select: { slug: true, title: true },
    orderBy: { id: "asc" },
  });
  const key = foldForSearch(title.trim());
  const twin = near.find((story) => foldForSearch(story.title) === key);
  if (!twin) return;
  const message = `There is a story of this title already: “${twin.title}”. Nothing was stored. Go on with that one, or give another title.`;
  throw new Refused([{ rule: "story.twin", message, field: "title", there: `/stories/${twin.slug}` }]);
}

function refuseUntitled(title: string): void {
  const refusal = { rule: "story.titled", message: "Give the story a title.", field: "title" };
  refuseUnlessEmpty(title.trim() === "" ? [refusal] : []);
}
