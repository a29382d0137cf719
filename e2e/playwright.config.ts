import { existsSync } from "node:fs";
import { chromium, defineConfig, devices } from "@playwright/test";

// the one of the machine, so that nothing is downloaded where there is one
const INSTALLED = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const executablePath = [process.env.CHROMIUM_PATH, ...INSTALLED, chromium.executablePath()].find(
  (path) => path && existsSync(path),
);

// on a closed network the browser's own connections would fail by the dozen
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
  "--no-first-run",
  "--no-pings",
  "--disable-domain-reliability",
];
const NO_BROWSER = ["fuzz.spec.ts", "canaries.spec.ts", "links.spec.ts", "wrong-hands.spec.ts"];
const isRoot = process.getuid?.() === 0;

// every form × every way of losing what is typed in it takes most of an hour: `npm run bench -- typed`
const TYPED = "typed-matrix.spec.ts";
// pictures of every screen in every state: `npm run tour`
const TOUR = "tour.spec.ts";
const ON_DEMAND = [TYPED, TOUR];
const isMatrix = process.env.TYPED_MATRIX === "1";

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  globalSetup: "./serve.mjs",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // a shared machine may stall for seconds; a test that passes only the second time is named as flaky
  retries: process.env.CI ? 2 : 0,
  timeout: isMatrix ? 1_800_000 : 120_000,
  expect: { timeout: isMatrix ? 60_000 : 20_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1280, height: 900 },
    baseURL: process.env.BASE_URL ?? "",
    locale: "en-GB",
    timezoneId: "UTC",
    // a record of every step takes a fifth of the run: where a failure is tried again, it is kept of the second try
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
    actionTimeout: 30_000,
    navigationTimeout: isMatrix ? 120_000 : 60_000,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: isRoot ? [...QUIET, "--no-sandbox"] : QUIET,
    },
  },
  projects: [
    { name: "with scripts", testIgnore: [...NO_BROWSER, ...ON_DEMAND], use: { javaScriptEnabled: true } },
    {
      name: "without scripts",
      // single keys are scripts, and axe is one itself: it sees the same HTML in the first project; what is typed is kept by one
      testIgnore: [
        "keyboard.spec.ts",
        "axe.spec.ts",
        "budget.spec.ts",
        "typed.spec.ts",
        "under-the-hand.spec.ts",
        ...NO_BROWSER,
        ...ON_DEMAND,
      ],
      use: { javaScriptEnabled: false },
    },
    // no browser, and a failure is one however the second try goes
    { name: "requests", testMatch: NO_BROWSER, retries: 0 },
    ...(isMatrix
      ? [
          { name: "typed with scripts", testMatch: [TYPED], use: { javaScriptEnabled: true } },
          { name: "typed without scripts", testMatch: [TYPED], use: { javaScriptEnabled: false } },
        ]
      : []),
    ...(process.env.TOUR ? [{ name: "tour", testMatch: [TOUR] }] : []),
  ],
});
