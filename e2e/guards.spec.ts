import { expect, test } from "./fixtures";

test("a visitor is sent to sign in and comes back to the page they wanted", async ({ page, hire }) => {
  const reporter = await hire("reporter");
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("Email").fill(reporter.email);
  await page.getByLabel("Password").fill(reporter.password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your account");
});

test("an admin page", async ({ open }) => {
  const page = await open("admin");
  await page.goto("/admin");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
