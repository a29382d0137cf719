import { setRole } from "@/lib/accounts/server";
import { SYSTEM } from "@/lib/auth";
import { expect, test } from "./fixtures";
import { bringTo, capture } from "./newsroom";
import { ReviewPage } from "./pages/review-page";
import { StatementPage, TWINS } from "./pages/statement-page";

const NOT_FOUND = Object.fromEntries(["page", ...TWINS].map((name) => [name, 404]));

test("a visitor is sent to sign in and comes back to the page they wanted", async ({ page, hire }) => {
  const reporter = await hire("reporter");
  await page.goto("/import");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fimport$/);
  await page.getByLabel("Email").fill(reporter.email);
  await page.getByLabel("Password").fill(reporter.password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/import$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import");
});

for (const path of ["/account", "/import", "/review", "/review?view=to_decide", "/admin"]) {
  test(`a visitor at ${path} is asked to sign in`, async ({ page }) => {
    await page.goto(path);
    await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  });
}

for (const [role, paths] of [
  ["reader", ["/import", "/review", "/admin"]],
  ["reporter", ["/admin"]],
  ["reviewer", ["/admin"]],
  ["editor", ["/admin"]],
  ["admin", ["/import", "/review"]],
] as const) {
  test(`to a ${role} there is nothing at ${paths.join(", ")}`, async ({ open, withScripts }) => {
    const page = await open(role);
    for (const path of paths) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(404);
      // Next draws the words of a page's own 404 by its scripts; without them the code is all there is
      if (!withScripts) continue;
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
      await expect(page.getByRole("banner").getByRole("link", { name: path, exact: true })).toHaveCount(0);
    }
  });
}

for (const role of ["visitor", "reader", "admin"] as const) {
  test(`a ${role} finds no trace of what is not published`, async ({ open, colleagues }) => {
    const waiting = await capture(colleagues.reporter);
    const approved = await capture(colleagues.reporter);
    await bringTo("approved", approved, colleagues);
    const page = await open(role);
    const statement = new StatementPage(page);
    for (const { publicId, wording, speaker } of [waiting, approved]) {
      expect(await statement.answers(publicId)).toEqual(NOT_FOUND);
      expect((await page.request.get(`/speakers/${speaker.slug}`)).status()).toBe(404);
      expect((await page.request.get(`/speakers/${speaker.slug}.json`)).status()).toBe(404);
      const found = await page.request.get(`/statements.json?q=${encodeURIComponent(wording)}`);
      expect(await found.json()).toMatchObject({ statements: [] });
    }
    expect((await page.request.get(`/sources/${waiting.source.publicId}`)).status()).toBe(404);
  });
}

test("a reporter sees a submitted statement and cannot decide on it", async ({ open, colleagues }) => {
  const kept = await capture(colleagues.reporter);
  await bringTo("submitted", kept, colleagues);
  const review = new ReviewPage(await open("reporter"));
  await review.goto(kept.publicId);
  await expect(review.state).toHaveText("Submitted");
  for (const name of ["Approve", "Publish", "Return it", "Take it", "Save sourcing"]) {
    await expect(review.page.getByRole("button", { name })).toHaveCount(0);
  }
});

test("an editor may not approve what they captured or reviewed themselves", async ({
  open,
  hire,
  colleagues,
}) => {
  const editor = await hire("editor");
  const own = await capture(editor.actor);
  await bringTo("submitted", own, colleagues);
  const judged = await capture(colleagues.reporter);
  await bringTo("submitted", judged, { ...colleagues, reviewer: editor.actor });
  const review = new ReviewPage(await open(editor));
  for (const { publicId } of [own, judged]) {
    await review.goto(publicId);
    await expect(review.blockers).toHaveCount(1);
    const reason = (await review.blockers.textContent()) ?? "";
    await review.page.getByRole("button", { name: "Approve" }).click();
    await expect(review.page.getByRole("alert").filter({ hasText: reason })).toBeVisible();
    await expect(review.state).toHaveText("Submitted");
  }
});

test("a role that was taken away counts at the next press", async ({
  open,
  hire,
  colleagues,
  withScripts,
}) => {
  const kept = await capture(colleagues.reporter);
  await bringTo("approved", kept, colleagues);
  const editor = await hire("editor");
  const review = new ReviewPage(await open(editor));
  await review.goto(kept.publicId);
  await setRole(SYSTEM, { userId: editor.actor.id, role: "reporter" });
  await review.page.getByRole("button", { name: "Publish" }).click();
  if (withScripts) {
    const refusal = review.page.getByRole("alert").filter({ hasText: "Your role does not allow this." });
    await expect(refusal).toBeVisible();
  } else {
    // the page as the new role sees it has no such form, and so no place for its answer
    await expect(review.page.getByText("Your role does not allow what you sent")).toBeVisible();
    await review.goto(kept.publicId);
    await expect(review.page.getByRole("button", { name: "Publish" })).toHaveCount(0);
  }
  await expect(review.state).toHaveText("Approved");
  const visitor = new StatementPage(await open("visitor"));
  expect(await visitor.answers(kept.publicId)).toEqual(NOT_FOUND);
});
