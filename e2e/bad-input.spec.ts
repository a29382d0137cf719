import { rm, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { bringTo, capture, ownWord } from "./newsroom";
import { DraftPage } from "./pages/draft-page";
import { ReviewPage } from "./pages/review-page";

const TITLE = "A title that was typed before";

/** The import form with a title typed, for somebody nobody else is. */
async function atImport(page: Page): Promise<DraftPage> {
  await page.goto("/import");
  await page.getByLabel("Title").fill(TITLE);
  return new DraftPage(page);
}

/** The summary names what is wrong; the field it leads to says it as well, and the title is still there. */
async function expectRefusal(page: Page, field: string, message: RegExp): Promise<void> {
  const summary = page.getByRole("alert").filter({ hasText: "to put right" });
  await expect(summary.getByRole("link")).toHaveText(message);
  await expect(page.getByLabel(field)).toHaveAccessibleDescription(message);
  await expect(page.getByLabel("Title")).toHaveValue(TITLE);
  await expect(page).toHaveURL(/\/import$/);
}

const file = (name: string, bytes: Buffer | string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(bytes),
});

test("an empty paste is refused and the title kept", async ({ open }) => {
  const draft = await atImport(await open("reporter"));
  await draft.page.getByLabel("Paste the article").fill(" \n ");
  await draft.find();
  await expectRefusal(draft.page, "Paste the article", /There is no text yet/);
});

for (const [what, bytes, message] of [
  ["a PDF", Buffer.from("%PDF-1.7\n%âãÏÓ"), /It is a damaged PDF.*save it anew/],
  [
    "a picture",
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    /It is a picture\. Save its words as/,
  ],
  [
    "noise",
    Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)),
    /no text and no document that can be read/,
  ],
] as const) {
  test(`${what} named .txt is refused by what it is`, async ({ open }) => {
    const draft = await atImport(await open("reporter"));
    await draft.page.getByLabel("Or choose or drop files").setInputFiles(file("article.txt", bytes));
    await draft.find();
    await expectRefusal(draft.page, "Or choose or drop files", message);
  });
}

test("a NUL character is shown by its place, and taken out for the next try", async ({ open }) => {
  const draft = await atImport(await open("reporter"));
  const own = ownWord();
  const text = `The council of ${own} met.\n“The roof will hold,” said Ivo\u0000 Lang, its architect.`;
  await draft.page.getByLabel("Or choose or drop files").setInputFiles(file("article.txt", text));
  await draft.find();
  await expectRefusal(draft.page, "Paste the article", /NUL character in line 2, after “.*said Ivo”/);
  await expect(draft.page.getByLabel("Paste the article")).toHaveValue(text.replace("\u0000", ""));
  await draft.find();
  await expect(draft.page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  await expect(draft.mark("The roof will hold")).toBeVisible();
});

test("a file of 50 MB is refused before it is read", async ({ open, withScripts }, testInfo) => {
  const draft = await atImport(await open("reporter"));
  const path = testInfo.outputPath("everything.txt");
  await writeFile(path, Buffer.alloc(50 * 1024 * 1024, "All of it. "));
  await draft.page.getByLabel("Or choose or drop files").setInputFiles(path);
  await draft.find();
  if (withScripts) {
    const summary = draft.page.getByRole("alert").filter({ hasText: "to put right" });
    await expect(summary).toContainText("everything.txt is larger than 10 MB");
    await expect(draft.page.getByLabel("Title")).toHaveValue(TITLE);
  } else {
    // nothing of a form that was not read can be kept: the page says so
    const note = draft.page.getByRole("status").or(draft.page.getByRole("alert"));
    await expect(note.filter({ hasText: "That was more than 5 MB" })).toContainText("split it");
  }
  await rm(path);
});

test("a text that runs from right to left is kept to the letter and can be captured by hand", async ({
  open,
}) => {
  const own = ownWord();
  const words = "«موږ به له خبرو نه تښتو»";
  const text = `کابل ${own}\n\nویاند وویل: ${words}، خو نور څه یې ونه ویل.`;
  const draft = new DraftPage(await open("reporter"));
  await draft.start(text, { title: `کابل ${own}` });
  await expect(draft.page.getByRole("heading", { level: 1 })).toHaveText(`کابل ${own}`);
  await expect(draft.article).toContainText("خو نور څه یې ونه ویل");
  const add = draft.page.getByRole("form", { name: "Add a statement that was not found" });
  await add.getByText("Add a statement that was not found").click();
  await add.getByLabel("Words of the statement").fill(words);
  await add.getByRole("button", { name: "Add", exact: true }).click();
  await expect(draft.mark(words)).toBeVisible();
  await draft.accept(words);
  await draft.store();
  await draft.page.getByRole("link", { name: words }).first().click();
  await expect(draft.page.getByRole("main")).toContainText(words);
});

test("newlines of every sort make the same paragraphs", async ({ open }) => {
  const own = ownWord();
  const draft = new DraftPage(await open("reporter"));
  const lines = [
    `“The mill at ${own} grinds again,” said Ada Rook, its owner.`,
    "“It never stopped,” Rook said.",
    "“Come and see,” she added.",
  ];
  const text = `${lines[0]}\r\n\r\n${lines[1]}\r\r${lines[2]}\n`;
  await draft.page.goto("/import");
  await draft.page.getByLabel("Or choose or drop files").setInputFiles(file("mill.txt", text));
  await draft.find();
  for (const line of lines) await expect(draft.article.getByText(line, { exact: true })).toBeVisible();
  await expect(draft.mark("It never stopped")).toBeVisible();
});

test("words that the article does not have are refused with the nearest that it has", async ({ open }) => {
  const own = ownWord();
  const draft = new DraftPage(await open("reporter"));
  await draft.start(
    `“The lock at ${own} is shut,” said Jon Vale, its keeper. “It will open in spring,” Vale said.`,
  );
  const form = await draft.open("is shut");
  await form.getByLabel("Words", { exact: true }).fill(`“The lock at ${own} was shut,”`);
  await form.getByLabel("Place").fill("At the lock");
  await form.getByRole("button", { name: "Accept", exact: true }).click();
  const summary = form.getByRole("alert");
  await expect(summary).toContainText("does not have exactly these words");
  await expect(form.getByLabel("Words", { exact: true })).toHaveValue(`“The lock at ${own} was shut,”`);
  await expect(form.getByLabel("Place")).toHaveValue("At the lock");
});

test("a wrong password is refused without saying which of the two is wrong", async ({ page, hire }) => {
  const { email } = await hire("reporter");
  await page.goto("/sign-in?next=/import");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill("not the password at all");
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "do not belong together" })).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue(email);
  await expect(page.getByLabel("Password")).toHaveValue("");
});

test("a rationale that is too short is counted, and everything else is kept", async ({
  open,
  colleagues,
}) => {
  const here = await capture(colleagues.reporter);
  const there = await capture(colleagues.reporter);
  await bringTo("taken", here, colleagues);
  const review = new ReviewPage(await open("reviewer"));
  await review.goto(here.publicId);
  const form = await review.compareWith(there.wording.match(/at (\w+)/)?.[1] ?? "", there.publicId);
  await form.getByRole("radio", { name: /^Contradicts/ }).check();
  await form.getByLabel("Rationale").fill("They differ.");
  await form.getByLabel("Why the two can be compared").fill("The same bridge.");
  await form.getByRole("button", { name: "Confirm the relation" }).click();
  await expect(form.getByRole("alert").getByRole("link")).toHaveText("12 of at least 20 characters.");
  await expect(form.getByLabel("Rationale")).toHaveAccessibleDescription(/12 of at least 20 characters/);
  await expect(form.getByLabel("Rationale")).toHaveValue("They differ.");
  await expect(form.getByLabel("Why the two can be compared")).toHaveValue("The same bridge.");
  await expect(form.getByRole("radio", { name: /^Contradicts/ })).toBeChecked();
});

test("a sourcing form without its facets lists each of them", async ({ open, colleagues }) => {
  const kept = await capture(colleagues.reporter);
  await bringTo("taken", kept, colleagues);
  const review = new ReviewPage(await open("reviewer"));
  await review.goto(kept.publicId);
  const form = review.form("Sourcing");
  await form.getByLabel("Note", { exact: true }).fill("Typed before anything was chosen.");
  await form.getByRole("button", { name: "Save sourcing" }).click();
  await expect(form.getByRole("alert").getByRole("link")).toHaveCount(7);
  await expect(form.getByLabel("Note", { exact: true })).toHaveValue("Typed before anything was chosen.");
});

test("a link that was never made or has ended says what to do", async ({ page }) => {
  await page.goto("/set-password?token=never-made");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link has ended");
  await expect(page.getByText("ask an administrator for a new link")).toBeVisible();
});
