/** A text and how its bytes were read. */
export interface Decoded {
  readonly text: string;
  readonly encoding: "UTF-8" | "UTF-16" | "Windows-1252";
}

/** What is told of a text that was read so. */
export const READ_AS_1252 =
  "The file is not UTF-8. It was read as Windows-1252 (Western European); check the accents and quotation marks.";

/**
 * The text of bytes, without a byte order mark and else to the character. UTF-8 is read as it is, UTF-16 by its mark or its
 * pattern, and what is neither as Windows-1252; null when it is none of them.
 */
export function decodeBytes(bytes: Uint8Array): Decoded | null {
  const utf16 = utf16Of(bytes);
  if (utf16) {
    const text = decode(bytes, utf16);
    return text === null ? null : { text, encoding: "UTF-16" };
  }
  const utf8 = decode(bytes, "utf-8");
  if (utf8 !== null) return { text: utf8, encoding: "UTF-8" };
  const western = bytes.includes(0) ? null : fromWindows1252(bytes);
  return western === null ? null : { text: western, encoding: "Windows-1252" };
}

/** The text of bytes in an encoding that was named, or null when they are not in it or nobody knows it. */
export function decodeAs(bytes: Uint8Array, named: string): string | null {
  if (/^(?:us-ascii|ascii|windows-1252|cp-?1252|iso-?8859-?1|latin-?1)$/iu.test(named.trim()))
    return decode(bytes, "utf-8") ?? fromWindows1252(bytes);
  return decode(bytes, named.trim());
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
