import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "./fixtures";
import { sheetOf } from "./tour/contact-sheet";
import { DAILY } from "./tour/daily";
import { measure, SHEETS } from "./tour/measure";
import { RARE } from "./tour/rare";

const SHOTS = path.resolve("e2e/shots");
const LOOKS = [
  { name: "light", colorScheme: "light", contrast: "no-preference", forcedColors: "none" },
  { name: "dark", colorScheme: "dark", contrast: "no-preference", forcedColors: "none" },
  { name: "high-contrast", colorScheme: "light", contrast: "more", forcedColors: "none" },
  { name: "forced-colours", colorScheme: "dark", contrast: "more", forcedColors: "active" },
] as const;
const WIDTHS = [390, 720, 1440];

// `npm run tour` draws all of it; every journey of axe.spec.ts measures the same screens without drawing them
for (const { name, who, open: reach } of [...DAILY, ...RARE]) {
  test(`draws ${name}`, async ({ open, colleagues }) => {
    const page = await open(who);
    const address = await reach(page, colleagues);
    if (address !== undefined) await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    const folder = path.join(SHOTS, `${name.replaceAll(/[^a-z0-9]+/gi, "-")}--${who}`);
    mkdirSync(folder, { recursive: true });
    const faults: string[] = [];
    for (const sheet of SHEETS)
      faults.push(...(await measure(page, sheet)).map((fault) => `${sheet.name}: ${fault}`));
    for (const { name: look, ...media } of LOOKS) {
      await page.emulateMedia({ ...media, media: "screen", reducedMotion: "reduce" });
      for (const width of look === "light" ? WIDTHS : [390, 1440]) {
        await page.setViewportSize({ width, height: width < 700 ? 844 : 900 });
        await page.screenshot({ path: path.join(folder, `${width}-${look}.png`), fullPage: true });
      }
    }
    const paper = { colorScheme: "light", contrast: "no-preference", forcedColors: "none" } as const;
    await page.emulateMedia({ ...paper, media: "print" });
    await page.setViewportSize({ width: 680, height: 960 });
    await page.screenshot({ path: path.join(folder, "paper.png"), fullPage: true });
    writeFileSync(path.join(folder, "faults.json"), JSON.stringify(faults));
  });
}

test.afterAll(() => {
  const folders = readdirSync(SHOTS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  writeFileSync(
    path.join(SHOTS, "index.html"),
    sheetOf(
      SHOTS,
      folders.map(({ name }) => name),
    ),
  );
});
