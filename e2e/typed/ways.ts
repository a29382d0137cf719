import { expect, type Locator, type Page } from "@playwright/test";
import type { Role } from "@/lib/auth";
import { db } from "@/lib/db/server";
import { closeRecord, type FormCase, fileOf, type Newsroom, saveElsewhere } from "./forms";
import { whileKilled, whileNothingIsWritten } from "./trouble";

/** One form, opened and typed in. */
export interface Place extends Newsroom {
  readonly one: FormCase;
  readonly path: string;
  readonly userId: string;
  readonly role: Role;
  readonly text: string;
  readonly withScripts: boolean;
  form(): Locator;
  field(): Locator;
  press(): Promise<void>;
  /** Opens the page anew and unfolds what is folded. */
  open(): Promise<void>;
  type(text: string): Promise<void>;
  /** That what was typed stands in the field. */
  stands(): Promise<void>;
}

/** A way of losing what is typed. Afterwards the text must be where it says; or why the form has no such way. */
type Way = (at: Place) => Promise<"in the form" | "kept" | "stored" | "given back" | `none: ${string}`>;

const NOBODY_IS_TOLD = "none: without scripts a browser tells nobody";
// the matrix runs beside other work, for as long as it takes
const PATIENCE_MS = process.env.TYPED_MATRIX ? 60_000 : 15_000;
const NO_FILE = "none: a browser gives its files to no page that comes anew";
const NOTHING_IS_STORED = "none: it stores nothing, and leads on";
const UNKNOWN = "40".repeat(21);
const posts = (page: Page, what: (route: import("@playwright/test").Route) => Promise<void>) =>
  page.route("**/*", (route) => {
    const isAction = route.request().method() === "POST" && !route.request().url().includes("/typed/");
    return isAction ? what(route) : route.continue();
  });

export const WAYS: Readonly<Record<string, Way>> = {
  async "the session ended"({ page, one, press, open, path }) {
    const cookies = await page.context().cookies();
    await page.context().clearCookies({ name: /session_token/ });
    await press();
    await page.getByText("Your session had ended").waitFor();
    await page.context().addCookies(cookies);
    expect(new URL(page.url()).searchParams.get("next")).toBe(path.split("?")[0]);
    if (one.takesFiles) return NO_FILE;
    await open();
    return "in the form";
  },

  async "the role was lost"({ page, one, userId, role, press, open }) {
    if (one.isOfEverybody) return "none: every role may send it";
    if (one.takesFiles) return NO_FILE;
    await db.user.update({ where: { id: userId }, data: { role: "reader" } });
    try {
      await press();
      await isKept(userId);
      await expect(page.getByText("Something failed on")).toBeHidden();
    } finally {
      await db.user.update({ where: { id: userId }, data: { role } });
    }
    await open();
    return "in the form";
  },

  async "a colleague saved first"({ page, one, form, path, press }) {
    if (one.asksNoVersion || (await form().locator('[name="version"]').count()) === 0)
      return "none: it writes no record that a colleague saves too";
    if (!(await saveElsewhere(path))) return "none: the page shows no record";
    await one.fill?.(form());
    await press();
    await page.getByRole("alert").filter({ hasText: "A colleague saved this first" }).waitFor();
    return "in the form";
  },

  async "it was refused for its length"({ one, form, type, press }) {
    if (one.takesAny) return "none: it takes more than a browser types";
    if (one.text) return "none: only what exists can be named in it";
    await type("“Ein langer Satz.” ".repeat(11_000));
    await press();
    await form().getByRole("alert").filter({ hasText: "to put right" }).waitFor();
    return "in the form";
  },

  async "the record was closed"({ page, one, path, userId, press }) {
    if (one.takesFiles) return NO_FILE;
    if (!(await closeRecord(path))) return "none: nothing closes its record";
    await press();
    // a comment is still taken
    await isKept(userId, { orStored: true });
    await expect(page.getByText("Something failed on")).toBeHidden();
    return (await db.sending.count({ where: { key: { startsWith: userId } } })) > 0 ? "stored" : "kept";
  },

  async "the tab was closed"({ page, one, withScripts, open }) {
    if (!withScripts) return NOBODY_IS_TOLD;
    if (one.takesFiles) return NO_FILE;
    await page.goto("about:blank");
    await open();
    return "in the form";
  },

  async "the page was loaded anew"({ page, one, withScripts }) {
    if (!withScripts) return NOBODY_IS_TOLD;
    if (one.takesFiles) return NO_FILE;
    await page.reload();
    await answersScripts(page);
    return "in the form";
  },

  async "the server was killed and started again"(at) {
    const { page, withScripts, userId, text, press, form, field, one, open, stands } = at;
    if (!process.env.TYPED_MATRIX) return "none: other tests need the site";
    await one.fill?.(form());
    await whileKilled(async () => {
      await press();
      if (withScripts) {
        await page.getByText("No answer came").first().waitFor();
        await stands();
      } else await page.waitForURL(/^chrome-error:/);
    });
    // with scripts nothing is gone; the browser that shows its own page holds the form, and loading it anew sends it again
    if (withScripts) {
      if (!one.takesFiles) await open();
      return "in the form";
    }
    await page.reload();
    await unfold(page);
    await expect(async () => {
      const isStored = (await db.sending.count({ where: { key: { startsWith: userId } } })) > 0;
      expect(isStored || (await field().inputValue({ timeout: 1000 })) === text).toBe(true);
    }).toPass({ timeout: PATIENCE_MS });
    return "stored";
  },

  async "the disk was full"({ page, press, form, one, type, text, stands, withScripts }) {
    if (!process.env.TYPED_MATRIX) return "none: other tests need the site";
    if (one.storesNothing) return NOTHING_IS_STORED;
    if (one.takesFiles && !withScripts) return NO_FILE;
    await one.fill?.(form());
    if (one.fill) await type(text);
    await whileNothingIsWritten(async () => {
      await press();
      await page
        .getByText(/It was not stored\.|Nothing was stored/)
        .first()
        .waitFor();
      if (!withScripts) await unfold(page);
      await stands();
    });
    return "in the form";
  },

  async "the session ended while the disk was full"({ page, one, press, stands, withScripts, text }) {
    if (!process.env.TYPED_MATRIX) return "none: other tests need the site";
    if (one.takesFiles) return NO_FILE;
    const cookies = await page.context().cookies();
    await page.context().clearCookies({ name: /session_token/ });
    await whileNothingIsWritten(async () => {
      await press();
      if (withScripts) {
        await page.getByText("could not be kept on the server").first().waitFor();
        await stands();
      } else {
        await page.getByRole("heading", { name: "This was not stored" }).waitFor();
        const given = await page
          .locator("textarea")
          .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
        expect(given).toContain(text);
      }
    });
    await page.context().addCookies(cookies);
    return withScripts ? "in the form" : "given back";
  },

  async "a link, and Back"({ page, one, path, form }) {
    if (one.takesFiles) return NO_FILE;
    await page.getByRole("banner").getByRole("link", { name: "Verbatim" }).first().click();
    await expect(form()).toBeHidden();
    await page.goBack();
    await page.waitForURL((url) => path.startsWith(url.pathname));
    return "in the form";
  },

  async "an upgrade took the action away"({ page, one, withScripts, press, open, stands, userId }) {
    if (one.takesFiles && !withScripts) return NO_FILE;
    if (withScripts) {
      await posts(page, (route) =>
        route.continue({ headers: { ...route.request().headers(), "next-action": UNKNOWN } }),
      );
      await press();
      await page.getByText("Verbatim was renewed while this page was open").first().waitFor();
      await page.unrouteAll();
      await stands();
      if (one.takesFiles) return "in the form";
      await page.goto("about:blank");
    } else {
      await page.evaluate((unknown) => {
        for (const input of document.querySelectorAll<HTMLInputElement>('main [name^="$ACTION_"]')) {
          if (input.name.endsWith(":0"))
            input.value = input.value.replace(/"id":"[0-9a-f]+"/, `"id":"${unknown}"`);
          else if (input.name.startsWith("$ACTION_ID_")) input.name = `$ACTION_ID_${unknown}`;
        }
      }, UNKNOWN);
      await press();
      await isKept(userId);
    }
    await open();
    return "in the form";
  },

  async "another window saved it"({ page, one, press, path, userId, text }) {
    if (one.storesNothing) return NOTHING_IS_STORED;
    const other = await page.context().newPage();
    await other.goto(path);
    await unfold(other);
    const there = other.getByRole("form", { name: one.form, exact: typeof one.form === "string" }).first();
    await one.fill?.(there);
    await typeInto(there.getByLabel(one.field).first(), one, one.text ? text : `${text} elsewhere`);
    await button(there, one).click();
    await expect(async () => {
      expect(await db.sending.count({ where: { key: { startsWith: userId } } })).toBeGreaterThan(0);
    }).toPass({ timeout: PATIENCE_MS });
    await other.close();
    // a page behind another may stand still for as long as nobody looks at it
    await page.bringToFront();
    // its answer comes: stored, or a colleague's save in between, or the record that is another by now
    const answered = page.waitForResponse(
      (answer) => answer.request().method() === "POST" && !answer.url().includes("/typed/"),
    );
    await press();
    await answered;
    return "kept";
  },

  async "the answer was lost, and it was sent again"({ page, one, form, press, userId, withScripts }) {
    if (one.storesNothing) return NOTHING_IS_STORED;
    await one.fill?.(form());
    let isLost = false;
    await posts(page, async (route) => {
      if (isLost) return route.continue();
      isLost = true;
      await route.fetch({ maxRedirects: 0 });
      return withScripts ? route.abort() : route.continue();
    });
    await press();
    if (withScripts) {
      await page.getByText("No answer came").first().waitFor();
      await press();
    }
    await expect(async () => {
      expect(await db.sending.count({ where: { key: { startsWith: userId } } })).toBe(1);
    }).toPass({ timeout: PATIENCE_MS });
    await page
      .getByText(/This had been stored already at \d\d:\d\d UTC/)
      .first()
      .waitFor();
    await page.unrouteAll();
    return "stored";
  },
};

/** Types into a field, or puts a file into it that says the same. */
export async function typeInto(field: Locator, { takesFiles }: FormCase, text: string): Promise<void> {
  if (takesFiles) await field.setInputFiles([fileOf(text)]);
  else await field.fill(text);
}

/** What stands in a field, or the names of the files in it. */
export function standing(field: Locator): Promise<string> {
  return field.evaluate((input) =>
    input instanceof HTMLInputElement && input.type === "file"
      ? [...(input.files ?? [])].map(({ name }) => name).join(" ")
      : (input as HTMLTextAreaElement).value,
  );
}

async function isKept(userId: string, { orStored = false } = {}): Promise<void> {
  await expect(async () => {
    const stored = orStored ? await db.sending.count({ where: { key: { startsWith: userId } } }) : 0;
    expect(stored + (await db.formDraft.count({ where: { userId } }))).toBeGreaterThan(0);
  }).toPass({ timeout: PATIENCE_MS });
}

export async function unfold(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
}

/** The button that does the work of a form. */
export function button(form: Locator, one: FormCase): Locator {
  if (one.button)
    return form.getByRole("button", { name: one.button, exact: typeof one.button === "string" }).last();
  return form.locator('button[type=submit]:not([formaction="/typed/discard"])').last();
}

/** Until React has taken the page's forms over: what is typed before that is the browser's alone. At once without scripts. */
export async function answersScripts(page: Page): Promise<void> {
  if (await page.evaluate(() => matchMedia("(scripting: none)").matches)) return;
  const isTaken = (form: Element) => Object.keys(form).some((key) => key.startsWith("__reactProps"));
  // a form in a closed fold is in the page as well, and has no role until it is opened
  await expect.poll(() => page.locator("main form").last().evaluate(isTaken)).toBe(true);
}
