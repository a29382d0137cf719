import { randomUUID } from "node:crypto";
import { type BrowserContext, test as base, type Page } from "@playwright/test";
import { addUser } from "@/lib/accounts/server";
import { type Actor, type Role, SYSTEM } from "@/lib/auth";
import type { Colleagues } from "./newsroom";

export { expect } from "@playwright/test";

/** Somebody with an account of their own, made for one test. */
export interface Person {
  readonly actor: Actor & { readonly id: string };
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

interface TestFixtures {
  /** Makes a person; nobody else has the account. */
  hire: (role: Role, name?: string) => Promise<Person>;
  /** Opens a browser of its own: for a person, for the worker's own person of a role, or for nobody. */
  open: (who: Person | Role | "visitor") => Promise<Page>;
  /** Whether this project runs the site's scripts. */
  withScripts: boolean;
}

interface WorkerFixtures {
  /** The worker's own person of a role, and the cookies of their session. They never sign out. */
  staff: (role: Role) => Promise<Employed>;
  /** Three of them, as those who act on what a test needs to find in place. */
  colleagues: Colleagues;
}

interface Employed {
  readonly person: Person;
  readonly state: Awaited<ReturnType<BrowserContext["storageState"]>>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  withScripts: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled !== false),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing is needed
  hire: async ({}, use) => use(makePerson),

  open: async ({ browser, staff }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (who) => {
      const isRole = typeof who === "string" && who !== "visitor";
      const context = await browser.newContext(isRole ? { storageState: (await staff(who)).state } : {});
      opened.push(context);
      const page = await context.newPage();
      if (typeof who !== "string") await signIn(page, who);
      return page;
    });
    for (const context of opened) await context.close();
  },

  staff: [
    async ({ browser }, use) => {
      const known = new Map<Role, Promise<Employed>>();
      await use((role) => {
        const kept = known.get(role) ?? employ(role);
        known.set(role, kept);
        return kept;
      });
      async function employ(role: Role): Promise<Employed> {
        const person = await makePerson(role);
        const context = await browser.newContext({ baseURL: siteAddress() });
        await signIn(await context.newPage(), person);
        const state = await context.storageState();
        await context.close();
        return { person, state };
      }
    },
    { scope: "worker" },
  ],

  colleagues: [
    async ({ staff }, use) => {
      const actorOf = async (role: Role) => (await staff(role)).person.actor;
      await use({
        reporter: await actorOf("reporter"),
        reviewer: await actorOf("reviewer"),
        editor: await actorOf("editor"),
      });
    },
    { scope: "worker" },
  ],
});

/** Signs in as a person does, and waits until the site greets them. */
async function signIn(page: Page, { email, password, name }: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("banner").getByText(name).first().waitFor();
}

/** Where the site is served. */
export function siteAddress(): string {
  return process.env.BASE_URL ?? "";
}

async function makePerson(role: Role, name = `${role} ${randomUUID().slice(0, 8)}`): Promise<Person> {
  const email = `${randomUUID()}@example.test`;
  const password = `long enough ${randomUUID()}`;
  const { id } = await addUser(SYSTEM, { email, name, role, password });
  return { actor: { id, name, role }, name, email, password };
}
