import type { ParagraphKind } from "./model";

/** Where words go: to the text, to a list of what stands in the head of the file, or nowhere. */
export type Sink = "text" | "nowhere" | "fonts" | "styles" | "title" | "info";

/** What holds within a pair of braces. */
export interface Group {
  sink: Sink;
  /** How many signs behind a Unicode number are for programs that know none. */
  passed: number;
  font: number;
  isHidden: boolean;
  isDeleted: boolean;
  isStruck: boolean;
  isInTable: boolean;
  isItem: boolean;
  isHeadline: boolean;
  style: number;
  /** The same words stand in it twice, and the second time in Unicode. */
  isTwice: boolean;
  /** Words of their own, within those around them: a note, a text box. */
  story: "note" | "box" | null;
}

export const PLAIN_PARAGRAPH = { isInTable: false, isItem: false, isHeadline: false, style: 0 };
export const PLAIN_WORDS = { isHidden: false, isDeleted: false, isStruck: false };
export const START: Group = {
  ...{ sink: "text", passed: 1, font: 0, isTwice: false, story: null },
  ...PLAIN_WORDS,
  ...PLAIN_PARAGRAPH,
};

/** What a word turns on, and off with a nought behind it. */
export const TURNED: ReadonlyMap<string, "isHidden" | "isDeleted" | "isStruck" | "isInTable" | "isItem"> =
  new Map([
    ["v", "isHidden"],
    ["deleted", "isDeleted"],
    ["strike", "isStruck"],
    ["striked", "isStruck"],
    ["intbl", "isInTable"],
    ["ls", "isItem"],
  ]);

/** What a paragraph is, by its style, its level or its place. */
export function kindOf(
  { isHeadline, isInTable, isItem, style }: Group,
  styles: ReadonlyMap<number, string>,
): ParagraphKind {
  const name = styles.get(style) ?? "";
  if (isHeadline || /^(?:heading \d|title|subtitle)$/iu.test(name)) return "headline";
  if (/^caption$/iu.test(name)) return "caption";
  if (/quote|quotation/iu.test(name)) return "quote";
  if (isInTable) return "cell";
  return isItem || /^list\b/iu.test(name) ? "item" : "prose";
}
