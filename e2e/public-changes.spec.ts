import { db } from "@/lib/db/server";
import { editSpeaker } from "@/lib/speakers/server";
import { expect, test } from "./fixtures";
import { ownWord, publishClaimOn, publishOne } from "./newsroom";

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

test("what a correction says of who is named no more is withheld, and stands in no form of the statement", async ({
  open,
  colleagues,
}) => {
  const { publicId, speaker, source } = await publishOne(colleagues);
  // a name that the article does not print
  const name = `${ownWord()}${ownWord()}`;
  const { id: statementId } = await db.statement.findUniqueOrThrow({ where: { publicId } });
  await db.correction.create({
    data: {
      ...{ statementId, versionNumber: 2, kind: "clarification", note: `As ${name} told us herself.` },
      givenAt: new Date(),
    },
  });
  await db.verdict.updateMany({
    where: { statementId, axis: "said" },
    data: { reasons: `${name} says so.` },
  });
  const { id, version } = await db.speaker.findUniqueOrThrow({ where: { slug: speaker.slug } });
  await editSpeaker(colleagues.editor, {
    ...{ id, version, name, kind: "person", description: "", publicNote: NOTE },
  });
  const voice = await editSpeaker(colleagues.editor, {
    ...{ id, version: version + 1, name: "A clerk", kind: "anonymous", description: "" },
    publicNote: "The whole family was threatened.",
  });
  const visitor = await open("visitor");
  const at = `/statements/${publicId}`;
  const forms = [
    ...["", ".json", ".md", ".ris", ".bib", ".csl.json"].map((form) => `${at}${form}`),
    ...["/versions/1", "/lineage"].map((part) => `${at}${part}`),
    ...[`/embed/${publicId}`, `/api/v1/statements/${publicId}`, `/sources/${source.publicId}`],
    ...["/feeds/corrections.atom", "/feeds/corrections.json", "/feeds/statements.atom"],
    ...["json", "csv", "md"].map((format) => `/exports/download?id=${publicId}&format=${format}`),
    `/speakers/${voice.slug}`,
  ];
  const naming = async () => {
    const found: string[] = [];
    for (const form of forms) {
      const answer = await visitor.request.get(form);
      if ((await answer.text()).includes(name)) found.push(form);
    }
    return found;
  };
  expect((await naming()).length).toBeGreaterThan(4);

  const editor = await open("editor");
  for (const what of ["the note of a correction", "the reasons of a verdict"]) {
    await editor.goto(`/speakers/${voice.slug}/edit`);
    const form = editor
      .getByRole("form", { name: `Withhold ${what} of` })
      .filter({ hasText: `${what}, at ${publicId}` });
    await form.getByText("Withhold its words").click();
    await form.getByLabel("Public note").fill("It named somebody who is protected.");
    await form.getByRole("button", { name: "Withhold these words" }).click();
    await expect(form).toHaveCount(0);
  }
  expect(await naming()).toEqual([]);
  await visitor.goto(at);
  await expect(visitor.getByRole("region", { name: "History" })).toContainText("[withheld]");
  await expect(visitor.getByRole("region", { name: "History" })).toContainText("It named somebody");
});
