import type { Zip } from "@/lib/zip/server";
import { strikesAll, TextBuilder } from "./builder";
import { readMarkUp } from "./mark-up";
import { DocumentRefused, type ParagraphKind } from "./model";
import { partOf } from "./packed";

/**
 * Reads a text of LibreOffice and others (OpenDocument 1.3): the words as they stand when every tracked change is
 * accepted, notes behind the text. Comments and what is struck out are no part of it.
 */
export async function readOdt(zip: Zip) {
  const manifest = (await partOf(zip, "META-INF/manifest.xml")) ?? "";
  if (/<(?:\w+:)?encryption-data\b/u.test(manifest))
    throw new DocumentRefused(
      "encrypted",
      "It is protected with a password. Save a copy without one and take that.",
    );
  const content = await partOf(zip, "content.xml");
  if (content === null) throw new DocumentRefused("no_document", "It is a packed document without a text.");
  const readAll = (withStruck: boolean) => {
    const builder = new TextBuilder();
    const notes: string[] = [];
    const struck = readContent(content, {
      withStruck,
      add: (text, kind) => builder.add(text, kind),
      note: (text) => notes.push(text),
    });
    for (const note of notes) builder.add(note, "note");
    return { builder, struck };
  };
  const shown = readAll(false);
  const { builder } = strikesAll(shown.struck, shown.builder.read.text) ? readAll(true) : shown;
  return { ...builder.read, title: builder.first("headline") };
}

/** Left out with all that is in them: what was taken out in a tracked change, comments, and the signs of notes. */
const LEFT_OUT = new Set([
  ...[
    "text:tracked-changes",
    "office:annotation",
    "text:note-citation",
    "text:sequence-decls",
    "office:forms",
  ],
  ...["text:variable-decls", "text:user-field-decls", "text:ruby-text", "svg:title", "svg:desc"],
]);

interface Open {
  text: string;
  readonly kind: ParagraphKind;
}

interface Into {
  readonly withStruck: boolean;
  add(text: string, kind: ParagraphKind): void;
  note(text: string): void;
}

/** Reads the text, and tells how many characters were left out because they are struck out. */
function readContent(xml: string, into: Into): number {
  const parents = new Map<string, string>();
  const open: Open[] = [];
  const within: Open[] = [];
  const around: string[] = [];
  let leftOut = 0;
  const striking = new Set<string>();
  let [style, struck, strikes] = ["", 0, 0];
  let isInText = false;
  readMarkUp(
    xml,
    {
      open({ name, attributes }) {
        if (leftOut > 0 || LEFT_OUT.has(name)) {
          leftOut += 1;
          return;
        }
        if (name === "style:style") {
          style = attributes["style:name"] ?? "";
          parents.set(style, attributes["style:parent-style-name"] ?? "");
        }
        if (name === "style:text-properties" && isLineThrough(attributes)) striking.add(style);
        if (name === "office:text") isInText = true;
        const isSpan = name === "text:span" || name === "text:p" || name === "text:h";
        const isStriking = isSpan && striking.has(attributes["text:style-name"] ?? "");
        if (isStriking) strikes += 1;
        around.push(isStriking ? `${name} struck` : name);
        const paragraph = open.at(-1);
        if (name === "text:p" || name === "text:h") {
          const style = attributes["text:style-name"] ?? "";
          open.push({ text: "", kind: name === "text:h" ? "headline" : kindOf(style, parents, around) });
        } else if (!paragraph) return;
        else if (name === "text:s")
          // a document may say any number, and no line has more
          paragraph.text += " ".repeat(Math.min(100, Number(attributes["text:c"] ?? 1) || 1));
        else if (name === "text:tab") paragraph.text += "\t";
        else if (name === "text:line-break") paragraph.text += "\n";
      },
      close(name) {
        if (leftOut > 0) {
          leftOut -= 1;
          return;
        }
        if (around.pop()?.endsWith(" struck")) strikes -= 1;
        if (name !== "text:p" && name !== "text:h") return;
        const paragraph = open.pop();
        if (!paragraph) return;
        if (around.includes("text:note-body")) into.note(paragraph.text);
        else if (open.length > 0) within.push(paragraph);
        else for (const { text, kind } of [paragraph, ...within.splice(0)]) into.add(text, kind);
      },
      text(words) {
        const paragraph = open.at(-1);
        if (!isInText || leftOut > 0 || !paragraph) return;
        // spaces count once, as in HTML: what stands for more is an element
        const plain = words.replace(/[ \t\r\n]+/gu, " ");
        if (strikes > 0 && !into.withStruck) {
          struck += plain.length;
          return;
        }
        paragraph.text += /(?:^|\s)$/u.test(paragraph.text.slice(-1)) ? plain.trimStart() : plain;
      },
    },
    { isXml: true },
  );
  return struck;
}

/** Whether a style strikes its words out. */
function isLineThrough(attributes: Readonly<Record<string, string>>): boolean {
  const { "style:text-line-through-style": style, "style:text-line-through-type": type } = attributes;
  return (style ?? type ?? "none") !== "none";
}

function kindOf(
  style: string,
  parents: ReadonlyMap<string, string>,
  around: readonly string[],
): ParagraphKind {
  for (const name of [style, parents.get(style) ?? ""]) {
    const plain = name.replaceAll("_20_", " ");
    if (/^(?:title|subtitle|heading)/iu.test(plain)) return "headline";
    if (/^(?:caption|illustration|figure|drawing)$/iu.test(plain)) return "caption";
    if (/^quot/iu.test(plain)) return "quote";
  }
  if (around.includes("table:table-cell")) return "cell";
  return around.includes("text:list-item") ? "item" : "prose";
}
