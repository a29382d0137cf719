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
  const utf16 = utf16Of(bytes);
  if (utf16) return withNotice(decode(bytes, utf16), null);
  const utf8 = decode(bytes, "utf-8");
  if (utf8 !== null) return withNotice(utf8, null);
  if (bytes.includes(0)) return binary("This is not a text file");
  return withNotice(
    fromWindows1252(bytes),
    "The file is not UTF-8. It was read as Windows-1252 (Western European); check the accents and quotation marks.",
  );
}

/** Newlines of every sort as `\n`, no byte order mark, no halves of characters. */
export function evenNewlines(text: string): string {
  return text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .toWellFormed();
}

function withNotice(decoded: string | null, notice: string | null): Intake {
  if (decoded === null) return binary("This is not readable text");
  const intake = takeText(decoded);
  return intake.isText && notice ? { ...intake, notices: [notice] } : intake;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

// what Windows-1252 has where Latin-1 has controls; the five it leaves open say that the file is something else
const WINDOWS_1252 = "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ";

// not by TextDecoder: Node 20 decodes these bytes as Latin-1 (nodejs/node#56542)
function fromWindows1252(bytes: Uint8Array): string | null {
  const text = Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? (WINDOWS_1252[byte - 0x80] ?? "") : String.fromCharCode(byte),
  ).join("");
  return text.includes("\ufffd") ? null : text;
}

function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes.length < 8 || bytes.length % 2 !== 0) return null;
  // most text of Latin letters has a zero in every second byte, and none in the others
  const head = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  for (let at = 0; at < head.length; at++) {
    if (head[at] === 0) at % 2 === 0 ? even++ : odd++;
  }
  const half = head.length / 2;
  if (odd > half * 0.7 && even === 0) return "utf-16le";
  return even > half * 0.7 && odd === 0 ? "utf-16be" : null;
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
