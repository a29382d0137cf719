import type { Page } from "@playwright/test";
import { db } from "@/lib/db/server";
import { rejectRelation, relateStatements } from "@/lib/relations/server";
import { getStatement } from "@/lib/statements/server";
import { giveVerdict } from "@/lib/verdicts/server";
import { expect, test } from "./fixtures";
import { bringTo, capture, ownWord } from "./newsroom";
import { DraftPage } from "./pages/draft-page";
import { answersScripts } from "./typed/ways";

/**
 * An answer, or a page that is drawn anew because a colleague saved, moves nothing under the hand of whoever is at work:
 * no fold closes, no caret goes elsewhere, and nothing typed about one thing stands in the form of another.
 */

const REASON = "Because the recording says otherwise, as both of them know.";
const part = (page: Page, name: string) => page.getByRole("form", { name, exact: true });

/** Holds back the answers to forms until it is called. */
async function holdAnswers(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/*", async (route) => {
    const isForm = route.request().method() === "POST" && !route.request().url().includes("/typed/");
    if (isForm) await released;
    await route.continue();
  });
  return release;
}

test("on the desk of an import a fold stays as it was left, and whoever writes elsewhere goes on", async ({
  open,
  hire,
}) => {
  // somebody of their own: what a shared reporter typed elsewhere is offered again on the page of imports
  const draft = new DraftPage(await open(await hire("reporter")));
  const { page } = draft;
  const own = ownWord();
  await draft.start(
    `“The lock at ${own} is shut,” said Jon Vale, its keeper. “It will open again,” Vale said. “We wait,” said Ada Quill.`,
    { title: `The lock at ${own}` },
  );
  const form = part(page, "Proposal 1");
  const fold = form.locator("details", { hasText: "Words, occasion and context" });
  await expect(fold).not.toHaveAttribute("open");
  await form.getByText("Words, occasion and context").click();
  const shorter = form.getByRole("button", { name: "End one word earlier" });
  await shorter.focus();
  await page.keyboard.press("Enter");
  await expect(form.getByText("ends is", { exact: true })).toBeVisible();
  await expect(fold).toHaveAttribute("open");
  await expect(shorter).toBeFocused();

  // the next proposal takes over when the answer comes, but not the caret of who is writing below
  const release = await holdAnswers(page);
  await form.getByRole("button", { name: "Accept", exact: true }).click();
  const words = part(page, "Add a statement that was not found").getByLabel("Words of the statement");
  await page.getByText("Add a statement that was not found").click();
  await words.pressSequentially("It will ");
  release();
  await expect(part(page, "Proposal 2")).toBeVisible();
  await words.pressSequentially("open again", { delay: 10 });
  await expect(words).toHaveValue("It will open again");
  await expect(words).toBeFocused();
});

test("in a review a colleague's verdict closes no fold, and an answer takes no caret away", async ({
  open,
  colleagues,
}) => {
  const page = await open("editor");
  const kept = await capture(colleagues.reporter);
  await bringTo("taken", kept, colleagues);
  await page.goto(`/review/${kept.publicId}`);
  await answersScripts(page);
  const reasons = part(page, "Verdict: Said?").getByLabel(/^Reasons/);
  await reasons.fill("The recording");
  const { version } = await getStatement(colleagues.editor, kept.publicId);
  await giveVerdict(colleagues.reviewer, {
    ...{ statementId: kept.publicId, version, axis: "said", value: "confirmed", reasons: REASON },
  });
  const release = await holdAnswers(page);
  const comment = part(page, "Write a comment");
  await comment.getByLabel("Comment").fill("Which meeting was it?");
  await comment.getByRole("button", { name: "Write the comment" }).click();
  await reasons.focus();
  await page.keyboard.press("End");
  await page.keyboard.type(" has");
  release();
  await comment.getByText("The comment is written").waitFor();
  await page.keyboard.type(" it.");
  await expect(reasons).toHaveValue("The recording has it.");
  await expect(reasons).toBeVisible();

  // nor from who ticks
  const releaseAgain = await holdAnswers(page);
  await comment.getByLabel("Comment").fill("And in which room?");
  await comment.getByRole("button", { name: "Write the comment" }).click();
  const check = part(page, "Checklist").getByRole("checkbox").first();
  await check.focus();
  releaseAgain();
  await page.getByText("And in which room?").first().waitFor();
  await expect(comment.getByLabel("Comment")).toHaveValue("");
  await page.keyboard.press("Space");
  await expect(check).toBeFocused();
  await expect(check).toBeChecked();
});

test("what is typed about a pair of the queue never stands in the form of the next, nor is it lost", async ({
  hire,
  open,
  colleagues,
}) => {
  const person = await hire("reviewer");
  const page = await open(person);
  const ids: string[] = [];
  const { speaker } = await capture(colleagues.reporter);
  for (let pair = 0; pair < 2; pair++) {
    const [from, to] = [await capture(colleagues.reporter), await capture(colleagues.reporter)];
    const { publicId } = await relateStatements(colleagues.reviewer, {
      ...{ type: "contradicts", fromId: from.publicId, toId: to.publicId },
      ...{ rationale: REASON, comparability: "One bridge, one winter.", state: "suggested" },
    });
    ids.push(publicId);
    // a queue of one's own
    await db.statement.updateMany({
      where: { publicId: { in: [from.publicId, to.publicId] } },
      data: { speakerId: (await db.speaker.findUniqueOrThrow({ where: { slug: speaker.slug } })).id },
    });
  }
  await page.goto(`/contradictions?open&speaker=${speaker.slug}`);
  await answersScripts(page);
  const article = (id = "") => page.locator(`article[id="${id}"]`);
  await article(ids[0]).getByText("Reject it", { exact: true }).click();
  await part(page, "Reject")
    .getByLabel("Why it does not hold")
    .fill("They speak of two bridges, as it seems.");
  await rejectRelation(colleagues.editor, { id: ids[0] ?? "", version: 1, reason: REASON });
  await page.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(article(ids[1])).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Why it does not hold" }).first()).toHaveValue("");
  await expect(page.getByText("What you typed here is kept")).toBeVisible();
});

test("what was typed a moment before a link was followed is kept", async ({ hire, open, colleagues }) => {
  const person = await hire("reporter");
  const page = await open(person);
  const kept = await capture(colleagues.reporter);
  await bringTo("taken", kept, colleagues);
  await page.goto(`/review/${kept.publicId}`);
  await answersScripts(page);
  const text = `A moment before: ${ownWord()}`;
  await part(page, "Write a comment")
    .getByLabel("Comment")
    .evaluate((field, words) => {
      (field as HTMLTextAreaElement).value = words;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      document.querySelector<HTMLElement>("header a[href='/']")?.click();
    }, text);
  await page.waitForURL((url) => url.pathname === "/");
  await expect
    .poll(async () =>
      (await db.formDraft.findMany({ where: { userId: person.actor.id } })).map(({ values }) => values),
    )
    .toEqual([expect.stringContaining(text)]);
});

test("no letter is lost between the coming of an answer and its drawing", async ({
  hire,
  open,
  colleagues,
}) => {
  const page = await open(await hire("reporter"));
  const kept = await capture(colleagues.reporter);
  await bringTo("taken", kept, colleagues);
  await page.goto(`/review/${kept.publicId}`);
  await answersScripts(page);
  const comment = part(page, "Write a comment");
  // one answer refuses, one stores
  for (const begun of ["", "Which meeting was it?"]) {
    const field = comment.getByLabel("Comment");
    const release = await holdAnswers(page);
    await field.fill(begun);
    await comment.getByRole("button", { name: "Write the comment" }).click();
    await field.focus();
    // a letter whenever the browser has a moment, until well after the answer is drawn
    const typing = page.evaluate(async () => {
      const id = document.activeElement?.id ?? "";
      const now = () => document.getElementById(id) as HTMLTextAreaElement;
      const first = now();
      const before = first.value;
      let typed = "";
      const type = () => {
        const letter = String.fromCharCode(97 + (typed.length % 26));
        typed += letter;
        const { value } = now();
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(
          now(),
          value + letter,
        );
        now().dispatchEvent(new Event("input", { bubbles: true }));
      };
      const { port1, port2 } = new MessageChannel();
      let left = 40;
      const until = Date.now() + 20_000;
      while (left > 0 && Date.now() < until) {
        type();
        if (now() !== first) left--;
        // sooner than any timer, so that a drawing in slices has letters between them
        await new Promise((resolve) => {
          port1.onmessage = resolve;
          port2.postMessage(null);
        });
      }
      return { before, typed };
    });
    release();
    const { before, typed } = await typing;
    expect(typed.length).toBeGreaterThan(40);
    const stands = await field.inputValue();
    expect([before + typed, typed]).toContain(stands);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(stands);
  }
});

test("what the page before handed on takes no place of what is typed as it comes", async ({
  hire,
  open,
  colleagues,
}) => {
  const page = await open(await hire("reporter"));
  const { publicId } = await capture(colleagues.reporter);
  await page.goto(`/review/${publicId}`);
  await answersScripts(page);
  const field = part(page, "Write a comment").getByLabel("Comment");
  // what a page sends as it is left comes too late
  await page.route("**/typed/keep", (route) =>
    route.request().resourceType() === "ping" ? route.abort() : route.continue(),
  );
  await field.fill("Left");
  // the next page asks whether that is stored by now, and somebody types before what it is told is drawn
  await page.addInitScript(() => {
    const ask = window.fetch;
    window.fetch = async (...asked) => {
      const answer = await ask(...asked);
      const { dataset } = document.documentElement;
      if (asked[0] !== "/typed/keep" || dataset.typed) return answer;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const comment = document.querySelector<HTMLTextAreaElement>(
          '[aria-label="Write a comment"] textarea',
        );
        comment?.setRangeText(" and typed", comment.value.length, comment.value.length);
        comment?.dispatchEvent(new Event("input", { bubbles: true }));
        dataset.typed = comment?.value;
      };
      port2.postMessage(null);
      return answer;
    };
  });
  await page.reload();
  const typed = page.locator("html[data-typed]");
  await expect(field).toHaveValue((await typed.getAttribute("data-typed")) ?? "");
  await expect(field).toHaveValue(/ and typed$/);
});

test("without scripts an answer hides in no fold, and going back brings what was typed", async ({
  browser,
  staff,
  colleagues,
}) => {
  const { state } = await staff("reporter");
  const context = await browser.newContext({ storageState: state, javaScriptEnabled: false });
  const page = await context.newPage();
  const { source } = await capture(colleagues.reporter);
  await page.goto(`/sources/${source.publicId}/edit`);
  await part(page, "Edit a source").getByLabel("Author", { exact: true }).fill("Typed and left");
  await page.getByRole("banner").getByRole("link", { name: "Verbatim" }).first().click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goBack();
  await expect(part(page, "Edit a source").getByLabel("Author", { exact: true })).toHaveValue(
    "Typed and left",
  );

  const draft = new DraftPage(page);
  await draft.start("“The lock is shut,” said Jon Vale, its keeper.");
  await page.getByText("Where it was published").first().click();
  const about = part(page, "Where it was published");
  await about.getByLabel("Date published").fill("some day");
  await about.getByRole("button", { name: "Save" }).click();
  await expect(about.getByRole("alert")).toBeVisible();
  await expect(about.getByLabel("Date published")).toHaveValue("some day");
  await context.close();
});
