// Cuts the faces that a page loads out of the whole ones of npm: one optical size and the weights that the styles ask for,
// in 68 kB where the whole ones are 306.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { cache } from "./project.mjs";
import { hashOf, isStamped, stamp, unstamp } from "./stamps.mjs";

const require = createRequire(import.meta.url);
const folder = path.join(cache, "faces");
/** Where the packages are that hold the whole faces; asked for only once they are installed. */
const PACKAGES = {
  newsreader: () => require.resolve("@fontsource-variable/newsreader/unicode.json"),
  "public-sans": () => require.resolve("@fontsource-variable/public-sans/unicode.json"),
};
// one cut between text and display serves both: a cut for each would take a fifth more of what a page fetches
const UPRIGHT = { opsz: 24, wght: 440 };
const ITALIC = { opsz: 24, wght: 400 };
const SANS = { wght: { min: 400, max: 650 } };

/** Name of the file made, the package and file it is cut from, the script whose letters it keeps, its axes. */
const FACES = [
  ["newsreader", "newsreader", "newsreader-latin-opsz-normal", "latin", UPRIGHT],
  ["newsreader-italic", "newsreader", "newsreader-latin-opsz-italic", "latin", ITALIC],
  ["newsreader-ext", "newsreader", "newsreader-latin-ext-opsz-normal", "latin-ext", UPRIGHT],
  ["newsreader-italic-ext", "newsreader", "newsreader-latin-ext-opsz-italic", "latin-ext", ITALIC],
  ["newsreader-vi", "newsreader", "newsreader-vietnamese-opsz-normal", "vietnamese", UPRIGHT],
  ["newsreader-italic-vi", "newsreader", "newsreader-vietnamese-opsz-italic", "vietnamese", ITALIC],
  ["public-sans", "public-sans", "public-sans-latin-wght-normal", "latin", SANS],
  ["public-sans-ext", "public-sans", "public-sans-latin-ext-wght-normal", "latin-ext", SANS],
  ["public-sans-vi", "public-sans", "public-sans-vietnamese-wght-normal", "vietnamese", SANS],
];

/** Cuts the faces unless they were cut from these packages already; the folder they stand in. */
export async function ensureFaces() {
  const own = readFileSync(new URL(import.meta.url), "utf8");
  const versions = Object.keys(PACKAGES).map((name) => inPackage(name, "package.json").toString());
  const inputs = hashOf([own, ...versions]);
  const stampFile = path.join(folder, "stamp");
  if (isStamped(stampFile, inputs)) return folder;
  unstamp(stampFile);
  mkdirSync(folder, { recursive: true });
  const { default: subsetFont } = await import("subset-font");
  for (const [name, from, file, script, variationAxes] of FACES) {
    const letters = lettersOf(JSON.parse(inPackage(from, "unicode.json").toString())[script]);
    const whole = inPackage(from, `files/${file}.woff2`);
    writeFileSync(
      path.join(folder, `${name}.woff2`),
      await subsetFont(whole, letters, { targetFormat: "woff2", variationAxes }),
    );
  }
  stamp(stampFile, inputs);
  return folder;
}

function inPackage(name, file) {
  return readFileSync(path.join(path.dirname(PACKAGES[name]()), file));
}

/** "U+0041-0043,U+0131" → "ABCı". */
function lettersOf(ranges) {
  return ranges
    .split(",")
    .flatMap((range) => {
      const [first, last = first] = range
        .trim()
        .replace("U+", "")
        .split("-")
        .map((hex) => Number.parseInt(hex, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    })
    .join("");
}
