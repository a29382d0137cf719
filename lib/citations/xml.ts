import type { XmlNode } from "citeproc";

/** Why a text is no XML that is read here, as a sentence. */
export class NotXml extends Error {}

// no style that is published comes near (the largest of 2,858 has 7,000 elements, 16 deep)
const MOST_ELEMENTS = 40_000;
const MOST_DEPTH = 60;

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

// each is tried at one place and eats at least a sign there, so that a text is read once
const TEXT = /[^<]+/uy;
const OPENING = /<([A-Za-z_][\w.:-]*)/uy;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const ENDING = /\s*(\/?)>/uy;
const CLOSING = /<\/([A-Za-z_][\w.:-]*)\s*>/uy;

/**
 * The elements of an XML document as citeproc takes them. Only what a style or a locale is written in: no document type and so
 * no entities of its own, nothing fetched, no prefixes. Words beside elements are left out, those alone in one are kept.
 * @throws {NotXml}
 */
export function readXml(given: string): XmlNode {
  const text = given.replace(/^\ufeff/u, "");
  const open: XmlNode[] = [];
  let root: XmlNode | null = null;
  let words = "";
  let count = 0;
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const close = (node: XmlNode) => {
    if (node.children.length === 0 && (words.trim() !== "" || LEAVES.has(node.name))) node.children = [words];
    words = "";
  };
  while (at < text.length) {
    const plain = take(TEXT)?.[0];
    if (plain !== undefined) {
      if (open.length > 0) words += decoded(plain);
      else if (plain.trim() !== "")
        throw new NotXml(`It has words outside of its elements${lineOf(text, at)}.`);
      continue;
    }
    const aside = ASIDES.find(([begin]) => text.startsWith(begin, at));
    if (aside) {
      const [begin, end] = aside;
      const until = text.indexOf(end, at + begin.length);
      if (until < 0) throw new NotXml(`${begin} is not closed${lineOf(text, at)}.`);
      if (begin === "<![CDATA[" && open.length > 0) words += text.slice(at + begin.length, until);
      at = until + end.length;
      continue;
    }
    if (text.startsWith("<!", at))
      throw new NotXml("It declares a document type or entities, which are not read. A style needs none.");
    const closing = take(CLOSING)?.[1];
    if (closing !== undefined) {
      const node = open.pop();
      if (node?.name !== closing)
        throw new NotXml(`</${closing}> closes what is not open${lineOf(text, at)}.`);
      close(node);
      continue;
    }
    const opening = take(OPENING)?.[1];
    if (opening === undefined) throw new NotXml(`It is no XML${lineOf(text, at)}.`);
    const node: XmlNode = { name: opening, attrs: {}, children: [] };
    for (let found = take(ATTRIBUTE); found; found = take(ATTRIBUTE)) {
      const [, name = "", double, single] = found;
      if (Object.hasOwn(node.attrs, name)) throw new NotXml(`${name} stands twice${lineOf(text, at)}.`);
      // a name such as __proto__ is an attribute like any other
      Object.defineProperty(node.attrs, name, {
        ...{ value: decoded(double ?? single ?? ""), enumerable: true, writable: true, configurable: true },
      });
    }
    const ending = take(ENDING);
    if (!ending) throw new NotXml(`<${opening}> is not written as XML asks${lineOf(text, at)}.`);
    if (++count > MOST_ELEMENTS) throw new NotXml(`It has more than ${MOST_ELEMENTS} elements.`);
    const parent = open.at(-1);
    // words beside elements say nothing in a style, and are dropped when it closes
    if (parent) parent.children.push(node);
    else if (root) throw new NotXml("It has a second outermost element.");
    else root = node;
    words = "";
    if (ending[1] === "/") close(node);
    else if (open.push(node) > MOST_DEPTH)
      throw new NotXml(`Its elements stand more than ${MOST_DEPTH} deep.`);
  }
  const [unclosed] = open;
  if (unclosed || !root)
    throw new NotXml(unclosed ? `<${open.at(-1)?.name}> is not closed.` : "It is empty.");
  return root;
}

const ASIDES = [
  ["<!--", "-->"],
  ["<?", "?>"],
  ["<![CDATA[", "]]>"],
] as const;

// citeproc asks these for their text, whether they have any or not
const LEAVES: ReadonlySet<string> = new Set(["term", "single", "multiple"]);

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([A-Za-z]{1,8}));|&/gu,
    (found, ten, sixteen, name) => {
      const code = ten ? Number(ten) : sixteen ? Number.parseInt(sixteen, 16) : undefined;
      if (code !== undefined && code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff))
        return String.fromCodePoint(code);
      const sign = name && Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
      if (sign === undefined) throw new NotXml(`${found} is no sign that XML knows.`);
      return sign;
    },
  );
}

function lineOf(text: string, at: number): string {
  return ` in line ${text.slice(0, at).split("\n").length}`;
}
