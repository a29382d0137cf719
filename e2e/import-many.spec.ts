import type { Page } from "@playwright/test";
import { zipOf } from "@/lib/zip/server";
import { expect, test } from "./fixtures";
import { ownWord } from "./newsroom";

const text = (own: string) => ({
  name: `${own}.txt`,
  mimeType: "text/plain",
  buffer: Buffer.from(`The lock at ${own}\n\n“The lock at ${own} is shut,” said Jon Vale, its keeper.`),
});
const broken = (name: string, size = 20) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.concat([Buffer.from("%PDF-1.7\nnothing "), Buffer.alloc(size, 97)]),
});

async function zipped(own: string) {
  const pieces: Uint8Array[] = [];
  const entries = [
    { name: "in/deep.txt", pieces: [text(own).buffer] },
    { name: "photo.png", pieces: ["no document"] },
  ];
  for await (const piece of zipOf(entries, new Date(0))) pieces.push(piece);
  return { name: "old.zip", mimeType: "application/zip", buffer: Buffer.concat(pieces) };
}

const field = (page: Page) => page.getByLabel("Or choose or drop files");

/** Looks again until all of it is done, as somebody without scripts does. */
async function untilDone(page: Page, withScripts: boolean) {
  const done = page.getByRole("status").filter({ hasText: "Done:" });
  if (withScripts) return expect(done).toBeVisible({ timeout: 60_000 });
  await expect(async () => {
    const again = page.getByRole("link", { name: "Look again" });
    if (await again.isVisible()) await again.click();
    await expect(done).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
}

const fileNamed = (page: Page, name: string) =>
  page.getByRole("region", { name: "What came of each" }).getByRole("listitem").filter({ hasText: name });

test("several files and a zip become imports, with a report by name and one list of what waits", async ({
  open,
  hire,
  withScripts,
}) => {
  const page = await open(await hire("reporter"));
  const [one, two, three] = [ownWord(), ownWord(), ownWord()];
  await page.goto("/import");
  await field(page).setInputFiles([text(one), text(two), broken("report.pdf"), await zipped(three)]);
  await page.getByRole("button", { name: "Find statements" }).click();
  await page.waitForURL(/\/import\/batch\/bat-\w+$/);
  await untilDone(page, withScripts);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import of 4 files");
  await expect(fileNamed(page, `${one}.txt`)).toContainText("1 proposal to decide");
  await expect(fileNamed(page, "old.zip/in/deep.txt")).toContainText("to decide");
  await expect(fileNamed(page, "report.pdf")).toContainText("It is a damaged PDF");
  await expect(fileNamed(page, "1 file of other kinds left out")).toContainText("old.zip");
  const batch = page.url();
  // of the first, only these
  await page
    .getByRole("navigation", { name: "Files by what came of them" })
    .getByRole("link", { name: /^Refused/ })
    .click();
  await expect(page.getByRole("region", { name: "What came of each" }).getByRole("listitem")).toHaveCount(1);
  // brought again: known to be open, and nothing twice
  await page.getByLabel("More files").setInputFiles([text(one)]);
  await page.getByRole("button", { name: "Add them" }).click();
  await page.getByText("The files are added").waitFor();
  await untilDone(page, withScripts);
  await expect(fileNamed(page, "The same file as")).toContainText(`${one}.txt`);
  await page.getByRole("link", { name: "Decide all that waits" }).click();
  await expect(page.getByText("3 proposals to decide in the imports that you have open")).toBeVisible();
  // theirs alone
  const colleague = await open("reporter");
  await colleague.goto(batch);
  await expect(colleague.getByRole("heading", { level: 1 })).toHaveText(/not (there|found)|no page|nothing/i);
});

test("what is said of one article is refused for several, with everything typed", async ({ open, hire }) => {
  const page = await open(await hire("reporter"));
  await page.goto("/import");
  await page.getByLabel("Title").fill("The lock");
  await page.getByLabel("Author").fill("Oskar Brenn");
  await field(page).setInputFiles([text(ownWord()), text(ownWord())]);
  await page.getByRole("button", { name: "Find statements" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Several files have no title in common");
  await expect(page.getByLabel("Author")).toHaveValue("Oskar Brenn");
});

test("more files than one sending takes arrive in several", async ({ open, hire, withScripts }) => {
  test.skip(!withScripts, "without scripts a browser sends a form in one piece");
  const page = await open(await hire("reporter"));
  await page.goto("/import");
  const MB = 1024 * 1024;
  const files = [broken("a.pdf", 6 * MB), broken("b.pdf", 6 * MB), text(ownWord())];
  await field(page).setInputFiles(files);
  await page.getByRole("button", { name: "Find statements" }).click();
  await page.waitForURL(/\/import\/batch\/bat-\w+$/);
  await untilDone(page, withScripts);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import of 3 files");
  for (const name of ["a.pdf", "b.pdf"])
    await expect(fileNamed(page, name)).toContainText("It is a damaged PDF");
  // nothing that was sent is offered again as typed and not stored
  await page.goto("/import");
  await expect(field(page)).toHaveValue("");
});
