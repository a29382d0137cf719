import { expect, type Page } from "@playwright/test";
import { savedPage } from "../files";
import { ownWord } from "../newsroom";
import { DraftPage } from "../pages/draft-page";
import { at, type Screen } from "./screen";

/** The screens by which articles and tables come in. */
export const IMPORTS: readonly Screen[] = [
  { name: "import", who: "reporter", open: at("/import") },
  {
    name: "an import being decided",
    who: "reporter",
    open: async (page) => {
      const draft = new DraftPage(page);
      const own = ownWord();
      await draft.start(
        `“The clock of ${own} is slow,” said Ann B${own}, who winds it. “Nobody had told me,” B${own} said.`,
      );
      await draft.accept("is slow");
      const form = await draft.open("Nobody had told me");
      await form.getByRole("radio", { name: /^New speaker/ }).check();
    },
  },
  {
    name: "an import of a saved page",
    who: "reporter",
    open: async (page) => {
      const draft = new DraftPage(page);
      const { own: _, ...file } = savedPage();
      await page.goto("/import");
      await page.getByLabel("Or choose or drop files").setInputFiles(file);
      await draft.find();
      await page.getByText("Where it was published").click();
      await page.getByText("As it arrived").click();
    },
  },
  {
    name: "all that waits in imports",
    who: "reporter",
    open: async (page) => {
      for (const word of ["slow", "fast"]) {
        const own = ownWord();
        await new DraftPage(page).start(
          `“The clock of ${own} is ${word},” said Ann B${own}, who winds it. “Nobody had told me,” B${own} said.`,
        );
      }
      return "/import/work";
    },
  },
  {
    name: "many files, some refused",
    who: "reporter",
    open: async (page) => {
      await page.goto("/import");
      const files = ["slow", "fast"].map((word) => {
        const own = ownWord();
        const text = `The clock of ${own}\n\n“The clock of ${own} is ${word},” said Ann B${own}, who winds it.`;
        return { name: `the clock of ${own}.txt`, mimeType: "text/plain", buffer: Buffer.from(text) };
      });
      const broken = {
        name: "a scan of the minutes of the council, second part.pdf",
        mimeType: "application/pdf",
      };
      await page
        .getByLabel("Or choose or drop files")
        .setInputFiles([...files, { ...broken, buffer: Buffer.from("%PDF-1.7 nothing") }]);
      await page.getByRole("button", { name: "Find statements" }).click();
      await page.waitForURL(/\/import\/batch\/./);
      await expect(async () => {
        await page.reload();
        await expect(page.getByText("Done:")).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 60_000 });
    },
  },
  { name: "a table to bring", who: "reporter", open: at("/import/table") },
  {
    name: "a table that is stopped",
    who: "reporter",
    open: async (page) => {
      const own = ownWord();
      await bringRows(page, [
        "Nr\tZitat\tSprecherin\tDatum\tQuelle\tNotiz",
        `1\t“We will open the lock of ${own} before the winter comes,”\tDr Mira Tanvald\t28.10.2025\tThe ${own}\tring her`,
        `2\tthey will wait\tZorvath ${own}\t31.02.2025\tThe ${own}\t`,
        `3\t«ما به ${own} نمی‌رویم»\tذبیح الله مجاهد\tlast week\tThe ${own}\t`,
      ]);
    },
  },
  {
    name: "a table that is stored",
    who: "reporter",
    open: async (page) => {
      const own = ownWord();
      await bringRows(page, ["Quote\tWho\tArticle", `“No to ${own},”\tan official\tThe ${own}`]);
      await page.getByRole("button", { name: "Store 1 statement" }).click();
      await page.getByText("1 statement stored").waitFor();
    },
  },
];

async function bringRows(page: Page, rows: readonly string[]) {
  await page.goto("/import/table");
  await page.getByLabel("Or paste rows").fill(rows.join("\n"));
  await page.getByRole("button", { name: "Look at the rows" }).click();
  await page.waitForURL(/\/import\/table\/./);
}
