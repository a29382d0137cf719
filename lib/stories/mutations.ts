import { v7 as uuid } from "uuid";
import { appendAudit, appendAudits } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Prisma, type Tx, transact } from "@/lib/db/server";
import { now } from "@/lib/env";
import { Conflict, NotFound, refuseUnlessEmpty } from "@/lib/errors";
import { freeSlug, printableId, slugify } from "@/lib/text";

/** Opens a story. @throws {Forbidden} @throws {Refused} when the title is blank. */
export async function createStory(
  actor: Actor,
  { title, summary = "" }: { title: string; summary?: string },
): Promise<{ id: string; slug: string }> {
  assertCan(actor, "story:edit");
  refuseUntitled(title);
  return transact(async (tx) => {
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

/**
 * Changes a story's title and summary. Its address stays.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when someone saved since `version` was read.
 */
export async function editStory(
  actor: Actor,
  { slug, version, title, summary }: { slug: string; version: number; title: string; summary: string },
): Promise<{ slug: string }> {
  assertCan(actor, "story:edit");
  refuseUntitled(title);
  return transact(async (tx) => {
    const before = await tx.story.findUnique({ where: { slug } });
    if (!before) throw new NotFound("The story");
    const { count } = await tx.story.updateMany({
      where: { slug, version },
      data: { version: { increment: 1 }, title: title.trim(), summary: summary.trim() },
    });
    if (count === 0) throw new Conflict();
    await appendAudit(tx, {
      actor,
      action: "story.edited",
      subjectType: "story",
      subjectId: before.id,
      before: { title: before.title, summary: before.summary },
      after: { title: title.trim(), summary: summary.trim() },
    });
    return { slug };
  });
}

/** What goes into a story, by public id or slug. */
export interface StoryAdditions {
  readonly slug: string;
  readonly statementIds?: readonly string[];
  readonly claimSlugs?: readonly string[];
  readonly sourceIds?: readonly string[];
}

/**
 * Puts statements, claims and sources into a story; what is there already stays. A statement is in one story at a
 * time, so it leaves the one that it was in.
 * @throws {Forbidden} @throws {NotFound} when the story or anything named does not exist; then nothing is added.
 */
export async function addToStory(
  actor: Actor,
  { slug, statementIds = [], claimSlugs = [], sourceIds = [] }: StoryAdditions,
): Promise<{ slug: string }> {
  assertCan(actor, "story:edit");
  return transact(async (tx) => {
    const story = await tx.story.findUnique({ where: { slug }, select: { id: true } });
    if (!story) throw new NotFound("The story");
    await moveStatements(tx, actor, { slug, storyId: story.id, publicIds: statementIds });
    const claims = await tx.claim.findMany({
      where: { slug: { in: [...claimSlugs] } },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    if (claims.length < new Set(claimSlugs).size) throw new NotFound("A claim");
    const sources = await tx.source.findMany({
      where: { publicId: { in: [...sourceIds] } },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    if (sources.length < new Set(sourceIds).size) throw new NotFound("A source");
    for (const claim of claims) {
      const key = { storyId: story.id, claimId: claim.id };
      await tx.storyClaim.upsert({ where: { storyId_claimId: key }, create: key, update: {} });
    }
    for (const source of sources) {
      const key = { storyId: story.id, sourceId: source.id };
      await tx.storySource.upsert({ where: { storyId_sourceId: key }, create: key, update: {} });
    }
    if (claims.length + sources.length > 0) {
      const after = { claims: claimSlugs, sources: sourceIds };
      await appendAudit(tx, {
        actor,
        action: "story.added_to",
        subjectType: "story",
        subjectId: story.id,
        after,
      });
    }
    return { slug };
  });
}

/** Takes a statement out of its story. @throws {Forbidden} @throws {NotFound} when it is in no such story. */
export async function takeFromStory(
  actor: Actor,
  { slug, statementId }: { slug: string; statementId: string },
): Promise<{ slug: string }> {
  assertCan(actor, "story:edit");
  return transact(async (tx) => {
    const statement = await tx.statement.findFirst({
      where: { publicId: statementId, story: { slug } },
      select: { id: true },
    });
    if (!statement) throw new NotFound("The statement in this story");
    await tx.statement.update({
      where: { id: statement.id },
      data: { storyId: null, version: { increment: 1 } },
    });
    await appendAudit(tx, {
      actor,
      action: "statement.taken_from_story",
      subjectType: "statement",
      subjectId: statement.id,
      before: { story: slug },
    });
    return { slug };
  });
}

async function moveStatements(
  tx: Tx,
  actor: Actor,
  { slug, storyId, publicIds }: { slug: string; storyId: string; publicIds: readonly string[] },
): Promise<void> {
  const named: Prisma.StatementWhereInput = { publicId: { in: [...publicIds] } };
  const statements = await tx.statement.findMany({
    where: named,
    select: { id: true, storyId: true, story: { select: { slug: true } } },
    orderBy: { id: "asc" },
  });
  if (statements.length < new Set(publicIds).size) throw new NotFound("A statement");
  const moved = statements.filter((statement) => statement.storyId !== storyId);
  // a form that was open over one of these is stale now: it showed another story
  await tx.statement.updateMany({
    where: { id: { in: moved.map(({ id }) => id) } },
    data: { storyId, version: { increment: 1 } },
  });
  await appendAudits(
    tx,
    moved.map(({ id, story }) => ({
      actor,
      action: "statement.put_into_story",
      subjectType: "statement",
      subjectId: id,
      before: { story: story?.slug ?? null },
      after: { story: slug },
    })),
  );
}

function refuseUntitled(title: string): void {
  const refusal = { rule: "story.titled", message: "Give the story a title.", field: "title" };
  refuseUnlessEmpty(title.trim() === "" ? [refusal] : []);
}
