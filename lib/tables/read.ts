import { createHash } from "node:crypto";
import { now } from "@/lib/env";
import { type SheetLimits, type SheetRow, SpreadsheetRefused } from "@/lib/spreadsheets";
import { readSpreadsheet } from "@/lib/spreadsheets/server";
import { orderOf } from "./dates";
import { type FieldKey, headerKey, labelOfField, NO_FIELD } from "./fields";
import { guessColumns, headerRowIn, type RememberedColumns } from "./headers";
import {
  letterOf,
  MOST_COLUMNS,
  MOST_PROBLEMS,
  MOST_ROWS,
  type ReadTable,
  type StatementRow,
  type TableChoices,
  type TableColumn,
  type TableProblem,
} from "./model";
import { type RowContext, readRow } from "./rows";

/** A table that is to be read, and what is known of how. */
export interface TableToRead {
  readonly bytes: Uint8Array;
  /** Empty for the first. */
  readonly sheet: string;
  /** What was said of it; what is left out is guessed. */
  readonly said: Partial<TableChoices>;
  readonly remembered: RememberedColumns;
}

const LIMITS: SheetLimits = { mostCells: 1_500_000, mostUtf16: 20_000_000 };
const MOST_SAMPLES = 3;

/** Reads a table: its columns with what each seems to hold, the rows as statements, and what is wrong with them. @throws {SpreadsheetRefused} */
export async function readTable({ bytes, sheet, said, remembered }: TableToRead): Promise<ReadTable> {
  const read = await readSpreadsheet(bytes, LIMITS, sheet);
  const headerRow = read.columns === null ? (said.headerRow ?? headerRowIn(read.rows)) : 0;
  const head = read.rows.find(({ number }) => number === headerRow);
  const rows = read.columns === null ? read.rows.filter(({ number }) => number > headerRow) : read.rows;
  const names = (read.columns ?? head?.cells ?? []).map((name) => name.replace(/\s+/gu, " ").trim());
  const width = widthOf(rows, names.length);
  if (rows.length === 0)
    throw new SpreadsheetRefused("empty", "There are no rows in it below the names of its columns.");
  if (rows.length > MOST_ROWS)
    throw new SpreadsheetRefused(
      "too_large",
      `It has ${rows.length.toLocaleString("en-GB")} rows, and ${MOST_ROWS.toLocaleString("en-GB")} are taken at once. Split it: rows that were brought before are known again, so parts may overlap.`,
    );
  const cellsOf = (column: number) => rows.map(({ cells }) => cells[column] ?? "");
  const allNames = Array.from({ length: width }, (_, index) => names[index] ?? "");
  const columns = said.columns ?? guessColumns(allNames, cellsOf, remembered);
  const choices: TableChoices = {
    ...{ headerRow, columns: allNames.map((_, index) => columns[index] ?? NO_FIELD) },
    ...{ dates: said.dates ?? "auto", bareForm: said.bareForm ?? "direct" },
    ...{ title: said.title ?? "", outlet: said.outlet ?? "", language: said.language || "en" },
  };
  const problems = new Problems(read.problems);
  const statements = readRows(rows, choices, allNames, problems);
  return {
    ...{ kind: read.kind, encoding: read.encoding, sheets: read.sheets, sheet: read.sheet },
    ...{ notices: read.notices, choices, headersKey: headersKeyOf(allNames) },
    columns: allNames.map(
      (name, index): TableColumn => ({
        ...{ letter: letterOf(index), name, means: choices.columns[index] ?? NO_FIELD },
        samples: samplesOf(cellsOf(index)),
      }),
    ),
    rowCount: rows.length,
    rows: statements,
    ...{ problems: problems.kept, counts: problems.counts },
  };
}

function readRows(
  rows: readonly SheetRow[],
  choices: TableChoices,
  names: readonly string[],
  problems: Problems,
): StatementRow[] {
  const columnOf = new Map(
    choices.columns.flatMap((means, index) => (means === NO_FIELD ? [] : [[means, index] as const])),
  );
  for (const needed of ["wording", "speaker"] as const) {
    if (!columnOf.has(needed))
      problems.add({
        ...{ weight: "stop", row: choices.headerRow, column: null },
        message: `No column is the ${labelOfField(needed).toLowerCase()}. Choose which one is.`,
      });
  }
  if (problems.counts.stop > 0 && !columnOf.has("wording")) return [];
  const orderIn = (field: FieldKey) => {
    const column = columnOf.get(field);
    if (choices.dates !== "auto") return choices.dates;
    return column === undefined ? null : orderOf(rows.map(({ cells }) => cells[column] ?? ""));
  };
  const context: RowContext = {
    choices,
    orders: { saidOn: orderIn("saidOn"), publishedOn: orderIn("publishedOn") },
    thisYear: now().getUTCFullYear(),
  };
  const seen = new Map<string, number>();
  const named = names.findLastIndex((name) => name !== "") + 1;
  return rows.flatMap(({ number, cells }) => {
    const beyond = named === 0 ? -1 : cells.findIndex((cell, index) => index >= named && cell.trim() !== "");
    if (beyond >= 0) {
      problems.add({
        ...{ weight: "stop", row: number, column: { letter: letterOf(beyond), name: "" } },
        message:
          "This row goes on beyond the named columns. Where a cell holds the sign that parts cells, put it between quotation marks; else name the column.",
      });
      return [];
    }
    const cellOf = (field: FieldKey) => cells[columnOf.get(field) ?? -1] ?? "";
    const { row, problems: found } = readRow(number, cellOf, context);
    for (const { field, weight, message } of found) {
      const index = field === null ? undefined : columnOf.get(field);
      problems.add({
        ...{ weight, row: number, message },
        column: index === undefined ? null : { letter: letterOf(index), name: names[index] ?? "" },
      });
    }
    if (row === null) return [];
    const before = row.key === "" ? undefined : seen.get(row.key);
    if (before !== undefined) {
      const index = columnOf.get("key") ?? 0;
      problems.add({
        ...{ weight: "stop", row: number, column: { letter: letterOf(index), name: names[index] ?? "" } },
        message: `Row ${before} has the same key “${row.key}”. A key names one row: give each its own, or choose that this column is no key.`,
      });
    } else if (row.key !== "") seen.set(row.key, number);
    return [row];
  });
}

/** What is told of a table: all is counted, and not more is kept than somebody reads. */
class Problems {
  readonly kept: TableProblem[] = [];
  readonly counts = { stop: 0, care: 0 };

  constructor(unread: readonly { readonly row: number; readonly message: string }[]) {
    for (const problem of unread) this.add({ weight: "stop", column: null, ...problem });
  }

  add(problem: TableProblem): void {
    this.counts[problem.weight] += 1;
    if (this.kept.length < MOST_PROBLEMS) this.kept.push(problem);
  }
}

/** As many columns as hold something. @throws {SpreadsheetRefused} */
function widthOf(rows: readonly SheetRow[], least: number): number {
  let width = least;
  for (const { cells } of rows)
    for (let at = cells.length; at > width; at--) if (cells[at - 1]?.trim()) width = at;
  if (width <= MOST_COLUMNS) return width;
  throw new SpreadsheetRefused(
    "too_large",
    `It has ${width} columns, and ${MOST_COLUMNS} are read. Take out those that are not brought.`,
  );
}

function samplesOf(cells: readonly string[]): string[] {
  const samples = new Set<string>();
  for (const cell of cells) {
    const short = cell.slice(0, 400).replace(/\s+/gu, " ").trim();
    if (short !== "")
      samples.add(short.length > 90 ? `${short.slice(0, 89).replace(/[\ud800-\udbff]$/u, "")}…` : short);
    if (samples.size === MOST_SAMPLES) break;
  }
  return [...samples];
}

/** What tables of the same columns have in common, whatever the order; of columns without names nothing. */
function headersKeyOf(names: readonly string[]): string {
  const keys = names.map(headerKey).filter(Boolean).sort();
  return keys.length === 0 ? "" : createHash("sha256").update(keys.join("\n")).digest("hex").slice(0, 32);
}
