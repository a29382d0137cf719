import { type ExportFormat, STATEMENT_SCOPES } from "./format";
import { statementCsvHead, statementCsvRecord } from "./statement-csv";

/** A row a statement, records as RFC 4180 has them. */
export const CSV: ExportFormat = {
  id: "csv",
  label: "CSV",
  extension: "csv",
  mediaType: "text/csv",
  isBinary: false,
  isFull: true,
  about: "For spreadsheets and statistics.",
  scopes: STATEMENT_SCOPES,
  omits: [
    "the reasons and the evidence of verdicts and relations",
    "every correction but the newest",
    "the places of the words in the text of the source",
    "that a cell began as a formula does: it gets an apostrophe",
  ],
  async *write(statements) {
    // without the byte order mark Excel reads UTF-8 as the machine's own encoding
    yield `\ufeff${statementCsvHead()}`;
    for await (const one of statements) yield statementCsvRecord(one);
  },
};
