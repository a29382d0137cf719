import { expect, test } from "./fixtures";
import { capture } from "./newsroom";
import { answersScripts } from "./typed/ways";

test("a press is heard when what the page before handed on comes between its going down and its coming up", async ({
  hire,
  open,
  withScripts,
}) => {
  test.skip(!withScripts, "without scripts nothing is drawn anew");
  const page = await open(await hire("reporter"));
  await page.goto("/stories/new");
  await answersScripts(page);
  await page.getByRole("textbox", { name: "Title" }).fill("The lock and its keeper");
  // what a page sends as it is left comes too late, and what the next one asks is told late
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/typed/keep", async (route) => {
    if (route.request().resourceType() === "ping") return route.abort();
    await held;
    return route.continue();
  });
  const asked = page.waitForRequest(
    (request) => request.url().endsWith("/typed/keep") && request.resourceType() !== "ping",
  );
  await page.reload();
  await asked;
  const button = page.getByRole("button", { name: "Open the story" });
  await button.hover();
  await page.mouse.down();
  release();
  await page.waitForTimeout(500);
  await page.mouse.up();
  await expect(page.getByRole("form", { name: "Open a story" }).getByRole("alert")).toContainText(
    "Give the story a title.",
  );
});

test("a press is heard from the moment that the scripts of its form are there", async ({
  hire,
  open,
  colleagues,
  withScripts,
}) => {
  test.skip(!withScripts, "without scripts the browser sends it");
  const page = await open(await hire("reporter"));
  const { publicId } = await capture(colleagues.reporter);
  // what React puts off until the page is drawn comes late, and the button is pressed before
  await page.addInitScript(() => {
    const { postMessage } = MessagePort.prototype;
    MessagePort.prototype.postMessage = function (...sent: unknown[]) {
      setTimeout(() => Reflect.apply(postMessage, this, sent), 300);
    };
    const look = setInterval(() => {
      const button = document.querySelector<HTMLElement>(
        '[aria-label="Write a comment"] button[type="submit"]',
      );
      if (!button || !Object.keys(button).some((key) => key.startsWith("__reactProps"))) return;
      clearInterval(look);
      setTimeout(() => button.click(), 20);
    }, 5);
  });
  await page.goto(`/review/${publicId}`);
  await expect(
    page.getByRole("form", { name: "Write a comment", exact: true }).getByRole("alert"),
  ).toBeVisible();
});
