import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth";
import { db } from "@/lib/db/server";
import {
  ALL_OF_PAGE,
  nameInPage,
  PRESSED,
  SENDING,
  UNSENT_PAGE,
  WAS,
  writeSending,
  writeWas,
} from "@/lib/forms";
import { takeReview } from "@/lib/review/server";
import { ensureScales } from "@/lib/verdicts/server";
import { makeStatement, makeUser } from "@/prisma/factories";
import { reviewPageAction } from "./page-action";

/** The forms of a review, saved by one press. */

let actor: Actor;
vi.mock("@/lib/auth/server", () => ({ findSession: async () => ({ sessionId: "none", actor }) }));
vi.mock("next/headers", () => ({ headers: async () => new Headers() }));
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));

let id: string;
let version: number;

beforeAll(async () => {
  await ensureScales();
  actor = await makeUser("editor");
});

beforeEach(async () => {
  const { publicId } = await makeStatement();
  const statement = await db.statement.findUniqueOrThrow({ where: { publicId } });
  await takeReview(actor, { statementId: publicId, version: statement.version });
  id = publicId;
  version = await versionNow();
});

const versionNow = async () => (await db.statement.findUniqueOrThrow({ where: { publicId: id } })).version;

const VALUES = { said: "confirmed", faithful: "exact", in_context: "complete" } as const;
type VerdictAxis = keyof typeof VALUES;

interface Wish {
  axis: VerdictAxis;
  key: string;
  reasons?: string;
  versions: readonly number[];
}

/** What a browser sends of some verdicts by the one press. */
function all(...wishes: readonly Wish[]): FormData {
  const form = new FormData();
  form.set(PRESSED, ALL_OF_PAGE);
  for (const { axis, key, reasons = "The recording has it.", versions } of wishes) {
    const name = `verdict-${axis}-form`;
    const field = (of: string, value: string) => form.append(nameInPage(name, of), value);
    form.append(
      SENDING,
      writeSending({ key: `key-of-at-least-16-${key}`, form: name, place: `/review/${id}` }),
    );
    for (const one of versions) form.append("version", `${one}`);
    form.append("statementId", id);
    form.append("axis", axis);
    field("value", VALUES[axis]);
    field("reasons", reasons);
    form.append(WAS, writeWas("reasons", ""));
  }
  return form;
}

const statusesOf = async (form: FormData) =>
  Object.values((await reviewPageAction(UNSENT_PAGE, form)).answers).map(({ status }) => status);

describe("what had been stored already", () => {
  test("moves nothing on a second time: a page drawn after it is not told that it is stale", async () => {
    const first = { axis: "said", key: `${id}-a`, versions: [version] } as const;
    expect(await statusesOf(all(first))).toEqual(["done"]);
    const drawn = await versionNow();
    // the answer was lost, and the page was drawn anew by something else
    const again = [
      { ...first, versions: [drawn] },
      { axis: "faithful", key: `${id}-b`, versions: [drawn] } as const,
      { axis: "in_context", key: `${id}-c`, versions: [drawn] } as const,
    ];
    expect(await statusesOf(all(...again))).toEqual(["done", "done", "done"]);
    expect(await db.verdict.count({ where: { statement: { publicId: id } } })).toBe(3);
  });

  test("moved on the page that was drawn before it", async () => {
    const first = { axis: "said", key: `${id}-a`, versions: [version] } as const;
    const second = { axis: "faithful", key: `${id}-b`, versions: [version] } as const;
    expect(await statusesOf(all(first, { ...second, reasons: "x".repeat(50_000) }))).toEqual([
      "done",
      "refused",
    ]);
    expect(await statusesOf(all(first, second))).toEqual(["done", "done"]);
  });

  test("does not hide what a colleague saved since", async () => {
    const first = { axis: "said", key: `${id}-a`, versions: [version] } as const;
    expect(await statusesOf(all(first))).toEqual(["done"]);
    await db.statement.update({ where: { publicId: id }, data: { version: { increment: 1 } } });
    const second = { axis: "faithful", key: `${id}-b`, versions: [version] } as const;
    expect(await statusesOf(all(first, second))).toEqual(["done", "stale"]);
  });
});

test("the tick that saves over a colleague counts when all are saved", async () => {
  await db.statement.update({ where: { publicId: id }, data: { version: { increment: 1 } } });
  const wish = { axis: "said", key: `${id}-a` } as const;
  expect(await statusesOf(all({ ...wish, versions: [version] }))).toEqual(["stale"]);
  const next = { axis: "faithful", key: `${id}-b`, versions: [version + 1] } as const;
  expect(await statusesOf(all({ ...wish, versions: [version, version + 1] }, next))).toEqual([
    "done",
    "done",
  ]);
});
