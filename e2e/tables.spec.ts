import { expect, test } from "./fixtures";
import { ownWord } from "./newsroom";

/** A spreadsheet of quotations whose words are its own; row 3 has a day that there is not. */
function quotations() {
  const own = ownWord();
  const rows = [
    "Nr;Zitat;Sprecherin;Funktion;Datum;Quelle;Zeitung;Link",
    `${own}-1;“We will open the lock of ${own},”;Dr Mira Tanvald;mayor;28.10.2025;The lock of ${own};The ${own} Post;https://post.example/${own}/1`,
    `${own}-2;they will wait for ${own};Zorvath ${own};;31.02.2025;The lock of ${own};The ${own} Post;https://post.example/${own}/1`,
  ];
  const file = (lines: readonly string[]) => ({
    ...{ name: `${own}.csv`, mimeType: "text/csv", buffer: Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`) },
  });
  return { own, broken: file(rows), mended: file(rows.map((row) => row.replace("31.02.", "28.02."))) };
}

test("a spreadsheet is mapped, mended, looked at and stored whole; brought again it is known", async ({
  open,
  hire,
}) => {
  const page = await open(await hire("reporter"));
  const { own, broken, mended } = quotations();
  await page.goto("/import");
  await page.getByRole("link", { name: "Import a table" }).click();
  await page.getByRole("heading", { name: "Import a table" }).waitFor();
  await page.getByLabel("Choose or drop a file").setInputFiles(broken);
  await page.getByRole("button", { name: "Look at the rows" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${own}.csv`);
  // guessed from the German names
  await expect(page.getByLabel("What column B Zitat holds")).toHaveValue("wording");
  await expect(page.getByLabel("What column F Quelle holds")).toHaveValue("title");
  await expect(
    page.getByText("2 problems stop this table").or(page.getByText("One problem stops this table")),
  ).toBeVisible();
  const problems = page.getByRole("table", { name: "Problems" });
  await expect(problems.getByRole("row").filter({ hasText: "Datum" })).toContainText("There is no day 31");
  await page.getByLabel("Choose or drop a file").setInputFiles(mended);
  await page.getByRole("button", { name: "Look at the mended file" }).click();
  await expect(page.getByText("The mended file is read in place of the other")).toBeVisible();
  // nothing shows what this name is: nobody makes a person of it by a guess
  await page.getByLabel(`Zorvath ${own}`).selectOption("a new organisation");
  await page.getByRole("button", { name: "Look again" }).click();
  await expect(page.getByRole("article", { name: "Row 3" })).toContainText("new speaker");
  await page.getByRole("button", { name: "Store 2 statements" }).click();
  await expect(page.getByText("2 statements stored")).toBeVisible();
  await page.getByRole("link", { name: "Review the first" }).click();
  await expect(page.getByText(`We will open the lock of ${own}`).first()).toBeVisible();
  await page.goto("/import/table");
  await page.getByLabel("Choose or drop a file").setInputFiles(mended);
  await page.getByRole("button", { name: "Look at the rows" }).click();
  await expect(page.getByRole("article", { name: "Row 2" })).toContainText("held already as st-");
  await page.getByRole("button", { name: "Close: nothing is new" }).click();
  await expect(page.getByText("Nothing in it was new")).toBeVisible();
});

test("what is no table is refused in words, and a column that is given twice", async ({ open, hire }) => {
  const page = await open(await hire("reporter"));
  await page.goto("/import/table");
  await page.getByRole("button", { name: "Look at the rows" }).click();
  await expect(page.getByRole("alert").first()).toContainText("There are no rows yet");
  const buffer = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]);
  await page
    .getByLabel("Choose or drop a file")
    .setInputFiles({ name: "a.xls", mimeType: "application/x", buffer });
  await page.getByRole("button", { name: "Look at the rows" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Save it as .xlsx");
  const own = ownWord();
  await page
    .getByLabel("Or paste rows")
    .fill(`Quote\tWho\tArticle\n“No to ${own},”\tan official\tThe ${own}`);
  await page.getByRole("button", { name: "Look at the rows" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pasted rows");
  await page.getByLabel("What column C Article holds").selectOption("Wording");
  await page.getByRole("button", { name: "Look again" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Another column holds this already");
  await page.getByRole("button", { name: "Put the table away" }).click();
  await expect(page.getByText("The table was put away")).toBeVisible();
});
