import type { SpeakerKind } from "@/lib/speakers";
import type { SpreadsheetKind } from "@/lib/spreadsheets";
import type { Form } from "@/lib/statements";
import type { ColumnMeaning } from "./fields";

/** How numbers such as 3/4/2025 are read: as the column shows, else asked. */
export const DATE_ORDERS = ["auto", "day_first", "month_first"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What words without quotation marks are where no column says it. */
export const BARE_FORMS = ["direct", "indirect"] as const;

/** What a person says of a table: what its columns mean, and what holds where a cell is empty. */
export interface TableChoices {
  /** The row that names the columns; 0 where none does. */
  readonly headerRow: number;
  /** What each column holds, from the first. */
  readonly columns: readonly ColumnMeaning[];
  readonly dates: DateOrder;
  readonly bareForm: (typeof BARE_FORMS)[number];
  readonly title: string;
  readonly outlet: string;
  /** BCP 47. */
  readonly language: string;
}

/** What a row says of its source. */
export interface RowSource {
  readonly title: string;
  readonly outlet: string;
  readonly author: string;
  /** An ISO day, month or year; empty when it is not known. */
  readonly publishedOn: string;
  readonly address: string;
}

/** A row as it would become a statement. */
export interface StatementRow {
  readonly number: number;
  readonly key: string;
  readonly wording: string;
  readonly form: Form;
  readonly language: string;
  readonly originalWording: string;
  readonly originalLanguage: string;
  readonly speaker: string;
  readonly speakerKind: SpeakerKind | null;
  readonly role: string;
  readonly saidOn: string;
  readonly saidOnNote: string;
  readonly place: string;
  readonly event: string;
  readonly addressee: string;
  readonly context: string;
  readonly note: string;
  readonly page: number | null;
  readonly source: RowSource;
}

/** Something about a row: it stops the table from being stored, or is only told. */
export interface TableProblem {
  readonly weight: "stop" | "care";
  readonly row: number;
  /** Of the column, as spreadsheets letter it, and its name; null where it concerns the row. */
  readonly column: { readonly letter: string; readonly name: string } | null;
  /** What is wrong and what to do, in words. */
  readonly message: string;
}

/** A column as a person recognises it. */
export interface TableColumn {
  readonly letter: string;
  readonly name: string;
  /** The first things that stand in it. */
  readonly samples: readonly string[];
  readonly means: ColumnMeaning;
}

/** A table as it is read with some choices. */
export interface ReadTable {
  readonly kind: SpreadsheetKind;
  readonly encoding: string | null;
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly notices: readonly string[];
  readonly headersKey: string;
  readonly choices: TableChoices;
  readonly columns: readonly TableColumn[];
  /** How many rows hold something below the names. */
  readonly rowCount: number;
  /** The rows that can become statements. */
  readonly rows: readonly StatementRow[];
  readonly problems: readonly TableProblem[];
  /** How many problems there are, the ones beyond `MOST_PROBLEMS` among them. */
  readonly counts: { readonly stop: number; readonly care: number };
}

/** Of more rows whoever writes meanwhile would wait too long (docs/decisions/086). */
export const MOST_ROWS = 3000;
export const MOST_COLUMNS = 200;
export const MOST_BYTES = 10 * 1024 * 1024;
/** More are counted, and not kept. */
export const MOST_PROBLEMS = 500;

/** A to Z, AA to ZZ and on, as spreadsheets letter their columns. */
export function letterOf(index: number): string {
  const [before, here] = [Math.floor(index / 26), String.fromCharCode(65 + (index % 26))];
  return before === 0 ? here : `${letterOf(before - 1)}${here}`;
}
