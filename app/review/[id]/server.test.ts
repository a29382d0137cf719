import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { ALL_OF_PAGE, PRESSED, SENDER, SENDING, UNSENT_PAGE, WAS, writeSending, writeWas } from "@/lib/forms";
import { takeReview } from "@/lib/review/server";
import { listTyped, signSender } from "@/lib/sendings/server";
import { makeStatement, makeUser } from "@/prisma/factories";
import { reviewPageAction } from "./page-action";

let actor: Actor | null = null;

vi.mock("@/lib/auth/server", () => ({
  findSession: async () => (actor ? { sessionId: "none", actor } : null),
}));
vi.mock("next/headers", () => ({ headers: async () => new Headers() }));
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw Object.assign(new Error(to), { digest: `NEXT_REDIRECT;${to}` });
  },
}));

let statement: { id: string; publicId: string; version: number };
let reviewer: Actor & { readonly id: string };

beforeEach(async () => {
  reviewer = await makeUser("reviewer");
  actor = reviewer;
  const { id, publicId } = await makeStatement();
  await takeReview(reviewer, { statementId: publicId, version: 1 });
  statement = await db.statement.findUniqueOrThrow({ where: { id } });
});

/** The page as its forms are filled in: each with its own key, and what its fields held. */
function page(forms: Readonly<Record<string, Readonly<Record<string, string>>>>): FormData {
  const form = new FormData();
  form.set(PRESSED, ALL_OF_PAGE);
  for (const [name, fields] of Object.entries(forms)) {
    const place = `/review/${statement.publicId}`;
    form.append(SENDING, writeSending({ key: crypto.randomUUID(), form: name, place }));
    form.append(SENDER, signSender(reviewer.id));
    form.append("statementId", statement.publicId);
    if (name !== "comment") form.append("version", String(statement.version));
    for (const [field, text] of Object.entries(fields)) {
      form.append(`${name}~${field}`, text);
      form.append(WAS, writeWas(field, ""));
    }
  }
  return form;
}

const verdict = (axis: string, value: string, reasons = "The recording has it.") => ({
  axis,
  value,
  reasons,
});
const send = (form: FormData) => reviewPageAction(UNSENT_PAGE, form);
const said = { "verdict-said-form": verdict("said", "confirmed") };
const faithful = { "verdict-faithful-form": verdict("faithful", "exact") };
const comment = { comment: { body: "Which meeting was it?" } };
const statuses = ({ answers }: Awaited<ReturnType<typeof send>>) =>
  Object.fromEntries(Object.entries(answers).map(([name, { status }]) => [name, status]));

describe("one press saves every form of a review in which something is typed", () => {
  test("in the order of the page, each on the version that the one before left", async () => {
    const answer = await send(page({ ...said, ...faithful, ...comment }));
    expect(statuses(answer)).toEqual({
      "verdict-said-form": "done",
      "verdict-faithful-form": "done",
      comment: "done",
    });
    expect(await db.verdict.count({ where: { statementId: statement.id } })).toBe(2);
    expect(await listTyped(reviewer)).toEqual([]);
  });

  test("what is refused is told at its form and kept; the others are stored", async () => {
    const answer = await send(page({ "verdict-said-form": verdict("said", "confirmed", ""), ...faithful }));
    expect(statuses(answer)).toEqual({ "verdict-said-form": "refused", "verdict-faithful-form": "done" });
    const kept = await listTyped(reviewer);
    expect(kept.map(({ form, values }) => [form, values.value])).toEqual([
      ["verdict-said-form", "confirmed"],
    ]);
  });

  test("a colleague's save in between is told to every form after it, and nothing is overwritten", async () => {
    await db.statement.update({ where: { id: statement.id }, data: { version: { increment: 1 } } });
    const answer = await send(page({ ...said, ...faithful, ...comment }));
    expect(statuses(answer)).toEqual({
      "verdict-said-form": "stale",
      "verdict-faithful-form": "stale",
      comment: "done",
    });
    expect(await db.verdict.count({ where: { statementId: statement.id } })).toBe(0);
  });

  test("sent twice it is one act for each", async () => {
    const form = page({ ...said, ...comment });
    await send(form);
    expect(statuses(await send(form))).toEqual({ "verdict-said-form": "done", comment: "done" });
    expect(
      await db.reviewComment.count({
        where: { body: "Which meeting was it?", review: { statementId: statement.id } },
      }),
    ).toBe(1);
    expect(await db.verdict.count({ where: { statementId: statement.id } })).toBe(1);
  });

  test("what takes a step is not taken by it, and what was typed for it is kept", async () => {
    const answer = await send(page({ "decline-form": { words: "It was never said." }, ...comment }));
    expect(statuses(answer)).toEqual({ comment: "done" });
    const after = await db.statement.findUniqueOrThrow({ where: { id: statement.id } });
    expect(after.state).toBe("in_review");
    expect((await listTyped(reviewer)).map(({ form }) => form)).toEqual(["decline-form"]);
  });

  test("forms in which nothing is typed are left alone", async () => {
    const form = page(comment);
    form.append(SENDING, writeSending({ key: crypto.randomUUID(), form: "checklist", place: "/review/x" }));
    expect(statuses(await send(form))).toEqual({ comment: "done" });
  });
});

describe("a page that was drawn for somebody else", () => {
  test("does nothing in the name of who is signed in now, and keeps the text for its writer alone", async () => {
    const other = await makeUser("editor");
    const form = page(comment);
    actor = other;
    await expect(send(form)).rejects.toThrow(/^\/sign-in\?other&next=%2Freview%2F/);
    expect(await db.reviewComment.count({ where: { authorId: other.id } })).toBe(0);
    expect(await listTyped(other)).toEqual([]);
    expect((await listTyped(reviewer)).map(({ values }) => values.body)).toEqual(["Which meeting was it?"]);
  });

  test("after the session ended keeps it for its writer", async () => {
    const form = page(comment);
    actor = null;
    await expect(send(form)).rejects.toThrow(/^\/sign-in\?ended&next=/);
    expect(await listTyped(reviewer)).toHaveLength(1);
  });
});
