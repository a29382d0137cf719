export { type Cell, csvCell, csvRecord } from "./csv";
export { toSpeakerJson, toSpeakerRowJson } from "./speaker-json";
export { STATEMENT_COLUMNS, statementCsvHead, statementCsvRecord } from "./statement-csv";
export { type ExportedStatement, isoDate, toStatementJson } from "./statement-json";
export { textStream } from "./stream";
