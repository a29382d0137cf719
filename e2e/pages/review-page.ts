import { expect, type Locator, type Page } from "@playwright/test";

/** A statement under review: the source, the words, and every form of the assessment. */
export class ReviewPage {
  constructor(readonly page: Page) {}

  async goto(publicId: string): Promise<void> {
    await this.page.goto(`/review/${publicId}`);
  }

  form(name: string): Locator {
    return this.page.getByRole("form", { name, exact: true });
  }

  /** The state that the statement has reached. */
  get state(): Locator {
    return this.page.getByRole("list", { name: "State" }).locator("[aria-current=step]");
  }

  /** What still keeps it from the next step. */
  get blockers(): Locator {
    return this.page.getByRole("region", { name: /^Why it cannot be/ }).getByRole("listitem");
  }

  /** Takes a step that needs one press, and waits for the state that it leads to. */
  async press(name: string | RegExp, state: string): Promise<void> {
    await this.page.getByRole("button", { name }).click();
    await expect(this.state).toHaveText(state);
  }

  async saved(words: string): Promise<void> {
    await this.page.getByText(words, { exact: true }).waitFor();
  }

  /** Chooses one value for every facet, and any for those that take many. */
  async assess(choices: Readonly<Record<string, readonly string[]>>, note = ""): Promise<void> {
    const form = this.form("Sourcing");
    for (const [facet, values] of Object.entries(choices)) {
      const group = form.getByRole("group", { name: facet });
      for (const value of values) await group.getByLabel(value, { exact: true }).check();
    }
    await form.getByLabel("Note", { exact: true }).fill(note);
    await form.getByRole("button", { name: "Save sourcing" }).click();
    await this.saved("The sourcing is saved");
  }

  async verdict(axis: string, value: string, reasons: string): Promise<void> {
    const given = this.page.getByRole("link", { name: /^Verdicts \d of 3/ });
    const before = Number((await given.textContent())?.match(/\d/)?.[0]);
    const form = this.form(`Verdict: ${axis}`);
    await form.getByRole("radio", { name: value }).check();
    await form.getByLabel("Reasons").fill(reasons);
    await form.getByRole("button", { name: "Save" }).click();
    await expect(given).toContainText(`${before + 1} of 3`);
  }

  /** Ticks every check, save those that say why not. */
  async check(whyNot: Readonly<Record<string, string>> = {}): Promise<void> {
    const form = this.form("Checklist");
    for (const box of await form.getByRole("checkbox").all()) await box.check();
    for (const [label, reason] of Object.entries(whyNot)) {
      await form.getByRole("checkbox", { name: label }).uncheck();
      await form.getByLabel(`Why not: ${label}`).fill(reason);
    }
    await form.getByRole("button", { name: "Save the checklist" }).click();
    await this.saved("The checklist is saved");
  }

  /** Finds another statement and opens the form that relates the two. */
  async compareWith(words: string, publicId: string): Promise<Locator> {
    const search = this.page.getByRole("search", { name: "Find the other statement" });
    await search.getByRole("searchbox").fill(words);
    await search.getByRole("button", { name: "Find" }).click();
    await this.page.getByRole("button", { name: `Compare with ${publicId}` }).click();
    const form = this.form("Relate the two statements");
    await form.waitFor();
    return form;
  }
}
