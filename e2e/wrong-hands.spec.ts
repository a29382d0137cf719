import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test as base, expect } from "@playwright/test";
import { type Filled, type Site, serveSite, Visitor } from "@/bench/site";
import type { Role } from "@/lib/auth";
import { freePort } from "@/scripts/postgres.mjs";
import type { Case, Desk } from "./wrong-hands";

/**
 * Every action of the site, sent by hand as everybody who may not: the form is the one that is drawn for who may, filled
 * in, under the wrong person's own session. It is refused in words, or as what does not exist; it never fails, and no row of
 * the record is another afterwards (sessions, counted attempts and kept typing are not the record). Then who may sends the very same, and it is stored.
 */

const ROLES = ["reader", "reporter", "reviewer", "editor", "admin"] as const;
const PASSWORD = "a-long-word-for-wrong-hands";
type Hand = Role | "visitor";

/** A site of its own, so that no other test changes what is compared. */
const test = base.extend<object, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing is needed
    async ({}, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), "verbatim-hands-"));
      const house = await open(folder);
      await use(house);
      await house.site.kill();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
});

test.describe.configure({ mode: "serial", timeout: 900_000 });

test("every action of the site is sent here", async ({ house }) => {
  const app = path.join(import.meta.dirname, "../app");
  const actions = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("/actions.ts"))
    .flatMap((file) => [...readFileSync(path.join(app, file), "utf8").matchAll(/function (\w+Action)\(/g)])
    .map(([, name]) => name);
  expect([...Object.keys(house.cases), ...house.ofOneself].sort()).toEqual(actions.sort());
});

test("nobody does by a request what their page does not offer", async ({ house }) => {
  const { cases, desk, strangers, right } = house;
  const wrong: string[] = [];
  let cells = 0;
  for (const [action, { may, by, make, isLook = false }] of Object.entries(cases)) {
    const said = (words: string) => wrong.push(`${action}: ${words.slice(0, 600)}`);
    try {
      await forgetWebhooks();
      await forgetBatches();
      const { path: place, form, values = {}, button = "" } = await make(desk);
      const filled = await right[by].fill(place, form, values, button);
      const before = await house.rows();
      for (const [hand, stranger] of strangers) {
        if ((may as readonly Hand[]).includes(hand)) continue;
        cells++;
        const { isRefusedInWords, status, words } = await stranger.sendAs(filled);
        if (!isRefusedInWords) said(`as ${hand}: ${status} ${words}`);
      }
      const changed = changesIn(before, await house.rows());
      if (changed !== "") said(`wrong hands changed ${changed}`);
      if ((await right[by].submit(filled)) === null) said(`as ${by}: ${right[by].refusal}`);
      else if (!isLook && changesIn(before, await house.rows()) === "") said(`as ${by}: nothing was stored`);
    } catch (error) {
      said(String(error));
    }
  }
  console.log(`${cells} wrong hands on ${Object.keys(cases).length} actions`);
  expect(wrong).toEqual([]);
});

/** Takes away the files that the site would go on to read. */
async function forgetBatches(): Promise<void> {
  const { db } = await import("@/lib/db/server");
  await db.importBatch.deleteMany({});
}

/** Takes away the addresses that were acted on before: the site would go on sending to them, and change what is compared. */
async function forgetWebhooks(): Promise<void> {
  const { db } = await import("@/lib/db/server");
  await db.webhookDelivery.deleteMany({});
  await db.webhook.deleteMany({});
}

type Rows = ReadonlyMap<string, ReadonlySet<string>>;

/** The tables that hold another row, or one less. */
function changesIn(before: Rows, after: Rows): string {
  return [...after]
    .filter(([table, rows]) => {
      const were = before.get(table) ?? new Set();
      return rows.size !== were.size || [...rows].some((row) => !were.has(row));
    })
    .map(([table]) => table)
    .join(", ");
}

interface Answer {
  readonly status: number;
  readonly isRefusedInWords: boolean;
  readonly words: string;
}

/** Somebody who sends what was drawn for another. */
class Stranger {
  constructor(
    readonly site: Site,
    readonly cookie: string,
    readonly sender: string | null,
  ) {}

  async sendAs({ path: place, fields }: Filled): Promise<Answer> {
    const body = new FormData();
    for (const [name, value] of fields) {
      // it says for whom the page was drawn, and is signed: each has one of their own
      if (name === "sender" && this.sender === null) continue;
      body.append(name, name === "sender" ? (this.sender ?? "") : value);
    }
    const headers = { cookie: this.cookie, origin: this.site.address, accept: "text/html" };
    const answer = await fetch(this.site.address + place, {
      ...{ method: "POST", body, headers, redirect: "manual" },
    });
    const text = await answer.text();
    const to = answer.headers.get("location") ?? "";
    const alert = /role="alert"[^>]*>([\s\S]{0,1500})/.exec(text)?.[1] ?? "";
    const words = (alert === "" ? (/<main[\s\S]*/.exec(text)?.[0] ?? text) : alert)
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, " ")
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .slice(0, 300);
    const isTold = answer.status === 303 && (to.startsWith("/sign-in?") || to === "/account/typed?refused");
    const isRefusedInWords =
      isTold ||
      // never for its size: whose session ended sends as much as before, and gets it back
      (answer.status >= 400 &&
        answer.status < 500 &&
        answer.status !== 413 &&
        /[a-z]{3} [a-z]{3}/.test(words)) ||
      (answer.status === 200 && (alert !== "" || text.includes("This was not stored")));
    return { status: answer.status, isRefusedInWords, words: to || words };
  }
}

interface House {
  readonly site: Site;
  readonly cases: Readonly<Record<string, Case>>;
  readonly ofOneself: readonly string[];
  readonly desk: Desk;
  /** One of each kind who had nothing to do with anything. */
  readonly strangers: readonly (readonly [Hand, Stranger])[];
  readonly right: Readonly<Record<keyof Desk, Visitor>>;
  rows(): Promise<Rows>;
}

async function open(folder: string): Promise<House> {
  Object.assign(process.env, { DATA_DIR: folder, DATABASE_URL: "", PUBLIC_SITE: "on" });
  const { migrate } = await import("@/lib/migrations/server");
  const { addUser } = await import("@/lib/accounts/server");
  const { SYSTEM } = await import("@/lib/auth");
  const { sessionSecret } = await import("@/lib/env/server");
  const { db } = await import("@/lib/db/server");
  const { CASES, OF_ONESELF } = await import("./wrong-hands");
  await migrate();
  sessionSecret();
  const site = await serveSite(
    await freePort(),
    { ...process.env, HOST: "", BASE_URL: "" },
    openSync(path.join(folder, "site.log"), "a"),
  );
  const hire = async (name: string, role: Role) => {
    const email = `${name}@example.test`;
    const { id } = await addUser(SYSTEM, { email, name: `The ${name}`, role, password: PASSWORD });
    const visitor = new Visitor(site.address);
    expect(await visitor.send("/sign-in", "email", { email, password: PASSWORD })).toBe("/");
    return { actor: { id, name: `The ${name}`, role }, visitor };
  };
  const desk = {
    reporter: await hire("reporter", "reporter"),
    reviewer: await hire("reviewer", "reviewer"),
    editor: await hire("editor", "editor"),
    second: await hire("second", "editor"),
    admin: await hire("admin", "admin"),
  };
  const strangers: [Hand, Stranger][] = [["visitor", new Stranger(site, "", null)]];
  for (const role of ROLES) {
    const { visitor } = await hire(`other-${role}`, role);
    const sender = /name="sender" value="([^"]*)"/.exec(await visitor.read("/account"))?.[1] ?? "";
    strangers.push([role, new Stranger(site, visitor.cookie, sender)]);
  }
  const tables = await db.$queryRawUnsafe<{ name: string }[]>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
  );
  // what was typed is kept for who typed it; who was here when is no change of what the house holds
  const compared = tables.filter(({ name }) => !["FormDraft", "Session", "Attempt"].includes(name));
  const of = <T>(take: (one: (typeof desk)["editor"]) => T) =>
    Object.fromEntries(Object.entries(desk).map(([name, one]) => [name, take(one)])) as Record<keyof Desk, T>;
  return {
    ...{ site, cases: CASES, ofOneself: OF_ONESELF, strangers },
    desk: of(({ actor }) => actor),
    right: of(({ visitor }) => visitor),
    async rows() {
      const rows = new Map<string, Set<string>>();
      for (const { name } of compared) {
        const found = await db.$queryRawUnsafe<unknown[]>(`SELECT * FROM "${name}"`);
        rows.set(
          name,
          new Set(
            found.map((row) =>
              JSON.stringify(row, (_, value) => (typeof value === "bigint" ? String(value) : value)),
            ),
          ),
        );
      }
      return rows;
    },
  };
}
