import type { XmlNode } from "citeproc";
import { NotXml, readXml } from "./xml";

/** The largest file of a style or a locale that is taken. The largest of the public collection has 250 kB. */
export const MOST_CSL_BYTES = 1_000_000;

/** How the places in a text are marked in a style: by a footnote, or by what stands in brackets. */
export type CslFormat = "note" | "author-date" | "numeric" | "author" | "label";

/** What a file says of itself. */
export interface CslFile {
  readonly kind: "style" | "locale";
  /** The address by which a style is known; of a locale its language. */
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  /** The language that a style is written for, "" where it takes any. */
  readonly language: string;
  readonly format: CslFormat;
  readonly tree: XmlNode;
}

/** Why a file is not taken, as a sentence. */
export class NotCsl extends Error {}

const CSL_NAMESPACE = "http://purl.org/net/xbiblio/csl";
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Z]{2})?$/u;
const FORMATS: readonly CslFormat[] = ["note", "author-date", "numeric", "author", "label"];

/** Reads a style or a locale of the Citation Style Language 1.0 and checks what can be known before it is used. @throws {NotCsl} */
export function readCsl(text: string): CslFile {
  let tree: XmlNode;
  try {
    tree = readXml(text);
  } catch (error) {
    if (error instanceof NotXml) throw new NotCsl(error.message);
    throw error;
  }
  if (tree.attrs.xmlns !== CSL_NAMESPACE)
    throw new NotCsl(`Its outermost element is not in the namespace of CSL, ${CSL_NAMESPACE}.`);
  if (tree.name === "locale") return readLocaleFile(tree);
  if (tree.name !== "style")
    throw new NotCsl("It is neither a style nor a locale: it begins with another element.");
  return readStyleFile(tree);
}

function readLocaleFile(tree: XmlNode): CslFile {
  const language = tree.attrs["xml:lang"] ?? "";
  if (!LANGUAGE.test(language)) throw new NotCsl("Its xml:lang names no language, such as de-DE.");
  if (!partsOf(tree, "terms").some((terms) => partsOf(terms, "term").length > 0))
    throw new NotCsl("It has no terms.");
  refuseStrangers(tree);
  const title = `Words of ${language}`;
  return { kind: "locale", id: language, title, shortTitle: language, language, format: "note", tree };
}

function readStyleFile(tree: XmlNode): CslFile {
  const [info] = partsOf(tree, "info");
  const [id, title] = [wordsOf(info, "id"), wordsOf(info, "title")];
  if (!id || !title) throw new NotCsl("Its <info> has no <id> or no <title>.");
  const parent = partsOf(info, "link").find(({ attrs }) => attrs.rel === "independent-parent")?.attrs.href;
  if (parent !== undefined)
    throw new NotCsl(
      `“${title}” only says that it is set as another style is: ${parent}. Add that one; its file is there under the same address.`,
    );
  if (!/^1\.\d/u.test(tree.attrs.version ?? "")) throw new NotCsl("It does not say that it is CSL 1.0.");
  if (tree.attrs.class !== "note" && tree.attrs.class !== "in-text")
    throw new NotCsl("It does not say whether it is a style of notes or in the text.");
  const language = tree.attrs["default-locale"] ?? "";
  if (language !== "" && !LANGUAGE.test(language))
    throw new NotCsl("Its default-locale names no language, such as de-DE.");
  refuseStrangers(tree);
  refuseUnlessFinite(tree);
  const said = partsOf(info, "category").find(({ attrs }) => attrs["citation-format"] !== undefined);
  const format = FORMATS.find((one) => one === said?.attrs["citation-format"]);
  return {
    ...{ kind: "style", id, title, language, tree },
    shortTitle: wordsOf(info, "title-short") || title,
    format: tree.attrs.class === "note" ? "note" : format && format !== "note" ? format : "author-date",
  };
}

function partsOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return (node?.children ?? []).filter(
    (child): child is XmlNode => typeof child !== "string" && child.name === name,
  );
}

function wordsOf(node: XmlNode | undefined, name: string): string {
  const [word] = partsOf(node, name)[0]?.children ?? [];
  // controls and signs of direction would turn round the page that names it
  const line = typeof word === "string" ? word.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim() : "";
  return [...line].slice(0, 200).join("");
}

// the elements of CSL 1.0.2 and of CSL-M, which the public collection has as well
const ELEMENTS: ReadonlySet<string> = new Set(
  "bibliography choose citation condition conditions court-class date date-part else else-if et-al group if institution institution-part intext key label layout locale macro multiple name name-part names number single sort style style-options substitute term terms text".split(
    " ",
  ),
);

// citeproc looks an element up by its name, and a stranger's name might find what is no element
function refuseStrangers(node: XmlNode): void {
  if (!ELEMENTS.has(node.name)) throw new NotCsl(`<${node.name}> is no element of CSL.`);
  for (const child of node.children)
    if (typeof child !== "string" && child.name !== "info") refuseStrangers(child);
}

/** The most elements that a style may come to when each macro stands where it is called. Chicago's comes to 2,500,000, of which a source meets few. */
const MOST_EXPANDED = 20_000_000;

/** Twelve macros that call each other ten times are a file of a page and never come to an end. */
function refuseUnlessFinite(style: XmlNode): void {
  const macros = new Map(partsOf(style, "macro").map((macro) => [macro.attrs.name ?? "", macro]));
  const sizes = new Map<string, number | "open">();
  const sizeOf = (node: XmlNode): number => {
    let size = 1;
    const called = node.name === "text" || node.name === "key" ? node.attrs.macro : undefined;
    if (called !== undefined) size += sizeOfMacro(called);
    for (const child of node.children) if (typeof child !== "string") size += sizeOf(child);
    return size;
  };
  const sizeOfMacro = (name: string): number => {
    const known = sizes.get(name);
    if (known === "open") throw new NotCsl(`Its macro “${name}” calls itself.`);
    if (known !== undefined) return known;
    const macro = macros.get(name);
    if (!macro) throw new NotCsl(`It calls a macro “${name}” that it does not have.`);
    sizes.set(name, "open");
    const size = sizeOf(macro);
    sizes.set(name, size);
    return size;
  };
  const [citation] = partsOf(style, "citation");
  if (!citation || partsOf(citation, "layout").length === 0)
    throw new NotCsl("It has no <citation> with a <layout>.");
  const whole = [citation, ...partsOf(style, "bibliography")].reduce((sum, part) => sum + sizeOf(part), 0);
  if (whole > MOST_EXPANDED)
    throw new NotCsl(`Its macros call each other so often that it comes to ${whole} elements.`);
}
