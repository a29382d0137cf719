import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Actor } from "@/lib/auth";
import { db, transact } from "@/lib/db/server";
import { Conflict, Forbidden, Refused } from "@/lib/errors";
import { SENDER, SENDING, TYPED_IN, WAS, writeSending, writeTypedIn, writeWas } from "@/lib/forms";
import { clearDatabase } from "@/prisma/testing/database";
import { MOST_KEPT, senderOf, signSender } from "./model";
import { discardTyped, keepTyped, runForm } from "./mutations";
import { listTyped } from "./queries";

const schema = z.object({ name: z.string().min(1) });
const PLACE = "/somewhere/st-1";
let ann: Actor;
let ben: Actor;

beforeAll(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

beforeEach(async () => {
  await clearDatabase();
  [ann, ben] = (await Promise.all(
    ["ann", "ben"].map(async (name): Promise<Actor> => {
      const { id } = await db.user.create({ data: { name, email: `${name}@example.org` } });
      return { id, name, role: "editor" };
    }),
  )) as [Actor, Actor];
});

describe("a sending", () => {
  test("is one act, however often it arrives, and says when it was stored", async () => {
    const form = formOf({ name: "once" });
    expect(await runForm(ann, schema, form, makeRow)).toEqual({ status: "ok", result: "once" });
    const again = await runForm(ann, schema, form, makeRow);
    expect(again).toMatchObject({
      status: "done",
      receipt: { title: expect.stringMatching(/^This had been stored already at \d\d:\d\d UTC$/) },
    });
    expect(await db.rateLimit.count()).toBe(1);
  });

  test("is one act when it arrives many times at once", async () => {
    const form = formOf({ name: "at once" });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => runForm(ann, schema, form, makeRow)));
    expect(outcomes.filter(({ status }) => status === "ok")).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === "done")).toHaveLength(7);
    expect(await db.rateLimit.count()).toBe(1);
  });

  test("that was refused uses up nothing", async () => {
    const form = formOf({ name: "later" });
    const refuse = () => Promise.reject(new Refused([{ rule: "x", message: "Not yet." }]));
    expect((await runForm(ann, schema, form, refuse)).status).toBe("refused");
    // a refusal after a first transaction, such as a counted attempt
    const refuseLate = async ({ name }: { name: string }) => {
      await makeRow({ name: `attempt ${name}` });
      throw new Refused([{ rule: "x", message: "Wrong." }]);
    };
    expect((await runForm(ann, schema, form, refuseLate)).status).toBe("refused");
    expect((await runForm(ann, schema, form, makeRow)).status).toBe("ok");
  });

  test("that fails is told truly: not stored, and the same sending again stores it once", async () => {
    const form = formOf({ name: "broken" });
    const breakInside = (input: { name: string }) =>
      transact(async (tx) => {
        await tx.rateLimit.create({ data: rowOf(input.name) });
        throw new Error("the power went");
      });
    const failed = await runForm(ann, schema, form, breakInside);
    expect(failed).toMatchObject({
      status: "failed",
      message: expect.stringMatching(/^It was not stored\./),
    });
    expect(failed.status === "failed" && failed.values).toMatchObject({
      name: "broken",
      [SENDING]: form.get(SENDING),
    });
    expect((await runForm(ann, schema, form, makeRow)).status).toBe("ok");
    expect(await db.rateLimit.count()).toBe(1);
  });

  test("that was stored before the answer broke is told so", async () => {
    const form = formOf({ name: "stored" });
    const breakAfter = async (input: { name: string }) => {
      await makeRow(input);
      throw new Error("the answer broke");
    };
    expect((await runForm(ann, schema, form, breakAfter)).status).toBe("done");
    expect((await runForm(ann, schema, form, makeRow)).status).toBe("done");
    expect(await db.rateLimit.count()).toBe(1);
  });

  test("belongs to its person: another's key is not theirs to use up", async () => {
    const form = formOf({ name: "mine" });
    await runForm(ann, schema, form, makeRow);
    expect((await runForm(ben, schema, form, ({ name }) => makeRow({ name: `${name} too` }))).status).toBe(
      "ok",
    );
  });

  test("without a key is refused, so that no form can forget it", async () => {
    const form = formOf({ name: "keyless" });
    form.delete(SENDING);
    const outcome = await runForm(ann, schema, form, makeRow);
    expect(outcome).toMatchObject({ status: "refused", values: { name: "keyless" } });
    expect(await db.rateLimit.count()).toBe(0);
  });

  test("lets what the framework throws pass", async () => {
    const redirect = Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;replace;/x" });
    await expect(runForm(ann, schema, formOf({ name: "x" }), () => Promise.reject(redirect))).rejects.toBe(
      redirect,
    );
  });

  test("logs no word of what was typed", async () => {
    const log = vi.mocked(console.error);
    log.mockClear();
    const secret = "canary-of-what-was-typed";
    await runForm(ann, schema, formOf({ name: secret }), ({ name }) =>
      transact((tx) => tx.rateLimit.create({ data: { ...rowOf(name), nothing: name } as never })),
    );
    expect(log).toHaveBeenCalledOnce();
    expect(JSON.stringify(log.mock.calls)).not.toContain(secret);
  });
});

describe("what is typed", () => {
  test.each([
    ["stale", new Conflict()],
    ["refused", new Forbidden("x")],
    ["failed", new TypeError("a bug")],
  ])("is kept when the form is %s, and goes when it is stored", async (status, error) => {
    const form = formOf({ name: "typed", password: "hunter2hunter2" });
    expect((await runForm(ann, schema, form, () => Promise.reject(error))).status).toBe(status);
    const [kept] = await listTyped(ann, { place: PLACE });
    expect(kept).toMatchObject({ form: "form", values: { name: "typed" } });
    expect(JSON.stringify(kept)).not.toMatch(/hunter2|sending/);
    await runForm(ann, schema, form, makeRow);
    expect(await listTyped(ann)).toEqual([]);
  });

  test("that arrives after its form was stored is not kept", async () => {
    const form = formOf({ name: "late" });
    await runForm(ann, schema, form, makeRow);
    await keepTyped(ann.id, sending(form), { name: "late" });
    expect(await listTyped(ann)).toEqual([]);
  });

  test("is not kept of a press that typed nothing", async () => {
    const form = formOf({ name: "as drawn" }, "as drawn");
    await runForm(ann, schema, form, () => Promise.reject(new Forbidden("x")));
    expect(await listTyped(ann)).toEqual([]);
  });

  test("is its person's alone, and goes with them", async () => {
    await keepTyped(ann.id, sending(formOf({})), { name: "private" });
    const [kept] = await listTyped(ann);
    expect(await listTyped(ben)).toEqual([]);
    await discardTyped(ben, { id: kept?.id ?? "" });
    expect(await listTyped(ann)).toHaveLength(1);
    await discardTyped(ann, { id: kept?.id ?? "" });
    expect(await listTyped(ann)).toEqual([]);
    await keepTyped(ann.id, sending(formOf({})), { name: "private" });
    await db.user.delete({ where: { id: ann.id ?? "" } });
    expect(await db.formDraft.count()).toBe(0);
  });

  test("in two windows is two texts; each goes with its own sending", async () => {
    const at = (window: string, name: string, from?: { id: string; keptAt: Date }) => {
      const form = formOf({ name });
      form.set(TYPED_IN, writeTypedIn({ window, from: from ?? null }));
      return form;
    };
    const keep = (form: FormData) =>
      keepTyped(ann.id, sending(form), {
        ...Object.fromEntries(form),
        name: String(form.get("name")),
      } as never);
    const texts = async () =>
      (await listTyped(ann)).map(({ window, values }) => `${window}: ${values.name}`).sort();

    await keep(at("one", "the lock is shut"));
    await keep(at("two", "the lock is open"));
    await keep(at("one", "the lock is shut since May"));
    expect(await texts()).toEqual(["one: the lock is shut since May", "two: the lock is open"]);

    // a page that is drawn anew goes on with the text that it was drawn with
    const [newest] = await listTyped(ann);
    if (!newest) throw new Error("nothing is kept");
    await keep(at("three", "the lock is shut since June", newest));
    expect(await texts()).toEqual(["three: the lock is shut since June", "two: the lock is open"]);
    // and not with one that was written on elsewhere since
    await keep(at("four", "the lock was shut", newest));
    expect(await texts()).toHaveLength(3);

    await runForm(ann, schema, at("four", "the lock was shut", newest), makeRow);
    expect(await texts()).toEqual(["three: the lock is shut since June", "two: the lock is open"]);
    const [third] = await listTyped(ann);
    await runForm(ann, schema, at("five", "stored at once", third), makeRow);
    expect(await texts()).toEqual(["two: the lock is open"]);
  });

  test("is kept of so many forms and no more, the newest", async () => {
    await db.formDraft.createMany({
      data: Array.from({ length: MOST_KEPT }, (_, at) => ({
        ...{ userId: ann.id ?? "", place: PLACE, form: `form-${at}`, values: "{}" },
        keptAt: new Date(Date.now() - 1000 * (MOST_KEPT - at)),
      })),
    });
    await keepTyped(ann.id, { key: "key-of-at-least-16", form: "newest", place: PLACE }, {});
    const typed = await listTyped(ann);
    expect(typed).toHaveLength(MOST_KEPT);
    expect(typed[0]?.form).toBe("newest");
    expect(typed.at(-1)?.form).toBe("form-1");
  });

  test("is kept of nobody, nor of a person who is gone, nor beyond all measure", async () => {
    const one = sending(formOf({}));
    expect(await keepTyped(null, one, { name: "x" })).toBe(false);
    expect(await keepTyped("nobody", one, { name: "x" })).toBe(false);
    expect(await keepTyped(ann.id, one, { name: "x".repeat(6_000_001) })).toBe(false);
  });

  test("reaches the person for whom the page was drawn, and a forged name reaches nobody", () => {
    const userId = ann.id ?? "";
    const signed = signSender(userId);
    const of = (text: string) => senderOf(formOf({ [SENDER]: text }));
    expect(of(signed)).toBe(userId);
    expect(of(signed.replace(userId, ben.id ?? ""))).toBeNull();
    expect(of(`${signed}x`)).toBeNull();
    expect(of("")).toBeNull();
    const [who, day, mac] = signed.split(".");
    expect(of(`${who}.${Number(day) + 1}.${mac}`)).toBeNull();
    expect(of(`${who}.${Number(day) - 31}.${mac}`)).toBeNull();
  });
});

let forms = 0;

function formOf(values: Record<string, string>, held = ""): FormData {
  const form = new FormData();
  forms += 1;
  form.set(SENDING, writeSending({ key: `key-of-at-least-16-${forms}`, form: "form", place: PLACE }));
  form.set(WAS, writeWas("name", held));
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

function sending(form: FormData) {
  const [key = "", name = "", place = ""] = String(form.get(SENDING)).split(" ");
  return { key, form: name, place };
}

const rowOf = (key: string) => ({ key, count: 1, lastRequest: 0n });

async function makeRow({ name }: { name: string }): Promise<string> {
  return transact(async (tx) => (await tx.rateLimit.create({ data: rowOf(name) })).key);
}
