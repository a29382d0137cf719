import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { Cell } from "./csv";
import { type ExportEntry, type ExportFormat, STATEMENT_SCOPES } from "./format";
import { statementColumns, statementRow } from "./statement-csv";

/** How many rows are written together: some megabytes of text, which is all that is kept. */
const GROUP_ROWS = 2000;

type ColumnType = "STRING" | "BOOLEAN" | "INT32" | "TIMESTAMP";

// every other column is a text: a day that is known to the month is no date
const TYPES: Readonly<Record<string, ColumnType>> = {
  is_denial: "BOOLEAN",
  credibility: "INT32",
  published_version: "INT32",
  published_at: "TIMESTAMP",
  corrected_at: "TIMESTAMP",
  retracted_at: "TIMESTAMP",
};

/** Apache Parquet (https://parquet.apache.org/docs/file-format/): the columns of the CSV with their types, in groups of rows. */
export const PARQUET: ExportFormat = {
  id: "parquet",
  label: "Parquet",
  extension: "parquet",
  mediaType: "application/vnd.apache.parquet",
  isBinary: true,
  isFull: true,
  about: "For DuckDB, pandas, R and Spark: the columns of the CSV with their types.",
  scopes: STATEMENT_SCOPES,
  omits: [
    "the reasons and the evidence of verdicts and relations",
    "every correction but the newest",
    "the places of the words in the text of the source",
  ],
  async *write(entries) {
    const writer = new TakenWriter();
    const file = new ParquetWriter({ writer, schema: schemaOf(), codec: "SNAPPY", createdBy: "Verbatim" });
    for await (const rows of groupsOf(entries)) {
      await file.write({ columnData: columnsOf(rows), rowGroupSize: GROUP_ROWS });
      yield writer.take();
    }
    await file.finish();
    yield writer.take();
  },
};

/** A writer whose bytes are taken away as they come: the offsets that the end of the file holds go on counting. */
class TakenWriter extends ByteWriter {
  take(): Uint8Array {
    const taken = this.getBytes().slice();
    this.index = 0;
    return taken;
  }
}

const typeOf = (name: string): ColumnType => TYPES[name] ?? "STRING";

const schemaOf = () => schemaFromColumnData({ columnData: columnsOf([]) });

/** Rows as columns, as they are stored. */
function columnsOf(rows: readonly (readonly Cell[])[]) {
  return statementColumns().map((name, column) => {
    const type = typeOf(name);
    const data = rows.map((row) => typed(row[column] ?? null, type));
    return { name, type, nullable: true, data };
  });
}

function typed(cell: Cell, type: ColumnType): string | number | boolean | Date | null {
  if (cell === null) return null;
  if (type === "BOOLEAN") return cell === "yes";
  if (type === "TIMESTAMP") return new Date(cell);
  return type === "STRING" ? String(cell) : Number(cell);
}

async function* groupsOf(entries: AsyncIterable<ExportEntry> | Iterable<ExportEntry>) {
  let rows: (readonly Cell[])[] = [];
  for await (const entry of entries) {
    rows.push(statementRow(entry));
    if (rows.length < GROUP_ROWS) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}
