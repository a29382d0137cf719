import { createSignInLink } from "@/lib/accounts/server";
import { SYSTEM } from "@/lib/auth";
import { axeFaults } from "./axe";
import { expect, test } from "./fixtures";
import { DAILY } from "./tour/daily";
import { measure, PAPER, SHEETS } from "./tour/measure";
import { RARE } from "./tour/rare";

const SCHEMES = ["light", "dark"] as const;
/** What the other colours of the same page can change. */
const IN_COLOUR = ["color-contrast", "link-in-text-block"];

for (const { name, who, open: reach } of [...DAILY, ...RARE]) {
  test(`axe finds nothing on ${name}, and it is set well narrow, wide and on paper`, async ({
    open,
    colleagues,
  }) => {
    const page = await open(who);
    const path = await reach(page, colleagues);
    if (path !== undefined) await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    // what answers a form brings its own title, a moment behind its words
    await expect(page).toHaveTitle(/\S/);
    // a rare state is set in the same colours as the daily ones
    for (const colorScheme of RARE.some((rare) => rare.name === name) ? SCHEMES.slice(0, 1) : SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const rules = colorScheme === "dark" ? IN_COLOUR : undefined;
      expect(await axeFaults(page, { rules }), colorScheme).toEqual([]);
    }
    expect(await htmlFaults(await (await page.request.get(page.url())).body()), "HTML").toEqual([]);
    for (const sheet of SHEETS) expect(await measure(page, sheet), sheet.name).toEqual([]);
    // paper cannot scroll, and what stands in a table others typed
    await page.evaluate(nameWithoutBreak);
    expect(await measure(page, PAPER), "a name without a break").toEqual([]);
  });
}

/** Puts one into the first cell with a name or an address; runs in the page, so it names nothing outside itself. */
function nameWithoutBreak() {
  const names = document.querySelectorAll(".table :is(td, th[scope=row]) :is(a, code, bdi, [dir=auto])");
  const name = [...names].find((at) => at.childElementCount === 0 && /[a-z]{3}/i.test(at.textContent ?? ""));
  if (name) name.textContent = "x".repeat(180);
}

test("what measures a page notices each kind of fault", async ({ page }) => {
  await page.setContent(`<!doctype html>
    <style>button{min-width:0;border:0}</style><h2></h2><ul class="none"></ul>
    <p class="column" style="width:3ch">a column of single words that nobody can read</p>
    <p class="word" style="width:4ch;overflow-wrap:anywhere">Original</p>
    <p class="cut" style="width:9em;overflow:hidden;white-space:nowrap">cut off in the middle of its words</p>
    <p style="position:absolute;top:300px;left:0">one thing</p><p class="over" style="position:absolute;top:302px;left:9px">another</p>
    <p style="position:absolute;top:400px"><button class="small" style="width:10px;height:10px;padding:0"></button><button style="width:10px;height:10px;padding:0"></button></p>
    <svg class="shrunk" viewBox="0 0 1000 100" style="position:absolute;top:450px;width:300px"><text class="tiny" y="50" style="font-size:12px">far away</text></svg>
    <div style="position:absolute;top:500px;width:3000px">wide</div>`);
  const faults = (
    await measure(page, SHEETS[1] ?? { name: "", width: 390, height: 844, media: "screen" })
  ).join();
  for (const kind of [
    "empty heading: <h2>",
    "empty list: <ul .none>",
    "a column of letters: <p .column>",
    "“Original” broken: <p .word>",
    "cut off: <p .cut>",
    "over “one thing”: <p .over>",
    "a target of 10 × 10 px: <button .small>",
    "letters too small: <text .tiny>",
    "wider than the page: <div>",
  ]) {
    expect(faults).toContain(kind);
  }
});

test("what runs axe notices each kind of fault", async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="en"><title>A page</title>
    <main><h1>A page</h1><h3>Too deep</h3><img src="data:,"><p style="color:#aaa;background:#fff">pale</p></main></html>`);
  const faults = await axeFaults(page);
  expect(faults.map((fault) => fault.split(":", 1)[0]).sort()).toEqual([
    ...["color-contrast", "heading-order", "image-alt"],
  ]);
  expect(await axeFaults(page, { within: "h1" })).toEqual([]);
  const pale = await axeFaults(page, { rules: ["color-contrast"] });
  expect(pale).toHaveLength(1);
  expect(pale[0]).toContain("pale</p>");
});

test("what judges the HTML notices what is not valid", async () => {
  test.skip(process.env.HTML_CHECKER === "", "the HTML checker does not run here");
  const page = (action: string) =>
    `<!doctype html><html lang="en"><title>A page</title><form action="${action}"></form></html>`;
  expect(await htmlFaults(page("/"))).toEqual([]);
  expect(await htmlFaults(page(""))).toHaveLength(1);
});

test("axe finds nothing on a form that was refused", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "to put right" })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
});

test("axe finds nothing where a password is set", async ({ page, hire }) => {
  const { actor } = await hire("reader");
  const { url } = await createSignInLink(SYSTEM, { userId: actor.id });
  await page.goto(url);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set a password");
  expect(await axeFaults(page)).toEqual([]);
});

/** What the Nu HTML checker calls an error; nothing where it does not run. */
async function htmlFaults(html: Buffer | string): Promise<string[]> {
  const address = process.env.HTML_CHECKER ?? "";
  if (address === "") return [];
  const headers = { "content-type": "text/html; charset=utf-8" };
  const answer = await fetch(address, { method: "POST", headers, body: new Uint8Array(Buffer.from(html)) });
  const { messages } = (await answer.json()) as { messages: NuMessage[] };
  return messages
    .filter(({ type }) => type !== "info")
    .map(({ message, extract = "" }) => `${message} ${extract}`);
}

interface NuMessage {
  readonly type: string;
  readonly message: string;
  readonly extract?: string;
}
