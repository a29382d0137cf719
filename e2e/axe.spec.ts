import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { createSignInLink } from "@/lib/accounts/server";
import { SYSTEM } from "@/lib/auth";
import { expect, test } from "./fixtures";
import { COMMON } from "./tour/common";
import { measure, SHEETS } from "./tour/measure";
import { RARE } from "./tour/rare";

for (const { name, who, open: reach } of [...COMMON, ...RARE]) {
  test(`axe finds nothing on ${name}, and it is set well narrow, wide and on paper`, async ({
    open,
    colleagues,
  }) => {
    const page = await open(who);
    const path = await reach(page, colleagues);
    if (path !== undefined) await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expectNothing(page, colorScheme);
    }
    for (const sheet of SHEETS) expect(await measure(page, sheet), sheet.name).toEqual([]);
  });
}

test("axe finds nothing on a form that was refused", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "to put right" })).toBeVisible();
  await expectNothing(page, "refused");
});

test("axe finds nothing where a password is set", async ({ page, hire }) => {
  const { actor } = await hire("reader");
  const { url } = await createSignInLink(SYSTEM, { userId: actor.id });
  await page.goto(url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set a password");
  await expectNothing(page, "light");
});

/** Each finding as one line that says where and what. */
async function expectNothing(page: Page, how: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id}: ${node.target.join(" ")} ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`,
    ),
  );
  expect(found, how).toEqual([]);
}
