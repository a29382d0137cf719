import { outOfXml } from "@/lib/text";
import type { Entry, Found } from "./model";

const RECORD = /<record\b[^<>]*>/giu;

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
  return outOfXml(xml.replace(/<[^<>]*>/gu, "\n")).replace(/\n+/gu, "\n");
}
