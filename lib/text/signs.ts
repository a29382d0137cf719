/** What closes each sign that turns the direction of what follows (UAX #9): an embedding or override, an isolate. */
const OPENS_EMBEDDING = /[\u202a\u202b\u202d\u202e]/u;
const OPENS_ISOLATE = /[\u2066\u2067\u2068]/u;
const POP_EMBEDDING = "\u202c";
const POP_ISOLATE = "\u2069";

/**
 * A text that turns nothing beside it round: every sign of direction that it opens is closed at its end, and one that it
 * closes without having opened it is taken away.
 */
export function closedBidi(text: string): string {
  if (!/[\u202a-\u202e\u2066-\u2069]/u.test(text)) return text;
  const open: string[] = [];
  let closed = "";
  for (const sign of text) {
    if (OPENS_EMBEDDING.test(sign)) open.push(POP_EMBEDDING);
    else if (OPENS_ISOLATE.test(sign)) open.push(POP_ISOLATE);
    else if (sign === POP_EMBEDDING) {
      if (open.at(-1) !== POP_EMBEDDING) continue;
      open.pop();
    } else if (sign === POP_ISOLATE) {
      const at = open.lastIndexOf(POP_ISOLATE);
      if (at === -1) continue;
      // an isolate ends what was embedded within it
      open.length = at;
    }
    closed += sign;
  }
  return closed + open.reverse().join("");
}

// looked for once in most texts, which have none
const TURNS_OR_CONTROLS = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;

/** A text on one line, without signs that control a program or a terminal. */
export function onOneLine(text: string): string {
  if (!TURNS_OR_CONTROLS.test(text)) return text.trim();
  return closedBidi(text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim());
}

// https://www.w3.org/TR/xml/#charsets: what no document may hold, escaped or not
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as XML 1.0 has it, in an element or an attribute; what XML cannot hold becomes the sign of a replacement. */
export function inXml(text: string): string {
  return closedBidi(text)
    .replace(NO_XML, "\ufffd")
    .replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign)
    .replaceAll("\r", "&#13;");
}

const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What stands in XML as signs, as the signs themselves; one that XML cannot hold is the sign of a replacement. */
export function outOfXml(xml: string): string {
  if (!xml.includes("&")) return xml;
  return xml.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/giu,
    (whole, decimal, hex, name: string | undefined) => {
      if (name) return SIGNS[name] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code).replace(NO_XML, "\ufffd") : whole;
    },
  );
}

// a run is tried from where it begins alone, or the work would grow with its square
const AT_ENDS = /^[\s\p{P}]+|(?<![\s\p{P}])[\s\p{P}]+$/gu;

/** A text without the signs and spaces at its ends. */
export const withoutEnds = (text: string): string => text.replace(AT_ENDS, "");
