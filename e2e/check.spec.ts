import type { Locator, Page } from "@playwright/test";
import { nextToProof } from "@/lib/checks";
import { getProof, markProof, startCheck } from "@/lib/checks/server";
import { db } from "@/lib/db/server";
import { expect, test } from "./fixtures";
import { capture, ownWord } from "./newsroom";

/** What a council said, and a draft about it: four sentences as they were said, ten with a fault each. */
const MINUTES = `Lindmouth council, open session, transcript

CHAIR AGDA HOLM: We will close the north bridge to lorries in winter, unless the frost comes late. I have never said that the closure is forever.

JON VALE: My drivers were told three weeks before. We can live with a short closure. Forty-two firms signed our letter to the council.

CHAIR AGDA HOLM: The county pays for the repair. The town pays for the signs. Nobody has asked for a toll.

RUTH AMSEL: Safety may improve if speeds are kept low. I doubt the figures that the county sent us.

The mood in the hall was close to anger, and the vote was put off until May.`;

const CLEAN = [
  "“We can live with a short closure,” said Jon Vale.",
  "“The county pays for the repair,” said Agda Holm, the chair.",
  "Ruth Amsel said: “I doubt the figures that the county sent us.”",
  "“Nobody has asked for a toll,” Holm said.",
];
const FAULTY = [
  "“Forty-four firms signed our letter to the council,” said Jon Vale.",
  "“We will close the north bridge to lorries in winter,” said Agda Holm.",
  "“Safety will improve if speeds are kept low,” said Ruth Amsel.",
  "“The closure is forever,” said Agda Holm.",
  "“Nobody has asked for a toll,” said Ruth Amsel.",
  "“The county pays for the signs,” said Agda Holm.",
  "“The mood in the hall was close to anger,” said Jon Vale.",
  "“My drivers heard of it only three weeks ahead of time,” said Jon Vale.",
  "“Our schools will open an hour later from Monday,” said Ruth Amsel.",
  "“We can live with a long closure,” said Jon Vale.",
];

const finding = (page: Page, words: string): Locator =>
  page.getByRole("region", { name: "What was found" }).getByRole("listitem").filter({ hasText: words });

// Next's announcer of pages is an alert too, outside of the page
const refusal = (page: Page): Locator => page.getByRole("main").getByRole("alert");

async function begin(page: Page, draft: string, notes: string): Promise<void> {
  await page.goto("/check");
  await page.getByLabel("Paste the draft").fill(draft);
  await page.getByLabel("Or paste notes").fill(notes);
  await page.getByLabel("Its own material alone").check();
  await page.getByRole("button", { name: "Check the draft" }).click();
  await page.waitForURL(/\/check\/chk-/);
}

test("ten faults among fourteen quotations are found, decided, kept over an edit and closed", async ({
  open,
  hire,
}) => {
  const editor = await hire("editor");
  const page = await open(editor);
  const own = ownWord();
  const mixed = FAULTY.flatMap((words, index) => [words, ...(CLEAN[index] ? [CLEAN[index]] : [])]);
  await begin(page, [`The bridge of ${own}`, ...mixed].join("\n\n"), MINUTES);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`The bridge of ${own}`);
  await expect(page.getByText("10 to look at")).toBeVisible();
  await expect(page.getByText("14 statements", { exact: true })).toBeVisible();
  await expect(finding(page, "forty-four").or(finding(page, "Forty-four"))).toContainText("Wording drift");
  await expect(finding(page, "Our schools will open")).toContainText("Not found");

  // each is decided in words that stay, in the view of what is open
  await page.getByRole("link", { name: "To look at 10" }).click();
  await expect(page.locator("[data-list-item]")).toHaveCount(10);
  for (let left = 10; left > 0; left--) {
    const item = page
      .getByRole("listitem")
      .filter({ has: page.getByText("Decide", { exact: true }) })
      .first();
    await item.getByText("Decide", { exact: true }).click();
    await item.getByLabel("In words").fill(`Heard on the recording, ${left}`);
    await item.getByRole("button", { name: /^Let it stand/ }).click();
    await expect(page.getByText(left === 1 ? "Nothing open" : `${left - 1} to look at`)).toBeVisible();
    await expect(page.locator("[data-list-item]")).toHaveCount(left === 1 ? 14 : left - 1);
  }
  await expect(page.getByText("Heard on the recording", { exact: false })).toHaveCount(10);

  // what was found and decided is taken along
  const address = page.url().replace(/[?#].*/u, "");
  const file = async (ending: string) => {
    const answer = await page.request.get(`${address}.${ending}`);
    expect(answer.status(), ending).toBe(200);
    return answer.body();
  };
  const json = JSON.parse((await file("json")).toString());
  expect(json.findings).toHaveLength(14);
  expect(json.decisions).toHaveLength(10);
  for (const { start, end, text } of json.findings) expect(json.text.slice(start, end)).toBe(text);
  expect((await file("csv")).toString().split("\r\n")).toHaveLength(16);
  expect((await file("html")).toString()).toContain("Forty-four firms");
  expect((await file("docx")).subarray(0, 2).toString()).toBe("PK");
  expect((await page.request.get(`${address}.pdf`)).status()).toBe(404);

  // one sentence is edited: it alone is open again
  await page.getByRole("link", { name: "Edit the draft" }).click();
  const text = page.getByRole("textbox", { name: "The draft" });
  await text.fill((await text.inputValue()).replace("Our schools", "All our schools"));
  await page.getByRole("button", { name: "Compare it" }).click();
  await expect(page.getByText("1 to look at")).toBeVisible();
  await expect(finding(page, "All our schools")).toContainText("Not found");

  await page.getByRole("button", { name: "Close the check" }).click();
  await expect(refusal(page)).toContainText("one finding is open");
  await page.getByLabel(/^Why it is closed/).fill("The page goes to press.");
  await page.getByRole("button", { name: "Close the check" }).click();
  await expect(page.getByText("The check is closed")).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit the draft" })).toHaveCount(0);
});

test("a long draft shows its findings in parts, and every number leads to its own", async ({
  open,
  colleagues,
}) => {
  const text = Array.from(
    { length: 130 },
    (_, at) => `“Barge ${ownWord()} was turned away at lock ${at + 1},” said Jon Vale.`,
  );
  const { checkId } = await startCheck(colleagues.reporter, {
    text: text.join("\n\n"),
    scope: "material",
    materials: [{ name: "log.txt", text: "Ruth Amsel: Nobody came." }],
  });
  const page = await open("reviewer");
  await page.goto(`/check/${checkId}`);
  const items = page.locator("[data-list-item]");
  await expect(items).toHaveCount(60);
  await page.getByRole("link", { name: "Next findings" }).click();
  await expect(page.getByText("Findings 61 to 120, part 2 of 3")).toBeVisible();
  await expect(items.first()).toContainText("lock 61");

  // from a number in the draft to its finding in another part, and from a decision to the next
  await page.goto(await linkOf(page, 120));
  await expect(items.last()).toContainText("lock 120");
  await items.last().getByText("Decide", { exact: true }).click();
  await items
    .last()
    .getByRole("button", { name: /^Put right/ })
    .click();
  await expect(items).toHaveCount(10);
  await expect(items.first()).toContainText("lock 121");
});

/** Where the number of a finding leads from the draft. */
async function linkOf(page: Page, number: number): Promise<string> {
  const href = await page.locator(`#t${number}`).getAttribute("href");
  return new URL(href ?? "", page.url()).href;
}

test("the words of a finding are captured from its material, with who says them, and a colleague is asked", async ({
  open,
  hire,
}) => {
  const asked = await hire("editor");
  const page = await open("reporter");
  const own = ownWord();
  await begin(page, `${FAULTY[0]}\n\nOf ${own}.`, `${MINUTES}\n\nKept at ${own}.`);
  const item = finding(page, "forty-four").or(finding(page, "Forty-four"));
  await page.getByText("What the labels say").click();
  await expect(page.getByRole("definition").filter({ hasText: "words or numbers differ" })).toBeVisible();
  await item.getByText("Decide", { exact: true }).click();
  await item.getByLabel("In words").fill("Were there 42 on the list?");
  await item.getByLabel("Colleague who is asked").fill(asked.name);
  await item.getByRole("button", { name: /^Ask/ }).click();
  await expect(item).toContainText(`Asked of ${asked.name}`);
  const check = new URL(page.url()).pathname;

  await item.getByRole("button", { name: /^Capture as a statement/ }).click();
  await page.waitForURL(/\/import\/imp-.*at=\d+/);
  const proposal = page
    .getByRole("listitem")
    .filter({ hasText: "Forty-two firms" })
    .and(page.locator("[aria-current]"));
  await expect(proposal).toContainText("Forty-two firms signed our letter to the council");
  await expect(proposal).toContainText(/jon vale/iu);
  expect(await db.source.count({ where: { editions: { some: { text: { contains: own } } } } })).toBe(0);

  const colleague = await open(asked);
  await colleague.getByRole("link", { name: "1 finding that a colleague asks you about" }).click();
  await expect(colleague.getByText("1 asked of you")).toBeVisible();
  await colleague.locator(`a[href="${check}"]`).click();
  await expect(finding(colleague, "orty-four")).toContainText("Asked of you");
});

test("a check says that a quotation was changed since, and what that means", async ({ open, colleagues }) => {
  const page = await open("reporter");
  const kept = await capture(colleagues.reporter);
  await page.goto("/check");
  await page.getByLabel("Paste the draft").fill(`${kept.wording} said ${kept.speaker.name} on Monday.`);
  await page.getByRole("button", { name: "Check the draft" }).click();
  await page.waitForURL(/\/check\/chk-/);
  await expect(page.getByText("Nothing open")).toBeVisible();
  await db.statement.update({
    where: { publicId: kept.publicId },
    data: { state: "retracted", version: { increment: 1 } },
  });
  await page.reload();
  await expect(page.getByText("1 quotation changed since it was compared")).toBeVisible();
  await page.getByRole("button", { name: "Compare again" }).click();
  await expect(page.getByText("1 to look at")).toBeVisible();
  await expect(finding(page, "no lorries")).toContainText("Since corrected, retracted or reversed");
});

test("the words of a draft are accounted for, and what is asked stands on the call sheet", async ({
  open,
}) => {
  const page = await open("reviewer");
  const own = ownWord();
  await begin(page, `The bridge of ${own} is shut. It opened in 1931.\n\n${CLEAN[0]}`, MINUTES);
  await page.getByRole("link", { name: "Proof sheet" }).click();
  await expect(page.getByText(/words? of \d+ are not accounted for/)).toBeVisible();
  const form = page.getByRole("form", { name: "Say what it is" });
  await form.getByRole("button", { name: /^Verified/ }).click();
  await expect(refusal(page)).toContainText("Say what shows it");
  // what has a number is asked first
  const sentence = page.getByRole("region", { name: "This sentence" });
  await expect(sentence).toContainText("It opened in 1931");
  await form.getByLabel("In words").fill("Who says 1931? It is not “known” to me.");
  await form.getByRole("button", { name: /^Query/ }).click();
  await expect(sentence).not.toContainText("It opened in 1931");
  await form.getByLabel("What shows it").fill("the county’s notice of 3 May");
  await form.getByRole("button", { name: /^Verified/ }).click();
  await expect(page.getByRole("link", { name: "It opened in 1931" })).toBeVisible();
  await page.getByRole("link", { name: "Call sheet" }).click();
  await expect(page.getByRole("main")).toContainText(
    "Who says 1931? It is not (the words in the draft) to me.",
  );
  await expect(page.getByRole("main")).not.toContainText("live with a short closure");
});

test("whoever says what a colleague said of a sentence meanwhile is told so, and keeps what they typed", async ({
  open,
  colleagues,
  withScripts,
}) => {
  const page = await open("editor");
  const draft = `The bridge of ${ownWord()} is shut. It opened in 1931.`;
  const { checkId } = await startCheck(colleagues.reporter, { text: draft, scope: "material" });
  await page.goto(`/check/${checkId}/proof`);
  // a page without scripts hears no key, and shows none
  await expect(page.locator("kbd[aria-hidden]").filter({ visible: withScripts }).first()).toBeAttached();
  if (!withScripts) await expect(page.locator("kbd[aria-hidden]").filter({ visible: true })).toHaveCount(0);
  const form = page.getByRole("form", { name: "Say what it is" });
  const words = `Who says 1931? Not ${ownWord()}.`;
  await form.getByLabel("In words").fill(words);
  const { proof } = await getProof(colleagues.reporter, checkId);
  await markProof(colleagues.reviewer, {
    ...{ checkId, sentenceKey: nextToProof(proof.sentences, null)?.key ?? "", state: "opinion" },
    ...{ note: "", evidence: "", wording: "", startUtf16: undefined, version: 0 },
  } as Parameters<typeof markProof>[1]);
  await form.getByRole("button", { name: /^Query/ }).click();
  await expect(page.getByText("A colleague said something of this sentence").first()).toBeVisible();
  await page.goto("/account/typed");
  await expect(page.getByText(words)).toBeVisible();
});

test("words over which a pointer is drawn are those that are said to be something, and no sentence is opened by it", async ({
  open,
  colleagues,
  withScripts,
}) => {
  test.skip(!withScripts, "a page without scripts takes typed words");
  const page = await open("editor");
  const draft = `The bridge of ${ownWord()} was opened in 1931 by two sisters. It is shut.`;
  const { checkId } = await startCheck(colleagues.reporter, { text: draft, scope: "material" });
  await page.goto(`/check/${checkId}/proof`);
  await page.waitForLoadState("networkidle");
  const [left, right, middle] = await page
    .locator("[data-reader] a")
    .first()
    .evaluate((link) => {
      const words = document.createRange();
      const [text] = [...link.childNodes].flatMap((node) =>
        node.nodeType === 3 ? node : [...node.childNodes],
      );
      if (!text) throw new Error("no words");
      words.setStart(text, 0);
      words.setEnd(text, "The bridge".length);
      const { left: from, right: to, top, bottom } = words.getBoundingClientRect();
      return [from, to, (top + bottom) / 2] as const;
    });
  await page.mouse.move(left + 1, middle);
  await page.mouse.down();
  await page.mouse.move(right, middle, { steps: 5 });
  await page.mouse.up();
  await expect(page.locator("textarea[name$=wording]")).toHaveValue("The bridge");
  expect(new URL(page.url()).search).toBe("");
});

test("what cannot be compared is refused, and all that was typed comes back", async ({ open }) => {
  const page = await open("reporter");
  await page.goto("/check");
  await page.getByLabel("Or paste notes").fill("Only notes.");
  await page.getByRole("button", { name: "Check the draft" }).click();
  await expect(refusal(page)).toContainText("There is no draft yet");
  await expect(page.getByLabel("Or paste notes")).toHaveValue("Only notes.");
  // a file that holds nothing would count as compared
  const nothing = { name: "nothing.txt", mimeType: "text/plain", buffer: Buffer.from("") };
  await page.getByLabel("Paste the draft").fill("“No,” he said.");
  await page.getByLabel("Choose or drop files").setInputFiles(nothing);
  await page.getByRole("button", { name: "Check the draft" }).click();
  await expect(refusal(page)).toContainText("nothing.txt: ");
  await page.getByLabel("Choose or drop files").setInputFiles([]);
  await page.getByLabel("One story").check();
  await page.getByRole("button", { name: "Check the draft" }).click();
  await expect(refusal(page)).toContainText("Choose the story");
  await expect(page.getByLabel("Paste the draft")).toHaveValue("“No,” he said.");
  await expect(page.getByLabel("One story")).toBeChecked();
});
