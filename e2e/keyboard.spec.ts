import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { type DeskItem, marked, meaningOf, openDesk, pressed } from "@/components/imports/desk";
import { createSignInLink } from "@/lib/accounts/server";
import { SYSTEM } from "@/lib/auth";
import { CHECKLIST } from "@/lib/publication";
import { expect, test } from "./fixtures";
import { bringTo, capture, captureBeside, ownWord, publishOne } from "./newsroom";
import { DraftPage } from "./pages/draft-page";
import { ReviewPage } from "./pages/review-page";
import { StatementPage } from "./pages/statement-page";

// a newsroom's own article, which is not ours to ship: read where it is at hand
const TALKS = path.join(import.meta.dirname, "../../shared/data/istanbul-talks.txt");
const LONG_ARTICLE = existsSync(TALKS)
  ? readFileSync(TALKS, "utf8")
  : Array.from(
      { length: 24 },
      (_, at) =>
        `“Gate ${at} stays shut until spring,” said Dr ${["Ada Moor", "Ben Holt", "Cleo Nash"][at % 3]}.`,
    ).join("\n\n");

test("the first stop of the tabulator skips to the content", async ({ page }) => {
  await page.goto("/statements");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("/ searches, j and k go through a list, Enter opens, and letters stay letters while typing", async ({
  page,
  colleagues,
}) => {
  const own = ownWord();
  for (const number of ["first", "second"]) {
    await publishOne(colleagues, { wording: `“The ${number} word of ${own} is given,”` });
  }
  await page.goto("/");
  // a key pressed before the page's scripts have started does nothing
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox").and(page.locator(":focus"))).toBeVisible({ timeout: 3000 });
  }).toPass();
  await page.keyboard.type(own);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`q=${own}`));
  await expect(page.getByRole("main").getByRole("link", { name: "word of" })).toHaveCount(2);

  const here = page.getByRole("main").locator(":focus");
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(here).toHaveCount(1, { timeout: 3000 });
  }).toPass();
  const first = (await here.textContent()) ?? "";
  await page.keyboard.press("j");
  await expect(here).not.toHaveText(first);
  const second = (await here.textContent()) ?? "";
  await page.keyboard.press("k");
  await expect(here).toHaveText(first);
  await page.keyboard.press("j");
  await expect(here).toHaveText(second);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/statements\/st-/);
  await expect(page.getByRole("main")).toContainText(`word of ${own}`);
});

test("? lists the keys that work here, each of which is a control, and they can be turned off", async ({
  page,
  colleagues,
}) => {
  const { publicId } = await publishOne(colleagues);
  await page.goto(`/statements/${publicId}`);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys that work here" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("term").filter({ hasText: "Copy citation" })).toHaveCount(1);
  await dialog.getByRole("checkbox", { name: "Shortcuts on" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.keyboard.press("?");
  await page.keyboard.press("/");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("searchbox").first()).not.toBeFocused();

  // no hint promises them, and they are turned on again where they were turned off
  const copy = page.getByRole("button", { name: "Copy citation" }).first();
  await expect(copy.locator("kbd")).toBeHidden();
  await expect(page.locator("kbd[aria-hidden]").filter({ visible: true })).toHaveCount(0);
  await expect(copy).not.toHaveAttribute("aria-keyshortcuts");
  await page.reload();
  await page.getByRole("button", { name: "Shortcuts are turned off" }).click();
  await dialog.getByRole("checkbox", { name: "Shortcuts on" }).check();
  await page.keyboard.press("Escape");
  await expect(copy).toHaveAttribute("aria-keyshortcuts", "c");
  await page.keyboard.press("?");
  await expect(dialog).toBeVisible();
});

/** What the desk's model knows of the page as it was drawn. */
async function readDesk(page: Page): Promise<DeskItem[]> {
  return page.locator(".props > li").evaluateAll((items) =>
    items.map((item) => {
      const asked = item.querySelector(".askkind bdi")?.textContent ?? null;
      const [, decided] =
        /(Accepted|Rejected)/.exec(item.querySelector(".done__tags")?.textContent ?? "") ?? [];
      return {
        ordinal: Number(item.id.slice(1)),
        decision: decided === "Accepted" ? "accepted" : decided === "Rejected" ? "rejected" : "pending",
        ...{ isStored: false, isBlocked: false, name: asked, asks: asked !== null },
        isSure: asked !== null || item.querySelector(".done__tags .tag--care") === null,
      } as const;
    }),
  );
}

test("keys pressed faster than the site answers do what the model of the desk says, in their order", async ({
  open,
  hire,
}) => {
  const own = ownWord();
  const draft = new DraftPage(await open(await hire("reporter")));
  const { page } = draft;
  const names = [
    "Eva Lund, who measures it",
    "Karl Moos, a climber",
    `Ank${own}`,
    "Dr Ida Berg",
    `Ank${own}`,
  ];
  await draft.start(
    names.map((name, at) => `“The tower number ${at} of ${own} leans,” said ${name}.`).join("\n\n"),
  );
  await page.locator("[data-list-at]").waitFor();
  const items = await readDesk(page);
  expect(items.filter(({ asks }) => asks)).toHaveLength(2);
  let desk = openDesk(items, items[0]?.ordinal ?? null);
  let seed = Number.parseInt(own.replace(/\D/g, "").slice(0, 6) || "7", 10);
  const keys = "aaarruujjkkt12A";
  const pressedKeys: string[] = [];
  for (let run = 0; run < 3; run++) {
    for (let count = 0; count < 14; count++) {
      seed = (seed * 48_271 + 11) % 2_147_483_647;
      const key = keys[seed % keys.length] ?? "j";
      pressedKeys.push(key);
      await page.keyboard.press(key === "A" ? "Shift+A" : key);
      if (key === "j" || key === "k") {
        const at = desk.items.findIndex(({ ordinal }) => ordinal === desk.at) + (key === "j" ? 1 : -1);
        desk = marked(desk, desk.items[at]?.ordinal ?? -1);
      } else {
        const press = meaningOf(desk, key);
        desk = (press && pressed(desk, press)) ?? desk;
      }
    }
    const said = pressedKeys.join("");
    await expect(page.locator("[data-list-at]"), said).toHaveId(`p${desk.at}`);
    // the next run begins before the answers of this one have come, and the last is read as the server has it
    if (run < 2) continue;
    const told = () => page.locator(".imp__h .meta").first().textContent();
    const count = (decision: string) => desk.items.filter((one) => one.decision === decision).length;
    const counts = `${count("accepted")} accepted, ${count("rejected")} rejected, ${count("pending")} to decide`;
    await expect.poll(told, { message: said }).toContain(counts);
    await page.reload();
    const kept = await readDesk(page);
    expect(
      kept.map(({ decision }) => decision),
      said,
    ).toEqual(desk.items.map(({ decision }) => decision));
  }
});

test("an article is pasted, decided and stored by keyboard alone, in at most 20 presses", async ({
  open,
  hire,
}) => {
  const draft = new DraftPage(await open(await hire("reporter")));
  const { page } = draft;
  let presses = 0;
  const press = async (key: string) => {
    presses++;
    await page.keyboard.press(key);
  };
  await page.goto("/import");
  await page.getByRole("button", { name: /^Press \? for/ }).waitFor();
  for (const key of ["Tab", "Enter", "Tab"]) await press(key);
  await expect(page.getByLabel("Paste the article")).toBeFocused();
  await page.keyboard.insertText(`${LONG_ARTICLE}\n\nEnd of ${ownWord()}.`);
  presses++;
  await press("Control+Enter");
  await page.locator("[data-list-at]").waitFor();
  await press("Shift+A");
  const marked = page.locator("[data-list-at]");
  const waiting = page.locator('.props > li[data-decided="pending"]');
  for (let left = await waiting.count(); left > 0; left--) {
    await press((await marked.getAttribute("data-asks")) === null ? "a" : "2");
    await expect(waiting).toHaveCount(left - 1);
  }
  await expect(page.getByText(/, 0 to decide/)).toBeVisible();
  await press("Shift+S");
  await expect(page.getByText(/\d\d statements stored/)).toBeVisible();
  console.log(`${presses} presses from the open page to the stored article`);
  expect(presses).toBeLessThanOrEqual(20);
});

test("an import is decided and stored by keyboard alone", async ({ open, hire }) => {
  const own = ownWord();
  const draft = new DraftPage(await open(await hire("reporter")));
  const { page } = draft;
  await page.goto("/import");
  await page.getByLabel("Paste the article").focus();
  await page.keyboard.insertText(
    [
      `“The tower of ${own} leans,” said Eva Lund, who measures it.`,
      "“It has leaned for years,” Lund said.",
      "“Nobody should climb it,” said Karl Moos, a climber.",
    ].join("\n\n"),
  );
  await page.getByRole("button", { name: "Find statements" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-list-at]").waitFor();

  await page.keyboard.press("a");
  await expect(draft.proposal("leans").getByText("Accepted")).toBeVisible();
  await expect(draft.proposal("leaned for years")).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("r");
  await expect(draft.proposal("leaned for years").getByText("Rejected")).toBeVisible();
  await expect(draft.proposal("climb it")).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("a");
  await expect(page.getByText("2 accepted, 1 rejected, 0 to decide")).toBeVisible();
  await page.getByRole("button", { name: /^Store 2 accepted/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 statements stored")).toBeVisible();
});

test("a review takes at most forty presses where the source was assessed before", async ({
  open,
  colleagues,
}) => {
  test.setTimeout(240_000);
  const first = await capture(colleagues.reporter);
  await bringTo("reviewed", first, colleagues);
  const publicId = await captureBeside(colleagues.reporter, first);
  const review = new ReviewPage(await open("reviewer"));
  const { page } = review;
  let presses = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    presses += keys.length;
  };
  await review.goto(publicId);
  await expect(async () => {
    await page.keyboard.press("t");
    await expect(review.state).toHaveText("In review", { timeout: 5000 });
  }).toPass();
  presses += 1;

  await press("v");
  await expect(page.getByText(`Filled in as ${first.publicId}`)).toBeVisible();
  // the page comes anew, and its scripts start
  await expect(async () => {
    await page.keyboard.press("v");
    await review.saved("The sourcing is saved");
  }).toPass();
  presses += 1;

  for (const given of [1, 2, 3]) {
    await press("n", "Space", "Tab");
    await page.keyboard.insertText("The printed report gives it whole.");
    await press("Control+Enter");
    await expect(page.getByRole("link", { name: /^Verdicts \d of 3/ })).toContainText(`${given} of 3`);
  }

  await press("n");
  for (let check = 1; check <= CHECKLIST.length; check += 1) {
    await press("Space");
    if (check < CHECKLIST.length) await press("Tab");
  }
  await press("Control+Enter");
  await expect(page.getByRole("link", { name: /^Checklist \d/ })).toContainText("8 of 8");
  await expect(review.blockers).toHaveCount(0);
  await press("s");
  await expect(review.state).toHaveText("Submitted");
  expect(presses).toBeLessThanOrEqual(40);
});

test("an editor approves with a and publishes with p; a reader cites with c", async ({
  open,
  page,
  context,
  colleagues,
  hire,
}) => {
  const kept = await capture(colleagues.reporter);
  await bringTo("submitted", kept, colleagues);
  const review = new ReviewPage(await open(await hire("editor")));
  await review.goto(kept.publicId);
  // the first press may come before the page's scripts do
  await expect(async () => {
    await review.page.keyboard.press("a");
    await expect(review.state).toHaveText("Approved", { timeout: 2000 });
  }).toPass();
  await review.page.keyboard.press("p");
  await expect(review.state).toHaveText("Published");

  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const statement = new StatementPage(page);
  await statement.goto(kept.publicId);
  await expect(async () => {
    await page.keyboard.press("c");
    await expect(statement.cite.getByRole("button", { name: "Copied" })).toBeVisible({ timeout: 2000 });
  }).toPass();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  // a style may write the title with capitals
  expect(copied.toLowerCase()).toContain(kept.source.title.toLowerCase());
});

test("the first administrator's link sets a password once, by keyboard", async ({ page }) => {
  const link = process.env.FIRST_LINK ?? "";
  expect(link).toContain("/set-password?token=");
  await page.goto(link);
  await page.getByLabel("New password").focus();
  await page.keyboard.type("seven quiet ferries");
  await page.keyboard.press("Tab");
  await page.keyboard.type("seven quiet ferries");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/account\?welcome=1$/);
  await expect(page.getByText("Your password is set and you are signed in")).toBeVisible();
  await page.goto("/admin");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link has ended");
});

test("a colleague's link ends when it was used or replaced", async ({ open, hire }) => {
  const { actor } = await hire("reader");
  const { url: replaced } = await createSignInLink(SYSTEM, { userId: actor.id });
  const { url } = await createSignInLink(SYSTEM, { userId: actor.id });
  const page = await open("visitor");
  await page.goto(replaced);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link has ended");
  await page.goto(url);
  await page.getByLabel("New password").fill("a word and its twin");
  await page.getByLabel("The same password again").fill("a word and its twin");
  await page.getByRole("button", { name: "Set password and sign in" }).click();
  await expect(page).toHaveURL(/\/account/);
  await page.goto(url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link has ended");
});
