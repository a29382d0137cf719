import { DocumentRefused, type ReadDocument } from "@/lib/documents";
import { readDocument, readHtml, readPlainFile } from "@/lib/documents/server";
import { knownDay, knownLanguage, shortLine } from "./kept";
import type { DetailName, FoundDetail, FoundDetails, PlaceMarks, ReadArticle } from "./model";
import { readPage } from "./page";
import { readPdf, saysLetters } from "./pdf";

/** Bytes that arrived, and what was said of them. */
export interface Arrived {
  readonly bytes: Uint8Array;
  /** Of the file, or of the last part of an address. */
  readonly name: string;
  /** The address that answered; null of a file. */
  readonly at?: string | null;
  /** The encoding that the answer's header names; null for none. */
  readonly charset?: string | null;
  /** Read all that a page says, and not its article alone. */
  readonly isWhole?: boolean;
}

/**
 * Reads what a newsroom takes in: the prose of a document and what it says of itself. What the content is counts, whatever the name or
 * the header says. @throws {DocumentRefused}
 */
export async function readArticle(arrived: Arrived): Promise<ReadArticle> {
  const { bytes, name, at = null, charset = null, isWhole = false } = arrived;
  if (isPdf(bytes)) return readPdfArticle(bytes);
  const plain = readPlainFile(bytes, { name, charset });
  if (plain !== null && plain.kind === "html") {
    const { text, encoding } = plain;
    const page = isWhole ? { text: readHtml(text).text, details: {}, notices: [] } : readPage(text, { at });
    if (!/[\p{L}\p{N}]/u.test(page.text)) throw new DocumentRefused("empty", "There are no words in it.");
    return { kind: "html", encoding, marks: NO_MARKS, ...page, notices: [...plain.notices, ...page.notices] };
  }
  const read = await readDocument(bytes, name);
  const details = detailsOfDocument(read, at);
  return {
    ...{ kind: read.kind, encoding: read.encoding, notices: read.notices, details },
    ...proseOf(read, details.title?.value ?? ""),
  };
}

const NO_MARKS: PlaceMarks = { times: [], pages: [] };

function isPdf(bytes: Uint8Array): boolean {
  // some programs write something in front of it
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes("%PDF-");
}

async function readPdfArticle(bytes: Uint8Array): Promise<ReadArticle> {
  const { text, pages, title, author, day, language, leftOut, pageCount } = await readPdf(bytes);
  if (!saysLetters(text))
    throw new DocumentRefused(
      "no_document",
      "Its typefaces do not say which letters they show, so that its words cannot be taken out of it. Have it read by a program that recognises letters, and take its text.",
    );
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new DocumentRefused(
      "empty",
      `There are no words in its ${pageCount === 1 ? "page" : `${pageCount} pages`}, only pictures of them or typefaces that do not say their letters. Have them read by a program that recognises letters, and take its text.`,
    );
  const says = "the PDF’s own properties";
  const details = found([
    [
      "title",
      title && /\.(?:docx?|indd|qxd|tex|pdf)$|^(?:untitled|microsoft word)/iu.test(title) ? null : title,
      says,
    ],
    ["author", author, says],
    ["publishedOn", day, `${says} (when it was made)`],
    ["language", language, says],
  ]);
  const notices =
    leftOut > 0 ? [`${leftOut} lines that come again at the head or foot of its pages were left out.`] : [];
  return { kind: "pdf", text, details, marks: { times: [], pages }, encoding: null, notices };
}

const SAYS: Readonly<Partial<Record<ReadDocument["kind"], string>>> = {
  ...{
    docx: "the document’s first heading or its properties",
    odt: "the document’s first heading or its properties",
    rtf: "the document’s first heading or its properties",
  },
  ...{ markdown: "its first heading", mail: "the letter’s subject" },
};

function detailsOfDocument({ kind, title, language, day }: ReadDocument, at: string | null): FoundDetails {
  return found([
    ["title", title, SAYS[kind] ?? "the file"],
    ["language", language, "the file"],
    ["publishedOn", day, kind === "mail" ? "the day on which the letter was sent" : "the file"],
    ["address", at, "the address that answered"],
  ]);
}

function found(said: readonly (readonly [DetailName, string | null, string])[]): FoundDetails {
  const details: Partial<Record<DetailName, FoundDetail>> = {};
  for (const [name, value, from] of said) {
    if (value === null) continue;
    const kept =
      name === "publishedOn"
        ? knownDay(value)
        : name === "language"
          ? knownLanguage(value)
          : name === "address"
            ? value
            : shortLine(value, 300);
    if (kept !== null) details[name] = { value: kept, from };
  }
  return details;
}

/** The text without the headline that stands first in it, and its marks moved with it. */
function proseOf({ kind, text, paragraphs, marks }: ReadDocument, title: string) {
  const [first] = paragraphs;
  const headline =
    first && first.kind === "headline" && kind !== "text"
      ? text.slice(first.startUtf16, first.endUtf16)
      : null;
  const isTitle = headline !== null && headline.replace(/\s+/gu, " ").trim() === title;
  const from =
    isTitle && first ? first.endUtf16 + (/^\s*/u.exec(text.slice(first.endUtf16))?.[0].length ?? 0) : 0;
  // a document that is a heading alone keeps it
  const by = from >= text.trimEnd().length ? 0 : from;
  const times = marks
    .filter(({ startUtf16 }) => startUtf16 >= by)
    .map(({ startUtf16, ms }) => ({ startUtf16: startUtf16 - by, ms }));
  return { text: text.slice(by), marks: { times, pages: [] } };
}
