import type { Page } from "@playwright/test";
import axe from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds wrong on a page, or within one element of it: each finding as one line that says where and what.
 *
 * It runs in the page itself, is loaded once, and tells faults alone: the adapter for Playwright loads it for each run,
 * opens a second page for its report and writes an address for everything that is right, which takes twice the time.
 * No page holds a frame.
 */
export async function axeFaults(
  page: Page,
  { within = ":root", rules }: { within?: string; rules?: readonly string[] | undefined } = {},
): Promise<string[]> {
  // a page that the router brought has its title a moment later
  await page.waitForFunction(() => document.title !== "");
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const runOnly: axe.RunOnly = rules ? { type: "rule", values: [...rules] } : { type: "tag", values: TAGS };
  return page.evaluate(
    async ({ within, options }) => {
      const { violations } = await window.axe.run(within, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, html, failureSummary = "" }) =>
            `${id}: ${target.join(" ")} ${html.slice(0, 160)} ${failureSummary}`,
        ),
      );
    },
    { within, options: { runOnly, resultTypes: ["violations" as const], iframes: false } },
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
