import type { Zip } from "@/lib/zip/server";
import { strikesAll, TextBuilder } from "./builder";
import { readMarkUp } from "./mark-up";
import { DocumentRefused, type ParagraphKind } from "./model";
import { partOf } from "./packed";

/**
 * Reads a document of Word (ECMA-376): the words as they stand when every tracked change is accepted, tables and text
 * boxes where they stand, footnotes and endnotes behind the text. Comments, headers, footers and what is struck out are no part of the text.
 */
export async function readDocx(zip: Zip) {
  const main = await mainPart(zip);
  const folder = main.includes("/") ? main.slice(0, main.lastIndexOf("/") + 1) : "";
  const body = await partOf(zip, main);
  if (body === null) throw new DocumentRefused("no_document", "It is a Word document without a text.");
  const kinds = kindsOf((await partOf(zip, `${folder}styles.xml`)) ?? "");
  const notes = [
    await partOf(zip, `${folder}footnotes.xml`),
    await partOf(zip, `${folder}endnotes.xml`),
  ].filter((part) => part !== null);
  const readAll = (withStruck: boolean) => {
    const builder = new TextBuilder();
    let struck = readPart(body, { kinds, withStruck, add: (text, kind) => builder.add(text, kind) });
    for (const part of notes)
      struck += readPart(part, { kinds, withStruck, add: (text) => builder.add(text, "note") });
    return { builder, struck };
  };
  const shown = readAll(false);
  const { builder } = strikesAll(shown.struck, shown.builder.read.text) ? readAll(true) : shown;
  const title = builder.first("headline") ?? titleOf((await partOf(zip, "docProps/core.xml")) ?? "");
  return { ...builder.read, title };
}

async function mainPart(zip: Zip): Promise<string> {
  let found = "word/document.xml";
  const ties = await partOf(zip, "_rels/.rels");
  if (ties !== null)
    readMarkUp(
      ties,
      {
        open({ attributes: { Type = "", Target = "" } }) {
          if (Type.endsWith("/officeDocument") && Target !== "") found = Target.replace(/^\//u, "");
        },
        close() {},
        text() {},
      },
      { isXml: true },
    );
  return found;
}

function titleOf(core: string): string | null {
  let title = "";
  let isIn = false;
  readMarkUp(
    core,
    {
      open({ name }) {
        isIn = name === "dc:title";
      },
      close() {
        isIn = false;
      },
      text(words) {
        if (isIn) title += words;
      },
    },
    { isXml: true },
  );
  return title.trim() || null;
}

/** What the paragraphs of each style are, by the name that Word gives the style in every language. */
function kindsOf(styles: string): ReadonlyMap<string, ParagraphKind> {
  const kinds = new Map<string, ParagraphKind>();
  let style = "";
  readMarkUp(
    styles,
    {
      open({ name, attributes }) {
        if (name === "w:style") style = attributes["w:styleId"] ?? "";
        if (name !== "w:name" || style === "") return;
        const kind = kindNamed(attributes["w:val"] ?? "");
        if (kind) kinds.set(style, kind);
      },
      close() {},
      text() {},
    },
    { isXml: true },
  );
  return kinds;
}

function kindNamed(name: string): ParagraphKind | null {
  if (/^(?:heading \d|title|subtitle)$/iu.test(name)) return "headline";
  if (/^caption$/iu.test(name)) return "caption";
  if (/quote|quotation/iu.test(name)) return "quote";
  return /^list\b/iu.test(name) ? "item" : null;
}

/** Taken out or moved away in a tracked change. */
const LEFT_OUT = new Set(["w:del", "w:moveFrom"]);
/** There a second time for programs of former years, or as it was before a change. */
const ALWAYS_LEFT_OUT = new Set([
  "mc:Fallback",
  "w:pPrChange",
  "w:rPrChange",
  "w:sectPrChange",
  "w:tblPrChange",
]);
const OFF = /^(?:0|false|off)$/u;
/** Notes that hold the line above the notes, and no words. */
const SEPARATORS = new Set(["separator", "continuationSeparator", "continuationNotice"]);

interface Open {
  text: string;
  kind: ParagraphKind;
}

interface Reading {
  readonly kinds: ReadonlyMap<string, ParagraphKind>;
  readonly withStruck: boolean;
  readonly add: (text: string, kind: ParagraphKind) => void;
}

/** Reads a part, and tells how many characters were left out because they are struck out. */
function readPart(xml: string, { kinds, withStruck, add }: Reading): number {
  // paragraphs lie within each other where a text box hangs in one
  const open: Open[] = [];
  const within: Open[] = [];
  let carried: Open | null = null;
  let leftOut = 0;
  let properties = 0;
  let isHidden = false;
  let isStruck = false;
  let struck = 0;
  let isMarkTakenOut = false;
  let cells = 0;
  let isText = false;
  let keepsSpace = false;
  const write = (words: string) => {
    const paragraph = open.at(-1);
    if (!paragraph || leftOut > 0 || isHidden) return;
    if (isStruck && !withStruck) struck += words.length;
    else paragraph.text += words;
  };
  const flush = ({ text, kind }: Open) => add(text, kind);
  readMarkUp(
    xml,
    {
      open({ name, attributes }) {
        if (leftOut > 0 || isLeftOut(name, attributes, properties)) {
          leftOut += 1;
          return;
        }
        const value = attributes["w:val"] ?? "";
        const paragraph = open.at(-1);
        switch (name) {
          case "w:p":
            open.push(
              open.length === 0 && carried ? carried : { text: "", kind: cells > 0 ? "cell" : "prose" },
            );
            if (open.length === 1) carried = null;
            isMarkTakenOut = false;
            break;
          case "w:pPr":
            properties += 1;
            break;
          case "w:del":
          case "w:moveFrom":
            // within the properties: the end of the paragraph was taken out, and the next goes on in it
            isMarkTakenOut = true;
            break;
          case "w:framePr":
            // a first letter that hangs over several lines is a paragraph of its own there, and goes on in the next
            if (/^(?:drop|margin)$/u.test(attributes["w:dropCap"] ?? "")) isMarkTakenOut = true;
            break;
          case "w:pStyle":
            if (paragraph) paragraph.kind = kinds.get(value) ?? paragraph.kind;
            break;
          case "w:numPr":
            if (paragraph?.kind === "prose") paragraph.kind = "item";
            break;
          case "w:r":
            isHidden = isStruck = false;
            break;
          case "w:vanish":
            if (properties === 0) isHidden = !OFF.test(value);
            break;
          case "w:strike":
          case "w:dstrike":
            // either of them says of itself alone that it does not
            if (properties === 0) isStruck ||= !OFF.test(value);
            break;
          case "w:tbl":
            cells += 1;
            break;
          case "w:t":
            isText = true;
            keepsSpace = attributes["xml:space"] === "preserve";
            break;
          case "w:tab":
            if (properties === 0) write("\t");
            break;
          case "w:br":
          case "w:cr":
            write("\n");
            break;
          case "w:noBreakHyphen":
            write("\u2011");
        }
      },
      close(name) {
        if (leftOut > 0) {
          leftOut -= 1;
          return;
        }
        if (name === "w:pPr") properties -= 1;
        else if (name === "w:t") isText = false;
        else if (name === "w:r") isHidden = isStruck = false;
        else if (name === "w:tbl") cells -= 1;
        else if (name === "w:p") {
          const paragraph = open.pop();
          if (!paragraph) return;
          if (open.length > 0) within.push(paragraph);
          else if (isMarkTakenOut) carried = paragraph;
          else {
            flush(paragraph);
            for (const one of within.splice(0)) flush(one);
          }
          isMarkTakenOut = false;
        }
      },
      text(words) {
        if (isText) write(keepsSpace ? words : words.trim());
      },
    },
    { isXml: true },
  );
  if (carried) flush(carried);
  for (const one of within) flush(one);
  return struck;
}

function isLeftOut(name: string, attributes: Readonly<Record<string, string>>, properties: number): boolean {
  if (ALWAYS_LEFT_OUT.has(name)) return true;
  if (LEFT_OUT.has(name)) return properties === 0;
  return (name === "w:footnote" || name === "w:endnote") && SEPARATORS.has(attributes["w:type"] ?? "");
}
