import { getClaim, takePosition } from "@/lib/claims/server";
import { takeReview } from "@/lib/review/server";
import { createSpeaker } from "@/lib/speakers/server";
import { getStatement } from "@/lib/statements/server";
import { createStory } from "@/lib/stories/server";
import { expect, test } from "./fixtures";
import { capture, ownWord } from "./newsroom";

test("of two speakers of one name the right one is chosen, from part of the name", async ({
  open,
  colleagues,
  withScripts,
}) => {
  const { publicId } = await capture(colleagues.reporter);
  const own = ownWord();
  const person = { name: `Signe ${own}`, kind: "person" as const };
  await createSpeaker(colleagues.reporter, { ...person, description: "Pilot." });
  const judge = await createSpeaker(colleagues.reporter, { ...person, description: "Judge of the court." });
  const page = await open("reporter");
  await page.goto(`/statements/${publicId}/edit`);
  const field = page.getByLabel("Or another known speaker");
  const told = `Signe ${own} (Judge of the court)`;
  await field.fill(own.slice(0, -2));
  if (withScripts) {
    const offers = page.getByRole("listbox", { name: "On record" }).getByRole("option");
    await expect(offers).toHaveCount(2);
    await expect(field).toHaveAttribute("aria-expanded", "true");
    await field.press("ArrowDown");
    await expect(offers.nth(0)).toHaveAttribute("aria-selected", "true");
    await field.press("ArrowUp");
    await field.press("ArrowUp");
    await expect(offers.nth(1)).toHaveAttribute("aria-selected", "true");
    await field.press("Escape");
    await expect(offers).toHaveCount(0);
    await field.press("ArrowDown");
    await page.getByRole("option", { name: told }).click();
    await expect(field).toHaveValue(told);
    await expect(field).toBeFocused();
  } else {
    await page.getByRole("button", { name: "Save" }).first().click();
    await expect(page.getByText(told).first()).toBeVisible();
    await page.getByLabel("Or another known speaker").fill(told);
  }
  await page.getByRole("button", { name: "Save" }).first().click();
  await page.waitForURL(new RegExp(`/statements/${publicId}$`));
  expect((await getStatement(colleagues.reporter, publicId)).speaker?.slug).toBe(judge.slug);
});

test("a claim and a statement are found by words, and nothing is doubled", async ({
  open,
  colleagues,
  withScripts,
}) => {
  const [one, other] = [await capture(colleagues.reporter), await capture(colleagues.reporter)];
  const proposition = `No ferry has left the quay of ${ownWord()} since May.`;
  const { slug } = await takePosition(colleagues.reviewer, {
    ...{ claimId: "", statementId: one.publicId, proposition, stance: "asserts" },
  });
  const { version } = await getStatement(colleagues.reviewer, other.publicId);
  await takeReview(colleagues.reviewer, { statementId: other.publicId, version });

  const review = await open("reviewer");
  await review.goto(`/review/${other.publicId}`);
  const form = review.getByRole("form", { name: "Position on a claim" });
  // a picker opens no fold by itself
  await expect(form).toBeHidden();
  await review.getByText("Take a position on a claim").click();
  const claim = form.getByLabel("Claim", { exact: true });
  await claim.fill(withScripts ? proposition.slice(3, -8) : proposition);
  if (withScripts) {
    await review.getByRole("option", { name: proposition }).waitFor();
    await claim.press("ArrowDown");
    await claim.press("Enter");
    await expect(claim).toHaveValue(proposition);
  }
  await form.getByLabel("Denies").check();
  await form.getByRole("button", { name: "Save the position" }).click();
  await expect.poll(async () => (await getClaim(colleagues.reviewer, slug)).positions.length).toBe(2);

  const story = await createStory(colleagues.reporter, { title: `Ferries, ${ownWord()}`, summary: "" });
  const desk = await open("reporter");
  await desk.goto(`/stories/${story.slug}`);
  const field = desk.getByLabel("Statement to put in");
  if (!withScripts) {
    await field.fill(other.speaker.name);
    await desk.getByRole("button", { name: "Put in" }).click();
    await expect(desk.getByRole("region", { name: "Statements" }).getByText(other.publicId)).toBeVisible();
    await desk.goto(`/stories/${story.slug}`);
    await field.fill("no ferry of this name");
    await desk.getByRole("button", { name: "Put in" }).click();
    await expect(desk.getByText("No statement has these words").first()).toBeVisible();
  }
  await field.fill(withScripts ? other.wording.slice(5, 40) : other.publicId);
  if (withScripts) {
    await desk.getByRole("option", { name: other.publicId }).click();
    await expect(field).toHaveValue(other.publicId);
  }
  await desk.getByRole("button", { name: "Put in" }).click();
  // the page shows what was just done, without another load
  const statements = desk.getByRole("region", { name: "Statements" });
  await expect(statements.getByText(other.publicId)).toBeVisible();

  const second = await createStory(colleagues.reporter, { title: `Quays, ${ownWord()}`, summary: "" });
  await desk.goto(`/stories/${second.slug}`);
  await desk.getByLabel("Statement to put in").fill(other.publicId);
  await desk.getByRole("button", { name: "Put in" }).click();
  await expect(statements.getByText(other.publicId)).toBeVisible();
  await expect(desk.getByText("It left another story")).toBeVisible();
  await desk.getByLabel("Statement to take out").fill(other.publicId);
  await desk.getByRole("button", { name: "Take out" }).click();
  await expect(statements.getByText(other.publicId)).toBeHidden();
});

test("a reviewer is chosen from part of a name, and an unknown one is refused beside what was typed", async ({
  open,
  colleagues,
  hire,
  withScripts,
}) => {
  const own = ownWord();
  const name = `Reviewer ${own.charAt(0).toUpperCase()}${own.slice(1)}`;
  await hire("reviewer", name);
  const { publicId } = await capture(colleagues.reporter);
  const page = await open("editor");
  await page.goto(`/review/${publicId}`);
  const field = page.getByLabel("Reviewer");
  const assign = page.getByRole("button", { name: "Assign", exact: true });
  await field.fill("Nobody of that name");
  await assign.click();
  await expect(page.getByText("No reviewer or editor has these words").first()).toBeVisible();
  await expect(field).toHaveValue("Nobody of that name");
  await field.fill(own.slice(0, -2));
  if (withScripts) await page.getByRole("option", { name }).click();
  await assign.click();
  await expect(page.getByRole("region", { name: "Next step" }).getByText(name)).toBeVisible();
});

test("an import goes into the story that was typed", async ({ open, colleagues, withScripts }) => {
  const title = `Harbour of ${ownWord()}`;
  const { slug } = await createStory(colleagues.reporter, { title });
  const page = await open("reporter");
  await page.goto("/import");
  await page
    .getByLabel("Paste the article")
    .fill(`“The quay of ${ownWord()} is closed,” said Ann Bell, who runs it.`);
  await page.getByLabel("Story").fill("Nothing of that kind");
  await page.getByRole("button", { name: "Find statements" }).click();
  await expect(page.getByText("No open story has these words").first()).toBeVisible();
  await page.getByLabel("Story").fill(title.slice(0, -2).toLowerCase());
  if (withScripts) await page.getByRole("option", { name: title }).click();
  await page.getByRole("button", { name: "Find statements" }).click();
  await page.waitForURL(/\/import\/./);
  await expect(page.getByText(`for the story “${title}”`)).toBeVisible();
  await page.goto(`/import?story=${slug}`);
  await expect(page.getByLabel("Story")).toHaveValue(title);
});
