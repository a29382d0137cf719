import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { createSpeaker, findSpeakersByName } from "@/lib/speakers/server";
import { expect, test } from "./fixtures";
import { bringTo, ownWord } from "./newsroom";
import { DraftPage } from "./pages/draft-page";
import { ReviewPage } from "./pages/review-page";
import { StatementPage, TWINS } from "./pages/statement-page";

const ALL = ["page", ...TWINS];
const allAnswer = (code: number) => Object.fromEntries(ALL.map((name) => [name, code]));

const FACETS = {
  "Attribution terms": ["On record"],
  "Source identity": ["Named person"],
  Channel: ["Press conference"],
  Proximity: ["First hand"],
  "Wording basis": ["Published text", "Own notes"],
  Origin: ["Original reporting"],
  Interest: ["Party to the dispute"],
  Sensitivity: ["Personal data"],
  "Reliability of the source": ["B, usually reliable"],
  "Credibility of the words": ["2, probably true"],
};

test("an article becomes statements, one is reviewed, returned, approved, published, read and cited", async ({
  hire,
  open,
  context,
  page,
  withScripts,
}) => {
  test.setTimeout(180_000);
  const reporter = await hire("reporter");
  const reviewer = await hire("reviewer");
  const editor = await hire("editor");
  const publisher = await hire("editor");
  const { text, engineer, mayor, ferrywoman } = harbour();
  const known = await createSpeaker(reporter.actor, { name: ferrywoman, kind: "person" });
  const own = ownWord();
  const title = `Ferry harbour stays shut, ${own}`;
  const address = `https://courier.example/${own}`;

  const desk = await open(reporter);
  const ids = await test.step("the reporter pastes the article and decides what to keep", async () => {
    const draft = new DraftPage(desk);
    await draft.start(text, {
      title,
      outlet: "Lindmouth Courier",
      address,
      author: "Ruth Amsel",
      date: "2026-05-13",
    });
    await expect(desk.getByRole("heading", { level: 1 })).toHaveText(title);
    for (const words of ["moved four centimetres", "has not moved at all", "closure from the radio"]) {
      await expect(draft.mark(words)).toBeVisible();
    }

    await draft.accept("moved four centimetres");
    await draft.reject("nine thousand crowns");
    await desk.getByRole("button", { name: "Take back the last decision" }).click();
    await draft.proposal("nine thousand crowns").getByText("Rejected").waitFor({ state: "hidden" });
    await draft.reject("nine thousand crowns");

    const form = await draft.open("has not moved at all");
    await form.getByRole("radio", { name: /^New speaker/ }).check();
    await form.getByLabel("Name of the new speaker").fill(mayor);
    await form.getByLabel("Said on").fill("2026-05-12");
    await form.getByLabel("Place").fill("Lindmouth");
    await form.getByLabel("Event").fill("Meeting in the town hall");
    await form.getByLabel("Role on that occasion").fill("Mayor of Lindmouth");
    await form.getByLabel("Context").fill("On whether the north wall is safe for ferries.");
    await form.getByRole("button", { name: "Accept", exact: true }).click();
    await expect(draft.proposal("has not moved at all").getByText("Accepted")).toBeVisible();

    const radio = await draft.open("closure from the radio");
    await radio.getByRole("radio", { name: "Another known speaker" }).check();
    await radio.getByLabel("Name of the known speaker").fill(known.name);
    await radio.getByRole("button", { name: "Accept", exact: true }).click();
    await expect(draft.proposal("closure from the radio").getByText("Accepted")).toBeVisible();

    await draft.acceptAll();
    await draft.store();
    await expect(desk.getByRole("heading", { level: 1 })).toHaveText(title);
    const idOf = async (words: string) => {
      const href = await desk.getByRole("link", { name: words }).first().getAttribute("href");
      return href?.split("/").at(-1) ?? "";
    };
    await expect(desk.getByRole("link", { name: "nine thousand crowns" })).toHaveCount(0);
    return {
      engineer: await idOf("moved four centimetres"),
      mayor: await idOf("has not moved at all"),
    };
  });
  await bringTo(
    "published",
    { publicId: ids.engineer },
    { reporter: reporter.actor, reviewer: reviewer.actor, editor: publisher.actor },
  );

  const reader = new StatementPage(page);
  expect(await reader.answers(ids.mayor)).toEqual(allAnswer(404));

  const review = new ReviewPage(await open(reviewer));
  await test.step("the reviewer takes it and judges it", async () => {
    await review.page.goto("/review?view=unassigned");
    await review.goto(ids.mayor);
    await review.press("Take it", "In review");
    await expect(review.page.getByRole("link", { name: "sourcing" }).first()).toBeVisible();
    await review.assess(FACETS, "Heard by two reporters in the room.");

    const form = await review.compareWith("centimetres", ids.engineer);
    await form.getByRole("radio", { name: /^Contradicts/ }).check();
    await form
      .getByLabel("Rationale")
      .fill("One says that the wall moved four centimetres, the other not at all.");
    await form.getByLabel("Why the two can be compared").fill("The same wall in the same week.");
    await form.getByText("Add evidence").click();
    await form.getByLabel("or an address").fill("https://courier.example/measurements");
    await form.getByLabel("Excerpt").fill("4.1 cm between Monday and Tuesday.");
    await form.getByRole("button", { name: "Confirm the relation" }).click();
    await expect(review.page.getByRole("region", { name: "Statement" })).toContainText("Contradicts");

    await review.verdict("Said?", "Confirmed", "Two reporters heard him.");
    await review.verdict("Faithful?", "Exact", "It agrees with both notebooks.");
    await review.verdict("In context?", "Complete", "The whole answer is printed.");
    await review.check({
      "Translation checked": "He spoke English.",
      "Speaker contacted": "He did not answer.",
    });
    await expect(review.blockers).toHaveText([]);
    await review.press("Submit for approval", "Submitted");
  });

  const decision = new ReviewPage(await open(editor));
  await test.step("the editor returns it with a comment", async () => {
    await decision.page.goto("/review?view=to_decide");
    await decision.goto(ids.mayor);
    await decision.page.getByText("Return it").first().click();
    const form = decision.form("What is to be changed");
    await form.getByLabel("What is to be changed").fill("Which meeting in the town hall was it?");
    await form.getByRole("button", { name: "Return it" }).click();
    await expect(decision.state).toHaveText("Changes requested");
  });

  await test.step("the reviewer answers, and submits it again", async () => {
    await review.goto(ids.mayor);
    await expect(review.page.getByText("Which meeting in the town hall was it?").first()).toBeVisible();
    await review.press("Take up the changes", "In review");
    await review.form("Write a comment").getByLabel("Comment").fill("The budget meeting of 12 May.");
    await review.form("Write a comment").getByRole("button").click();
    await review.saved("The comment is written");
    for (let open = 2; open > 0; open--) {
      const resolve = review.page.getByRole("button", { name: "Resolve" });
      await expect(resolve).toHaveCount(open);
      await resolve.first().click();
      await expect(resolve).toHaveCount(open - 1);
    }
    await review.press("Submit for approval", "Submitted");
  });

  await test.step("another editor approves and publishes", async () => {
    expect(await reader.answers(ids.mayor)).toEqual(allAnswer(404));
    await decision.goto(ids.mayor);
    await decision.press("Approve", "Approved");
    await decision.press("Publish", "Published");
    await expect(decision.page.getByText("Published, version 1")).toBeVisible();
  });

  await test.step("a visitor reads it beside what it competes with, and cites it", async () => {
    expect(await reader.answers(ids.mayor)).toEqual(allAnswer(200));
    await page.goto("/speakers");
    await page.goto(`/statements?q=${encodeURIComponent(mayor)}`);
    await page.getByRole("link", { name: "has not moved at all" }).first().click();
    await expect(page).toHaveURL(new RegExp(`/statements/${ids.mayor}$`));
    await expect(reader.competing).toContainText("Contradicts");
    await expect(reader.competing).toContainText("moved four centimetres");
    await expect(page.getByRole("region", { name: "Verdicts" })).toContainText("Two reporters heard him.");
    await expect(page.getByRole("region", { name: "Around it" })).toContainText("safe for ferries");

    if (withScripts) await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    for (const [style, sign] of CITATIONS) {
      const shown = await reader.citationIn(style);
      expect(shown).toMatch(sign);
      // a style may write the title with capitals
      expect(shown.toLowerCase()).toContain(title.toLowerCase());
      if (withScripts) expect(await reader.copied()).toBe(shown);
      if (withScripts) expect(await reader.copiedHtml()).toMatch(/<i[ >]/);
    }

    const ris = await reader.download("RIS");
    expect(ris.name).toBe(`${ids.mayor}.ris`);
    expect(ris.text).toMatch(/^TY {2}- /);
    expect(ris.text).toContain(address);
    const bib = await reader.download("BibTeX");
    expect(bib.name).toBe(`${ids.mayor}.bib`);
    expect(bib.text).toMatch(/^@\w+\{/);
    expect(bib.text).toContain("Amsel");
    const csl = await reader.download("CSL-JSON");
    expect(csl.name).toBe(`${ids.mayor}.csl.json`);
    expect(JSON.parse(csl.text)).toMatchObject([{ URL: address, title: expect.any(String) }]);
  });

  await test.step("and finds the speaker's page", async () => {
    await page.getByRole("main").getByRole("link", { name: mayor }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(mayor);
    await expect(page.getByRole("main")).toContainText("has not moved at all");
    await expect(page.getByRole("main")).toContainText(engineer);
  });
});

interface Article {
  readonly name: string;
  readonly text: string;
  /** Somebody whom the newsroom knows already, and a few words of theirs in the article. */
  readonly speaker: string;
  readonly words: string;
}

// a newsroom's own article, which is not ours to ship: read where it is at hand
const TALKS = path.join(import.meta.dirname, "../../shared/data/istanbul-talks.txt");

function article(): Article {
  if (existsSync(TALKS)) {
    const text = readFileSync(TALKS, "utf8");
    return { name: "istanbul-talks.txt", text, speaker: "Sami Yousafzai", words: "domestic popularity" };
  }
  const { text, engineer } = harbour();
  return { name: "harbour.txt", text, speaker: engineer, words: "moved four centimetres" };
}

const { name, text, speaker, words } = article();

test(`all that is found in ${name} is stored, and a known speaker's words are read on their page`, async ({
  open,
  hire,
  page,
  colleagues,
}) => {
  test.setTimeout(120_000);
  const reporter = await hire("reporter");
  const [known] = await findSpeakersByName(reporter.actor, speaker);
  const { slug } = known ?? (await createSpeaker(reporter.actor, { name: speaker, kind: "person" }));
  const draft = new DraftPage(await open(reporter));
  const own = ownWord();
  await draft.start(`${text}\n\nEnd of ${own}.\n`, {
    title: `Read to the end, ${own}`,
    outlet: "Lindmouth Courier",
    address: `https://courier.example/${own}`,
  });
  await expect(draft.proposal(words)).toContainText(speaker);
  await expect(draft.proposal(words)).toContainText(/Known speaker|the same name/);
  const found = await draft.proposals.getByRole("link", { name: /^Proposal \d+/ }).count();
  expect(found).toBeGreaterThan(4);
  await draft.acceptAll();
  await draft.store();
  await expect(draft.page.getByText(`${found} statements stored`)).toBeVisible();
  const href = await draft.page.getByRole("link", { name: words }).first().getAttribute("href");
  const publicId = href?.split("/").at(-1) ?? "";
  await bringTo("published", { publicId }, colleagues);

  await page.goto(`/speakers/${slug}`);
  await page.getByRole("main").locator(`a[href="/statements/${publicId}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`/statements/${publicId}$`));
  const statement = new StatementPage(page);
  expect((await statement.citationIn("APA")).toLowerCase()).toContain(`read to the end, ${own}`);
});

const CITATIONS = [
  ["Chicago", /2026/],
  ["APA", /\(2026/],
  ["MLA", /2026/],
] as const;

/** The harbour article with three names that no other test has. */
function harbour() {
  const own = ownWord();
  const named = (name: string) => `${name}${own}`;
  const text = readFileSync(path.join(import.meta.dirname, "texts/harbour.txt"), "utf8")
    .replaceAll("Ilvesen", named("Ilvesen"))
    .replaceAll("Brandeck", named("Brandeck"))
    .replaceAll("Pirell", named("Pirell"));
  return {
    text,
    engineer: `Marta ${named("Ilvesen")}`,
    mayor: `Tomas ${named("Brandeck")}`,
    ferrywoman: `Joana ${named("Pirell")}`,
  };
}
