import { expect, test } from "./fixtures";
import { capture, ownWord, publishOne } from "./newsroom";

/** What a reader types finds what the record says of a statement, tells why, and where it cannot be understood. */

test("a reader finds a statement by its occasion, and sees why", async ({ open }) => {
  const page = await open("visitor");
  await page.goto("/statements");
  await page.locator("#q").fill("asean");
  await page.getByRole("search", { name: "Statements" }).getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("1 statement", { exact: true })).toBeVisible();
  await expect(page.getByText("Occasion: ASEAN Summit")).toBeVisible();
  await expect(page.locator("mark")).toHaveText("ASEAN");
});

test("a search that cannot be understood keeps what was typed and shows the piece", async ({ open }) => {
  const page = await open("visitor");
  await page.goto("/statements?q=peace+speakr%3Atrump+said%3A2025");
  const box = page.locator("#q");
  await expect(box).toHaveValue("peace speakr:trump said:2025");
  await expect(box).toHaveAccessibleDescription(/There is no “speakr:”/);
  await expect(page.locator("mark")).toHaveText("speakr:trump");
  await box.fill("détente speaker:yousafzai");
  await page.getByRole("search", { name: "Statements" }).getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("1 statement", { exact: true })).toBeVisible();
});

test("a name that is spelled otherwise is offered as it is held", async ({ open }) => {
  const page = await open("visitor");
  await page.goto("/statements?q=Yousefzay");
  await page.getByRole("link", { name: "Yousafzai", exact: true }).click();
  await expect(page.getByRole("row", { name: /Sami Yousafzai/ }).first()).toBeVisible();
});

test("what the desk typed a moment ago is found, and a visitor does not find it", async ({
  open,
  colleagues,
}) => {
  const own = ownWord();
  await capture(colleagues.reporter, { wording: `“The lock at ${own} is shut,”` });
  for (const [who, count] of [
    ["reporter", "1 statement"],
    ["visitor", "0 statements"],
  ] as const) {
    const page = await open(who);
    await page.goto(`/statements?q=${own}+state:captured`);
    await expect(page.getByText(count, { exact: true })).toBeVisible();
  }
});

test("words that nobody captured are found in a text, and lead to where they are captured", async ({
  open,
  colleagues,
  withScripts,
}) => {
  const { source, speaker } = await capture(colleagues.reporter, {
    address: `https://courier.example/${ownWord()}`,
    // what is said before its words on the page is not in the text
    isDenial: true,
  });
  const own = speaker.name.replace("Agda ", "");
  const page = await open("reporter");
  await page.goto(`/statements?q=${own}+objected`);
  const inTexts = page.getByRole("region", { name: "In the texts, not captured yet" });
  await inTexts.getByRole("link", { name: `Look at this place in ${source.title} and capture` }).click();
  await expect(page.locator("mark").first()).toHaveText(/objected$/u);
  await page.getByRole("button", { name: "Capture from this text" }).click();
  await page.waitForURL(/\/import\/.*add=0/u);
  await expect(page.getByLabel("Words of the statement")).toHaveValue(/^The council met on Monday\./u);
  await expect(page.getByText("This text is stored already")).toBeVisible();

  // the same of words that are selected, to the letter
  if (withScripts) {
    await page.goto(`/sources/${source.publicId}`);
    const bar = page.getByRole("button", { name: "Capture these words" });
    await expect(bar).toBeHidden();
    await page
      .locator("[data-reader]")
      .first()
      .evaluate((reader) => {
        const walker = document.createTreeWalker(reader, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf("Nobody objected") ?? -1;
          if (at >= 0)
            document.getSelection()?.setBaseAndExtent(node, at, node, at + "Nobody objected".length);
        }
      });
    await bar.click();
    await page.waitForURL(/\/import\/.*add=0&words=/u);
    await expect(page.getByLabel("Words of the statement")).toHaveValue("Nobody objected");
  }

  const visitor = await open("visitor");
  await visitor.goto(`/sources?q=${own}`);
  await expect(visitor.getByText("“q” is nothing that this address can ask for.")).toBeVisible();
});

test("the texts of sources are searched by themselves", async ({ open, colleagues }) => {
  const own = ownWord();
  const { source, publicId } = await capture(colleagues.reporter, {
    wording: `“The mole at ${own} is shut,”`,
  });
  const page = await open("reporter");
  await page.goto("/sources");
  await page.getByLabel("Search the texts of sources").fill(`${own} speaker:nobody`);
  const search = page.getByRole("search", { name: "Texts of sources" });
  await search.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText(/A text has no speaker/u)).toBeVisible();
  await page.getByLabel("Search the texts of sources").fill(own);
  await search.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("link", { name: source.title, exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: publicId })).toBeVisible();
});

test("a search is saved, tells what is new, is shared and is followed without signing in", async ({
  open,
  hire,
  colleagues,
}) => {
  const own = ownWord();
  const name = `Quays of ${own}`;
  const page = await open(await hire("reporter"));
  await page.goto(`/statements?q=${own}`);
  await page.getByRole("link", { name: "Save this search" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Share it with the desk").check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The search was saved")).toBeVisible();

  const kept = await capture(colleagues.reporter, { wording: `“The quay at ${own} is shut,”` });
  await page.goto("/searches");
  // others of the desk share theirs
  const mine = page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });
  await expect(mine.getByText("1 new", { exact: true })).toBeVisible();
  await mine.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("row", { name: new RegExp(`${kept.publicId} new`, "u") })).toBeVisible();
  await page.getByRole("link", { name: "Mark as seen, rename, share or follow" }).click();
  await mine.getByRole("button", { name: "Mark as seen" }).click();
  await expect(mine.getByText("Nothing new")).toBeVisible();

  // a colleague finds it, and whoever has the address of its feed reads of it what is public
  const colleague = await open(await hire("reviewer"));
  await colleague.goto("/searches");
  await expect(colleague.getByRole("link", { name, exact: true })).toBeVisible();
  const feed = await colleague.getByRole("link", { name: `Atom feed of ${name}` }).getAttribute("href");
  const visitor = await open("visitor");
  const read = async () => (await visitor.request.get(feed ?? "")).text();
  expect(await read()).toContain(name);
  expect(await read()).not.toContain(kept.publicId);
  const published = await publishOne(colleagues, { wording: `“The quay at ${own} is open,”` });
  expect(await read()).toContain(published.publicId);

  await page.goto("/searches");
  await mine.getByText("Change or remove").click();
  await mine.getByRole("button", { name: "Another address for the feeds" }).click();
  await expect(page.getByText("Its feeds have another address", { exact: false })).toBeVisible();
  expect((await visitor.request.get(feed ?? "")).status()).toBe(404);
  const fold = mine.locator("details", { hasText: "Change or remove" });
  if ((await fold.getAttribute("open")) === null) await mine.getByText("Change or remove").click();
  await mine.getByRole("button", { name: "Remove for good" }).click();
  await expect(page.getByText("was removed", { exact: false })).toBeVisible();
  await expect(mine).toHaveCount(0);
});
