import { decodeAs } from "@/lib/text";

/** The encodings in which rich text writes its bytes: what Windows calls a character set, and its code pages. */
const BY_CHARSET: Readonly<Record<number, string>> = {
  ...{ 77: "macintosh", 128: "Shift_JIS", 129: "EUC-KR", 134: "GBK", 136: "Big5", 161: "Windows-1253" },
  ...{ 162: "Windows-1254", 163: "Windows-1258", 177: "Windows-1255", 178: "Windows-1256" },
  ...{ 186: "Windows-1257", 204: "Windows-1251", 222: "Windows-874", 238: "Windows-1250", 255: "IBM 437" },
};

const BY_PAGE: Readonly<Record<number, string>> = {
  ...{ 437: "IBM 437", 850: "IBM 850", 866: "IBM866", 874: "Windows-874", 932: "Shift_JIS", 936: "GBK" },
  ...{ 949: "EUC-KR", 950: "Big5", 10000: "macintosh", 10007: "x-mac-cyrillic", 65001: "UTF-8" },
};

/** The signs of a typeface of pictures, which are no letters. */
const SYMBOLS = "symbols";

export function encodingOfCharset(charset: number): string | null {
  return charset === 2 ? SYMBOLS : (BY_CHARSET[charset] ?? null);
}

export function encodingOfPage(page: number): string | null {
  if (page >= 1250 && page <= 1258) return `Windows-${page}`;
  return BY_PAGE[page] ?? null;
}

// the two that no browser reads
const UPPER_HALVES: Readonly<Record<string, string>> = {
  "IBM 437":
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
  "IBM 850":
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
};

/** Bytes, each written as the sign of its number, as the text that they are; what is none stands as U+FFFD. */
export function decodeSigns(signs: string, encoding: string): string {
  if (encoding === SYMBOLS) return signs.replace(/[^\n]/gu, (sign) => (sign === "\u00b7" ? "•" : ""));
  if (!/[^\p{ASCII}]/u.test(signs)) return signs;
  const upper = UPPER_HALVES[encoding];
  if (upper !== undefined)
    return signs.replace(/[^\p{ASCII}]/gu, (sign) => upper[sign.charCodeAt(0) - 0x80] ?? "");
  const bytes = Buffer.from(signs, "latin1");
  return decodeAs(bytes, encoding) ?? new TextDecoder(encoding).decode(bytes);
}
