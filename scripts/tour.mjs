// `npm run tour`: draws every screen in every state into e2e/shots/index.html, with the faults of layout measured there.
// Arguments are handed to Playwright: `npm run tour -- -g story`.
import { rmSync } from "node:fs";
import { ensureSite } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { prepareTools } from "./prepare.mjs";
import { finish, withTools } from "./processes.mjs";
import { root, run } from "./project.mjs";

await run(async () => {
  await prepareTools();
  await ensureChromium();
  await ensureSite();
  const more = process.argv.slice(2);
  if (more.length === 0) rmSync(`${root}/e2e/shots`, { recursive: true, force: true });
  const args = ["test", "--config", "e2e/playwright.config.ts", "--project", "tour", ...more];
  const code = await finish("playwright", args, { env: { ...withTools(), TOUR: "1" } });
  console.log("The pictures stand in e2e/shots/index.html");
  return code;
});
