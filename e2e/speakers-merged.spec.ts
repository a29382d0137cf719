import { expect, test } from "./fixtures";
import { capture } from "./newsroom";

test("a reporter finds a speaker twice, makes them one, and takes them apart again", async ({
  open,
  hire,
  colleagues,
  request,
}) => {
  const [from, into] = [await capture(colleagues.reporter), await capture(colleagues.reporter)];
  const page = await open(await hire("reporter"));
  await page.goto(`/speakers/${from.speaker.slug}/edit`);
  await page.getByRole("link", { name: "The same as another…" }).click();
  await page.getByLabel("Somebody else").fill("Nobody of that name");
  await page.getByRole("button", { name: "Look at both" }).click();
  await expect(page.getByText("No known speaker is called “Nobody of that name”").first()).toBeVisible();
  await page.getByLabel("Somebody else").fill(into.speaker.name);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Look at both" }).click();

  const form = page.getByRole("form", { name: "Make one speaker of two" });
  await expect(form).toContainText(`Statements that go to ${into.speaker.name}: 1.`);
  await form.getByRole("button", { name: /^Make them one/ }).click();
  await expect(page.getByText("Say how it is known that they are one.").first()).toBeVisible();
  await form.getByLabel(/^How it is known/).fill("The council told us that she has married.");
  await form.getByLabel(/^Show/).check();
  await form.getByRole("button", { name: /^Make them one/ }).click();

  await expect(page).toHaveURL(new RegExp(`/speakers/${into.speaker.slug}/edit`, "u"));
  const together = page.getByRole("region", { name: "Found to be this speaker" });
  await expect(together).toContainText("The council told us that she has married.");
  await page.goto(`/speakers/${from.speaker.slug}`);
  await expect(page).toHaveURL(new RegExp(`/speakers/${into.speaker.slug}$`, "u"));
  await expect(page.getByText(from.wording).first()).toBeVisible();
  await page.goto(`/speakers/${from.speaker.slug}/merge`);
  await expect(page).toHaveURL(new RegExp(`/speakers/${into.speaker.slug}/merge$`, "u"));
  // it may be taken back: no browser leads there by itself the next time
  for (const ending of ["", ".json"]) {
    const led = await page.request.get(`/speakers/${from.speaker.slug}${ending}`, { maxRedirects: 0 });
    expect([led.status(), led.headers()["cache-control"]]).toEqual([
      308,
      expect.stringContaining("no-store"),
    ]);
  }
  // whoever may not see the one learns of neither
  expect((await request.get(`/speakers/${from.speaker.slug}.json`, { maxRedirects: 0 })).status()).toBe(404);

  await page.goto(`/speakers/${into.speaker.slug}/edit`);
  await together.getByText(`Take ${from.speaker.name} apart again`).click();
  await together.getByLabel(/^How it is known/).fill("They are two sisters.");
  await together.getByRole("button", { name: "Take them apart" }).click();
  await expect(together).toHaveCount(0);
  await page.goto(`/speakers/${from.speaker.slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(from.speaker.name);
});
