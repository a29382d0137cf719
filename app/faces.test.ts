import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";

const require = createRequire(import.meta.url);

// a font that npm moved or renamed would otherwise be missed by the build's eye only
const FACES = [
  require.resolve("@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2"),
  require.resolve("@fontsource-variable/newsreader/files/newsreader-latin-opsz-italic.woff2"),
  require.resolve("@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2"),
  require.resolve("@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2"),
];

describe("the faces", () => {
  it.each(FACES)("%s is a web font that is served from here", (file) => {
    expect(readFileSync(file).subarray(0, 4).toString("latin1")).toBe("wOF2");
  });
});
