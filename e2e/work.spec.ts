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
