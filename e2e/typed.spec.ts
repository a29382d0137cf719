import type { Locator, Page } from "@playwright/test";
import { db } from "@/lib/db/server";
import { expect, test } from "./fixtures";
import { bringTo, type Colleagues, capture, ownWord } from "./newsroom";
import { FORMS } from "./typed/forms";
import { answersScripts, button, unfold, WAYS } from "./typed/ways";

/**
 * Nothing typed is ever lost. Here are one form with all its ways of losing what is typed, and what only a page of many
 * forms can lose; every other form goes through the same place, which `npm run bench -- typed` tries one by one.
 */

async function reviewOf(colleagues: Colleagues): Promise<string> {
  const kept = await capture(colleagues.reporter);
  await bringTo("taken", kept, colleagues);
  return `/review/${kept.publicId}`;
}

const part = (page: Page, name: string): Locator => page.getByRole("form", { name, exact: true });
const noteOf = (page: Page) => part(page, "Sourcing").getByLabel("Note", { exact: true });
const commentOf = (page: Page) => part(page, "Write a comment").getByLabel("Comment");
const reasonsOf = (page: Page) => part(page, "Verdict: Said?").getByLabel(/^Reasons/);

test("what is typed is on the next page, also when that is drawn before the server has kept it", async ({
  open,
  colleagues,
}) => {
  const page = await open("reporter");
  await page.goto(await reviewOf(colleagues));
  await answersScripts(page);
  await unfold(page);
  // it never arrives
  await page.route("**/typed/keep", (route) => route.abort());
  const text = `The second sentence says otherwise, ${ownWord()}.`;
  await commentOf(page).fill(text);
  await page.reload();
  await expect(commentOf(page)).toHaveValue(text);
  // and goes with one step only
  await page.goto("/stories");
  await page.evaluate(() => sessionStorage.clear());
});

test("one form in two windows holds two texts, and neither takes the other's place", async ({
  open,
  colleagues,
}) => {
  const first = await open("editor");
  const second = await first.context().newPage();
  const path = await reviewOf(colleagues);
  const own = ownWord();
  for (const page of [first, second]) {
    await page.goto(path);
    await answersScripts(page);
  }
  for (const [page, text] of [
    [first, `Who was in the room in ${own}?`],
    [second, `Which bridge in ${own}?`],
  ] as const) {
    const arrived = page.waitForResponse("**/typed/keep");
    await commentOf(page).fill(text);
    await arrived;
  }
  await second.close();
  await first.goto("about:blank");

  await first.goto(path);
  await answersScripts(first);
  // a window goes on with its own
  await expect(commentOf(first)).toHaveValue(`Who was in the room in ${own}?`);
  const comment = part(first, "Write a comment");
  await expect(comment.getByText("You typed something else into this form in another window")).toBeVisible();
  await comment.getByRole("link", { name: "read it, take it up or discard it" }).click();
  await expect(first.getByText(`Which bridge in ${own}?`)).toBeVisible();
  await first.getByRole("link", { name: "Take it up" }).click();
  await answersScripts(first);
  await expect(commentOf(first)).toHaveValue(`Which bridge in ${own}?`);
  await comment.getByRole("button", { name: "Write the comment" }).click();
  await first.getByText("The comment is written").waitFor();
  // what is stored is gone, and the other waits
  await first.goto(path);
  await expect(commentOf(first)).toHaveValue(`Who was in the room in ${own}?`);
  await expect(comment.getByText("in another window")).toBeHidden();
});

test("storing an import asks for what is typed and not saved", async ({ open, hire }) => {
  // somebody of their own: what a shared reporter typed elsewhere is offered again on the page of imports
  const page = await open(await hire("reporter"));
  const own = ownWord();
  await page.goto("/import");
  await page.getByLabel("Paste the article").fill(`“The lock at ${own} is shut,” said Jon Vale, its keeper.`);
  await page.getByLabel("Title").fill(`The lock at ${own}`);
  await page.getByRole("button", { name: "Find statements" }).click();
  await page.waitForURL(/\/import\/./);
  const proposal = part(page, "Proposal 1");
  await proposal.getByRole("button", { name: "Accept", exact: true }).last().click();
  await expect(page.getByRole("button", { name: /^Store 1 accepted/ })).toBeEnabled();
  // the last one that waited folds when it is decided
  await page.getByRole("link", { name: "Edit proposal 1" }).click();
  await proposal.waitFor();
  await unfold(page);
  await proposal.getByLabel("Told to").fill("the council");
  await page.getByRole("button", { name: /^Store 1 accepted/ }).click();
  await expect(page.getByText("Something is typed and not saved in proposal 1.")).toBeVisible();
  await expect(proposal.getByLabel("Told to")).toHaveValue("the council");
  await proposal.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: /^Store 1 accepted/ }).click();
  await page.waitForURL(/\/sources\/.*stored=1/);
});

const COMMENT = FORMS.find(({ form }) => form === "Write a comment");
const FEW = ["the session ended", "an upgrade took the action away", "a link, and Back"];

for (const hasScripts of [true, false]) {
  test(`a comment outlives what may happen on the way, ${hasScripts ? "with" : "without"} scripts`, async ({
    browser,
    staff,
    colleagues,
  }) => {
    if (!COMMENT) throw new Error("no such form");
    const { person, state } = await staff("editor");
    const context = await browser.newContext({ storageState: state, javaScriptEnabled: hasScripts });
    const page = await context.newPage();
    const path = await reviewOf(colleagues);
    for (const way of FEW) {
      await test.step(way, async () => {
        const text = `${way}: ${ownWord()}`;
        const open = async () => {
          await page.goto(path);
          await answersScripts(page);
          await unfold(page);
        };
        await db.formDraft.deleteMany({ where: { userId: person.actor.id } });
        await open();
        await commentOf(page).fill(text);
        await WAYS[way]?.({
          ...{ one: COMMENT, path, userId: person.actor.id, role: "editor", text, colleagues, page, open },
          ...{
            withScripts: hasScripts,
            form: () => part(page, "Write a comment"),
            field: () => commentOf(page),
          },
          stands: () => expect(commentOf(page)).toHaveValue(text),
          press: () => button(part(page, "Write a comment"), COMMENT).click(),
          type: (words) => commentOf(page).fill(words),
        });
        await expect(commentOf(page)).toHaveValue(text);
        await page.unrouteAll();
      });
    }
    await context.close();
  });
}

test("sending one form of the review leaves what is typed in the others", async ({ open, colleagues }) => {
  const page = await open("editor");
  await page.goto(await reviewOf(colleagues));
  await unfold(page);
  const faithful = part(page, "Verdict: Faithful?").getByRole("radio").first();
  await reasonsOf(page).fill("The recording has it.");
  await faithful.check();
  await noteOf(page).fill("He was in the room.");
  const areKept = async () => {
    await expect(reasonsOf(page)).toHaveValue("The recording has it.");
    await expect(faithful).toBeChecked();
    await expect(noteOf(page)).toHaveValue("He was in the room.");
  };

  await commentOf(page).fill("Which meeting was it?");
  await part(page, "Write a comment").getByRole("button", { name: "Write the comment" }).click();
  await page.getByText("Which meeting was it?").waitFor();
  await page.getByText("The comment is written").waitFor();
  await areKept();

  await page.getByLabel("Find the other statement by words or speaker").fill("harbour");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await page
    .getByRole("button", { name: /^Compare/ })
    .first()
    .click();
  await part(page, "Relate the two statements")
    .getByLabel(/^Rationale/)
    .fill("Both speak of one bridge.");
  await areKept();
});

test("one press saves what is typed in every form, tells each refusal at its form and keeps it", async ({
  browser,
  staff,
  colleagues,
}) => {
  for (const hasScripts of [true, false]) {
    await test.step(`${hasScripts ? "with" : "without"} scripts`, async () => {
      const { state } = await staff("editor");
      const context = await browser.newContext({ storageState: state, javaScriptEnabled: hasScripts });
      const page = await context.newPage();
      await page.goto(await reviewOf(colleagues));
      await answersScripts(page);
      await unfold(page);
      const own = ownWord();
      for (const axis of ["Said?", "Faithful?"]) {
        await part(page, `Verdict: ${axis}`).getByRole("radio").first().check();
        await part(page, `Verdict: ${axis}`)
          .getByLabel(/^Reasons/)
          .fill(`The recording of ${own} has it.`);
      }
      await commentOf(page).fill(`Which meeting in ${own}?`);
      await noteOf(page).fill(`He was in ${own}.`);
      await part(page, "Why it is declined").getByLabel("Why it is declined").fill("Perhaps.");
      const bar = page.getByRole("region", { name: "Not saved" });
      if (hasScripts) {
        await expect(bar).toContainText(
          "5 unsaved: Why it is declined, Sourcing, Verdict: Said?, Verdict: Faithful?, Write a comment",
        );
        await bar.getByRole("button", { name: "Save all 4" }).click();
      } else await bar.getByRole("button", { name: "Save all that is typed" }).click();
      await expect(bar).toContainText("3 saved, not saved: Sourcing");
      await expect(part(page, "Sourcing").getByRole("alert").getByRole("link")).toHaveCount(7);
      await expect(noteOf(page)).toHaveValue(`He was in ${own}.`);
      await expect(part(page, "Why it is declined").getByRole("textbox")).toHaveValue("Perhaps.");
      await page.getByText(`Which meeting in ${own}?`).waitFor();
      await expect(page.getByRole("link", { name: "Verdicts 2 of 3" })).toBeVisible();
      await context.close();
    });
  }
});

test("what is typed while a save is on its way, or before the scripts came, stands afterwards", async ({
  open,
  colleagues,
}) => {
  const page = await open("editor");
  const path = await reviewOf(colleagues);
  // the scripts are late
  let release = () => {};
  const late = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  await commentOf(page).fill("Typed before the scripts.");
  release();
  await answersScripts(page);
  await page.unrouteAll();
  await expect(commentOf(page)).toHaveValue("Typed before the scripts.");

  // the answer is late
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() === "POST") await answered;
    await route.continue();
  });
  await part(page, "Write a comment").getByRole("button", { name: "Write the comment" }).click();
  await commentOf(page).fill("Typed after it.");
  answer();
  await page.getByText("The comment is written").waitFor();
  await expect(commentOf(page)).toHaveValue("Typed after it.");
  await expect(commentOf(page)).toBeFocused();
  await part(page, "Write a comment").getByRole("button", { name: "Write the comment" }).click();
  await expect(commentOf(page)).toHaveValue("");
  const comments = await db.reviewComment.findMany({
    where: { review: { statement: { publicId: path.slice("/review/".length) } } },
    orderBy: { id: "asc" },
  });
  expect(comments.map(({ body }) => body)).toEqual(["Typed before the scripts.", "Typed after it."]);
});

test("one sending that arrives twice is one comment, and the page says so", async ({ open, colleagues }) => {
  const page = await open("editor");
  const path = await reviewOf(colleagues);
  await page.goto(path);
  await commentOf(page).fill("Once only.");
  // the answer gets lost after the work was done
  let isLost = false;
  await page.route(`**${path}`, async (route) => {
    if (route.request().method() !== "POST" || isLost) return route.continue();
    isLost = true;
    await route.fetch();
    await route.fetch();
    return route.continue();
  });
  await part(page, "Write a comment").getByRole("button", { name: "Write the comment" }).click();
  await page.getByText(/^This had been stored already at \d\d:\d\d UTC$/).waitFor();
  const publicId = path.slice("/review/".length);
  const stored = { body: "Once only.", review: { statement: { publicId } } };
  expect(await db.reviewComment.count({ where: stored })).toBe(1);
});
