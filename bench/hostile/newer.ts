/** What was made to be read by anybody, or to take in what anybody sends, since the first list of hostile inputs. */
import { crc32, deflateRawSync } from "node:zlib";
import { Visitor } from "../site";

export interface Input {
  readonly name: string;
  /** Sends it; what was answered. */
  readonly send: () => Promise<string>;
  /** What must be answered; every answer is 200 when it is left out. */
  readonly expects?: RegExp;
}

const KB_60 = 60_000;
// a form writes two bytes for the end of a line, and five megabytes are read
const MB_2 = 2_500_000;

/** Pages, pictures, files and answers for programs; `published` is the id of a statement that everybody may read. */
export function newerInputs(address: string, reporter: Visitor, published: string): Input[] {
  const get = (path: string) =>
    fetch(address + path).then((answer) => answer.arrayBuffer().then(() => `${answer.status}`));
  const atOnce = async (count: number, ask: (number: number) => Promise<string>) => {
    const counts = new Map<string, number>();
    for (const answer of await Promise.all(Array.from({ length: count }, (_, number) => ask(number))))
      counts.set(answer, (counts.get(answer) ?? 0) + 1);
    return [...counts].map(([answer, times]) => `${times} × ${answer}`).join(", ");
  };
  const bibliography = (name: string, make: (size: number) => string): Input => ({
    name: `bibliography of a visitor, ${name}`,
    expects: /^read$/,
    send: () => sendBibliography(address, make(KB_60)),
  });
  const search = (name: string, typed: string): Input => ({
    name: `search, ${name}, 20 at once`,
    send: () => atOnce(20, () => get(`/statements?q=${encodeURIComponent(typed)}`)),
  });
  const draft = (name: string, make: (size: number) => string): Input => ({
    name: `a draft of 60 KB, ${name}`,
    expects: /^(checked|refused)$/,
    send: () => sendDraft(reporter, make(KB_60)),
  });
  const run = (piece: string) => (size: number) => `x${piece.repeat(size / piece.length)}y`;
  return [
    bibliography("lines without a word", run("\n")),
    bibliography("carriage returns", (size) => `@article{a,\n${"\r".repeat(size)}y}`),
    bibliography("signs of records", (size) => `<xml>${"<record ".repeat(size / 8)}`),
    bibliography("ids of one line", (size) => `${published} `.repeat(size / 10)),
    bibliography("addresses within each other", run("https://a/")),
    bibliography("brackets", (size) => `[${'{"a":'.repeat(size / 5)}`),
    {
      name: "bibliography with the key of its form, 3.7 MB of lines",
      expects: /^read$/,
      send: () => sendBibliography(address, run("\n\t")(MB_2)),
    },
    {
      name: "bibliography, a workbook that would become gigabytes",
      expects: /^refused$/,
      send: () =>
        sendBibliography(address, new File([workbookOf(2_000_000)], "a.xlsx"), /more than 1,500,000 cells/u),
    },
    {
      name: "bibliographies of 60 KB, 20 at once",
      expects: /read/,
      send: () => atOnce(20, () => sendBibliography(address, `${published}\n`.repeat(KB_60 / 10))),
    },
    search("OR of thirty", Array(30).fill("border").join(" OR ")),
    search("a thousand phrases", '"a b" '.repeat(300)),
    search("combining marks", `e${"\u0301".repeat(1300)}`),
    search("asterisks", `${"*".repeat(6000)}x`),
    search("thirty beginnings", "a* ".repeat(30)),
    search("thirty that must not be", "-a* ".repeat(30)),
    { name: "pictures, 20 at once", send: () => atOnce(20, () => get(`/statements/${published}.png`)) },
    { name: "cards, 20 at once", send: () => atOnce(20, () => get(`/embed/${published}`)) },
    {
      name: "oEmbed, 20 at once",
      send: () =>
        atOnce(20, () => get(`/oembed?url=${encodeURIComponent(`${address}/statements/${published}`)}`)),
    },
    { name: "lineage, 20 at once", send: () => atOnce(20, () => get(`/statements/${published}/lineage`)) },
    { name: "feeds, 20 at once", send: () => atOnce(20, () => get("/feeds/statements.atom")) },
    { name: "site map, 20 at once", send: () => atOnce(20, () => get("/sitemap.xml")) },
    { name: "exports as Parquet, 4 at once", send: () => atOnce(4, () => get(fileOf("parquet"))) },
    { name: "exports as XLSX, 4 at once", send: () => atOnce(4, () => get(fileOf("xlsx"))) },
    { name: "exports as Word, 4 at once", send: () => atOnce(4, () => get(fileOf("docx"))) },
    {
      name: "/api/v1 without a key, brackets, 50 at once",
      expects: /^50 × 40[013]$/,
      send: () => atOnce(50, () => post(address, "/api/v1/check", "[".repeat(KB_60))),
    },
    draft("lines without a word", run("\n")),
    draft("spaces", run(" ")),
    draft("quotations", (size) => "“No,” Ann Lind said. ".repeat(size / 21)),
    draft("names", (size) => "Agda of the Holm ".repeat(size / 17)),
    draft("dots", run(".")),
    draft("combining marks", (size) => `e${"\u0301".repeat(size / 2)}`),
  ];
}

/** Opens each page and file once: what is compiled and loaded then is not what is measured. */
export async function openOnce(address: string, published: string): Promise<void> {
  const paths = [`/statements/${published}.png`, `/embed/${published}`, `/statements/${published}/lineage`];
  const files = ["/feeds/statements.atom", "/sitemap.xml", "/check/bibliography", "/oembed?url=x"];
  for (const path of [...paths, ...files, ...["parquet", "xlsx", "docx"].map(fileOf)])
    await fetch(address + path).then((answer) => answer.arrayBuffer());
}

const fileOf = (format: string) => `/exports/download?format=${format}`;

async function post(address: string, path: string, body: string): Promise<string> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(address + path, { method: "POST", body, headers });
  await answer.arrayBuffer();
  return `${answer.status}`;
}

/** Sends a bibliography as a visitor does; what its reader tells of one that is refused must fit. */
async function sendBibliography(address: string, sent: string | File, refusal = /./u): Promise<string> {
  const visitor = new Visitor(address);
  const { path, fields } = await visitor.fill("/check/bibliography", "bibliography", {});
  const body = new FormData();
  for (const [name, value] of fields) if (name !== "text" && name !== "file") body.append(name, value);
  body.append("text", typeof sent === "string" ? sent : "");
  if (typeof sent !== "string") body.append("file", sent);
  const headers = { origin: address, accept: "text/html" };
  const answer = await fetch(address + path, { method: "POST", body, headers, redirect: "manual" });
  const text = await answer.text();
  if (answer.status !== 200) return `${answer.status}`;
  if (text.includes("What became of it")) return "read";
  return refusal.test(text) ? "refused" : "not told why";
}

async function sendDraft(reporter: Visitor, text: string): Promise<string> {
  const answer = await reporter.send("/check", "check-form", { text, title: "Hostile" });
  if (answer === null) return "refused";
  const at = new URL(answer, reporter.address);
  await reporter.read(at.pathname);
  await reporter.read(`${at.pathname}/proof`);
  return "checked";
}

/** A workbook of so many cells in the last column but a few, as small as it is packed. */
function workbookOf(bytes: number): Uint8Array<ArrayBuffer> {
  const row = '<row><c r="ZZZ1"/></row>';
  const sheet = Buffer.from(`<sheetData>${row.repeat(bytes / row.length)}</sheetData>`);
  const name = Buffer.from("xl/worksheets/sheet1.xml");
  const packed = deflateRawSync(sheet, { level: 1 });
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x0403_4b50, 0);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x0201_4b50, 0);
  for (const [buffer, at] of [
    [head, 8],
    [entry, 10],
  ] as const) {
    buffer.writeUInt16LE(8, at);
    buffer.writeUInt32LE(crc32(sheet), at + 6);
    buffer.writeUInt32LE(packed.length, at + 10);
    buffer.writeUInt32LE(sheet.length, at + 14);
    buffer.writeUInt16LE(name.length, at + 18);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(head.length + name.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([head, name, packed, entry, name, end]));
}
