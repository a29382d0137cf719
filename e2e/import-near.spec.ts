import { expect, test } from "./fixtures";
import { ownWord } from "./newsroom";
import { DraftPage } from "./pages/draft-page";

// no words in a row are those of another run
const piece = (own: string, head: string, last: string) =>
  `${head}\n\n“The lock at ${own} is shut,” said Jon Vale, its keeper. ${Array.from({ length: 12 }, (_, n) => `In ${own}${n} the water of ${own} stood ${own}${n + 3} feet above ${own}.`).join(" ")}\n\n${last}`;

test("nearly the text of a source is told with how much is the same, and what it is is said before it is stored", async ({
  open,
  hire,
}) => {
  const draft = new DraftPage(await open(await hire("reporter")));
  const { page } = draft;
  const own = ownWord();
  const store = page.getByRole("button", { name: /^Store/ }).first();
  await draft.start(piece(own, `The lock at ${own}`, "It rained all night."));
  await draft.accept(`The lock at ${own} is shut`);
  await store.click();
  await page.waitForURL(/\/sources\/src-/);
  await draft.start(piece(own, "A town without water", "The mayor was away."));
  const note = page.getByText("The record holds nearly this text");
  await expect(note).toBeVisible();
  await expect(page.getByText(/% of the shorter of the two is the same as in edition 1 of/)).toBeVisible();
  await draft.accept(`The lock at ${own} is shut`);
  await store.click();
  await expect(page.getByRole("alert").first()).toContainText(
    "Say first whether it is another edition of it",
  );
  await page.getByRole("button", { name: "Another edition of that source" }).click();
  await expect(page.getByText("You said: another edition of that source")).toBeVisible();
  await page.getByRole("button", { name: "Say it anew" }).click();
  await expect(note).toBeVisible();
  await page.getByRole("button", { name: "A source of its own, printing the same" }).click();
  await expect(page.getByText("You said: a source of its own, printing the same")).toBeVisible();
  // what was known as that source's waits again
  await draft.accept(`The lock at ${own} is shut`);
  await store.click();
  await page.waitForURL(/\/sources\/src-/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A town without water");
});
