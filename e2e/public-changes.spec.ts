import { expect, test } from "./fixtures";
import { publishClaimOn, publishOne } from "./newsroom";

const NOTE = "The council’s register spells the name so.";

test("a public speaker is renamed by an editor with a note, which visitors read on the statement", async ({
  open,
  colleagues,
}) => {
  const { publicId, speaker } = await publishOne(colleagues);
  const edit = `/speakers/${speaker.slug}/edit`;
  const renamed = `${speaker.name}son`;

  const reporter = await open("reporter");
  await reporter.goto(edit);
  await expect(reporter.getByText("Only an editor changes it")).toBeVisible();
  await expect(reporter.getByLabel("Name needed", { exact: true })).toHaveCount(0);

  const editor = await open("editor");
  await editor.goto(edit);
  const form = editor.getByRole("form", { name: "Name and kind" });
  await form.getByLabel("Name needed", { exact: true }).fill(renamed);
  await form.getByLabel("Public note").fill("Typo.");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("One thing to put right")).toBeVisible();
  await expect(form.getByLabel("Name needed", { exact: true })).toHaveValue(renamed);
  await form.getByLabel("Public note").fill(NOTE);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(editor.getByText("Saved", { exact: true })).toBeVisible();

  const visitor = await open("visitor");
  await visitor.goto(`/statements/${publicId}`);
  const history = visitor.getByRole("region", { name: "History" });
  await expect(history).toContainText(`was changed from “${speaker.name}” to “${renamed}”`);
  await expect(history).toContainText(NOTE);
  await visitor.goto(`/speakers/${speaker.slug}`);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(renamed);
  await expect(visitor.getByText("formerly")).toHaveCount(0);
  await expect(visitor.getByRole("region", { name: "Changes" })).toContainText(NOTE);
});

test("a published claim is put in other words and then withdrawn, never silently", async ({
  open,
  colleagues,
}) => {
  const { slug, proposition, kept } = await publishClaimOn(colleagues);
  const visitor = await open("visitor");
  const reviewer = await open("reviewer");
  await reviewer.goto(`/claims/${slug}`);
  await expect(reviewer.getByText("Only an editor changes it")).toBeVisible();

  const editor = await open("editor");
  await editor.goto(`/claims/${slug}`);
  const words = editor.getByRole("form", { name: "Put it in other words" });
  await words.getByLabel("Claim").fill(proposition.replace("Lorries", "No lorries"));
  await words.getByLabel("Public note").fill("The claim was the wrong way round.");
  await words.getByRole("button", { name: "Save the claim" }).click();
  await expect(editor.getByRole("region", { name: "To ask again" })).toContainText(kept.wording);

  await visitor.goto(`/claims/${slug}`);
  await expect(visitor.getByText("No statement takes a position on it yet")).toBeVisible();
  await expect(visitor.getByRole("region", { name: "Changes" })).toContainText(
    "The claim was the wrong way round.",
  );

  await editor.getByText("Withdraw the claim").first().click();
  const withdraw = editor.getByRole("form", { name: "Withdraw the claim" });
  await withdraw.getByLabel("Public note").fill("Nobody claimed it in these words.");
  await withdraw.getByRole("button", { name: "Withdraw the claim" }).click();
  await expect(editor.getByText("This claim was withdrawn")).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText("This claim was withdrawn")).toBeVisible();
  await expect(visitor.getByText("Nobody claimed it in these words.").first()).toBeVisible();
  // its data tell what its page tells, and not what it said before
  const twin = await (await visitor.request.get(`/claims/${slug}.json`)).json();
  expect(twin).toMatchObject({
    claim: { truth: null, positions: [], changes: [{ changes: [{ before: "" }] }] },
  });
  expect(JSON.stringify(twin)).not.toContain(proposition);
  await visitor.goto("/claims");
  await expect(visitor.getByRole("link", { name: proposition.replace("Lorries", "No lorries") })).toHaveCount(
    0,
  );
});
