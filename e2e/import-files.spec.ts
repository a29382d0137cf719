import { savedPage } from "./files";
import { expect, test } from "./fixtures";
import { ownWord } from "./newsroom";
import { DraftPage } from "./pages/draft-page";

test("a saved page becomes its article, with what it says of itself and where, to correct and to store", async ({
  open,
}) => {
  const draft = new DraftPage(await open("reporter"));
  const { page } = draft;
  const { own, ...file } = savedPage();
  await page.goto("/import");
  await page.getByLabel("Or choose or drop files").setInputFiles(file);
  await draft.find();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`The bridge of ${own}`);
  await expect(draft.article).not.toContainText("Home of the Post");
  await page.getByText("Where it was published").click();
  const about = page.getByRole("form", { name: "Where it was published" });
  await expect(about.getByLabel("Author")).toHaveValue("Oskar Brenn");
  await expect(about).toContainText("Read from JSON-LD (NewsArticle.author)");
  await expect(about.getByLabel("Address")).toHaveValue(`https://post.example/${own}`);
  await about.getByLabel("Author").fill("Oskar Brenn and Vera Holt");
  await about.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved", { exact: true }).first().waitFor();
  // with scripts a fold stays as its reader left it
  if (!(await about.isVisible())) await page.getByText("Where it was published").click();
  await expect(about).toContainText("JSON-LD (NewsArticle.author) says “Oskar Brenn”");
  await page.getByText("As it arrived").click();
  await expect(page.getByText("bridge.html").last()).toBeVisible();
  await draft.accept(`The bridge of ${own} stays`);
  await draft.sayItIsAnothers();
  await page
    .getByRole("button", { name: /^Store/ })
    .first()
    .click();
  await expect(page.getByText("Oskar Brenn and Vera Holt").first()).toBeVisible();
});

test("a file that is not read is refused in its field, in words, with what was typed", async ({
  open,
  hire,
}) => {
  const page = await open(await hire("reporter"));
  const title = `Report of ${ownWord()}`;
  await page.goto("/import");
  await page.getByLabel("Title").fill(title);
  const buffer = Buffer.from("%PDF-1.7\nnothing of a document");
  await page
    .getByLabel("Or choose or drop files")
    .setInputFiles({ name: "report.pdf", mimeType: "application/pdf", buffer });
  await page.getByRole("button", { name: "Find statements" }).click();
  await expect(page.getByRole("alert").first()).toContainText("report.pdf: It is a damaged PDF");
  await expect(page.getByLabel("Title")).toHaveValue(title);
});

test("an address within a closed network is not asked, and paste and file are offered", async ({
  open,
  hire,
}) => {
  // a refused address is kept for whoever typed it, and would stand in the next import of theirs
  const page = await open(await hire("reporter"));
  const from = page.getByLabel("Or give the address of a page");
  for (const address of [
    "http://127.0.0.1:22/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
  ]) {
    // on a page that refuses already, what it says of the former address would pass for the answer
    await page.goto("/import");
    await from.fill(address);
    await page.getByRole("button", { name: "Find statements" }).click();
    await expect(page.getByRole("alert").first()).toContainText("not the internet’s");
    await expect(from).toHaveValue(address);
  }
  await expect(
    page.getByText("Paste the article, or save the page and choose the file.").first(),
  ).toBeVisible();
});
