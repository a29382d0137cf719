import { appendAudit, appendAudits } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { db, type Tx, transact } from "@/lib/db/server";
import { NotFound, refuseUnlessEmpty } from "@/lib/errors";
import type { Subject } from "@/lib/notices";
import { passPublicEdit } from "@/lib/notices/server";
import { MADE_PUBLIC } from "@/lib/visibility/server";

/** What goes into a story, by public id or slug. */
export interface StoryAdditions {
  readonly slug: string;
  readonly statementIds?: readonly string[];
  readonly claimSlugs?: readonly string[];
  readonly sourceIds?: readonly string[];
  readonly publicNote?: string;
}

/**
 * Puts statements, claims and sources into a story; what is there already stays. A statement is in one story at a
 * time, so it leaves the one that it was in: `left` is the id of the first that did.
 * @throws {Forbidden} @throws {NotFound} when the story or anything named does not exist; then nothing is added.
 * @throws {Refused} as `passPublicEdit` does, when a visitor would see it.
 */
export async function addToStory(
  actor: Actor,
  { slug, statementIds = [], claimSlugs = [], sourceIds = [], publicNote }: StoryAdditions,
): Promise<{ slug: string; left: string | null }> {
  assertCan(actor, "story:edit");
  return transact(async (tx) => {
    const story = await tx.story.findUnique({ where: { slug } });
    if (!story) throw new NotFound("The story");
    const left = await moveStatements(tx, actor, { story, publicIds: statementIds, publicNote });
    const claims = await tx.claim.findMany({
      where: { slug: { in: [...claimSlugs] } },
      select: {
        id: true,
        slug: true,
        proposition: true,
        stories: { where: { storyId: story.id }, orderBy: { storyId: "asc" } },
      },
      orderBy: { id: "asc" },
    });
    if (claims.length < new Set(claimSlugs).size) throw new NotFound("A claim");
    const sources = await tx.source.findMany({
      where: { publicId: { in: [...sourceIds] } },
      select: {
        id: true,
        publicId: true,
        title: true,
        stories: { where: { storyId: story.id }, orderBy: { storyId: "asc" } },
      },
      orderBy: { id: "asc" },
    });
    if (sources.length < new Set(sourceIds).size) throw new NotFound("A source");
    const subject: Subject = { type: "story", id: story.id };
    const newClaims = claims.filter(({ stories }) => stories.length === 0);
    const newSources = sources.filter(({ stories }) => stories.length === 0);
    for (const { id, proposition } of newClaims) {
      const changes = [{ what: "Put into the story, a claim", before: "", after: proposition }];
      const claim: Subject = { type: "claim", id };
      await passPublicEdit(tx, actor, {
        ...{ subject, restsOn: [subject, claim], alsoOn: [claim] },
        ...{ changes, note: publicNote },
      });
      await tx.storyClaim.create({ data: { storyId: story.id, claimId: id } });
    }
    for (const { id, title } of newSources) {
      const changes = [{ what: "Put into the story, a source", before: "", after: title }];
      const source: Subject = { type: "source", id };
      await passPublicEdit(tx, actor, {
        ...{ subject, restsOn: [subject, source], alsoOn: [source] },
        ...{ changes, note: publicNote },
      });
      await tx.storySource.create({ data: { storyId: story.id, sourceId: id } });
    }
    // what stood there already was not put there now
    if (newClaims.length + newSources.length > 0) {
      const after = {
        claims: newClaims.map((claim) => claim.slug),
        sources: newSources.map(({ publicId }) => publicId),
      };
      await appendAudit(tx, {
        ...{ actor, action: "story.added_to", subjectType: "story", subjectId: story.id, after },
      });
    }
    return { left, slug };
  });
}

/**
 * Takes a statement out of its story.
 * @throws {Forbidden} @throws {NotFound} when it is in no such story. @throws {Refused} as `passPublicEdit` does, and
 * when it is the last that visitors see there: a public story is withdrawn, it does not vanish.
 */
export async function takeFromStory(
  actor: Actor,
  { slug, statementId, publicNote }: { slug: string; statementId: string; publicNote?: string },
): Promise<{ slug: string }> {
  assertCan(actor, "story:edit");
  return transact(async (tx) => {
    const statement = await tx.statement.findFirst({
      where: { publicId: statementId, story: { slug } },
      select: { id: true, publicId: true, story: true },
    });
    if (!statement?.story) throw new NotFound("The statement in this story");
    await passMove(tx, actor, { statement, from: statement.story, to: null, publicNote });
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

interface Story {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

async function moveStatements(
  tx: Tx,
  actor: Actor,
  {
    story,
    publicIds,
    publicNote,
  }: { story: Story; publicIds: readonly string[]; publicNote: string | undefined },
): Promise<string | null> {
  const statements = await tx.statement.findMany({
    where: { publicId: { in: [...publicIds] } },
    select: { id: true, publicId: true, storyId: true, story: true },
    orderBy: { id: "asc" },
  });
  if (statements.length < new Set(publicIds).size) throw new NotFound("A statement");
  const moved = statements.filter((statement) => statement.storyId !== story.id);
  for (const statement of moved) {
    await passMove(tx, actor, { statement, from: statement.story, to: story, publicNote });
    // a form that was open over it is stale now: it showed another story
    await tx.statement.update({
      where: { id: statement.id },
      data: { storyId: story.id, version: { increment: 1 } },
    });
  }
  await appendAudits(
    tx,
    moved.map(({ id, story: former }) => ({
      actor,
      action: "statement.put_into_story",
      subjectType: "statement",
      subjectId: id,
      before: { story: former?.slug ?? null },
      after: { story: story.slug },
    })),
  );
  return moved.find(({ story: former }) => former !== null)?.publicId ?? null;
}

/** A published statement makes the story public that it is put into, so the move rests on the statement alone. */
async function passMove(
  tx: Tx,
  actor: Actor,
  {
    statement,
    from,
    to,
    publicNote,
  }: {
    statement: { readonly id: string; readonly publicId: string };
    from: Story | null;
    to: Story | null;
    publicNote: string | undefined;
  },
): Promise<void> {
  const subject: Subject = { type: "statement", id: statement.id };
  const what = `The story of ${statement.publicId}`;
  const stories = [from, to].flatMap((story): Subject[] =>
    story === null ? [] : [{ type: "story", id: story.id }],
  );
  const isPublic = await passPublicEdit(tx, actor, {
    ...{ subject, alsoOn: stories, note: publicNote },
    changes: [{ what, before: from?.title ?? "", after: to?.title ?? "" }],
  });
  if (!isPublic || from === null) return;
  const others = await tx.statement.count({
    where: { storyId: from.id, id: { not: statement.id }, ...MADE_PUBLIC },
  });
  const message = `It is the last published statement in “${from.title}”, whose address would lead nowhere. Withdraw that story instead, or put another published statement into it first.`;
  refuseUnlessEmpty(others === 0 ? [{ rule: "story.last", message }] : []);
}

/**
 * The story that a statement was in before it was put into the one of `slug`, when its last move was that; else null.
 * @throws {Forbidden}
 */
export async function findFormerStory(
  actor: Actor,
  { slug, statementId }: { slug: string; statementId: string },
): Promise<{ slug: string; title: string } | null> {
  assertCan(actor, "story:edit");
  const statement = await db.statement.findFirst({
    where: { publicId: statementId, story: { slug } },
    select: { id: true },
  });
  if (!statement) return null;
  // AuditEntry(subjectType, subjectId, seq)
  const move = await db.auditEntry.findFirst({
    where: { subjectType: "statement", subjectId: statement.id, action: "statement.put_into_story" },
    select: { before: true },
    orderBy: { seq: "desc" },
  });
  const { story = null } = JSON.parse(move?.before ?? "{}") as { story?: string | null };
  if (story === null) return null;
  return db.story.findUnique({ where: { slug: story }, select: { slug: true, title: true } });
}
