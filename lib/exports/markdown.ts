import {
  type CitedStatement,
  type CslItem,
  isLocal,
  LOCAL_NOTE,
  speakerOf,
  toCslItem,
  versionOf,
} from "@/lib/citations";
import { citeSourceIn, type Stretch } from "@/lib/citations/server";
import { absoluteUrl } from "@/lib/http";
import { wordedInFull } from "@/lib/statements";
import { closedBidi, writeDated } from "@/lib/text";
import { type ExportEntry, type ExportFormat, STATEMENT_SCOPES } from "./format";

/** CommonMark with the footnotes of GitHub and pandoc: a quotation each, and below it where it stands. */
export const MARKDOWN: ExportFormat = {
  id: "markdown",
  label: "Markdown",
  extension: "md",
  mediaType: "text/markdown",
  isBinary: false,
  hasStyle: true,
  about: "For notes and static sites: every quotation in full, with its reference as a footnote.",
  scopes: STATEMENT_SCOPES,
  omits: [
    "what was judged but for what must be read with the words",
    "the places of the words in the text of the source",
    "line breaks within words beyond their paragraphs",
  ],
  async *write(entries, { title, address, madeAt, style }) {
    yield `# ${inMarkdown(title)}\n\nFrom <${address}>, ${madeAt.toISOString().slice(0, 10)}.\n`;
    const numbers = new Map<string, number>();
    for await (const entry of entries) {
      const item = toCslItem(entry);
      const key = referenceKey(entry, item);
      const known = numbers.get(key);
      const number = known ?? numbers.size + 1;
      numbers.set(key, number);
      yield `\n${quotationOf(entry, number)}`;
      if (known !== undefined) continue;
      // a footnote may stand anywhere: none is kept until the end
      yield `\n[^${number}]: ${(await citeSourceIn(entry, style)).map(stretchOf).join("")}\n`;
    }
    if (numbers.size === 0) yield "\nNo statement.\n";
  },
};

/** What one reference serves: a source, and of an interview each who answers, for it is cited by them. */
export function referenceKey({ source }: Pick<ExportEntry, "source">, { author = [] }: CslItem): string {
  return `${source.publicId} ${JSON.stringify(author)}`;
}

function quotationOf(entry: ExportEntry, number: number): string {
  const words = wordedInFull(entry)
    .split(/\r?\n|\u2028|\u2029/u)
    .map((line) => `> ${inMarkdown(line)}`.trimEnd());
  const url = absoluteUrl(`/statements/${entry.publicId}`);
  const local = isLocal(url) ? ` (${LOCAL_NOTE})` : "";
  return `${words.join("\n")}\n>\n> — ${inMarkdown(saidBy(entry))}.[^${number}] [${versionOf(entry)}](<${url}>)${local}\n`;
}

/** "Sami Yousafzai, journalist, to Al Jazeera, 2025-10-28". */
export function saidBy(entry: CitedStatement): string {
  const { roleThen, addressee, saidOn, saidOnPrecision } = entry;
  const precision = saidOnPrecision === "year" || saidOnPrecision === "month" ? saidOnPrecision : "day";
  return [
    speakerOf(entry),
    ...(roleThen ? [roleThen] : []),
    ...(addressee ? [`to ${addressee}`] : []),
    ...(saidOn ? [writeDated({ on: saidOn, precision })] : []),
  ].join(", ");
}

function stretchOf({ text, isItalic }: Stretch): string {
  const written = inMarkdown(text, { isWithin: true });
  const inner = written.trim();
  return isItalic && inner !== "" ? written.replace(inner, (words) => `*${words}*`) : written;
}

/** What Markdown would read as its own, escaped; an address is left, for every program makes a link of it. */
function inMarkdown(text: string, { isWithin = false } = {}): string {
  const line = closedBidi(text.replace(/[\p{Cc}\u2028\u2029]+/gu, " "));
  const parts = line.split(/(https?:\/\/[^\s<>]*[^\s<>.,;:)])/u);
  const escaped = parts.map((part, index) =>
    index % 2 === 1
      ? `<${part.replace(/[<>\s]/gu, encodeURIComponent)}>`
      : part.replace(/[\\`*_[\]<>#|~&!]/gu, "\\$&"),
  );
  // what begins a list or a rule does so only at the beginning of a line
  return isWithin
    ? escaped.join("")
    : escaped.join("").replace(/^(\s*)([-+=])|^(\s*\d{1,9})([.)])/u, "$1$3\\$2$4");
}
