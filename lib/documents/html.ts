import { strikesAll, TextBuilder } from "./builder";
import { readMarkUp } from "./mark-up";
import type { ParagraphKind } from "./model";

/** What a reader of the page does not read, with all that is in it. */
const LEFT_OUT = new Set([
  ...[
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "math",
    "head",
    "nav",
    "button",
    "select",
    "textarea",
  ],
  ...["iframe", "object", "audio", "video", "canvas", "rt", "rp", "dialog", "datalist"],
]);

/** What begins and ends a paragraph, and what the paragraph is. */
const BLOCKS: Readonly<Record<string, ParagraphKind>> = {
  ...Object.fromEntries(["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, "headline"])),
  ...Object.fromEntries(["figcaption", "caption"].map((name) => [name, "caption"])),
  ...Object.fromEntries(["li", "dt", "dd"].map((name) => [name, "item"])),
  ...Object.fromEntries(["td", "th"].map((name) => [name, "cell"])),
  ...{ blockquote: "quote" },
  ...Object.fromEntries(
    [
      ...["p", "div", "section", "article", "main", "header", "footer", "aside", "body", "figure", "address"],
      ...[
        "ul",
        "ol",
        "dl",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "form",
        "fieldset",
        "details",
        "summary",
      ],
      ...["hr", "pre", "hgroup", "legend", "center"],
    ].map((name) => [name, "prose"]),
  ),
};

/** How a style strikes words out, which its reader is told to pass over. */
export const STRUCK = /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/iu;

const STRIKES = new Set(["del", "s", "strike"]);

/** Reads a page as its reader does: paragraph by paragraph, without scripts, menus, what is hidden and what it strikes out. */
export function readHtml(source: string) {
  const { struck, ...read } = readShown(source, { withStruck: false });
  return strikesAll(struck, read.text) ? readShown(source, { withStruck: true }) : read;
}

function readShown(source: string, { withStruck }: { withStruck: boolean }) {
  const builder = new TextBuilder();
  const kinds: { name: string; kind: ParagraphKind }[] = [];
  let words = "";
  let leftOut = 0;
  // whether what is left out is struck out, and how many signs are
  let [striking, struck] = [0, 0];
  let title = "";
  let isTitle = false;
  let language: string | null = null;
  let preformatted = 0;
  const end = () => {
    // what stands closest says what it is, and a paragraph within a quotation is one
    const kind = kinds.findLast((one) => one.kind !== "prose")?.kind ?? "prose";
    builder.add(words.replace(/(?<! ) *\n */gu, "\n"), kind);
    words = "";
  };
  readMarkUp(
    source,
    {
      open({ name, attributes }) {
        if (name === "html" && /^[\w-]{2,35}$/u.test(attributes.lang ?? ""))
          language = attributes.lang ?? null;
        if (name === "title" && title === "") isTitle = true;
        const strikes = !withStruck && (STRIKES.has(name) || STRUCK.test(attributes.style ?? ""));
        if (leftOut > 0 || strikes || LEFT_OUT.has(name) || isHidden(attributes)) {
          if (strikes && leftOut === 0) striking = 1;
          // an element without an end, such as <input hidden>, is closed by the parser at once
          leftOut += 1;
          return;
        }
        const kind = BLOCKS[name];
        if (kind !== undefined) {
          end();
          kinds.push({ name, kind });
        }
        if (name === "br") words += "\n";
        if (name === "pre") preformatted += 1;
        // a browser shows the marks of <q>, so they are among the words
        if (name === "q") words += "“";
      },
      close(name) {
        if (name === "title") isTitle = false;
        if (leftOut > 0) {
          leftOut -= 1;
          if (leftOut === 0) striking = 0;
          return;
        }
        if (name === "pre") preformatted -= 1;
        if (name === "q") words += "”";
        if (BLOCKS[name] === undefined) return;
        end();
        if (kinds.at(-1)?.name === name) kinds.pop();
      },
      text(piece) {
        if (isTitle) title += piece;
        struck += striking * piece.length;
        if (leftOut > 0) return;
        if (preformatted > 0) {
          words += piece;
          return;
        }
        const plain = piece.replace(/[ \t\r\n\f]+/gu, " ");
        words += /(?:^|[ \n])$/u.test(words.slice(-1)) ? plain.replace(/^ /u, "") : plain;
      },
    },
    { isXml: false },
  );
  end();
  return {
    ...builder.read,
    title: builder.first("headline") ?? (title.replace(/\s+/gu, " ").trim() || null),
    language,
    struck,
  };
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return "hidden" in attributes || /(?:^|;)\s*display\s*:\s*none/iu.test(attributes.style ?? "");
}

/** The encoding that a page names in its head. */
export function charsetIn(head: string): string | null {
  return /<meta\b[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,40})/iu.exec(head.slice(0, 4096))?.[1] ?? null;
}
