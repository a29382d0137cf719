import { expect, test } from "./fixtures";
import { ownWord } from "./newsroom";
import { DraftPage } from "./pages/draft-page";

test("words of an article become a part of the proposal that is looked at", async ({ open, withScripts }) => {
  const own = ownWord();
  const draft = new DraftPage(await open("reporter"));
  const { page } = draft;
  await draft.start(
    `“The weir at ${own} is safe,” said Ada Rook, its keeper.\n\nShe had looked at it twice, with a lamp.`,
    { title: `Weir ${own}` },
  );
  await draft.open(`The weir at ${own}`);
  const join = page.getByRole("button", { name: "Add to proposal 1" });
  if (withScripts) {
    await draft.article.locator("[data-reader]").evaluate((reader) => {
      const walker = document.createTreeWalker(reader, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf("twice") ?? -1;
        if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + "twice".length);
      }
    });
    const bar = page.locator("[data-selection-bar]");
    await expect(bar.getByRole("button", { name: "Capture these words" })).toBeInViewport();
    await bar.getByRole("button", { name: "Add to proposal 1" }).click();
  } else {
    await page.getByText("Add a statement that was not found").click();
    await page.getByLabel("Words of the statement").fill("twice");
    await join.last().click();
  }
  await expect(draft.proposal(`The weir at ${own}`)).toContainText("twice");
  const form = await draft.open(`The weir at ${own}`);
  await expect(form.getByLabel("Words", { exact: true })).toHaveValue(
    `“The weir at ${own} is safe,” … twice`,
  );
});
