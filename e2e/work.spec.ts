import { expect, test } from "./fixtures";
import { ownWord } from "./newsroom";
import { DraftPage } from "./pages/draft-page";

test("what waits in several imports is decided in one list, and what is decided leaves it", async ({
  open,
  hire,
}) => {
  const draft = new DraftPage(await open(await hire("reporter")));
  const { page } = draft;
  const [one, other] = [ownWord(), ownWord()];
  for (const own of [one, other]) {
    await draft.start(`“The clock of ${own} is slow,” said Dr Mira Tanvald, who winds it.`);
    await expect(draft.article).toContainText(own);
  }
  await page.goto("/import");
  await page.getByRole("link", { name: "Decide all that waits in them" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("All that waits");
  const items = page.getByRole("listitem").filter({ hasText: "The clock of" });
  await expect(items).toHaveCount(2);
  await items
    .filter({ hasText: one })
    .getByRole("button", { name: /^Accept/ })
    .click();
  await expect(page.getByText("Accepted", { exact: true })).toBeVisible();
  await expect(items.filter({ hasText: other })).toHaveCount(1);
  // and comes back when it is taken back
  await page.getByRole("button", { name: "Take back the last decision" }).click();
  await expect(page.getByText("Taken back", { exact: true })).toBeVisible();
  await expect(items).toHaveCount(2);
  await items
    .filter({ hasText: one })
    .getByRole("button", { name: /^Accept/ })
    .click();
  await expect(page.getByText("Accepted", { exact: true })).toBeVisible();
  await items
    .filter({ hasText: other })
    .getByRole("button", { name: /^Reject/ })
    .click();
  await expect(page.getByText("Nothing waits for your decision")).toBeVisible();
  await page.getByRole("region", { name: "Ready to store" }).getByRole("link").first().click();
  await expect(page.getByText(`The clock of ${one}`).first()).toBeVisible();
});

test("the key u takes the last decision of the list back, and the keys of the page tell so", async ({
  open,
  hire,
  withScripts,
}) => {
  test.skip(!withScripts, "keys need scripts");
  const draft = new DraftPage(await open(await hire("reporter")));
  const { page } = draft;
  const own = ownWord();
  await draft.start(`“The bell of ${own} is cracked,” said Dr Mira Tanvald, who rings it.`);
  await expect(draft.article).toContainText(own);
  await page.goto("/import/work");
  const item = page.getByRole("listitem").filter({ hasText: own });
  await item.getByRole("button", { name: /^Reject/ }).click();
  await expect(page.getByText("Rejected", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Take back the last decision" })).toHaveAttribute(
    "aria-keyshortcuts",
    "u",
  );
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog");
  await expect(keys.getByText("Take back the last decision")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await page.keyboard.press("u");
  await expect(page.getByText("Taken back", { exact: true })).toBeVisible();
  await expect(item).toHaveCount(1);
});
