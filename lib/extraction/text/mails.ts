import type { Span } from "../model";

/** A quoted e-mail: the name in the line above it, the colon, and the lines behind its signs. */
export interface Mail {
  readonly name: Span;
  readonly sign: Span;
  readonly body: Span;
}

const QUOTED_LINE = /^[ \t]*[>|]/;
const PERSON =
  "(?<name>\\p{Lu}[\\p{L}\\p{M}.’'-]+(?:\\s(?:\\p{Ll}{2,3}\\s)?\\p{Lu}[\\p{L}\\p{M}.’'-]*){0,3})";
const ADDRESS = "(?:\\s*(?:<[^<>\\n]{1,80}>|\\([^()\\n]{1,80}@[^()\\n]{1,80}\\)))?";
const HEADERS = [
  new RegExp(
    `(?:^|[\\n,\\d]|\\s(?:[AP]M|[A-Z]{3,4})|[+-]\\d{4})\\s*${PERSON}${ADDRESS}\\s+(?:wrote|writes|a écrit|escribió|ha scritto|schrieb)\\s?:\\s*$`,
    "u",
  ),
  new RegExp(`\\bschrieb(?:en)?\\s+${PERSON}${ADDRESS}\\s?:\\s*$`, "u"),
];
// "9:12 AM Lara Voss": the end of the time
const ZONE = /^(?:[AP]M|[A-Z]{3,4})\s(?=\p{Lu}\p{Ll})/u;
const BEFORE = 260;
// "Best, Lena": whoever writes so ends the letter there
const CLOSING =
  /\n[\s>|]*(?:(?:With |Many |Kind |Best |Warm |Kindest |Warmest )*(?:regards|wishes|thanks)|Best|Cheers|Thanks|Thank you|Sincerely|Yours(?: \p{L}+)?|All the best|Respectfully|Mit freundlichen Gr(?:ü|ue)(?:ß|ss)en|Viele Gr(?:ü|ue)(?:ß|ss)e|Saludos|Atentamente|Cordialement|Sent from my [^\n]{1,30}|--)\s*[,.!]?[ \t]*(?=\n|$)/iu;

/** The quoted e-mails whose writer a line above names: "On Tue, 4 Mar, Lena Fors <lena@…> wrote:", then lines behind ">". */
export function mailsOf(text: string): Mail[] {
  if (!/[>|]/.test(text)) return [];
  const mails: Mail[] = [];
  let from = 0;
  let block: { startUtf16: number; endUtf16: number } | null = null;
  const close = () => {
    const mail = block === null ? null : mailOf(text, block);
    if (mail !== null) mails.push(mail);
    block = null;
  };
  while (from <= text.length) {
    let to = text.indexOf("\n", from);
    if (to < 0) to = text.length;
    const line = text.slice(from, Math.min(to, from + 40));
    if (QUOTED_LINE.test(line)) {
      if (block === null) block = { startUtf16: from, endUtf16: to };
      else block = { startUtf16: block.startUtf16, endUtf16: to };
    } else if (/\S/u.test(line)) close();
    from = to + 1;
  }
  close();
  return mails;
}

/** A quoted e-mail whose first line, behind the sign like the rest, names its writer. */
function mailWithin(text: string, block: Span): Mail | null {
  const end = text.indexOf("\n", block.startUtf16 + 1);
  if (end < 0 || end >= block.endUtf16 || end - block.startUtf16 > BEFORE) return null;
  const line = text.slice(block.startUtf16, end);
  const match = HEADERS.map((header) => header.exec(line)).find((found) => found !== null);
  const name = match?.groups?.name?.replace(ZONE, "");
  if (match === undefined || name === undefined) return null;
  const nameAt = block.startUtf16 + match.index + match[0].lastIndexOf(name);
  const signAt = block.startUtf16 + line.lastIndexOf(":");
  const body = /^[\s>|]*/u.exec(text.slice(end, block.endUtf16))?.[0].length ?? 0;
  if (end + body >= block.endUtf16) return null;
  return {
    name: { startUtf16: nameAt, endUtf16: nameAt + name.length },
    sign: { startUtf16: signAt, endUtf16: signAt + 1 },
    body: bodyOf(text, { startUtf16: end + body, endUtf16: block.endUtf16 }),
  };
}

/** The words of a letter up to its closing formula. */
function bodyOf(text: string, { startUtf16, endUtf16 }: Span): Span {
  const closing = CLOSING.exec(text.slice(startUtf16, endUtf16));
  const end =
    closing === null
      ? endUtf16
      : startUtf16 + text.slice(startUtf16, startUtf16 + closing.index).replace(/[\s>|]+$/u, "").length;
  return { startUtf16, endUtf16: Math.max(end, startUtf16 + 1) };
}

function mailOf(text: string, block: Span): Mail | null {
  const headFrom = Math.max(0, block.startUtf16 - BEFORE);
  const head = text.slice(headFrom, block.startUtf16);
  const match = HEADERS.map((header) => header.exec(head)).find((found) => found !== null);
  if (match === undefined && block.endUtf16 - block.startUtf16 > 1) return mailWithin(text, block);
  const name = match?.groups?.name?.replace(ZONE, "");
  if (match === null || match === undefined || name === undefined) return null;
  const nameAt = headFrom + match.index + match[0].indexOf(name);
  const signAt = headFrom + head.lastIndexOf(":");
  const startUtf16 =
    block.startUtf16 + (/^[\s>]*/u.exec(text.slice(block.startUtf16, block.endUtf16))?.[0].length ?? 0);
  if (startUtf16 >= block.endUtf16) return null;
  return {
    name: { startUtf16: nameAt, endUtf16: nameAt + name.length },
    sign: { startUtf16: signAt, endUtf16: signAt + 1 },
    body: bodyOf(text, { startUtf16, endUtf16: block.endUtf16 }),
  };
}
