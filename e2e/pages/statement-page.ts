import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

export const TWINS = [".json", ".ris", ".bib", ".biblatex", ".csl.json"] as const;

/** A statement as readers find it. */
export class StatementPage {
  readonly cite: Locator;
  readonly competing: Locator;

  constructor(readonly page: Page) {
    this.cite = page.getByRole("region", { name: "Cite" });
    this.competing = page.getByRole("region", { name: "Competing statements" });
  }

  async goto(publicId: string): Promise<void> {
    await this.page.goto(`/statements/${publicId}`);
  }

  /** Chooses a style and gives the citation that the page then shows. */
  async citationIn(style: string): Promise<string> {
    await this.cite.getByRole("button", { name: style, exact: true }).click();
    await this.cite.getByRole("button", { name: style, exact: true, pressed: true }).waitFor();
    // the source's address tells the citation from the notes beside it
    const citation = this.cite.getByRole("paragraph").filter({ hasText: "https://courier.example/" }).first();
    return ((await citation.textContent()) ?? "").trim();
  }

  /** Presses the copy button and reads the clipboard. */
  async copied(): Promise<string> {
    // a press before the page's scripts have started does nothing, and the answer stands for three seconds only
    await expect(async () => {
      await this.cite.getByRole("button", { name: "Copy citation" }).click({ timeout: 5000 });
      await this.cite.getByRole("button", { name: "Copied" }).waitFor({ timeout: 2000 });
    }).toPass();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** What a word processor would paste of it. */
  async copiedHtml(): Promise<string> {
    return this.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType("text/html"))?.text() ?? "";
    });
  }

  /** Takes a citation away as a file. */
  async download(label: string): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([
      this.page.waitForEvent("download"),
      this.cite.getByRole("link", { name: label, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }

  /** How the page and each of its twins answer whoever looks. */
  async answers(publicId: string): Promise<Record<string, number>> {
    const codes: Record<string, number> = {};
    for (const ending of ["", ...TWINS]) {
      const answer = await this.page.request.get(`/statements/${publicId}${ending}`);
      codes[ending || "page"] = answer.status();
    }
    return codes;
  }
}
