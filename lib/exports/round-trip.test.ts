import { describe, expect, it } from "vitest";
import { makeEntry } from "@/bench/entries";
import { type CslItem, invertedCslName, toCslItem } from "@/lib/citations";
import { wordedInFull } from "@/lib/statements";
import { onOneLine } from "@/lib/text";
import { rowsOfParquet, textOfBinary } from "@/prisma/testing/zipped";
import type { Exported } from "./format";
import { FORMATS, formatOf } from "./registry";
import { statementColumns, statementRow } from "./statement-csv";
import { toStatementJson } from "./statement-json";

const COUNT = 500;
const ENTRIES = Array.from({ length: COUNT }, (_, index) => makeEntry(index));
const ITEMS = ENTRIES.map(toCslItem);
const OF: Exported = { title: "All", address: "https://a.example", madeAt: new Date(0), style: "apa" };

async function written(id: string, entries = ENTRIES): Promise<string> {
  const format = formatOf(id);
  if (!format) throw new Error(`no ${id}`);
  const pieces: Uint8Array[] = [];
  for await (const piece of format.write(entries, OF))
    pieces.push(typeof piece === "string" ? Buffer.from(piece) : piece);
  const bytes = Buffer.concat(pieces);
  return format.isBinary ? textOfBinary(bytes) : bytes.toString("utf8");
}

/** What the bibliographies carry, as each reader gives it. */
interface Read {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly url: string;
  readonly year: string;
}

const expected = (item: CslItem): Read => ({
  id: item.id,
  title: onOneLine(item.title),
  authors: (item.author ?? []).map((name) => onOneLine(invertedCslName(name))),
  url: item.URL ?? "",
  year: String(item.issued?.["date-parts"][0][0] ?? ""),
});

const unescapedXml = (text: string) =>
  text
    .replace(/&#13;/gu, "\r")
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, "&");

const unescapedTex = (text: string) =>
  text
    .replaceAll("{\\textbackslash}", "\u0001")
    .replaceAll("{\\textasciitilde}", "~")
    .replaceAll("\\^{}", "^")
    .replaceAll("\\{\\vphantom{\\}}", "\u0002")
    .replaceAll("\\vphantom{\\{}\\}", "\u0003")
    .replace(/\\([&%$#_{}])/gu, "$1")
    .replaceAll("\u0001", "\\")
    .replaceAll("\u0002", "{")
    .replaceAll("\u0003", "}");

const READERS: Readonly<Record<string, (file: string) => Read[]>> = {
  ris: (file) =>
    file
      .split(/^ER {2}- \r\n/mu)
      .filter(Boolean)
      .map((record) => {
        const all = (tag: string) =>
          record.split("\r\n").flatMap((line) => (line.startsWith(`${tag}  - `) ? [line.slice(6)] : []));
        const one = (tag: string) => all(tag)[0] ?? "";
        return { id: one("ID"), title: one("TI"), authors: all("AU"), url: one("UR"), year: one("PY") };
      }),
  bibtex: readBibtex,
  biblatex: readBibtex,
  "csl-json": (file) => (JSON.parse(file) as CslItem[]).map(expected),
  "endnote-xml": (file) =>
    [...file.matchAll(/<record>(.*?)<\/record>/gsu)].map(([, record = ""]) => {
      const all = (tag: string) =>
        [...record.matchAll(new RegExp(`<${tag}><style[^>]*>(.*?)</style></${tag}>`, "gsu"))].map(
          ([, text = ""]) => unescapedXml(text).replace(/[\n\t]+/gu, " "),
        );
      const one = (tag: string) => all(tag)[0] ?? "";
      return {
        ...{ id: one("label"), title: onOneLine(one("title").replaceAll("\ufffd", " ")), url: one("url") },
        ...{ authors: all("author").map((name) => name.replace(/,$/u, "")), year: one("year") },
      };
    }),
};

function readBibtex(file: string): Read[] {
  return file
    .split(/^@(?=\w+\{st-)/mu)
    .filter((entry) => /^\w+\{st-/u.test(entry))
    .map((entry) => {
      const field = (name: string) => new RegExp(`^ {2}${name} = \\{(.*)\\},?$`, "mu").exec(entry)?.[1] ?? "";
      return {
        id: /^\w+\{(st-\w+)/u.exec(entry)?.[1] ?? "",
        title: unescapedTex(field("title").slice(1, -1)),
        authors: field("author")
          .split(" and ")
          .map((name) => unescapedTex(name.replace(/^\{(.*)\}$/u, "$1")))
          .map((name) => name.replace(/^(.*), (Jr\.?), (.*)$/u, "$1, $3, $2")),
        url: field("url"),
        year: field("year") || field("date").slice(0, 4),
      };
    });
}

describe("what a format carries is read back as it was", () => {
  it.each(Object.keys(READERS))("%s", async (id) => {
    const read = READERS[id]?.(await written(id)) ?? [];
    const same = (one: Read) => ({ ...one, title: one.title.replace(/\s+/gu, " ") });
    expect(read).toHaveLength(COUNT);
    expect(read.map(same)).toEqual(ITEMS.map(expected).map(same));
  });

  it.each(["json", "json-lines"])("%s", async (id) => {
    const file = await written(id);
    const read =
      id === "json"
        ? (JSON.parse(file) as { statements: unknown[] }).statements
        : file
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line) as unknown);
    expect(read).toEqual(
      ENTRIES.map((entry) => JSON.parse(JSON.stringify(toStatementJson(entry))) as unknown),
    );
  });

  it("csv and xlsx, the same cells", async () => {
    const [head = [], ...rows] = readCsv((await written("csv")).slice(1));
    const sheet = await written("xlsx");
    const cells = [...sheet.matchAll(/<row>(.*?)<\/row>/gsu)]
      .slice(1)
      .map(([, row = ""]) =>
        [...row.matchAll(/<c\/>|<c [^>]*><is><t[^>]*>(.*?)<\/t><\/is><\/c>/gsu)].map(([, text = ""]) =>
          unescapedXml(text).replaceAll("_x005F_", "_"),
        ),
      );
    expect(rows).toHaveLength(COUNT);
    expect(cells).toHaveLength(COUNT);
    for (const [index, entry] of ENTRIES.entries()) {
      const row = Object.fromEntries(head.map((name, at) => [name, rows[index]?.[at]]));
      expect(row).toMatchObject({
        ...{ id: entry.publicId, wording: entry.wording, in_full: wordedInFull(entry) },
        ...{ speaker: entry.speaker?.name, source_address: entry.source.address, context: entry.context },
      });
      const shown = (text: string | undefined) =>
        (text ?? "").replace(/^'/u, "").replace(/[\p{Cc}\ufffd\u202c]/gu, "");
      expect(cells[index]?.map(shown)).toEqual(rows[index]?.map(shown));
    }
    // every cell is text: none is a figure, a date or a formula
    expect(/<f>|<v>| t="(?!inlineStr")/u.test(sheet)).toBe(false);
  });

  it("Parquet, cell by cell and with their types", async () => {
    const bytes: Uint8Array[] = [];
    for await (const piece of formatOf("parquet")?.write(ENTRIES, OF) ?? []) bytes.push(piece as Uint8Array);
    const rows = await rowsOfParquet(Buffer.concat(bytes));
    const columns = statementColumns();
    expect(rows.map((row) => columns.map((name) => inCsv(row[name])))).toEqual(
      ENTRIES.map((entry) => statementRow(entry).map((cell) => inCsv(cell))),
    );
    const [first] = rows;
    expect(first).toMatchObject({ is_denial: true, published_version: 1, published_at: expect.any(Date) });
  });

  it("web annotations, by their words", async () => {
    const { first, total } = JSON.parse(await written("web-annotation")) as {
      first: { items: { target: { selector: { type: string; exact?: string }[] } }[] };
      total: number;
    };
    expect(total).toBe(COUNT);
    expect(first.items.map(({ target }) => target.selector.at(-1)?.exact)).toEqual(
      ENTRIES.map(({ anchor }) => anchor?.exact),
    );
  });

  it.each(["markdown", "docx"])("%s, by its letters", async (id) => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");
    const file = await written(id);
    const text = letters(id === "docx" ? unescapedXml(file.replace(/<[^>]+>/gu, "")) : file);
    for (const entry of ENTRIES) expect(text).toContain(letters(wordedInFull(entry)));
  });
});

it("no file of text holds signs that control a program", async () => {
  for (const { id, isBinary } of FORMATS) {
    // JSON writes them as numbers, and a cell of a table keeps its lines
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/u;
    if (!isBinary && id !== "csv") expect(control.test(await written(id)), id).toBe(false);
  }
});

/** A cell as the table of texts has it. */
function inCsv(cell: unknown): unknown {
  if (cell === true || cell === false) return cell ? "yes" : "no";
  return cell instanceof Date ? cell.toISOString() : (cell ?? null);
}

function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = "", end = ""] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/gu,
  )) {
    if (end === "" && quoted === undefined && bare === "") break;
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 0).map((row) => row.map((cell) => cell));
}

it.each(["docx", "markdown"])("cites an interview in %s by each who answers in it, once", async (id) => {
  const [first] = ENTRIES;
  if (!first) throw new Error("no entry");
  const source = { ...first.source, kind: "interview", author: "Carol Asker" };
  const by = (name: string) => ({
    ...first,
    source,
    hops: [],
    attribution: name,
    speaker: { name, slug: name.toLowerCase(), kind: "person" },
  });
  const text = await written(id, ["Ada Answers", "Bea Replies", "Ada Answers"].map(by));
  const references = text.slice(id === "docx" ? text.indexOf("Sources") : 0);
  const set = (family: string) => references.split(new RegExp(`${family}, [AB]`, "u")).length - 1;
  expect([set("Answers"), set("Replies")]).toEqual([1, 1]);
});
