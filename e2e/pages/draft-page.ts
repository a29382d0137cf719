import type { Locator, Page } from "@playwright/test";

export interface About {
  readonly title: string;
  readonly outlet: string;
  readonly address: string;
  readonly author: string;
  readonly date: string;
}

/** Where a text is pasted, and the draft with what was found in it. */
export class DraftPage {
  readonly article: Locator;
  readonly proposals: Locator;

  constructor(readonly page: Page) {
    this.article = page.getByRole("region", { name: "The article" });
    this.proposals = page.getByRole("region", { name: /^\d+ proposals?/ });
  }

  async start(text: string, about: Partial<About> = {}): Promise<void> {
    await this.page.goto("/import");
    await this.page.getByLabel("Paste the article").fill(text);
    const { title, outlet, address, author, date } = about;
    if (title) await this.page.getByLabel("Title").fill(title);
    if (outlet) await this.page.getByLabel("Outlet").fill(outlet);
    if (address) await this.page.getByLabel("Address", { exact: true }).fill(address);
    if (author) await this.page.getByLabel("Author").fill(author);
    if (date) await this.page.getByLabel("Date published").fill(date);
    await this.find();
  }

  async find(): Promise<void> {
    await this.page.getByRole("button", { name: "Find statements" }).click();
  }

  /** The highlight in the article. */
  mark(words: string): Locator {
    return this.article.getByRole("link", { name: words }).first();
  }

  /** The proposal that holds these words. */
  proposal(words: string): Locator {
    return this.proposals.getByRole("listitem").filter({ hasText: words }).first();
  }

  /** Unfolds a proposal, unless it is the one that is looked at already: its form. */
  async open(words: string): Promise<Locator> {
    const item = this.proposal(words);
    if ((await item.getAttribute("aria-current")) === null) {
      await item.getByRole("link", { name: /^Edit proposal/ }).click();
    }
    // a proposal that is not looked at has a form too
    const form = this.proposal(words).getByRole("form", { name: /^Proposal \d+$/ });
    await form.waitFor();
    // a fold that holds something is open already
    if (!(await form.getByLabel("Context").isVisible()))
      await form.getByText("Words, occasion and context").click();
    return form;
  }

  /** Accepts one proposal; what the text does not show of a new speaker is asked, and is a person here. */
  async accept(words: string): Promise<void> {
    const item = this.proposal(words);
    await item.getByRole("button", { name: /^(?:Accept(?! all)|Person ?, accept)/ }).click();
    await item.getByText("Accepted").waitFor();
  }

  async reject(words: string): Promise<void> {
    const item = this.proposal(words);
    await item.getByRole("button", { name: /^Reject/ }).click();
    await item.getByText("Rejected").waitFor();
  }

  async acceptAll(): Promise<void> {
    await this.page.getByRole("button", { name: /^Accept all (?:that|\d)/ }).click();
    const asked = this.page.getByText(/; until you say it/);
    await this.page
      .getByText(/, 0 to decide/)
      .or(asked)
      .first()
      .waitFor();
    while (await asked.isVisible()) {
      const item = this.proposals
        .getByRole("listitem")
        .filter({ has: this.page.getByText(/^What is .+\?$/) });
      await this.accept(((await item.first().getByRole("blockquote").textContent()) ?? "").trim());
    }
    await this.page.getByText(/, 0 to decide/).waitFor();
  }

  /** Says of a text that is nearly that of a source that it is another’s: journeys bring one article again and again. */
  async sayItIsAnothers(): Promise<void> {
    const own = this.page.getByRole("button", { name: "A source of its own, printing the same" });
    if (!(await own.isVisible())) return;
    await own.click();
    await this.page.getByText("You said: a source of its own, printing the same").waitFor();
  }

  async store(): Promise<void> {
    await this.sayItIsAnothers();
    await this.page.getByRole("button", { name: /^Store \d+ accepted/ }).click();
    await this.page.getByText(/\d+ statements? stored/).waitFor();
  }
}
