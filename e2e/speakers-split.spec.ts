import { expect, test } from "./fixtures";
import { capture, captureBeside } from "./newsroom";

test("a reporter finds two people under one name, makes them two, and takes it back", async ({
  open,
  hire,
  colleagues,
}) => {
  const mayor = await capture(colleagues.reporter);
  const keeper = await captureBeside(colleagues.reporter, mayor);
  const { slug, name } = mayor.speaker;
  const page = await open(await hire("reporter"));
  await page.goto(`/speakers/${slug}/edit`);
  await page.getByRole("link", { name: "Two people in one…" }).click();
  const row = (id: string) => page.getByRole("checkbox", { name: `The other one’s: ${id}` });
  await expect(row(mayor.publicId)).not.toBeChecked();

  // what is ticked stays so through a search in which it does not stand, and is taken back by the next press
  await row(mayor.publicId).check();
  await page.getByLabel(/^Narrow by words/).fill("“Nobody objected”");
  await page.getByRole("button", { name: "Narrow", exact: true }).click();
  await expect(row(mayor.publicId)).toHaveCount(0);
  await expect(page.getByText("1 chosen")).toBeVisible();
  await row(keeper).check();
  await page.getByRole("button", { name: "What is chosen", exact: true }).click();
  await expect(page.getByText("2 chosen")).toBeVisible();
  await expect(row(keeper)).toBeChecked();
  await row(mayor.publicId).uncheck();
  await page.getByRole("button", { name: "Go on with what is chosen" }).click();

  await expect(page.getByText("1 statement chosen.")).toBeVisible();
  const who = page.getByRole("form", { name: "The other one" });
  await who.getByRole("button", { name: /^Look at/ }).click();
  await expect(page.getByText("Name somebody on record, or somebody new below.").first()).toBeVisible();
  await who.getByLabel("Or somebody new: the name").fill(name);
  await who.getByRole("button", { name: /^Look at/ }).click();
  const form = page.getByRole("form", { name: "Make two speakers of one" });
  await expect(form).toContainText(`To ${name}, new: 1 statement`);
  await form.getByLabel(/^How it is known/).fill("The club told us that he was never at the council.");
  await form.getByRole("button", { name: /^Make them two/ }).click();
  // two of one name need words that tell them apart
  await expect(page.getByText(/If this is somebody else, describe them/u).first()).toBeVisible();
  await who.getByLabel("Or somebody new: the name").fill(name);
  await who.getByLabel("Description").fill(`Goalkeeper of ${slug}`);
  await who.getByRole("button", { name: /^Look at/ }).click();
  await expect(form).toContainText(`new: Goalkeeper of ${slug}`);
  await form.getByLabel(/^How it is known/).fill("The club told us that he was never at the council.");
  await form.getByRole("button", { name: /^Make them two/ }).click();

  const apart = page.getByRole("region", { name: "Found to be two" });
  await expect(apart).toContainText("The club told us that he was never at the council.");
  await apart.getByRole("link", { name }).click();
  await expect(page).toHaveURL(/\/speakers\/[^/]+$/u);
  const other = new URL(page.url()).pathname;
  expect(other).not.toBe(`/speakers/${slug}`);
  await expect(page.getByText("Nobody objected").first()).toBeVisible();
  await page.goto(`/speakers/${slug}/edit`);
  await apart
    .getByText(/for one again$/)
    .first()
    .click();
  await apart.getByLabel(/^How it is known/).fill("He kept goals as a young man.");
  await apart.getByRole("button", { name: "Take the split back" }).click();
  await expect(apart).toHaveCount(0);
  await page.goto(other);
  await expect(page).toHaveURL(new RegExp(`/speakers/${slug}$`, "u"));
});
