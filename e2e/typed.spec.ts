import type { Locator, Page } from "@playwright/test";
import { db } from "@/lib/db/server";
import { expect, type Person, test } from "./fixtures";
import type { Colleagues, Kept } from "./newsroom";
import { bringTo, capture, ownWord } from "./newsroom";

/** Nothing typed is ever lost: every kind of form × every way of losing what is typed in it. */

interface FormCase {
  readonly form: string;
  readonly field: string;
  path(kept: Kept, colleagues: Colleagues): string | Promise<string>;
}

const review = ({ publicId }: Kept) => `/review/${publicId}`;
const FORMS: readonly FormCase[] = [
  { form: "Write a comment", field: "Comment", path: review },
  { form: "Sourcing", field: "Note", path: review },
  { form: "Position on a claim", field: "New claim", path: review },
];

const UNKNOWN = "40".repeat(21);

/** Each loses the page in its own way and leads to where the text must be. */
const WAYS: Readonly<Record<string, (page: Page, at: Place, withScripts: boolean) => Promise<void>>> = {
  async "the session ended"(page, { person, press }) {
    await page.context().clearCookies();
    await press();
    await page.getByText("Your session had ended").waitFor();
    await page.getByLabel("Email").fill(person.email);
    await page.getByLabel("Password").fill(person.password);
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  },
  async "an upgrade took the action away"(page, { press, reopen }, withScripts) {
    if (withScripts) {
      await page.route("**/*", (route) => {
        const headers = route.request().headers();
        if (!headers["next-action"]) return route.continue();
        return route.continue({ headers: { ...headers, "next-action": UNKNOWN } });
      });
      await press();
      await page.getByText("Verbatim was renewed while this page was open").first().waitFor();
      await page.unrouteAll();
      // what is typed waits to be kept: leaving keeps it
      await reopen();
    } else {
      await page.evaluate((unknown) => {
        for (const input of document.querySelectorAll<HTMLInputElement>('main [name^="$ACTION_"]')) {
          if (input.name.endsWith(":0"))
            input.value = input.value.replace(/"id":"[0-9a-f]+"/, `"id":"${unknown}"`);
          else if (input.name.startsWith("$ACTION_ID_")) input.name = `$ACTION_ID_${unknown}`;
        }
      }, UNKNOWN);
      await press();
    }
  },
  async "the role was lost"(page, { person, press, path }) {
    await db.user.update({ where: { id: person.actor.id }, data: { role: "reader" } });
    await press();

    await expect(async () => {
      const kept = await db.formDraft.count({ where: { userId: person.actor.id, place: path } });
      expect(kept).toBeGreaterThan(0);
    }).toPass();
    await db.user.update({ where: { id: person.actor.id }, data: { role: "editor" } });
    await page.goto(path);
  },
};

const WAYS_WITH_SCRIPTS: typeof WAYS = {
  async "no answer came"(page, { press }) {
    await page.route("**/*", (route) =>
      route.request().headers()["next-action"] ? route.abort() : route.continue(),
    );
    await press();
    await page.getByText("No answer came").first().waitFor();
  },
  async "a link, and back"(page, { path, form }) {
    await page.getByRole("banner").getByRole("link", { name: "Verbatim" }).first().click();
    await expect(form).toBeHidden();
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
  },
  async "the tab was closed"(_page, { reopen }) {
    await reopen();
  },
};

interface Place {
  readonly path: string;
  readonly person: Person;
  readonly form: Locator;
  press(): Promise<void>;
  /** Leaves the page and comes back to it. */
  reopen(): Promise<void>;
}

/** Until React has taken the page's forms over: what is typed before that is the browser's alone. */
async function answersScripts(page: Page): Promise<void> {
  const taken = (form: Element) => Object.keys(form).some((key) => key.startsWith("__reactProps"));
  // a form in a closed fold is in the page as well, and has no role until it is opened
  await expect.poll(() => page.locator("main form").last().evaluate(taken)).toBe(true);
}

async function unfold(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
}

for (const one of FORMS) {
  const ways = Object.keys(WAYS).length;
  const more = Object.keys(WAYS_WITH_SCRIPTS).length;
  test(`what is typed into “${one.form}” outlives ${ways} ways of losing it, and ${more} of scripts`, async ({
    open,
    hire,
    colleagues,
    withScripts,
  }) => {
    const kept = await capture(colleagues.reporter);
    await bringTo("taken", kept, colleagues);
    const path = await one.path(kept, colleagues);
    const person = await hire("editor");
    const page = await open(person);
    const field = () =>
      page.getByRole("form", { name: one.form, exact: true }).getByLabel(one.field, { exact: true }).first();
    for (const [way, lose] of Object.entries({ ...WAYS, ...(withScripts ? WAYS_WITH_SCRIPTS : {}) })) {
      await test.step(way, async () => {
        await db.formDraft.deleteMany({ where: { userId: person.actor.id } });
        await page.goto("about:blank");
        await page.goto(path);
        const form = page.getByRole("form", { name: one.form, exact: true });
        if (withScripts) await answersScripts(page);
        await unfold(page);
        const typed = `${way}: typed by ${ownWord()}`;
        await field().fill(typed);
        const button = form.locator("button[type=submit]:not([formaction='/typed/discard'])").last();
        await lose(
          page,
          {
            ...{ path, person, form },
            press: () => button.click(),
            async reopen() {
              await page.goto("/about/components");
              await page.goto(path);
            },
          },
          withScripts,
        );
        await expect(field()).toHaveValue(typed);
        await page.unrouteAll();
      });
    }
  });
}

test("sending one form of the review leaves what is typed in the others", async ({
  open,
  hire,
  colleagues,
}) => {
  const kept = await capture(colleagues.reporter);
  await bringTo("taken", kept, colleagues);
  const page = await open(await hire("editor"));
  await page.goto(review(kept));
  await unfold(page);
  const form = (name: string) => page.getByRole("form", { name, exact: true });
  const reasons = form("Verdict: Said?").getByLabel("Reasons");
  const faithful = form("Verdict: Faithful?").getByRole("radio").first();
  const note = form("Sourcing").getByLabel("Note", { exact: true });
  await reasons.fill("The recording has it.");
  await faithful.check();
  await note.fill("He was in the room.");
  const areKept = async () => {
    await expect(reasons).toHaveValue("The recording has it.");
    await expect(faithful).toBeChecked();
    await expect(note).toHaveValue("He was in the room.");
  };

  await form("Write a comment").getByLabel("Comment").fill("Which meeting was it?");
  await form("Write a comment").getByRole("button", { name: "Write the comment" }).click();
  await page.getByText("Which meeting was it?").waitFor();
  await page.getByText("The comment is written").waitFor();
  await areKept();

  await page.getByLabel("Find the other statement by words or speaker").fill("harbour");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await page
    .getByRole("button", { name: /^Compare/ })
    .first()
    .click();
  await form("Relate the two statements").getByLabel("Rationale").fill("Both speak of one bridge.");
  await areKept();
});

test("one sending that arrives twice is one comment, and the page says so", async ({
  open,
  hire,
  colleagues,
}) => {
  const kept = await capture(colleagues.reporter);
  await bringTo("taken", kept, colleagues);
  const page = await open(await hire("editor"));
  await page.goto(review(kept));
  const form = page.getByRole("form", { name: "Write a comment" });
  await form.getByLabel("Comment").fill("Once only.");
  // the answer gets lost after the work was done
  let isLost = false;
  await page.route(`**${review(kept)}`, async (route) => {
    if (route.request().method() !== "POST" || isLost) return route.continue();
    isLost = true;
    await route.fetch();
    await route.fetch();
    return route.continue();
  });
  await form.getByRole("button", { name: "Write the comment" }).click();
  await page.getByText(/^This had been stored already at \d\d:\d\d UTC$/).waitFor();
  const comments = await db.reviewComment.count({
    where: { body: "Once only.", review: { statement: { publicId: kept.publicId } } },
  });
  expect(comments).toBe(1);
});
