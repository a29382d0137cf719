import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Actor, PATH_HEADER } from "@/lib/auth";
import { db, engine } from "@/lib/db/server";
import { Unavailable } from "@/lib/errors";
import {
  ALL_OF_PAGE,
  type FormAction,
  LABEL,
  NOT_KEPT,
  nameInPage,
  PRESSED,
  SENDER,
  SENDING,
  UNSENT,
  UNSENT_PAGE,
  WAS,
  writeSending,
  writeWas,
} from "@/lib/forms";
import { takeReview } from "@/lib/review/server";
import { signSender } from "@/lib/sendings/server";
import { makeStatement, makeUser } from "@/prisma/factories";
import { NO_WRITES, withoutWrites } from "@/prisma/testing/no-writes";
import { editProfileAction } from "../account/actions";
import { relateAction } from "../contradictions/actions";
import { startImportAction } from "../import/actions";
import { commentAction, declineAction, verdictAction } from "../review/[id]/actions";
import { reviewPageAction } from "../review/[id]/page-action";
import { NotKept, requireSender } from "../sender";
import { createStoryAction } from "../stories/actions";
import { POST as giveBack } from "./back/route";
import { POST as discard } from "./discard/route";
import { POST as keep } from "./keep/route";
import { POST as keepTheRest } from "./rest/route";

/**
 * A disk that is full, or a database that takes no writes, stands between what was typed and the answer in many places:
 * in none of them is it lost, and every answer is in words.
 */

let signedIn: Actor | null = null;
let unread: Error | null = null;
vi.mock("@/lib/auth/server", () => ({
  findSession: async () => {
    if (unread) throw unread;
    return signedIn ? { sessionId: "none", actor: signedIn } : null;
  },
}));
let asked = "/";
vi.mock("next/headers", () => ({ headers: async () => new Headers({ [PATH_HEADER]: asked }) }));
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw Object.assign(new Error(`to ${to}`), { digest: `NEXT_REDIRECT;${to}` });
  },
  notFound: () => {
    throw Object.assign(new Error("not found"), { digest: "NEXT_HTTP_ERROR_FALLBACK;404" });
  },
}));

const TEXT = "Zwei Sätze, die niemand noch einmal schreiben will. گفت & <so>";
const OTHER = "And what stands in the form beside it.";
let editor: Actor & { readonly id: string };
let place: string;
let statementId: string;
let version: number;
let keys = 0;

beforeAll(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  editor = await makeUser("editor");
});

beforeEach(async () => {
  signedIn = editor;
  const { publicId } = await makeStatement();
  const statement = await db.statement.findUniqueOrThrow({ where: { publicId } });
  await takeReview(editor, { statementId: publicId, version: statement.version });
  statementId = publicId;
  version = statement.version + 1;
  place = `/review/${publicId}`;
});

interface Part {
  readonly form: string;
  readonly label?: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly hidden?: Readonly<Record<string, string>>;
}

/** What a browser sends of some forms of a page, in which something was typed. */
function sent(parts: readonly Part[], more: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(more)) form.append(name, value);
  const isPage = parts.length > 1 || PRESSED in more;
  for (const { form: name, label = name, typed, hidden = {} } of parts) {
    keys += 1;
    form.append(SENDING, writeSending({ key: `key-of-at-least-16-${keys}`, form: name, place }));
    form.append(SENDER, signSender(editor.id));
    form.append(LABEL, label);
    for (const [field, value] of Object.entries(hidden)) form.append(field, value);
    for (const [field, value] of Object.entries(typed)) {
      form.append(isPage ? nameInPage(name, field) : field, value);
      form.append(WAS, writeWas(field, "", { label: `The ${field}`, isChoice: false }));
    }
  }
  return form;
}

const comment = (): Part => ({
  ...{ form: "comment", label: "Write a comment", typed: { body: TEXT }, hidden: { statementId } },
});
const decline = (): Part => ({
  ...{ form: "decline-form", label: "Why it is declined", typed: { words: OTHER } },
  hidden: { statementId, version: `${version}` },
});

const post = (form: FormData) => new Request("http://localhost/typed", { method: "POST", body: form });

async function givenBack(answer: Promise<Response>, ...texts: readonly string[]): Promise<void> {
  const response = await answer;
  const page = (await response.text()).replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
  expect(response.status).toBe(409);
  for (const text of [NO_WRITES, ...texts]) expect(page).toContain(text);
}

describe("while nothing can be written", () => {
  const FORMS: readonly (readonly [string, FormAction, () => Part])[] = [
    ["a comment", commentAction, comment],
    ["a step with words", declineAction, decline],
    [
      "a verdict",
      verdictAction,
      () => ({
        ...{ form: "verdict-said-form", typed: { reasons: TEXT, value: "confirmed" } },
        hidden: { statementId, version: `${version}`, axis: "said" },
      }),
    ],
    ["an import", startImportAction, () => ({ form: "import-form", typed: { text: TEXT, title: OTHER } })],
    ["a new story", createStoryAction, () => ({ form: "form", typed: { title: OTHER, summary: TEXT } })],
    [
      "one's own name",
      editProfileAction,
      () => ({ form: "rename", typed: { name: TEXT, email: "a@example.org" } }),
    ],
    [
      "a relation",
      relateAction,
      () => ({
        ...{ form: "relate", typed: { rationale: TEXT, comparability: OTHER } },
        hidden: { fromId: statementId, toId: statementId, type: "contradicts", state: "suggested" },
      }),
    ],
  ];

  test.each(FORMS)("%s comes back in words, with everything typed", async (_, action, part) => {
    const { typed } = part();
    const answer = await withoutWrites(() => action(UNSENT, sent([part()])));
    expect(["failed", "refused"]).toContain(answer.status);
    expect(answer.values).toMatchObject(typed);
    if (answer.status === "failed") expect(answer.message).toContain(`${NO_WRITES} It was not stored.`);
    expect(await db.formDraft.count({ where: { userId: editor.id, place } })).toBe(0);
  });

  test("a form of a page of many is not sent, and the others stand in the answer too", async () => {
    const form = sent([decline(), comment()], { [PRESSED]: "comment" });
    const { answers } = await withoutWrites(() => reviewPageAction(UNSENT_PAGE, form));
    expect(answers.comment).toMatchObject({ status: "failed", values: { body: TEXT } });
    expect(answers.comment?.message).toContain(`${NO_WRITES} Nothing was stored:`);
    expect(answers.comment?.message).toContain("(Why it is declined)");
    expect(answers["decline-form"]).toMatchObject({ status: "kept", values: { words: OTHER } });
  });

  test("all forms at once come back", async () => {
    const form = sent([decline(), comment()], { [PRESSED]: ALL_OF_PAGE });
    const { answers } = await withoutWrites(() => reviewPageAction(UNSENT_PAGE, form));
    expect(answers.comment).toMatchObject({ status: "failed", values: { body: TEXT } });
    expect(answers["decline-form"]).toMatchObject({ status: "kept", values: { words: OTHER } });
  });

  test.each(["nobody", "somebody else"])("and %s is signed in, every word is given back", async (who) => {
    signedIn = who === "nobody" ? null : await makeUser("editor");
    const form = sent([decline(), comment()]);
    await withoutWrites(async () => {
      // with scripts the browser is told by the name of the failure, and holds the text
      const failure = await requireSender(form).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(NotKept);
      expect(failure).toMatchObject({ digest: NOT_KEPT });
      // without, the answer holds it: by way of proxy.ts, and where a button leads elsewhere
      await givenBack(giveBack(post(form)), TEXT, OTHER, "The body", "Why it is declined");
      await givenBack(keepTheRest(post(form)), TEXT, OTHER);
      await givenBack(discard(post(form)), TEXT, OTHER);
    });
  });

  test("what only leads elsewhere gives back every word, and what is kept in the background says that it is not", async () => {
    await withoutWrites(async () => {
      const form = () => sent([decline(), comment()], { to: "?find=x" });
      await givenBack(keepTheRest(post(form())), TEXT, OTHER);
      await givenBack(discard(post(form())), TEXT, OTHER);
      const answer = await keep(post(sent([comment()])));
      expect([answer.status, await answer.text()]).toEqual([503, `${NO_WRITES}\n`]);
    });
  });
});

test("a form that names nobody is sent to sign in, not to an error", async () => {
  signedIn = null;
  const form = sent([comment()]);
  form.delete(SENDER);
  const failure = await requireSender(form).catch((error: unknown) => error);
  expect(failure).not.toBeInstanceOf(NotKept);
  // it does not say that anything was kept
  expect(String(failure)).toContain("/sign-in?next=");
});

test.each([
  ["/typed/back", giveBack],
  ["/typed/rest", keepTheRest],
  ["/typed/discard", discard],
])("a form that names nobody is given back whole by %s", async (path, handle) => {
  signedIn = null;
  asked = path;
  const form = sent([decline(), comment()]);
  form.delete(SENDER);
  const answer = await handle(post(form));
  asked = "/";
  const page = (await answer.text()).replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
  expect(answer.status).toBe(409);
  for (const text of [TEXT, OTHER, "Why it is declined"]) expect(page).toContain(text);
});

test.each([
  ["somebody", { isSignedIn: true }],
  ["nobody", { isSignedIn: false }],
])(
  "a bibliography that an earlier build's page sends is given back to %s, and nobody is asked to sign in",
  async (_, { isSignedIn }) => {
    signedIn = isSignedIn ? editor : null;
    const form = sent([{ form: "bibliography", typed: { text: TEXT } }]);
    form.delete(SENDER);
    form.set(
      SENDING,
      writeSending({ key: "key-of-a-bibliography", form: "bibliography", place: "/check/bibliography" }),
    );
    const answer = await giveBack(post(form));
    const page = (await answer.text()).replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
    expect(answer.status).toBe(409);
    expect(page).toContain(TEXT);
    expect(page).toContain("Verbatim was renewed while the page was open.");
    expect(page).not.toContain("signed in");
    expect(await db.formDraft.count({ where: { place: "/check/bibliography" } })).toBe(0);
  },
);

test.each([
  ["?at=2#proposal-2", "", "?at=2#proposal-2"],
  ["?x\r\ny: z", "", ""],
  ["?find=گفت", "", ""],
  ["find", `${"x".repeat(299)}😀`, `?find=${"x".repeat(299)}#find`],
])("what leads elsewhere (%j) leads to what an address can hold", async (to, find, end) => {
  const form = sent([comment()], { to, find });
  await expect(keepTheRest(post(form))).rejects.toThrow(`to ${place}${end}`);
});

test.runIf(engine === "sqlite")("a file that cannot grow any more says that the disk is full", async () => {
  await db.$queryRawUnsafe("PRAGMA max_page_count = 1");
  const text = Array.from({ length: 20_000 }, (_, at) => `“We saw ${at} of them,” said Jon Vale.`).join(" ");
  const form = sent([{ form: "import-form", typed: { text, title: OTHER } }]);
  const answer = await startImportAction(UNSENT, form);
  await db.$queryRawUnsafe("PRAGMA max_page_count = 1073741823");
  expect(answer).toMatchObject({ status: "failed", values: { title: OTHER } });
  expect(answer.message).toMatch(/^The disk is full\./);
});

test("what is too much to keep is given back instead", async () => {
  const huge = `${TEXT} `.repeat(120_000);
  const form = sent([{ ...decline(), typed: { words: huge } }, comment()], { [PRESSED]: "comment" });
  const { answers } = await reviewPageAction(UNSENT_PAGE, form);
  expect(answers.comment).toMatchObject({ status: "failed", values: { body: TEXT } });
  expect(answers.comment?.message).toMatch(/^It is too much to keep\./);
  expect(answers["decline-form"]?.values.words).toHaveLength(huge.length);
});

test.each([undefined, "text", [], { get: "x" }])(
  "an action that is sent %s and no form finds nothing",
  (sent) =>
    expect(commentAction(UNSENT, sent as never)).rejects.toMatchObject({
      digest: "NEXT_HTTP_ERROR_FALLBACK;404",
    }),
);

test("a database that cannot even tell who is signed in gives back every word", async () => {
  const why = "The database is damaged. Whoever looks after this site finds in its log how to go on.";
  for (const [failure, words] of [
    [new Unavailable({}, why, "unreadable"), why],
    [new Error("Failed to get session"), "The database does not answer just now."],
  ] as const) {
    unread = failure;
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    try {
      const answer = await giveBack(post(sent([decline(), comment()])));
      const text = await answer.text();
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "30"]);
      expect(text).toContain(words);
      expect(text).toContain("Zwei Sätze, die niemand noch einmal schreiben will.");
      expect(text).toContain(OTHER);
    } finally {
      unread = null;
      log.mockRestore();
    }
  }
});
