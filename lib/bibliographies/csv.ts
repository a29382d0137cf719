import { cellsOf, readDelimited } from "@/lib/spreadsheets";
import type { Entry, Found } from "./model";

/** A table: the names of its columns, and what stands below them. */
export interface Table {
  readonly separator: string;
  readonly columns: readonly string[];
  readonly records: ReturnType<typeof readDelimited>["records"];
  readonly problems: Found["problems"];
}

/** Whether a text is a table that names its columns, one of which tells a record of ours. */
export function isTable(text: string): boolean {
  const [head = ""] = text.replace(/^\ufeff/u, "").split(/\r?\n/u, 1);
  const columns = cellsOf(head);
  return (
    columns.length > 1 &&
    columns.some((name) => /^(?:id|url|address|link|key|statement|doi|title)$/iu.test(name.trim()))
  );
}

/** The records of a table behind its head. A mark that is never closed holds until the end of its line. */
export function readTable(text: string): Table {
  const { separator, records, unclosed } = readDelimited(text);
  const [head, ...rest] = records;
  const problems = unclosed.map(({ atUtf16 }) => ({
    ...{ atUtf16, message: "A quotation mark of this row is never closed." },
  }));
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
