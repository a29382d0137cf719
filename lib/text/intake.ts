import { decodeBytes, READ_AS_1252 } from "./decode";

/** A text as it may be kept, or why it may not. Notices say what was done to it on the way in. */
export type Intake =
  | { readonly isText: true; readonly text: string; readonly notices: readonly string[] }
  | {
      readonly isText: false;
      readonly rule: "empty" | "binary" | "nul" | "too_large";
      readonly message: string;
      /** What a person may mend and send again; absent when there is nothing of use. */
      readonly salvage?: string;
    };

/** The longest text that is taken in, in bytes of UTF-8. */
export const MOST_TEXT_BYTES = 5 * 1024 * 1024;
export const MOST_TEXT_WORDS = "5 MB";

const NUL = "\u0000";
const NUL_WORDS = "NUL characters, which no text has; they come from a damaged file or a wrong conversion";

/**
 * Takes in a text that was typed or pasted. It is kept to the character, except that newlines of every sort become
 * `\n`, a byte order mark is dropped, and halves of characters become U+FFFD.
 */
export function takeText(pasted: string): Intake {
  const text = evenNewlines(pasted);
  if (text.trim() === "") {
    return {
      isText: false,
      rule: "empty",
      message: "There is no text yet. Paste the article or choose a .txt file.",
    };
  }
  if (text.includes(NUL)) return refuseNul(text);
  if (new TextEncoder().encode(text).length > MOST_TEXT_BYTES) return tooLarge();
  if (looksBinary(text)) return binary("This is not readable text");
  return { isText: true, text, notices: [] };
}

/**
 * Takes in the bytes of a file. UTF-8 is read as it is, UTF-16 by its mark or its pattern, and what is neither as
 * Windows-1252 with a notice that says so.
 */
export function takeBytes(bytes: Uint8Array): Intake {
  if (bytes.length > 2 * MOST_TEXT_BYTES) return tooLarge();
  const known = knownBinary(bytes);
  if (known) return binary(known);
  const decoded = decodeBytes(bytes);
  if (!decoded) return binary(bytes.includes(0) ? "This is not a text file" : "This is not readable text");
  const intake = takeText(decoded.text);
  return intake.isText && decoded.encoding === "Windows-1252"
    ? { ...intake, notices: [READ_AS_1252] }
    : intake;
}

/** Newlines of every sort as `\n`, no byte order mark, no halves of characters. */
export function evenNewlines(text: string): string {
  return text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .toWellFormed();
}

const SIGNATURES: readonly [readonly number[], string][] = [
  [[0x25, 0x50, 0x44, 0x46], "This is a PDF"],
  [[0x50, 0x4b, 0x03, 0x04], "This is a Word document or another packed file"],
  [[0xd0, 0xcf, 0x11, 0xe0], "This is an old Word document"],
  [[0x89, 0x50, 0x4e, 0x47], "This is a picture"],
  [[0xff, 0xd8, 0xff], "This is a picture"],
  [[0x1f, 0x8b], "This is a packed file"],
  [[0x7f, 0x45, 0x4c, 0x46], "This is a program"],
];

function knownBinary(bytes: Uint8Array): string | null {
  const match = SIGNATURES.find(([signature]) => signature.every((byte, at) => bytes[at] === byte));
  return match?.[1] ?? null;
}

function looksBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it counts
  const odd = text.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffd]/g)?.length ?? 0;
  return odd > 8 && odd > text.length / 50;
}

function binary(what: string): Intake {
  return {
    isText: false,
    rule: "binary",
    message: `${what}. Open it in its own program, copy the words and paste them here, or save it as plain text (.txt).`,
  };
}

function tooLarge(): Intake {
  return {
    isText: false,
    rule: "too_large",
    message: `This is more than ${MOST_TEXT_WORDS} of text. Paste the article alone, or split it and import the parts.`,
  };
}

function refuseNul(text: string): Intake {
  const count = text.split(NUL).length - 1;
  const salvage = text.replaceAll(NUL, "");
  if (count > 8 && count > text.length / 50) return binary(`The text is full of ${NUL_WORDS}`);
  const first = text.indexOf(NUL);
  const line = text.slice(0, first).split("\n").length;
  const before = text
    .slice(Math.max(0, first - 40), first)
    .split("\n")
    .at(-1)
    ?.trim();
  const where = `line ${line}${before ? `, after “${before}”` : ""}`;
  return {
    isText: false,
    rule: "nul",
    message:
      count === 1
        ? `The text holds a NUL character in ${where}. It is taken out below: check that place, then send the text again.`
        : `The text holds ${count} ${NUL_WORDS}. The first is in ${where}. They are taken out below: check the text, then send it again.`,
    salvage,
  };
}
