import { beforeEach, describe, expect, it } from "vitest";
import { listHistory } from "@/lib/audit/server";
import { type Actor, can, ROLES, SYSTEM, VISITOR } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { setClock } from "@/lib/env";
import { Forbidden, NotFound, Refused } from "@/lib/errors";
import { makeStatement, makeUser } from "@/prisma/factories";
import { clearDatabase } from "@/prisma/testing/database";
import { comment, openReview, resolveComment, writeComment, writeComments } from "./server";

let reporter: Actor;
let statement: { readonly id: string; readonly publicId: string };

beforeEach(async () => {
  await clearDatabase();
  reporter = await makeUser("reporter", "Rana");
  statement = await makeStatement();
});

const all = () => db.reviewComment.findMany({ orderBy: { id: "asc" } });
const history = async () =>
  (await listHistory("statement", statement.id)).map(({ action, actorId, before, after }) => ({
    action,
    actorId,
    before: JSON.parse(before ?? "null"),
    after: JSON.parse(after ?? "null"),
  }));

describe("a comment", () => {
  it("is for those who work on the desk, to write and to resolve", async () => {
    for (const actor of [VISITOR, SYSTEM, ...(await Promise.all(ROLES.map((role) => makeUser(role))))]) {
      const { id: commentId } = await comment(reporter, {
        statementId: statement.id,
        body: `Which day, ${actor.role}?`,
      });
      const acts = [
        () => comment(actor, { statementId: statement.id, body: "Monday." }),
        () => resolveComment(actor, { commentId }),
      ];
      for (const act of acts) {
        if (can(actor, "review:comment")) await act();
        else await expect(act()).rejects.toThrow(Forbidden);
      }
      const { resolvedAt } = await db.reviewComment.findUniqueOrThrow({ where: { id: commentId } });
      expect(resolvedAt !== null).toBe(can(actor, "review:comment"));
    }
  });

  it("may be left in the same words about another statement, wherever others were left before and since", async () => {
    const [elsewhere, third] = [await makeStatement(), await makeStatement()];
    const leave = ({ publicId }: { publicId: string }, body: string) =>
      comment(reporter, { statementId: publicId, body });
    await leave(statement, "Which day?");
    await leave(elsewhere, "Which day?");
    await leave(third, "Where?");
    // the last one here, and neither the first one nor the last one of all
    for (const one of [statement, elsewhere]) await expect(leave(one, "Which day?")).rejects.toThrow(Refused);
    await leave(statement, "Which year?");
    await expect(leave(statement, "Which year?")).rejects.toThrow(Refused);
    await leave(statement, "Which day?");
    expect(await all()).toHaveLength(5);
  });

  it("is not left twice in a row by one person while it is open", async () => {
    const other = await makeUser("reviewer", "Ravi");
    const leave = (actor: Actor, body: string) => comment(actor, { statementId: statement.publicId, body });
    const { id: commentId } = await leave(reporter, "Which day?");
    const again = await leave(reporter, " Which day?\n").catch((error: unknown) => error);
    expect(again).toBeInstanceOf(Refused);
    expect((again as Refused).refusals).toEqual([
      {
        ...{ rule: "comment.again", field: "body" },
        message: "You wrote this already: it is the last comment here, and open. Nothing was written twice.",
      },
    ]);
    expect(await all()).toHaveLength(1);
    expect(await history()).toHaveLength(1);
    await leave(other, "Which day?");
    await leave(reporter, "Which day?");
    await leave(reporter, "Which day, again?");
    expect(await all()).toHaveLength(4);
    await resolveComment(reporter, { commentId });
    const last = (await all()).at(-1)?.id ?? "";
    await resolveComment(reporter, { commentId: last });
    await leave(reporter, "Which day, again?");
    expect(await all()).toHaveLength(5);
  });

  it("keeps who wrote it and when, and is open", async () => {
    const at = new Date("2026-03-01T09:30:00Z");
    setClock(at);
    await comment(reporter, { statementId: statement.publicId, body: "  Which day?\n" }).finally(() =>
      setClock(null),
    );
    expect(await all()).toMatchObject([
      { body: "Which day?", authorId: reporter.id, writtenAt: at, resolvedAt: null, resolvedById: null },
    ]);
    expect(await db.review.findMany()).toMatchObject([{ openedAt: at }]);
    expect(await history()).toEqual([
      {
        ...{ action: "review.commented", actorId: reporter.id },
        ...{ before: null, after: { comment: "Which day?" } },
      },
    ]);
  });

  it("is found by the statement's own id and by the printed one, in one review", async () => {
    await comment(reporter, { statementId: statement.id, body: "One." });
    await comment(reporter, { statementId: ` ${statement.publicId} `, body: "Two." });
    const [first, second] = await all();
    expect(first?.reviewId).toBe(second?.reviewId);
    const reviews = await db.review.findMany();
    // a comment makes nobody the reviewer
    expect(reviews).toMatchObject([{ statementId: statement.id, assigneeId: null, dueOn: null }]);
  });

  it.each([
    ["no words", { body: " \n " }, "Write the comment."],
    ["too many", { body: "x".repeat(4001) }, "Write at most 4,000 characters."],
    ["no statement", { statementId: " " }, "Choose a statement."],
  ])("of %s is refused, and nothing is stored", async (_, part, message) => {
    const written = comment(reporter, { statementId: statement.id, body: "Which day?", ...part });
    await expect(written).rejects.toMatchObject({ kind: "refused", refusals: [{ message }] });
    await expect(written).rejects.toThrow(Refused);
    expect([await all(), await history(), await db.review.count()]).toEqual([[], [], 0]);
  });

  it("may have 4,000 characters", async () => {
    await comment(reporter, { statementId: statement.id, body: "x".repeat(4000) });
    expect(await all()).toHaveLength(1);
  });

  it.each(["st-000000", "01890000-0000-7000-8000-000000000009"])(
    "on %s, which is not there, is not found",
    async (id) => {
      await expect(comment(reporter, { statementId: id, body: "Which day?" })).rejects.toThrow(
        "The statement was not found.",
      );
      expect(await all()).toEqual([]);
    },
  );
});

describe("resolving", () => {
  it("closes that comment alone, and says in the history which and by whom", async () => {
    const { id: commentId } = await comment(reporter, { statementId: statement.id, body: "Which day?" });
    await comment(reporter, { statementId: statement.id, body: "Which place?" });
    const editor = await makeUser("editor");
    const at = new Date("2026-03-02T10:00:00Z");
    setClock(at);
    await resolveComment(editor, { commentId }).finally(() => setClock(null));
    expect(await all()).toMatchObject([
      { body: "Which day?", authorId: reporter.id, resolvedById: editor.id, resolvedAt: at },
      { body: "Which place?", resolvedById: null, resolvedAt: null },
    ]);
    expect((await history())[0]).toEqual({
      ...{ action: "review.comment_resolved", actorId: editor.id },
      ...{ before: { comment: "Which day?" }, after: null },
    });
  });

  it("is not found twice, and the first who did it stays", async () => {
    const { id: commentId } = await comment(reporter, { statementId: statement.id, body: "Which day?" });
    await resolveComment(reporter, { commentId });
    const editor = await makeUser("editor");
    await expect(resolveComment(editor, { commentId })).rejects.toThrow("The open comment was not found.");
    expect(await all()).toMatchObject([{ resolvedById: reporter.id }]);
    await expect(resolveComment(editor, { commentId: "nowhere" })).rejects.toThrow(NotFound);
  });
});

describe("inside another act", () => {
  it("a comment is written with it, or not at all", async () => {
    const undone = transact(async (tx) => {
      await writeComment(tx, reporter, statement.id, "Which day?");
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    expect([await all(), await history()]).toEqual([[], []]);
    const id = await transact((tx) => writeComment(tx, reporter, statement.id, "Which day?"));
    expect(await all()).toMatchObject([{ id, body: "Which day?" }]);
  });

  it("many comments are written at once, each on a review of its own statement", async () => {
    const other = await makeStatement();
    const at = new Date("2026-03-03T11:00:00Z");
    setClock(at);
    await transact((tx) =>
      writeComments(tx, reporter, [
        { statementId: other.id, body: "Which place?" },
        { statementId: statement.id, body: "Which day?" },
      ]),
    ).finally(() => setClock(null));
    const written = await db.reviewComment.findMany({
      orderBy: { body: "asc" },
      include: { review: { select: { statementId: true, openedAt: true, assigneeId: true } } },
    });
    const open = { authorId: reporter.id, writtenAt: at, resolvedAt: null };
    expect(written).toMatchObject([
      { ...open, body: "Which day?", review: { statementId: statement.id, openedAt: at, assigneeId: null } },
      { ...open, body: "Which place?", review: { statementId: other.id, openedAt: at, assigneeId: null } },
    ]);
    expect(await history()).toEqual([
      {
        ...{ action: "review.commented", actorId: reporter.id },
        ...{ before: null, after: { comment: "Which day?" } },
      },
    ]);
    // a comment that comes later stands on the same review
    await comment(reporter, { statementId: other.id, body: "Here." });
    expect(await db.review.count()).toBe(2);
  });

  it("a review that is open stays as it is", async () => {
    const [openedAt, dueOn] = [new Date("2026-01-01T00:00:00Z"), new Date("2026-02-01T00:00:00Z")];
    const review = await db.review.create({
      data: { statementId: statement.id, assigneeId: "somebody", openedAt, dueOn },
    });
    expect(await db.$transaction((tx) => openReview(tx as never, statement.id))).toBe(review.id);
    expect(await db.review.findMany()).toEqual([review]);
  });
});
