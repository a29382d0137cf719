import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { publishOne } from "./newsroom";

const NOTE = "The recording ends before the last two words.";

/** Opens the form of a correction, which stands folded on the review page, and gives its kind and its note. */
async function openCorrection(page: Page, publicId: string, kind: string) {
  await page.goto(`/review/${publicId}`);
  await page.getByText("Correct it", { exact: true }).click();
  const form = page.getByRole("form", { name: "Correct", exact: true });
  await form.getByRole("radio", { name: kind }).check();
  await form.getByLabel("Public note").fill(NOTE);
  await form.getByText("What changes in the record", { exact: true }).click();
  return form;
}

test("a correction takes two editors, is judged again, and leaves the former words at their address", async ({
  open,
  hire,
  colleagues,
}) => {
  const { publicId, wording } = await publishOne(colleagues);
  const later = wording.replace(" this winter", "");
  const editor = await open("editor");
  const form = await openCorrection(editor, publicId, "Correction");
  await form.getByRole("textbox", { name: "Words needed", exact: true }).fill(later);
  await form.getByRole("button", { name: "Propose the correction" }).click();
  // what was typed is kept, and the refusal leads to what mends it
  const summary = form.getByRole("alert");
  await summary
    .getByRole("link", { name: "The anchor is changed, and the difference is not explained." })
    .click();
  const why = form.getByLabel("Why the words may differ from the source");
  await expect(why).toBeVisible();
  await why.fill("The outlet printed two words more than the recording has.");
  await form.getByRole("button", { name: "Propose the correction" }).click();

  const waiting = editor.getByRole("region", { name: "Correction that waits" });
  await expect(waiting).toContainText(NOTE);
  await expect(waiting.locator("del")).toContainText("this winter");
  await expect(waiting).toContainText("another editor confirms it");
  await expect(waiting.getByRole("button", { name: /^Confirm/ })).toHaveCount(0);

  // withdrawn, it is proposed again without typing a word of it
  await waiting.getByText("Withdraw the correction", { exact: true }).first().click();
  await waiting
    .getByRole("textbox", { name: "Why it is withdrawn" })
    .fill("It is to wait for the recording.");
  await waiting.getByRole("button", { name: "Withdraw the correction" }).click();
  await editor.getByRole("link", { name: /^Fill it in again/ }).click();
  await expect(form.getByLabel("Public note")).toHaveValue(NOTE);
  await expect(form.getByRole("textbox", { name: "Words needed", exact: true })).toHaveValue(later);
  await form.getByRole("button", { name: "Propose the correction" }).click();
  await expect(waiting.locator("del")).toContainText("this winter");

  const visitor = await open("visitor");
  await visitor.goto(`/statements/${publicId}`);
  await expect(visitor.getByRole("article").getByRole("blockquote").first()).toContainText("this winter");

  const second = await open(await hire("editor"));
  await second.goto(`/review/${publicId}`);
  await second.getByRole("button", { name: /^Confirm it, \d to judge again/ }).click();
  await expect(second.getByText("judged of what stood before, and not again since").first()).toBeVisible();

  const reviewer = await open("reviewer");
  await reviewer.goto(`/review/${publicId}`);
  const again = reviewer.getByRole("form", { name: "Judge again" });
  for (const holds of await again.getByRole("radio", { name: "Still holds" }).all()) await holds.check();
  for (const why of await again.getByLabel(/^Why/).all()) await why.fill("The words that went said no more.");
  await again.getByRole("button", { name: "Save what is judged again" }).click();
  await expect(again).toHaveCount(0);

  await second.goto(`/review/${publicId}`);
  await second.getByRole("button", { name: "Confirm the correction" }).click();
  await expect(second.getByRole("region", { name: "Correction that waits" })).toHaveCount(0);

  await visitor.goto(`/statements/${publicId}`);
  await visitor.getByRole("link", { name: "See what changed" }).click();
  await expect(visitor).toHaveURL(`/statements/${publicId}/versions/2`);
  const changed = visitor.getByRole("region", { name: "What changed" });
  await expect(changed.locator("del")).toContainText("this winter");
  await expect(changed).toContainText(NOTE);
  await visitor.getByRole("link", { name: "Version 1", exact: true }).click();
  await expect(visitor.getByText("Version 1 no longer stands: this was corrected")).toBeVisible();
  await expect(visitor.getByRole("article").getByRole("blockquote").first()).toContainText("this winter");
  const twin = await visitor.request.get(`/statements/${publicId}/versions/1.json`);
  expect(await twin.json()).toMatchObject({ version: { wording, isCurrent: false, newestVersion: 2 } });
  expect((await visitor.request.get(`/statements/${publicId}/versions/3`)).status()).toBe(404);
});

test("one editor puts a typing error right, and not more under that name", async ({ open, colleagues }) => {
  const { publicId } = await publishOne(colleagues, { context: "On whether lorries may use the brigde." });
  const editor = await open("editor");
  const form = await openCorrection(editor, publicId, "Typing error");
  const context = form.getByLabel("Context", { exact: true });
  await context.fill("On whether lorries may not use the bridge.");
  await form.getByRole("button", { name: "Propose the correction" }).click();
  await expect(form.getByText("This is more than a typing error").first()).toBeVisible();
  await expect(context).toHaveValue("On whether lorries may not use the bridge.");
  await context.fill("On whether lorries may use the bridge.");
  await form.getByRole("button", { name: "Propose the correction" }).click();
  await expect(editor.getByText("The next version is published").first()).toBeVisible();

  const visitor = await open("visitor");
  await visitor.goto(`/statements/${publicId}/versions/2`);
  const changed = visitor.getByRole("region", { name: "What changed" });
  await expect(changed).toContainText("Typing error put right");
  await expect(changed.locator("del")).toContainText("brigde");
});

test("a retraction is proposed, withdrawn by another editor, and leaves nothing in public", async ({
  open,
  hire,
  colleagues,
}) => {
  const { publicId } = await publishOne(colleagues);
  const editor = await open("editor");
  await editor.goto(`/review/${publicId}`);
  await editor.getByText("Propose to retract it", { exact: true }).first().click();
  await editor
    .getByRole("textbox", { name: /^Why it is retracted/ })
    .fill("The recording is of somebody else.");
  await editor.getByRole("button", { name: "Propose to retract it" }).click();
  await expect(editor.getByText(/proposes to retract it/)).toBeVisible();
  await expect(editor.getByRole("button", { name: "Retract it", exact: true })).toHaveCount(0);

  const second = await open(await hire("editor"));
  await second.goto(`/review/${publicId}`);
  await expect(second.getByRole("button", { name: "Retract it", exact: true })).toBeVisible();
  await second.getByText("Withdraw the proposal").first().click();
  await second
    .getByRole("textbox", { name: /^Why the proposal is withdrawn/ })
    .fill("We heard the whole recording: it is her.");
  await second.getByRole("button", { name: /^Withdraw/ }).click();
  await expect(second.getByText(/proposes to retract it/)).toHaveCount(0);

  const visitor = await open("visitor");
  await visitor.goto(`/statements/${publicId}`);
  await expect(visitor.getByRole("article")).not.toContainText(/retract/i);
});
