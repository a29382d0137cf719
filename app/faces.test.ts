import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ensureFaces } from "@/scripts/faces.mjs";

const require = createRequire(import.meta.url);
const preloaded = [...readFileSync("app/faces.ts", "utf8").matchAll(/faces\/([\w-]+\.woff2)/g)];
const declared = [...readFileSync("app/styles/faces.css", "utf8").matchAll(/faces\/([\w-]+\.woff2)/g)];

let folder = "";
beforeAll(async () => {
  folder = await ensureFaces();
}, 120_000);

describe("the faces", () => {
  it("are web fonts that are served from here, each cut by the script and each used", () => {
    const asked = [...preloaded, ...declared].map(([, name]) => name);
    expect(new Set(asked)).toEqual(new Set(readdirSync(folder).filter((name) => name.endsWith(".woff2"))));
    for (const name of asked) {
      expect(
        readFileSync(path.join(folder, name ?? ""))
          .subarray(0, 4)
          .toString("latin1"),
      ).toBe("wOF2");
    }
    // a font that npm moved or renamed would otherwise be missed by the build's eye only
    const naskh = require.resolve(
      "@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2",
    );
    expect(readFileSync(naskh).subarray(0, 4).toString("latin1")).toBe("wOF2");
  });

  it("that every page fetches weigh 75 kB at most", () => {
    const bytes = preloaded.map(([, name]) => readFileSync(path.join(folder, name ?? "")).length);
    expect(bytes).toHaveLength(3);
    expect(bytes.reduce((sum, own) => sum + own)).toBeLessThanOrEqual(75_000);
  });
});
