// Cuts the faces that a page loads out of the whole ones of npm: one optical size and the weights that the styles ask for,
// in 68 kB where the whole ones are 306.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { lettersOfFace } from "./letters.mjs";
import { cache } from "./project.mjs";
import { hashOf, isStamped, stamp, unstamp } from "./stamps.mjs";

const require = createRequire(import.meta.url);
const folder = path.join(cache, "faces");
/** Where the packages are that hold the whole faces; asked for only once they are installed. */
const PACKAGES = {
  newsreader: () => require.resolve("@fontsource-variable/newsreader/unicode.json"),
  "public-sans": () => require.resolve("@fontsource-variable/public-sans/unicode.json"),
  "noto-serif": () => require.resolve("@fontsource-variable/noto-serif/unicode.json"),
  "noto-naskh-arabic": () => require.resolve("@fontsource-variable/noto-naskh-arabic/unicode.json"),
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

/** At the size of a picture the letters are those of a title. */
const DRAWN_UPRIGHT = { opsz: 40, wght: 430 };
const DRAWN_ITALIC = { opsz: 24, wght: 400 };
const DRAWN = { wght: 430 };

/**
 * What is drawn on the server into pictures: the family and the style that it serves, and as above. Nobody fetches them, so that
 * there are more scripts than on a page, which takes what its reader's machine has.
 */
const DRAWN_FACES = [
  ...["latin", "latin-ext", "vietnamese"].flatMap((script) => [
    ["Words", "normal", "newsreader", `newsreader-${script}-opsz-normal`, script, DRAWN_UPRIGHT],
    ["Words", "italic", "newsreader", `newsreader-${script}-opsz-italic`, script, DRAWN_ITALIC],
    ["Labels", "normal", "public-sans", `public-sans-${script}-wght-normal`, script, { wght: 560 }],
  ]),
  ["Arabic", "normal", "noto-naskh-arabic", "noto-naskh-arabic-arabic-wght-normal", "arabic", DRAWN],
  ...["cyrillic", "cyrillic-ext", "greek", "greek-ext", "latin-ext", "vietnamese"].map((script) => [
    ...["Others", "normal", "noto-serif", `noto-serif-${script}-wght-normal`, script, DRAWN],
  ]),
];

/** Cuts the faces unless they were cut from these packages already; the folder they stand in. */
export async function ensureFaces() {
  const own = ["faces.mjs", "letters.mjs"].map((name) =>
    readFileSync(new URL(name, import.meta.url), "utf8"),
  );
  const versions = Object.keys(PACKAGES).map((name) => inPackage(name, "package.json").toString());
  const inputs = hashOf([...own, ...versions]);
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
  await cutDrawn(subsetFont);
  stamp(stampFile, inputs);
  return folder;
}

/** The faces for pictures, unpacked, and in `faces.json` what each serves and which letters it has. */
async function cutDrawn(subsetFont) {
  const place = path.join(folder, "pictures");
  mkdirSync(place, { recursive: true });
  const listed = [];
  for (const [family, style, from, file, script, variationAxes] of DRAWN_FACES) {
    const letters = lettersOf(JSON.parse(inPackage(from, "unicode.json").toString())[script]);
    const whole = inPackage(from, `files/${file}.woff2`);
    const face = await subsetFont(whole, letters, { targetFormat: "truetype", variationAxes });
    writeFileSync(path.join(place, `${file}.ttf`), face);
    listed.push({ family, style, file: `${file}.ttf`, letters: lettersOfFace(face) });
  }
  writeFileSync(path.join(place, "faces.json"), JSON.stringify(listed));
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
