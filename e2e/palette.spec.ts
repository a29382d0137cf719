import type { Page } from "@playwright/test";
import { createSpeaker } from "@/lib/speakers/server";
import { createStory } from "@/lib/stories/server";
import { axeFaults } from "./axe";
import { expect, test } from "./fixtures";
import { ownWord, publishOne } from "./newsroom";

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Find anything" });
const fieldOf = (page: Page) => dialogOf(page).getByRole("combobox");

/** Opens it with its keys; a key pressed before the page's scripts have started does nothing. */
async function press(page: Page) {
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(fieldOf(page)).toBeFocused({ timeout: 2000 });
  }).toPass();
}

test("anything is found by the beginnings of its words, and gone to", async ({
  open,
  colleagues,
  withScripts,
}) => {
  const own = ownWord();
  const name = `Ylva ${own}`;
  await createSpeaker(colleagues.reporter, { name, kind: "person", description: "Pilot." });
  const { slug } = await createStory(colleagues.reporter, { title: `The boats of ${own}`, summary: "" });
  const page = await open("reporter");
  await page.goto("/stories");
  const begun = own.slice(0, -2);
  if (withScripts) {
    await press(page);
    await page.keyboard.type(begun);
    const options = dialogOf(page).getByRole("option");
    await expect(options.filter({ hasText: name })).toHaveAttribute("aria-selected", "true");
    await expect(fieldOf(page)).toHaveAttribute("aria-activedescendant", /\S/);
    const story = options.filter({ hasText: "The boats" });
    await page.keyboard.press("ArrowDown");
    await expect(story).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  } else {
    await page.getByRole("banner").getByRole("link", { name: "Find anything" }).click();
    await page.getByLabel("Words, a name or a printed id").fill(begun);
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("region", { name: "Speakers" }).getByRole("link")).toHaveText(name);
    await page.getByRole("region", { name: "Stories" }).getByRole("link").click();
  }
  await expect(page).toHaveURL(new RegExp(`/stories/${slug}$`));
  await expect(dialogOf(page)).toBeHidden();
});

test("the palette opens while typing, presses what is on the page, and gives the focus back", async ({
  open,
  colleagues,
  withScripts,
}) => {
  test.skip(!withScripts, "without scripts it is a page");
  const { publicId } = await publishOne(colleagues);
  const page = await open("visitor");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/statements/${publicId}`);
  await page.getByRole("searchbox").first().focus();
  await press(page);
  expect(await axeFaults(page, { within: "dialog" })).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toBeHidden();
  await expect(page.getByRole("searchbox").first()).toBeFocused();

  await page.getByRole("banner").getByRole("link", { name: "Find anything" }).first().click();
  await fieldOf(page).fill("copy cit");
  await dialogOf(page)
    .getByRole("group", { name: "On this page" })
    .getByRole("option", { name: "Copy citation" })
    .first()
    .click();
  await expect(page.getByRole("button", { name: "Copied" }).first()).toBeVisible();
});

test("an answer is shown to what it answers, however late it comes", async ({ open, withScripts }) => {
  test.skip(!withScripts, "without scripts it is a page");
  const page = await open("visitor");
  await page.goto("/stories");
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/search.json?q=exp", async (route) => {
    await isReleased;
    await route.continue().catch(() => {});
  });
  await press(page);
  const late = page.waitForRequest("**/search.json?q=exp");
  await page.keyboard.type("exp");
  await late;
  await fieldOf(page).fill("accessib");
  const options = dialogOf(page).getByRole("option");
  await expect(options.first()).toHaveText("Accessibility");
  release();
  await fieldOf(page).fill("access");
  await expect(options.first()).toHaveText("Accessibility");
  await expect(options.filter({ hasText: "Export" })).toHaveCount(0);
});

test("a dialog that is asked for as another closes opens", async ({ open, withScripts }) => {
  test.skip(!withScripts, "without scripts it is a page");
  const page = await open("visitor");
  await page.goto("/stories");
  await press(page);
  for (const [key, dialog] of [
    ["k", dialogOf(page)],
    ["?", page.getByRole("dialog", { name: "Keys that work here" })],
  ] as const) {
    await page.evaluate(async (key) => {
      const closing = document.querySelector<HTMLDialogElement>("dialog[open]");
      // a busy browser tells late that a dialog closed
      const told = new Promise<void>((resolve) => {
        const tellLate = (event: Event) => {
          event.stopImmediatePropagation();
          window.setTimeout(() => {
            closing?.dispatchEvent(new Event("close"));
            resolve();
          }, 300);
        };
        closing?.addEventListener("close", tellLate, { capture: true, once: true });
      });
      // nor is the caret out of its box at once
      const box = closing?.querySelector("input") ?? document.body;
      closing?.close();
      box.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey: key === "k", bubbles: true }));
      await told;
    }, key);
    await expect(dialog).toBeVisible();
  }
});

test("its keys are turned off with the others, and its control stays", async ({ open, withScripts }) => {
  test.skip(!withScripts, "without scripts it is a page");
  const page = await open("visitor");
  await page.goto("/stories");
  await press(page);
  await page.keyboard.press("Escape");
  await expect(dialogOf(page)).toBeHidden();
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: "Shortcuts on" }).uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  const control = page.getByRole("banner").getByRole("link", { name: "Find anything" }).first();
  await expect(control).not.toHaveAttribute("aria-keyshortcuts");
  await expect(dialogOf(page)).toBeHidden();
  await control.click();
  await expect(fieldOf(page)).toBeFocused();
});
