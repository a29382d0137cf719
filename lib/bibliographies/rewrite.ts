import { USUAL_STYLE } from "@/lib/citations";
import type { ExportEntry } from "@/lib/exports";
import { csvCell, statementColumns, statementRow } from "@/lib/exports";
import { formatOf } from "@/lib/exports/server";
import { absoluteUrl } from "@/lib/http";
import { companyOf } from "@/lib/statements";
import { readTable } from "./csv";
import type { BibliographyFormat } from "./model";
import type { NamedEntry } from "./named";

/** Whether a bibliography of that shape is written anew: data for programs is fetched anew instead. */
export function isRewritten(format: BibliographyFormat): boolean {
  return format !== "json";
}

/** What stands in the place of an entry once it cites a statement as it stands now. */
export type Rewrite = (entry: NamedEntry, statement: ExportEntry) => Promise<string>;

/** How entries of a shape are written anew: the key stays, and whatever else of it we never wrote where the shape allows it. */
export function rewriteOf(format: BibliographyFormat, text: string): Rewrite {
  switch (format) {
    case "csl-json":
    case "json":
      return (entry, statement) => inCsl(text.slice(entry.startUtf16, entry.endUtf16), statement);
    case "ris":
      return async (entry, statement) =>
        withKey(await written("ris", statement), /^ID {2}- .*$/mu, entry.key && `ID  - ${entry.key}`);
    case "bibtex":
      return (entry, statement) =>
        inBibtex(text.slice(entry.startUtf16, entry.endUtf16), entry.key, statement);
    case "endnote-xml":
      return (entry, statement) => inEndnote(text.slice(entry.startUtf16, entry.endUtf16), statement);
    case "csv":
      return inTable(text);
    case "text":
      return async (entry, statement) => inText(text.slice(entry.startUtf16, entry.endUtf16), statement);
  }
}

async function written(id: string, statement: ExportEntry): Promise<string> {
  const of = { title: "", address: absoluteUrl("/"), madeAt: new Date(0), style: USUAL_STYLE };
  let text = "";
  for await (const piece of formatOf(id)?.write([statement], of) ?? []) text += String(piece);
  return text;
}

// a replacement is no pattern: "$&" in a key stands for itself
const withKey = (record: string, place: RegExp, own: string) =>
  own ? record.replace(place, () => own) : record;

async function inCsl(former: string, statement: ExportEntry): Promise<string> {
  const [item] = JSON.parse(await written("csl-json", statement)) as [Record<string, unknown>];
  const own = JSON.parse(former) as Record<string, unknown>;
  // what is no longer said of it is not kept from what was
  const { status: _, ...rest } = own;
  const merged = { ...rest, ...item, id: own.id ?? item.id };
  return JSON.stringify(merged, null, /\n/u.test(former) ? 2 : undefined);
}

async function inBibtex(former: string, key: string, statement: ExportEntry): Promise<string> {
  const isLatex =
    /(?:^|[\s,])(?:date|journaltitle|titleaddon|entrysubtype|langid)\s*=/imu.test(former) &&
    !/(?:^|[\s,])year\s*=/imu.test(former);
  const record = (await written(isLatex ? "biblatex" : "bibtex", statement)).trimEnd();
  const safe = /^[^\s,={}()\\"#%]+$/u.test(key) ? key : "";
  return withKey(record, /(?<=^@\w+\{)[^,]*/u, safe);
}

async function inEndnote(former: string, statement: ExportEntry): Promise<string> {
  const file = await written("endnote-xml", statement);
  const record = elementIn(file, "record") ?? former;
  return ["rec-number", "label"].reduce((text, name) => {
    const [was, now] = [elementIn(former, name), elementIn(text, name)];
    return was && now ? text.replace(now, () => was) : text;
  }, record);
}

/** The first element of a name, from its sign to its end. */
function elementIn(xml: string, name: string): string | null {
  const open = xml.indexOf(`<${name}>`);
  const close = open < 0 ? -1 : xml.indexOf(`</${name}>`, open);
  return close < 0 ? null : xml.slice(open, close + name.length + 3);
}

/** The columns that we write get what stands; those of somebody else stay as they are. */
function inTable(text: string): Rewrite {
  const { columns, records, separator } = readTable(text);
  const cellsAt = new Map(records.map(({ startUtf16, cells }) => [startUtf16, cells]));
  const ours = new Map(statementColumns().map((name, index) => [name, index]));
  // a table of somebody else may call anything by the same names
  const isOurs = columns.filter((name) => ours.has(name)).length >= LEAST_COLUMNS;
  return async ({ startUtf16, endUtf16 }, statement) => {
    const former = text.slice(startUtf16, endUtf16);
    const cells = cellsAt.get(startUtf16);
    if (!isOurs || !cells) return inText(former, statement);
    const row = statementRow(statement);
    const anew = columns.map((name, at) => {
      const index = ours.get(name);
      // what was judged is not read here, and is not what is cited
      const value = index === undefined || JUDGED.has(name) ? null : row[index];
      return value === undefined || value === null
        ? index === undefined || JUDGED.has(name)
          ? quoted(cells[at] ?? "", separator)
          : ""
        : csvCell(value);
    });
    const end = /\r?\n$/u.exec(former)?.[0] ?? "";
    return `${anew.map((cell) => (separator !== "," && cell.includes(separator) && !cell.startsWith('"') ? `"${cell}"` : cell)).join(separator)}${end}`;
  };
}

const LEAST_COLUMNS = 5;
const JUDGED: ReadonlySet<string> = new Set([
  ...["attribution_terms", "source_identity", "channel", "proximity", "origin", "wording_basis", "interest"],
  ...["sensitivity", "relations", "positions"],
]);

/** A cell of somebody else's, as it was. */
const quoted = (cell: string, separator: string) =>
  cell.includes(separator) || /["\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A line with our addresses: on this site, in the version that stands, and with what must be said of it. */
function inText(line: string, statement: ExportEntry): string {
  const { publicId, publishedVersion } = statement;
  const address = absoluteUrl(`/statements/${publicId}`);
  const { notice } = companyOf(statement);
  const anew = line
    .replace(
      new RegExp(
        `https?://[^\\s/"'<>]{1,260}(?:/[^\\s/"'<>]{0,200}){0,8}?/(?:statements|embed)/${publicId}(/versions/\\d+)?`,
        "giu",
      ),
      (_, version) => (version ? `${address}/versions/${publishedVersion}` : address),
    )
    .replace(
      new RegExp(`(${publicId},?\\s+version\\s+)\\d+`, "giu"),
      (_, before: string) => `${before}${publishedVersion}`,
    );
  if (!notice || anew.includes(notice)) return anew;
  const words = anew.trimEnd();
  return `${words} [${notice}]${anew.slice(words.length)}`;
}
