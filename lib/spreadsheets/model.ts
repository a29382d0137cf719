/** What a spreadsheet is as a file. */
export type SpreadsheetKind = "csv" | "xlsx" | "jsonl";

/** A row, under the number that its program shows beside it. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** How much of a sheet is read before it is refused: an empty cell between two others counts as one. */
export interface SheetLimits {
  readonly mostCells: number;
  readonly mostUtf16: number;
}

/** One row that cannot be read, and why. */
export interface RowProblem {
  readonly row: number;
  readonly message: string;
}

/** A sheet of a spreadsheet, as it was read. */
export interface ReadSpreadsheet {
  readonly kind: SpreadsheetKind;
  /** How the bytes were read; null for a workbook, which says it itself. */
  readonly encoding: string | null;
  /** The names of its sheets, those that it hides last; none but of a workbook. */
  readonly sheets: readonly string[];
  /** The sheet that was read. */
  readonly sheet: string;
  /** The names of the columns where the format has them apart from its rows. */
  readonly columns: readonly string[] | null;
  /** Rows in which something stands. */
  readonly rows: readonly SheetRow[];
  readonly problems: readonly RowProblem[];
  /** What a person should know of how it was read, each one sentence. */
  readonly notices: readonly string[];
}

/** A spreadsheet that is not read: `message` says why and what to do, for people. */
export class SpreadsheetRefused extends Error {
  override readonly name = "SpreadsheetRefused";
  constructor(
    readonly rule: "empty" | "no_spreadsheet" | "too_large" | "damaged" | "no_sheet",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Counts what is read of a sheet. */
export class Budget {
  private cells = 0;
  private utf16 = 0;
  constructor(private readonly limits: SheetLimits) {}

  /** Counts a cell. @throws {SpreadsheetRefused} when it is one too many */
  take(text: string): void {
    this.cells += 1;
    this.utf16 += text.length;
    if (this.cells <= this.limits.mostCells && this.utf16 <= this.limits.mostUtf16) return;
    const most = (count: number) => count.toLocaleString("en-GB");
    throw new SpreadsheetRefused(
      "too_large",
      `It holds more than ${most(this.limits.mostCells)} cells or ${most(this.limits.mostUtf16)} characters on one sheet. Split it.`,
    );
  }
}

/** Whether anything stands in a row. */
export const isFilled = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== "");
