import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const PAGES = [
  "/",
  "/statements",
  "/speakers/sami-yousafzai",
  "/claims",
  "/contradictions",
  "/stories",
  "/stories/istanbul-talks-october-2025",
  "/sources",
  "/sign-in",
];

/** What a page may fetch, in bytes as sent. */
const MOST = { all: 260_000, fonts: 75_000, scriptsAboveEmpty: 25_000 };

/** The chunks that every page of Next fetches, so an empty one too. */
const FRAMEWORK: readonly string[] = JSON.parse(
  readFileSync(".next/build-manifest.json", "utf8"),
).rootMainFiles;

for (const path of PAGES) {
  test(`${path} stays within the budget of a page that is read`, async ({ open }) => {
    const page = await open("visitor");
    const fetched = await watch(page);
    await page.goto(path, { waitUntil: "networkidle" });
    // in other tests' statements of the same run: Arabic script comes only where its letters stand
    const own = fetched().filter(({ address }) => !address.includes("noto-naskh"));
    const sum = (isCounted: (one: Fetched) => boolean) =>
      own.filter(isCounted).reduce((total, { bytes }) => total + bytes, 0);
    const isFramework = ({ address }: Fetched) => FRAMEWORK.some((chunk) => address.endsWith(chunk));

    expect(
      own.filter(({ address }) => address.includes("_rsc=")),
      "no page is fetched ahead",
    ).toEqual([]);
    expect(sum(isFramework), "the empty page is known").toBeGreaterThan(100_000);
    expect(sum((one) => one.type === "Script" && !isFramework(one))).toBeLessThanOrEqual(
      MOST.scriptsAboveEmpty,
    );
    expect(sum(({ type }) => type === "Font")).toBeLessThanOrEqual(MOST.fonts);
    expect(
      sum(() => true),
      own.map(({ address, bytes }) => `${bytes} ${address}`).join("\n"),
    ).toBeLessThanOrEqual(MOST.all);
  });
}

interface Fetched {
  readonly address: string;
  readonly type: string;
  readonly bytes: number;
}

/** What the page fetches from now on, with the bytes as they came. */
async function watch(page: Page): Promise<() => Fetched[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const known = new Map<string, { address: string; type: string; bytes: number }>();
  session.on("Network.responseReceived", ({ requestId, response, type }) =>
    known.set(requestId, { address: response.url, type, bytes: 0 }),
  );
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const one = known.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  return () => [...known.values()];
}
