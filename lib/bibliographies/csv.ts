import type { Entry, Found } from "./model";

/** A table: the place of each record, and its cells. */
export interface Table {
  readonly separator: string;
  readonly columns: readonly string[];
  readonly records: readonly Record_[];
  readonly problems: Found["problems"];
}

interface Record_ {
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly cells: readonly string[];
}

/** Whether a text is a table that names its columns, one of which tells a record of ours. */
export function isTable(text: string): boolean {
  const [head = ""] = text.replace(/^\ufeff/u, "").split(/\r?\n/u, 1);
  const columns = cellsOf(head, separatorOf(head));
  return (
    columns.length > 1 &&
    columns.some((name) => /^(?:id|url|address|link|key|statement|doi|title)$/iu.test(name.trim()))
  );
}

/** The records of a table behind its head. A mark that is never closed holds until the end of its line. */
export function readTable(text: string): Table {
  const from = text.startsWith("\ufeff") ? 1 : 0;
  const separator = separatorOf(text.slice(from, text.indexOf("\n", from) + 1 || undefined));
  const records: Record_[] = [];
  const problems: Found["problems"][number][] = [];
  for (let at = from; at < text.length; ) {
    let { cells, end, isOpen } = recordAt(text, at, separator);
    if (isOpen) {
      problems.push({ atUtf16: at, message: "A quotation mark of this row is never closed." });
      const line = text.indexOf("\n", at);
      end = line < 0 ? text.length : line + 1;
      cells = cellsOf(text.slice(at, end).replaceAll('"', ""), separator);
    }
    if (cells.some((cell) => cell.trim() !== "")) records.push({ startUtf16: at, endUtf16: end, cells });
    at = end;
  }
  const [head, ...rest] = records;
  return { separator, columns: (head?.cells ?? []).map((name) => name.trim()), records: rest, problems };
}

/** Every row of a table as an entry. */
export function readCsv(text: string): Found {
  const { columns, records, problems } = readTable(text);
  const indexOf = (names: readonly string[]) =>
    columns.findIndex((name) => names.includes(name.toLowerCase()));
  const [id, url] = [indexOf(["id", "key"]), indexOf(["url", "address", "link"])];
  const [title, version] = [
    indexOf(["in_full", "title", "source_title", "wording"]),
    indexOf(["published_version", "version"]),
  ];
  const entries = records.map(({ startUtf16, endUtf16, cells }): Entry => {
    const cell = (index: number) =>
      index < 0 ? "" : (cells[index] ?? "").replace(/^'(?=[\s=+\-@])/u, "").trim();
    const number = /^[1-9]\d{0,5}$/u.test(cell(version)) ? Number(cell(version)) : null;
    return {
      ...{ startUtf16, endUtf16, version: number },
      key: cell(id) || cell(url),
      label: cell(title) || cells.find((one) => one.trim() !== "") || "",
      // of what other columns name, such as relations, nothing is cited
      text: id < 0 && url < 0 ? cells.join("\n") : [cell(id), cell(url), cell(title)].join("\n"),
    };
  });
  return { entries, problems };
}

function recordAt(text: string, from: number, separator: string) {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    let cell = "";
    if (text[at] === '"') {
      for (at++; ; at++) {
        const mark = text.indexOf('"', at);
        if (mark < 0) return { cells, end: text.length, isOpen: true };
        cell += text.slice(at, mark);
        at = mark + 1;
        if (text[at] !== '"') break;
        cell += '"';
      }
    }
    const start = at;
    while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at++;
    cells.push(cell + text.slice(start, at));
    if (text[at] === separator) {
      at++;
      continue;
    }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    return { cells, end: at, isOpen: false };
  }
}

const cellsOf = (line: string, separator: string) => recordAt(line, 0, separator).cells;

function separatorOf(head: string): string {
  const counts = [",", ";", "\t"].map((sign) => [sign, head.split(sign).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
