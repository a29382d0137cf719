import type { Zip } from "@/lib/zip/server";
import { MOST_UTF16 } from "./builder";
import { readDocx } from "./docx";
import { decodeFile, noText } from "./encodings";
import { charsetIn, readHtml } from "./html";
import { isMail, readMail } from "./mail";
import { readMarkdown } from "./markdown";
import { DocumentRefused, type ReadDocument } from "./model";
import { readOdt } from "./odt";
import { openPacked, partOf } from "./packed";
import { isRtf, readRtf } from "./rtf";
import { hasTimes, readSubtitles } from "./subtitles";

/** The largest file that is read; most of a large document are its pictures. */
export const MOST_DOCUMENT_BYTES = 100 * 1024 * 1024;

/** Reads a file that a writer has. `name` tells what its content leaves open. @throws {DocumentRefused} */
export async function readDocument(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  if (bytes.length === 0) throw empty();
  if (bytes.length > MOST_DOCUMENT_BYTES) throw tooLarge();
  const read = startsWith(bytes, ZIP)
    ? await readPacked(bytes)
    : isRtf(headOf(bytes))
      ? { kind: "rtf" as const, ...readRtf(bytes) }
      : readPlain(refuseOthers(bytes, name), name);
  if (!/[\p{L}\p{N}]/u.test(read.text)) throw empty();
  return { ...NOTHING_MORE, ...read };
}

const NOTHING_MORE = { title: null, language: null, day: null, paragraphs: [], marks: [], notices: [] };

type Read = Pick<ReadDocument, "kind" | "text" | "encoding"> & Partial<ReadDocument>;

async function readPacked(bytes: Uint8Array): Promise<Read> {
  const zip = await openPacked(bytes);
  const kind = await packedKind(zip);
  if (kind === "docx") return { kind, encoding: null, ...(await readDocx(zip)) };
  if (kind === "odt") return { kind, encoding: null, ...(await readOdt(zip)) };
  throw new DocumentRefused(
    "no_document",
    `It is ${kind}. Save its text as .docx, .odt, .rtf or .txt and take that.`,
  );
}

async function packedKind(zip: Zip): Promise<string> {
  const types = (await partOf(zip, "[Content_Types].xml")) ?? "";
  if (
    /wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled/u.test(types)
  )
    return "docx";
  const mimetype = (await partOf(zip, "mimetype")) ?? "";
  if (/opendocument\.text/u.test(mimetype)) return "odt";
  if (/spreadsheetml|opendocument\.spreadsheet/u.test(types + mimetype)) return "a spreadsheet";
  if (/presentationml|opendocument\.presentation/u.test(types + mimetype)) return "a presentation";
  if (/epub/u.test(mimetype)) return "a book (EPUB)";
  return "a packed file and no document";
}

function readPlain(bytes: Uint8Array, name: string): Read {
  if (isLetter(bytes, name)) return { kind: "mail", encoding: null, ...readMail(bytes) };
  const { kind, text, encoding, notices } = decodePlain(bytes, { name });
  const told = { kind, encoding, notices };
  if (kind === "html") return { ...told, ...readHtml(text) };
  if (kind === "markdown") return { ...told, ...readMarkdown(text.replace(/\r\n?/gu, "\n")) };
  if (kind !== "text") return { ...told, ...readSubtitles(text.replace(/\r\n?/gu, "\n")) };
  return { ...told, text };
}

/** A file that is no packed one, as text with all its signs. */
export interface PlainFile {
  readonly kind: "html" | "markdown" | "text" | "vtt" | "srt";
  readonly text: string;
  readonly encoding: string;
  readonly notices: readonly string[];
}

/**
 * A file as text with all its signs, for who reads a page in another way; null of one that is packed, rich text or a letter. `charset` is what
 * the one who sent it says. @throws {DocumentRefused} when it is none that is read
 */
export function readPlainFile(
  bytes: Uint8Array,
  { name, charset = null }: { name: string; charset?: string | null },
): PlainFile | null {
  if (bytes.length === 0) throw empty();
  if (bytes.length > MOST_DOCUMENT_BYTES) throw tooLarge();
  if (startsWith(bytes, ZIP) || isRtf(headOf(bytes)) || isLetter(refuseOthers(bytes, name), name))
    return null;
  return decodePlain(bytes, { name, charset });
}

function isLetter(bytes: Uint8Array, name: string): boolean {
  const head = headOf(bytes);
  return isMail(head) || (/\.eml$/iu.test(name) && /^[A-Za-z][\w-]{1,60}:/u.test(head));
}

const headOf = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64 * 1024)).toString("latin1");

function decodePlain(
  bytes: Uint8Array,
  { name, charset = null }: { name: string; charset?: string | null },
): PlainFile {
  const head = headOf(bytes);
  const { text: decoded, encoding, notices } = decodeFile(bytes, charset ?? pageCharset(head));
  // a browser passes over what stands for nothing in a page
  const text = isPage(head) ? decoded.replaceAll("\u0000", "") : decoded;
  if (looksBinary(text)) throw noText();
  const kind = plainKind(text, name);
  if (kind !== "html" && text.length > MOST_UTF16)
    throw new DocumentRefused("too_large", "It holds more than 5 million characters. Split it.");
  return { kind, text, encoding, notices };
}

/** The encoding that a page names in its head; of what is no page nothing is believed. */
const pageCharset = (head: string) => (isPage(head) ? charsetIn(head) : null);

const isPage = (head: string) => /<(?:!doctype\s+html|html|head|meta)\b/iu.test(head);

function plainKind(text: string, name: string): PlainFile["kind"] {
  const head = text.slice(0, 4096).trimStart();
  if (/^WEBVTT(?:[ \t\r\n]|$)/u.test(head)) return "vtt";
  if (/^\d{1,6}[ \t]*\r?\n[ \t]*\d{1,3}:\d{2}:\d{2}[.,]\d{1,3}[ \t]*-->/u.test(head)) return "srt";
  if (/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?(?:<!doctype\s+html|<html[\s>])/iu.test(head))
    return "html";
  if (/\.x?html?$/iu.test(name) && /<[a-z][^<>]{0,1000}>/iu.test(text)) return "html";
  if (/\.(?:vtt|srt)$/iu.test(name) && hasTimes(text)) return /\.vtt$/iu.test(name) ? "vtt" : "srt";
  return /\.(?:md|markdown|mdown)$/iu.test(name) ? "markdown" : "text";
}

const SIGNATURES: readonly (readonly [signature: readonly number[], what: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], "It is a PDF, in which words have no order that can be relied on"],
  [[0x89, 0x50, 0x4e, 0x47], "It is a picture"],
  [[0xff, 0xd8, 0xff], "It is a picture"],
  [[0x47, 0x49, 0x46, 0x38], "It is a picture"],
  [[0x1f, 0x8b], "It is a packed file"],
  [[0x49, 0x44, 0x33], "It is a recording"],
  [[0x7f, 0x45, 0x4c, 0x46], "It is a program"],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");

/** The bytes themselves, unless they are what is known and not read. @throws {DocumentRefused} */
function refuseOthers(bytes: Uint8Array, name: string): Uint8Array {
  if (startsWith(bytes, OLE)) {
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED);
    throw isEncrypted
      ? new DocumentRefused(
          "encrypted",
          "It is protected with a password. Save a copy without one and take that.",
        )
      : new DocumentRefused(
          "no_document",
          "It is an old Word document (.doc). Save it as .docx and take that.",
        );
  }
  const known = SIGNATURES.find(([signature]) => startsWith(bytes, signature));
  if (known)
    throw new DocumentRefused(
      "no_document",
      `${known[1]}. Save its words as .docx, .odt, .rtf or .txt and take that.`,
    );
  if (/\.(?:docx|odt|rtf)$/iu.test(name))
    throw new DocumentRefused(
      "no_document",
      "It is named as a document and is none: it may be damaged or cut short.",
    );
  return bytes;
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, at) => bytes[at] === byte);

function looksBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it counts
  const odd = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffd]/g)?.length ?? 0;
  return text.includes("\u0000") || (odd > 8 && odd > text.length / 50);
}

const tooLarge = () =>
  new DocumentRefused("too_large", "It is larger than 100 MB. Split it, or save it without pictures.");
const empty = () => new DocumentRefused("empty", "There are no words in it.");
