import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import type { Actor } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { setClock } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { SENDING, TYPED_IN, WAS, writeSending, writeTypedIn, writeWas } from "@/lib/forms";
import { clearDatabase } from "@/prisma/testing/database";
import { runForm } from "./mutations";
import { listTyped } from "./queries";

// Back brings what was stored into a form with another key of sending
const schema = z.object({ words: z.string(), stance: z.string().optional() });
const NOON = Date.parse("2026-11-28T12:00:00Z");
let ann: Actor;
let ben: Actor;
let rows = 0;
let forms = 0;

beforeEach(async () => {
  await clearDatabase();
  setClock(new Date(NOON));
  const [one, other] = await Promise.all(
    ["ann", "ben"].map((name) => db.user.create({ data: { name, email: `${name}@example.org` } })),
  );
  [ann, ben] = [one, other].map((user): Actor => ({ id: user?.id ?? "", name: "", role: "editor" })) as [
    Actor,
    Actor,
  ];
});
afterEach(() => setClock(null));

interface Sent {
  readonly form?: string;
  readonly place?: string;
  readonly held?: string;
  readonly more?: Readonly<Record<string, string | File>>;
}

function sent(words: string, { form = "note", place = "/review/st-1", held = "", more = {} }: Sent = {}) {
  const data = new FormData();
  forms += 1;
  data.set(SENDING, writeSending({ key: `key-of-at-least-16-${forms}`, form, place }));
  data.set(TYPED_IN, writeTypedIn({ window: `window-${forms}`, from: null }));
  data.set(WAS, writeWas("words", held));
  data.set("version", String(forms));
  data.set("words", words);
  for (const [name, value] of Object.entries(more)) data.set(name, value);
  return data;
}

const store = () =>
  transact(async (tx) => {
    rows += 1;
    await tx.rateLimit.create({ data: { key: `row ${rows}`, count: 1, lastRequest: 0n } });
  });
const run = (form: FormData, actor = ann, isAdding = true) =>
  runForm(actor, schema, form, store, { isAdding });
const ADDING = { isAdding: true };
const pass = (seconds: number) => setClock(new Date(NOON + seconds * 1000));

test("the same words in the same form are asked about once, whatever key, version and window it carries", async () => {
  expect((await run(sent("Which day was it?"))).status).toBe("ok");
  pass(60);
  const back = sent("Which day was it?");
  const asked = await run(back);
  expect(asked).toMatchObject({
    status: "refused",
    values: { words: "Which day was it?" },
    errors: [{ message: expect.stringContaining("not stored twice") }],
  });
  expect(await db.rateLimit.count()).toBe(1);
  // it is stored: nothing waits to be
  expect(await listTyped(ann)).toEqual([]);
  // two presses of one button are one
  pass(61);
  expect((await run(back)).status).toBe("refused");
  pass(65);
  expect((await run(back)).status).toBe("ok");
  expect(await db.rateLimit.count()).toBe(2);
  // and are asked about again
  pass(120);
  expect((await run(sent("Which day was it?"))).status).toBe("refused");
});

test("many at once are one", async () => {
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => run(sent("All of them say this."))));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["ok", ...Array(5).fill("refused")]);
  expect(await db.rateLimit.count()).toBe(1);
});

test.each<[string, () => FormData, { actor?: "ben"; isAdding?: false }]>([
  ["other words", () => sent("Which hour was it?"), {}],
  ["by somebody else", () => sent("Which day was it?"), { actor: "ben" }],
  ["on another page", () => sent("Which day was it?", { place: "/review/st-2" }), {}],
  ["in another form", () => sent("Which day was it?", { form: "reason" }), {}],
  ["beside another choice", () => sent("Which day was it?", { more: { stance: "denies" } }), {}],
  ["with a file", () => sent("Which day was it?", { more: { file: new File(["text"], "a.txt") } }), {}],
  ["that were drawn and not typed", () => sent("Which day was it?", { held: "Which day was it?" }), {}],
  ["in a form that adds nothing", () => sent("Which day was it?"), { isAdding: false }],
])("the same words, but %s, are stored", async (_, make, { actor, isAdding }) => {
  expect((await run(sent("Which day was it?"), ann, isAdding)).status).toBe("ok");
  expect((await run(make(), actor ? ben : ann, isAdding)).status).toBe("ok");
});

test("what was said a quarter of an hour ago is stored", async () => {
  expect((await run(sent("Which day was it?"))).status).toBe("ok");
  pass(15 * 60 + 1);
  expect((await run(sent("Which day was it?"))).status).toBe("ok");
});

test("what was refused was not stored, and is not asked about", async () => {
  const refuse = () => Promise.reject(new Refused([{ rule: "x", message: "Not yet." }]));
  expect((await runForm(ann, schema, sent("Which day was it?"), refuse, ADDING)).status).toBe("refused");
  const refuseLate = async () => {
    await store();
    throw new Refused([{ rule: "x", message: "Wrong." }]);
  };
  expect((await runForm(ann, schema, sent("Which day was it?"), refuseLate, ADDING)).status).toBe("refused");
  expect((await run(sent("Which day was it?"))).status).toBe("ok");
});
