import { createSignInLink } from "@/lib/accounts/server";
import { SYSTEM } from "@/lib/auth";
import { expect, test } from "./fixtures";
import { bringTo, capture, ownWord, publishOne } from "./newsroom";
import { DraftPage } from "./pages/draft-page";
import { ReviewPage } from "./pages/review-page";
import { StatementPage } from "./pages/statement-page";

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
  await page.keyboard.press("j");
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
  await dialog.getByRole("checkbox", { name: "Single-key shortcuts on" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.keyboard.press("?");
  await page.keyboard.press("/");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("searchbox").first()).not.toBeFocused();
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
  await expect(draft.mark("leans")).toBeVisible();

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
  await review.page.keyboard.press("a");
  await expect(review.state).toHaveText("Approved");
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
