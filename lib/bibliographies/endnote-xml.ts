import type { Entry, Found } from "./model";

const RECORD = /<record\b[^<>]*>/giu;
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** The records of EndNote's XML, each by itself: whatever is broken elsewhere, they are read. */
export function readEndnoteXml(text: string): Found {
  const entries: Entry[] = [];
  const problems: Found["problems"][number][] = [];
  const begins = [...text.matchAll(RECORD)].map(({ index }) => index);
  for (const [index, startUtf16] of begins.entries()) {
    const rest = text.slice(startUtf16, begins[index + 1] ?? text.length);
    const close = rest.indexOf("</record>");
    if (close < 0)
      problems.push({ atUtf16: startUtf16, message: "This record is never closed (</record>)." });
    const record = close < 0 ? rest : rest.slice(0, close + "</record>".length);
    entries.push({
      ...{ startUtf16, endUtf16: startUtf16 + record.length, version: null },
      key: plain(within(record, "label")).trim(),
      label: plain(within(record, "title")).trim(),
      text: plain(record),
    });
  }
  return { entries, problems };
}

/** What stands in the first element of a name. */
function within(xml: string, name: string): string {
  const open = xml.indexOf(`<${name}>`);
  const close = open < 0 ? -1 : xml.indexOf(`</${name}>`, open);
  return close < 0 ? "" : xml.slice(open + name.length + 2, close);
}

function plain(xml: string): string {
  return unescapedXml(xml.replace(/<[^<>]*>/gu, "\n")).replace(/\n+/gu, "\n");
}

/** What stands in XML as signs, as the signs themselves. */
export function unescapedXml(xml: string): string {
  return xml.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/giu,
    (whole, decimal, hex, name: string | undefined) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
