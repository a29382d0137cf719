import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { createSignInLink } from "@/lib/accounts/server";
import { type Role, SYSTEM } from "@/lib/auth";
import { createClaim, rephraseClaim, takePosition } from "@/lib/claims/server";
import { expect, test } from "./fixtures";
import {
  bringTo,
  type Colleagues,
  capture,
  contradict,
  ownWord,
  publishClaimOn,
  publishOne,
} from "./newsroom";
import { DraftPage } from "./pages/draft-page";

interface Screen {
  readonly name: string;
  readonly who: Role | "visitor";
  /** Opens it: an address, or the steps that lead there. */
  readonly open: (page: Page, colleagues: Colleagues) => Promise<string | undefined>;
}

const at = (path: string) => async () => path;

// the demo story is in every database that a run begins with
const SCREENS: readonly Screen[] = [
  { name: "home", who: "visitor", open: at("/") },
  { name: "home of a reviewer", who: "reviewer", open: at("/") },
  { name: "speakers", who: "visitor", open: at("/speakers") },
  { name: "a speaker", who: "visitor", open: at("/speakers/sami-yousafzai") },
  { name: "statements", who: "visitor", open: at("/statements") },
  { name: "statements, nothing found", who: "visitor", open: at("/statements?q=nothingofthesort") },
  {
    name: "a statement with a contradiction",
    who: "visitor",
    open: async (_, colleagues) => {
      const here = await publishOne(colleagues);
      const there = await publishOne(colleagues);
      await contradict(colleagues.editor, here, there);
      return `/statements/${here.publicId}`;
    },
  },
  {
    name: "a version of a statement",
    who: "visitor",
    open: async (_, colleagues) => `/statements/${(await publishOne(colleagues)).publicId}/versions/1`,
  },
  {
    name: "a statement being edited",
    who: "reporter",
    open: async (_, { reporter }) => `/statements/${(await capture(reporter)).publicId}/edit`,
  },
  {
    name: "a public speaker being edited",
    who: "editor",
    open: async (_, colleagues) => `/speakers/${(await publishOne(colleagues)).speaker.slug}/edit`,
  },
  {
    name: "a public claim in other words",
    who: "editor",
    open: async (_, colleagues) => {
      const { slug, claimId, version } = await publishClaimOn(colleagues);
      await rephraseClaim(colleagues.editor, {
        ...{ claimId, version, proposition: `No lorry crosses the bridge of ${ownWord()} in winter.` },
        publicNote: "The claim said more than the statement did.",
      });
      return `/claims/${slug}`;
    },
  },
  { name: "sources", who: "visitor", open: at("/sources") },
  {
    name: "a source",
    who: "visitor",
    open: async (_, colleagues) => `/sources/${(await publishOne(colleagues)).source.publicId}`,
  },
  { name: "stories", who: "visitor", open: at("/stories") },
  { name: "a story", who: "visitor", open: at("/stories/istanbul-talks-october-2025") },
  { name: "claims", who: "visitor", open: at("/claims") },
  { name: "claims on the desk", who: "reviewer", open: at("/claims") },
  {
    name: "a claim",
    who: "reviewer",
    open: async (_, { reporter, reviewer }) => {
      const proposition = `Lorries cross the bridge of ${ownWord()} in winter.`;
      const { id: claimId, slug } = await createClaim(reviewer, { proposition });
      const { publicId } = await capture(reporter);
      await takePosition(reviewer, { claimId, statementId: publicId, stance: "denies" });
      return `/claims/${slug}`;
    },
  },
  { name: "contradictions", who: "visitor", open: at("/contradictions") },
  { name: "contradictions to decide", who: "reviewer", open: at("/contradictions") },
  { name: "import", who: "reporter", open: at("/import") },
  {
    name: "an import being decided",
    who: "reporter",
    open: async (page) => {
      const draft = new DraftPage(page);
      const own = ownWord();
      await draft.start(
        `“The clock of ${own} is slow,” said Ann B${own}, who winds it. “Nobody had told me,” B${own} said.`,
      );
      await draft.accept("is slow");
      const form = await draft.open("Nobody had told me");
      await form.getByRole("radio", { name: /^New speaker/ }).check();
    },
  },
  { name: "the review queue", who: "editor", open: at("/review?view=all") },
  {
    name: "a review",
    who: "reviewer",
    open: async (_, { reporter }) => `/review/${(await capture(reporter)).publicId}`,
  },
  {
    name: "a review waiting for an editor",
    who: "editor",
    open: async (_, colleagues) => {
      const kept = await capture(colleagues.reporter);
      await bringTo("submitted", kept, colleagues);
      return `/review/${kept.publicId}`;
    },
  },
  {
    name: "a review with something unsaved",
    who: "editor",
    open: async (page, { reporter }) => {
      await page.goto(`/review/${(await capture(reporter)).publicId}`);
      await expect(async () => {
        await page.getByLabel("Comment", { exact: true }).fill(`Which meeting in ${ownWord()}?`);
        await expect(page.getByText("1 unsaved:")).toBeVisible({ timeout: 1000 });
      }).toPass();
      return undefined;
    },
  },
  {
    name: "what was typed and not stored",
    who: "editor",
    open: async (page, { reporter }) => {
      await page.goto(`/review/${(await capture(reporter)).publicId}`);
      await page.getByLabel("Comment", { exact: true }).fill("Which meeting was it?");
      await expect(async () => {
        await page.goto("/account/typed");
        await expect(page.getByRole("heading", { name: "Write a comment" }).first()).toBeVisible();
      }).toPass();
      return undefined;
    },
  },
  { name: "admin", who: "admin", open: at("/admin") },
  { name: "account", who: "reader", open: at("/account") },
  { name: "sign in", who: "visitor", open: at("/sign-in") },
  { name: "not found", who: "visitor", open: at("/statements/st-000000") },
];

for (const { name, who, open: reach } of SCREENS) {
  test(`axe finds nothing on ${name}, and it fits a narrow screen`, async ({ open, colleagues }) => {
    const page = await open(who);
    const path = await reach(page, colleagues);
    if (path !== undefined) await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expectNothing(page, colorScheme);
    }
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await beyondTheEdge(page), "nothing scrolls sideways at 320 px").toEqual([]);
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

/** What makes the page wider than its window, innermost last; nothing when the page fits. */
async function beyondTheEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > edge && element.checkVisibility())
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className} ${element.textContent?.slice(0, 40)}`,
      );
  });
}
