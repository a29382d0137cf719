import { analyse } from "chardet";
import { decodeAs, decodeBytes, READ_AS_1252 } from "@/lib/text";
import { DocumentRefused } from "./model";

export interface DecodedFile {
  readonly text: string;
  readonly encoding: string;
  readonly notices: readonly string[];
}

/**
 * The text of a file: in the encoding that it names where its bytes are in it, else UTF-8 or UTF-16, else the one of another script
 * that its bytes show, else Windows-1252. What is a guess is told. @throws {DocumentRefused} when it is no text
 */
export function decodeFile(bytes: Uint8Array, named: string | null): DecodedFile {
  const decoded = decodeBytes(bytes);
  // UTF-8 is nearly never anything else by chance, and many a page names what it was before it was saved
  if (decoded && decoded.encoding !== "Windows-1252") return { ...decoded, notices: [] };
  const nearly = nearlyUtf8(bytes, named);
  if (nearly) return nearly;
  const asNamed = named === null ? null : decodeAs(bytes, named);
  if (named !== null && asNamed !== null) return { text: asNamed, encoding: nameOf(named), notices: [] };
  const guessed = guessedByScript(bytes);
  if (guessed) return { ...guessed, notices: [notice(guessed.encoding)] };
  if (!decoded) throw noText();
  return { ...decoded, notices: [READ_AS_1252] };
}

// a site that cuts its teasers by bytes cuts letters, and leaves thousands of others whole
const WHOLE_FOR_A_BROKEN_ONE = 8;

/** UTF-8 in which a few letters are broken: each stands as one sign that says so, and is told. */
function nearlyUtf8(bytes: Uint8Array, named: string | null): DecodedFile | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  if (text.includes("\u0000")) return null;
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  const isNamed = /^utf-?8$/iu.test(named?.trim() ?? "");
  if (broken === 0 || whole < broken * (isNamed ? 1 : WHOLE_FOR_A_BROKEN_ONE)) return null;
  const told =
    broken === 1 ? "One letter of it is broken and stands" : `${broken} letters of it are broken and stand`;
  return { text, encoding: "UTF-8", notices: [`The file is UTF-8. ${told} as \ufffd.`] };
}

export const noText = () =>
  new DocumentRefused(
    "no_document",
    "It is no text and no document that can be read. Take a .docx, .odt, .rtf, .html, .md, .txt, .vtt, .srt or .eml file.",
  );

const notice = (encoding: string) =>
  `The file is not UTF-8 and names no encoding. By its letters it was read as ${encoding}; check that they are words.`;

/** The encodings of other scripts than the Latin one, and what letters a text in them must mostly have. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    ["windows-1251", "KOI8-R", "ISO-8859-5"].map((name) => [name, /\p{Script=Cyrillic}/gu]),
  ),
  ...Object.fromEntries(["windows-1253", "ISO-8859-7"].map((name) => [name, /\p{Script=Greek}/gu])),
  ...Object.fromEntries(["windows-1255", "ISO-8859-8"].map((name) => [name, /\p{Script=Hebrew}/gu])),
  ...Object.fromEntries(["windows-1256", "ISO-8859-6"].map((name) => [name, /\p{Script=Arabic}/gu])),
  ...Object.fromEntries(
    ["Shift_JIS", "EUC-JP", "ISO-2022-JP"].map((name) => [
      name,
      /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu,
    ]),
  ),
  ...Object.fromEntries(["Big5", "GB18030"].map((name) => [name, /\p{Script=Han}/gu])),
  "EUC-KR": /\p{Script=Hangul}/gu,
};

const MOST_SAMPLED = 64 * 1024;

/** Only where most letters are of the script: a text in Latin letters with some accents is never taken for one. */
function guessedByScript(bytes: Uint8Array): { text: string; encoding: string } | null {
  if (!bytes.some((byte) => byte > 0x7f)) return null;
  for (const { name } of analyse(bytes.subarray(0, MOST_SAMPLED)).slice(0, 6)) {
    const script = SCRIPTS[name];
    const text = script ? decodeAs(bytes, name) : null;
    if (!script || text === null) continue;
    const sample = text.slice(0, MOST_SAMPLED);
    const letters = sample.match(/\p{L}/gu)?.length ?? 0;
    if (letters > 0 && (sample.match(script)?.length ?? 0) > letters * 0.6) return { text, encoding: name };
  }
  return null;
}

const nameOf = (named: string) =>
  named.trim().replace(/^(?:iso-?8859-?1|latin-?1|us-ascii|ascii|cp-?1252)$/iu, "Windows-1252");
