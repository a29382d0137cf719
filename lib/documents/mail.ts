import { decodeAs, decodeBytes } from "@/lib/text";
import { readHtml } from "./html";
import { DocumentRefused } from "./model";

const MOST_PARTS = 200;
const MOST_DEEP = 20;

interface Found {
  readonly plain: string[];
  readonly html: string[];
  leftOut: number;
  parts: number;
}

/** Reads a letter (RFC 5322, MIME): its words, its subject as the title and its day; what is attached is left out. */
export function readMail(bytes: Uint8Array) {
  // a byte is a sign here, so that each part is decoded in the encoding that it names
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const { headers } = partAt(source);
  const found: Found = { plain: [], html: [], leftOut: 0, parts: 0 };
  collect(source, found, 0);
  const plain = found.plain.join("\n\n").replace(/\r\n?/gu, "\n");
  const page = plain.trim() === "" && found.html.length > 0 ? readHtml(found.html.join("\n")) : null;
  const text = page?.text ?? plain;
  if (
    text.trim() === "" &&
    /^application\/(?:x-)?pkcs7-mime|multipart\/encrypted/iu.test(headers["content-type"] ?? "")
  )
    throw new DocumentRefused(
      "encrypted",
      "The letter is encrypted. Save its text from the program that opens it.",
    );
  const sent = new Date(headers.date ?? "");
  return {
    text,
    paragraphs: page?.paragraphs ?? [],
    title: words(headers.subject ?? "").trim() || null,
    day: Number.isNaN(sent.getTime()) ? null : writtenDay(headers.date ?? "", sent),
    notices:
      found.leftOut === 0
        ? []
        : [`${found.leftOut} attached ${found.leftOut === 1 ? "file was" : "files were"} not read.`],
  };
}

/** Whether a text begins as a letter does that a program has kept. */
export function isMail(head: string): boolean {
  const [top = ""] = head.split(/\r?\n\r?\n/u, 1);
  const names = new Set(
    [...top.matchAll(/^([A-Za-z][\w-]{1,60}):/gmu)].map(([, name = ""]) => name.toLowerCase()),
  );
  const isHead = /^(?:From |[A-Za-z][\w-]{1,60}:)/u.test(top);
  return (
    isHead && names.has("from") && ["mime-version", "message-id", "received"].some((name) => names.has(name))
  );
}

/** The day where the letter was written, which is not the day everywhere. */
function writtenDay(date: string, sent: Date): string {
  const zone = /([+-])(\d{2})(\d{2})(?:\s*\([^()]{0,100}\))?$/u.exec(date.trim().slice(-200));
  const minutes = zone ? Number(`${zone[1]}1`) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
  return new Date(sent.getTime() + minutes * 60_000).toISOString().slice(0, 10);
}

function partAt(source: string): { headers: Record<string, string>; body: string } {
  const end = /\r?\n\r?\n/u.exec(source);
  const head = source.slice(0, end?.index ?? source.length).replace(/\r?\n[ \t]+/gu, " ");
  const headers: Record<string, string> = {};
  for (const line of head.split(/\r?\n/u)) {
    const at = line.indexOf(":");
    if (at > 0) headers[line.slice(0, at).trim().toLowerCase()] ??= line.slice(at + 1).trim();
  }
  return { headers, body: end ? source.slice(end.index + end[0].length) : "" };
}

function collect(source: string, found: Found, depth: number): void {
  found.parts += 1;
  if (depth > MOST_DEEP || found.parts > MOST_PARTS)
    throw new DocumentRefused("too_deep", "The letter has too many parts within each other.");
  const { headers, body } = partAt(source);
  const type = headers["content-type"] ?? "text/plain";
  const boundary = /^multipart\//iu.test(type) ? parameter(type, "boundary") : null;
  if (boundary !== null) {
    for (const part of partsOf(body, boundary)) collect(part, found, depth + 1);
    return;
  }
  const isAttached = /^attachment/iu.test(headers["content-disposition"] ?? "");
  if (isAttached || !/^text\/(?:plain|html)/iu.test(type)) {
    found.leftOut += 1;
    return;
  }
  const text = decoded(body, headers["content-transfer-encoding"] ?? "", parameter(type, "charset"));
  if (/^text\/html/iu.test(type)) found.html.push(text);
  else found.plain.push(/format="?flowed/iu.test(type) ? unfolded(text) : text);
}

function partsOf(body: string, boundary: string): string[] {
  const parts: string[] = [];
  let from = -1;
  for (let at = 0; at <= body.length; ) {
    const end = body.indexOf("\n", at);
    const next = end < 0 ? body.length + 1 : end + 1;
    const line = body.slice(at, end < 0 ? body.length : end).trimEnd();
    if (line === `--${boundary}` || line === `--${boundary}--`) {
      if (from >= 0) parts.push(body.slice(from, at));
      from = line.endsWith("--") && line !== `--${boundary}` ? -1 : next;
    }
    at = next;
  }
  if (from >= 0 && from < body.length) parts.push(body.slice(from));
  return parts;
}

function parameter(header: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`, "iu").exec(header);
  return match?.[1] ?? match?.[2] ?? null;
}

function decoded(body: string, how: string, charset: string | null): string {
  const bytes = /base64/iu.test(how)
    ? Buffer.from(body, "base64")
    : Buffer.from(
        /quoted-printable/iu.test(how) ? unquoted(body.replace(/=[ \t]*\r?\n/gu, "")) : body,
        "latin1",
      );
  return textOf(bytes, charset);
}

const textOf = (bytes: Buffer, charset: string | null) =>
  (charset === null ? null : decodeAs(bytes, charset)) ?? decodeBytes(bytes)?.text ?? "";

const unquoted = (text: string) =>
  text.replace(/=([0-9A-Fa-f]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Lines that were folded where they end with a space (RFC 3676). */
const unfolded = (text: string) => text.replace(/(?<=\S) \r?\n(?!>|-- )/gu, " ");

/** The words of a header in which other signs than ASCII are written in its own way (RFC 2047). */
function words(header: string): string {
  const plain = header.replace(/(\?=)\s+(?==\?)/gu, "$1");
  const told = plain.replace(
    /=\?([\w-]{1,40})\?([bq])\?([^?\s]{0,1000})\?=/giu,
    (_, charset: string, how: string, coded: string) =>
      textOf(
        how.toLowerCase() === "b"
          ? Buffer.from(coded, "base64")
          : Buffer.from(unquoted(coded.replaceAll("_", " ")), "latin1"),
        charset,
      ),
  );
  return told === header ? (decodeBytes(Buffer.from(header, "latin1"))?.text ?? header) : told;
}
