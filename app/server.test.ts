import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Actor, ROLES } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { type FormAction, SENDING, UNSENT, writeSending } from "@/lib/forms";
import { filesBelow } from "@/scripts/stamps.mjs";

let actor: Actor | null = null;

vi.mock("@/lib/auth/server", () => ({
  findSession: async () => (actor ? { sessionId: "none", actor } : null),
  signIn: async () => {},
  signOut: async () => {},
  signInSchema: {},
}));
vi.mock("next/headers", () => ({ headers: async () => new Headers() }));
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw Object.assign(new Error(`to ${to}`), { digest: `NEXT_REDIRECT;${to}` });
  },
}));

// visitors sign in and set a password; both are their own proof, and neither is kept
const OF_VISITORS = ["app/sign-in/actions.ts", "app/set-password/actions.ts"];

// tells a reader of a text that they sent, and keeps nothing that could be kept twice
const OF_READERS = ["app/check/bibliography/actions.ts"];

const root = new URL("../", import.meta.url).pathname;
const read = (file: string) => readFileSync(`${root}${file}`, "utf8");
const sources = ["app", "components"].flatMap((folder) => filesBelow(root, folder));
const files = sources.filter((file) => file.endsWith(".ts") && read(file).startsWith('"use server"'));

// they hand the form on to the action of a part
const OF_PAGES = files.filter((file) => file.endsWith("/page-action.ts"));

const modules = import.meta.glob<Record<string, FormAction>>([
  "./**/actions.ts",
  "!./sign-in/actions.ts",
  "!./set-password/actions.ts",
  "!./check/bibliography/actions.ts",
]);
const actions: (readonly [string, FormAction])[] = [];
for (const [file, load] of Object.entries(modules)) {
  for (const [name, action] of Object.entries(await load())) actions.push([`${file} ${name}`, action]);
}

describe("every server action", () => {
  test("is known here", () => {
    const known = Object.keys(modules).map((file) => file.replace("./", "app/"));
    expect([...known, ...OF_VISITORS, ...OF_READERS, ...OF_PAGES].sort()).toEqual(files.sort());
    expect(actions.length).toBeGreaterThan(40);
  });

  test.each(files.filter((file) => ![...OF_VISITORS, ...OF_READERS, ...OF_PAGES].includes(file)))(
    "%s asks for the sender of its form, and does the work once",
    (file) => {
      for (const [, body] of read(file).matchAll(/export async function (\w+[\s\S]*?\n\})/g)) {
        expect(body).toMatch(/await requireSender\(form\)/);
        expect(body).toMatch(/await runForm\(\s*actor,/);
      }
    },
  );
});

test.each(OF_PAGES)("%s leaves the work to the actions of its parts", (file) => {
  const [[, body] = []] = [...read(file).matchAll(/export async function (\w+[\s\S]*?\n\})/g)];
  expect(body).toMatch(/\{\n {2}return sendPressed\(form, [^;]*\);\n\}$/);
});

test("no form calls an action but by way of the one that carries a key", () => {
  const own = [
    "components/bibliographies/bibliography-form.client.tsx",
    "components/forms/action-form.client.tsx",
    "components/forms/page-form.client.tsx",
  ];
  const calling = sources.filter((file) =>
    /<[fF]orm\b[^>]*\baction=\{(?!`|")/.test(read(file).replaceAll("=>", "")),
  );
  expect(calling.filter((file) => !own.includes(file) && !ADDRESSES.includes(file))).toEqual([]);
});

// their action is an address, in a variable
const ADDRESSES = [
  "app/speakers/[slug]/page.tsx",
  "components/speakers/split-choice.tsx",
  "components/ui/form.tsx",
  "components/statements/search-box.tsx",
  "components/statements/statement-facets.tsx",
  "components/speakers/speaker-search.tsx",
];

describe.each(ROLES)("as %s", (role) => {
  beforeAll(async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const { id } = await db.user.create({ data: { name: role, email: `${role}@example.org`, role } });
    actor = { id, name: role, role };
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  test.each(actions)("%s answers in words, never with an error", async (_, action) => {
    for (const [at, fill] of FILLS.entries()) {
      const form = new FormData();
      const key = `key-of-at-least-16-${at}-${role}`;
      form.set(SENDING, writeSending({ key, form: "form", place: "/somewhere" }));
      for (const [name, value] of Object.entries(fill)) form.set(name, value);
      const outcome = await answer(action, form);
      if (outcome === "redirect") continue;
      expect(["refused", "stale", "done", "idle"]).toContain(outcome.status);
      if (outcome.status === "refused") expect(outcome.errors.length).toBeGreaterThan(0);
    }
  });
});

const WORDS = "Long enough to be a reason that somebody wrote down.";
const GONE = {
  id: "st-gone",
  statementId: "st-gone",
  draftId: "dr-gone",
  slug: "gone",
  version: "1",
  ordinal: "1",
};
const FILLS: readonly Record<string, string>[] = [
  {},
  GONE,
  {
    ...GONE,
    ...{ decision: "accepted", intent: "save", userId: "gone", commentId: "gone", claimId: "gone" },
    ...{
      relationId: "rel-gone",
      fromId: "st-gone",
      toId: "st-other",
      type: "contradicts",
      state: "suggested",
    },
    ...{ rationale: WORDS, comparability: WORDS, reason: WORDS, words: WORDS, body: WORDS, note: WORDS },
    ...{ axis: "said", value: "denied", reasons: WORDS, speakerId: "gone", aliasId: "gone", alias: "A" },
    ...{ affiliationId: "gone", role: "reader", proposition: WORDS, stance: "asserts", explanation: WORDS },
    ...{ title: WORDS, name: "A", email: "a@example.org", sourceId: "so-gone", resolution: "a_stands" },
  },
];

async function answer(action: FormAction, form: FormData) {
  try {
    // some are bound to a slug first
    if (action.length === 3) return await (action as unknown as BoundAction)("gone", UNSENT, form);
    return await action(UNSENT, form);
  } catch (error) {
    if (error instanceof Error && "digest" in error) return "redirect";
    throw error;
  }
}

type BoundAction = (slug: string, ...rest: Parameters<FormAction>) => ReturnType<FormAction>;
