import type { Page } from "@playwright/test";
import { db } from "@/lib/db/server";
import { WAS, writeWas } from "@/lib/forms";
import { assessSourcing, latestSourcing } from "@/lib/sourcing/server";
import { getStatement } from "@/lib/statements/server";
import { expect, test } from "./fixtures";
import { bringTo, capture, ON_RECORD, ownWord } from "./newsroom";
import { DraftPage } from "./pages/draft-page";
import { ReviewPage } from "./pages/review-page";
import { answersScripts } from "./typed/ways";

const TOLD = "A colleague saved this first";
const told = (page: Page) => page.getByRole("alert").filter({ hasText: TOLD });

test("two reviewers save one assessment: the second is told, and neither loses a word", async ({
  open,
  hire,
  colleagues,
}) => {
  const kept = await capture(colleagues.reporter);
  await bringTo("taken", kept, colleagues);
  const { version } = await getStatement(colleagues.editor, kept.publicId);
  await assessSourcing(colleagues.reviewer, { statementId: kept.publicId, version, ...ON_RECORD });

  const notes = ["She wrote it down in the room.", "He has it from the minutes."] as const;
  const first = new ReviewPage(await open(await hire("reviewer")));
  const second = new ReviewPage(await open(await hire("reviewer")));
  const noteOf = ({ page }: ReviewPage) =>
    page.getByRole("form", { name: "Sourcing" }).getByLabel("Note", { exact: true });
  const save = ({ page }: ReviewPage) => page.getByRole("button", { name: "Save sourcing" }).click();
  for (const [index, review] of [first, second].entries()) {
    await review.goto(kept.publicId);
    await noteOf(review).fill(notes[index] ?? "");
    await review.form("Sourcing").getByRole("group", { name: "Proximity" }).getByLabel("Second hand").check();
  }
  await save(first);
  await first.saved("The sourcing is saved");
  await save(second);

  await expect(told(second.page)).toBeVisible();
  await expect(noteOf(second)).toHaveValue(notes[1]);
  await expect(second.form("Sourcing").getByLabel("Second hand")).toBeChecked();
  expect((await latestSourcing(colleagues.editor, kept.publicId))?.note).toBe(notes[0]);

  await save(second);
  await expect(told(second.page)).toBeVisible();
  expect(
    (await latestSourcing(colleagues.editor, kept.publicId))?.note,
    "a second press overwrites nothing",
  ).toBe(notes[0]);

  await second.page.getByLabel("I have seen it: save mine over it").check();
  await save(second);
  await second.saved("The sourcing is saved");
  expect((await latestSourcing(colleagues.editor, kept.publicId))?.note).toBe(notes[1]);
});

test("two reviewers take a position on one claim: the second is told, and saves over it when they have seen it", async ({
  open,
  hire,
  colleagues,
}) => {
  const kept = await capture(colleagues.reporter);
  await bringTo("taken", kept, colleagues);
  const claim = `Lorries cross ${ownWord()} in winter.`;
  const pages = [await open(await hire("reviewer")), await open(await hire("reviewer"))] as const;
  const fillIn = async (page: Page, stance: string) => {
    const form = page.getByRole("form", { name: "Position on a claim" });
    if (!(await form.isVisible())) await page.getByText("Take a position on a claim").click();
    await form.getByLabel("Claim", { exact: true }).fill(claim);
    await form.getByLabel(stance).check();
    return form.getByRole("button", { name: "Save the position" });
  };
  const standing = async () =>
    (await db.position.findMany({ where: { claim: { proposition: claim }, supersededAt: null } })).map(
      ({ stance }) => stance,
    );
  for (const page of pages) await page.goto(`/review/${kept.publicId}`);
  const [first, second] = pages;
  await (await fillIn(first, "Asserts")).click();
  await expect.poll(standing).toEqual(["asserts"]);
  const save = await fillIn(second, "Denies");
  await save.click();
  await expect(told(second)).toBeVisible();
  // the words of the first press still stand there; its button has its name again when the second answer is drawn
  await save.click();
  await expect(save).toBeEnabled();
  await expect(told(second)).toBeVisible();
  expect(await standing(), "a second press overwrites nothing").toEqual(["asserts"]);
  await second.getByLabel("I have seen it: save mine over it").check();
  await save.click();
  await expect.poll(standing).toEqual(["denies"]);
  // stored and drawn: the form is empty again
  await expect(
    second.getByRole("form", { name: "Position on a claim" }).getByLabel("Claim", { exact: true }),
  ).toHaveValue("");
  // one's own is no colleague's
  await (await fillIn(second, "Doubts")).click();
  await expect.poll(standing).toEqual(["doubts"]);
});

test("two people save one statement at the same moment: one of them is told", async ({
  open,
  hire,
  colleagues,
}) => {
  const kept = await capture(colleagues.reporter);
  const pages = [await open(await hire("reporter")), await open(await hire("editor"))] as const;
  const contextOf = (page: Page) => page.getByLabel("Context", { exact: true });
  for (const [index, page] of pages.entries()) {
    await page.goto(`/statements/${kept.publicId}/edit`);
    await contextOf(page).fill(`What reporter ${index} knows of the occasion.`);
  }
  await Promise.all(pages.map((page) => page.getByRole("button", { name: "Save" }).click()));
  const outcomes = await Promise.all(
    pages.map(async (page) => {
      await expect(told(page).or(page.getByRole("region", { name: "How it reached us" }))).toBeVisible();
      return told(page).isVisible();
    }),
  );
  expect(outcomes.filter(Boolean)).toHaveLength(1);
  const loser = outcomes.indexOf(true);
  const page = pages[loser] ?? pages[0];
  await expect(contextOf(page)).toHaveValue(`What reporter ${loser} knows of the occasion.`);
  const stored = await getStatement(colleagues.editor, kept.publicId);
  expect(stored.context).toBe(`What reporter ${1 - loser} knows of the occasion.`);
});

test("one import in two windows: the older window is told and keeps what was typed", async ({
  open,
  hire,
}) => {
  const reporter = await hire("reporter");
  const first = new DraftPage(await open(reporter));
  const second = new DraftPage(await first.page.context().newPage());
  const own = ownWord();
  await first.start(
    `“The ferry to ${own} sails at noon,” said Mara Holm, its captain. “Nobody will be left behind,” Holm said.`,
  );
  await expect(first.mark("sails at noon")).toBeVisible();
  await second.page.goto(first.page.url());
  const one = await first.open("sails at noon");
  const other = await second.open("sails at noon");
  await one.getByLabel("Event").fill("Press briefing on the quay");
  await other.getByLabel("Context", { exact: true }).fill("On the delay of the morning ferry.");

  await one.getByRole("button", { name: "Save", exact: true }).click();
  // whoever loads the page anew at once may be faster than what they sent
  const event = "Press briefing on the quay";
  await expect
    .poll(() =>
      db.importProposal.count({ where: { edited: { contains: event }, draft: { text: { contains: own } } } }),
    )
    .toBe(1);
  await first.page.reload();
  await expect((await first.open("sails at noon")).getByLabel("Event")).toHaveValue(
    "Press briefing on the quay",
  );

  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(told(second.page)).toBeVisible();
  await expect(other.getByLabel("Context", { exact: true })).toHaveValue(
    "On the delay of the morning ferry.",
  );
  // a window that stands open keeps what stands in it, also after it was discarded elsewhere
  await expect
    .poll(() =>
      db.formDraft.count({
        where: { userId: reporter.actor.id ?? "", values: { contains: "delay of the" } },
      }),
    )
    .toBe(1);
  await second.page.close();
  await first.page.reload();
  const form = await first.open("sails at noon");
  await expect(form.getByLabel("Event")).toHaveValue("Press briefing on the quay");
  // the same person typed it, and it is not stored: it is filled in again, and says so
  await expect(form.getByText("It is not stored yet")).toBeVisible();
  await expect(form.getByLabel("Context", { exact: true })).toHaveValue("On the delay of the morning ferry.");
  await form.getByRole("button", { name: "Discard it" }).click();
  // the page comes anew, and with it another form
  await expect(first.page.getByText("It is not stored yet")).toBeHidden();
  await expect((await first.open("sails at noon")).getByLabel("Context", { exact: true })).toHaveValue("");
});

test("what was typed never stands over what a colleague saved since", async ({ open, hire, colleagues }) => {
  const kept = await capture(colleagues.reporter);
  const editor = await hire("editor");
  const mine = await open(editor);
  const path = `/statements/${kept.publicId}/edit`;
  await mine.goto(path);
  const context = mine.getByLabel("Context", { exact: true });
  const { context: was, version } = await getStatement(colleagues.editor, kept.publicId);
  await db.formDraft.create({
    data: {
      ...{ userId: editor.actor.id ?? "", place: path, form: "statement", keptAt: new Date() },
      values: JSON.stringify({ context: "What I typed.", [WAS]: writeWas("context", was) }),
    },
  });
  await mine.goto(path);
  await expect(context).toHaveValue("What I typed.");

  const other = await open(await hire("editor"));
  await other.goto(path);
  await answersScripts(other);
  await other.getByLabel("Context", { exact: true }).fill("What a colleague saved.");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(async () => {
    expect((await getStatement(colleagues.editor, kept.publicId)).version).toBeGreaterThan(version);
  }).toPass();

  await mine.goto("/about/components");
  await mine.goto(path);
  await expect(context).toHaveValue("What a colleague saved.");
  await expect(
    mine.getByText("Another text was saved since you typed. You had typed: What I typed."),
  ).toBeVisible();
  await mine.getByRole("link", { name: "Put mine in its place" }).click();
  await expect(context).toHaveValue("What I typed.");
  await expect(mine.getByText("Saved since you typed: What a colleague saved.")).toBeVisible();
  await mine.getByRole("button", { name: "Save" }).click();
  await expect(async () => {
    expect((await getStatement(colleagues.editor, kept.publicId)).context).toBe("What I typed.");
  }).toPass();
});
