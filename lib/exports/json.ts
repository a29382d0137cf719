import { type ExportEntry, type ExportFormat, STATEMENT_SCOPES } from "./format";
import { toJudgedJson } from "./judgements-json";
import { toStatementJson } from "./statement-json";
import { SCHEMA_VERSION } from "./statement-schema";

const OMITTED = [
  "the changes beside the words and the corroboration, which a statement’s own .json has",
  "the text of the source: its address and its checksum stand in the anchor",
];

/** One object: what it is of, and the statements. */
export const JSON_FORMAT: ExportFormat = {
  id: "json",
  label: "JSON",
  extension: "json",
  mediaType: "application/json",
  isBinary: false,
  isFull: true,
  about: "For programs: every statement with its sourcing, verdicts, relations and positions.",
  scopes: STATEMENT_SCOPES,
  omits: OMITTED,
  async *write(statements, { title, address, madeAt }) {
    const head = { schemaVersion: SCHEMA_VERSION, title, address, madeAt: madeAt.toISOString() };
    yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "statements": [`;
    let before = "\n    ";
    for await (const one of statements) {
      yield `${before}${JSON.stringify(toFullJson(one))}`;
      before = ",\n    ";
    }
    yield before === "\n    " ? "]\n}\n" : "\n  ]\n}\n";
  },
};

/** A statement a line (https://jsonlines.org). */
export const JSON_LINES: ExportFormat = {
  id: "json-lines",
  label: "JSON Lines",
  extension: "jsonl",
  mediaType: "application/jsonl",
  isBinary: false,
  isFull: true,
  about: "For programs that read a line at a time, such as jq, DuckDB and pandas.",
  scopes: STATEMENT_SCOPES,
  omits: OMITTED,
  async *write(statements) {
    for await (const one of statements) yield `${JSON.stringify(toFullJson(one))}\n`;
  },
};

/** A statement with what was judged of it, where that was read. */
function toFullJson(entry: ExportEntry) {
  return { ...toStatementJson(entry), ...(entry.judged ? toJudgedJson(entry.judged) : {}) };
}
