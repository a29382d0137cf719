export { toJudgementsJson } from "./judgements-json";
export { toSpeakerJson, toSpeakerRowJson } from "./speaker-json";
export { statementCsvHead, statementCsvRecord } from "./statement-csv";
export { type ExportedStatement, toStatementJson } from "./statement-json";
export { textStream } from "./stream";
export { toVersionJson } from "./version-json";
