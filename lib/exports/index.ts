export { csvRecord } from "./csv";
export type { ExportEntry, Exported, ExportFormat, ExportScope } from "./format";
export { toLineageJson } from "./lineage-json";
export { toClaimRowJson, toContradictionJson, toSourceRowJson, toStoryRowJson } from "./pages-json";
export { toSpeakerRowJson } from "./speaker-json";
export { type ExportedStatement, toStatementJson } from "./statement-json";
export { SCHEMA_VERSION, statementSchema } from "./statement-schema";
export { byteStream } from "./stream";
export { toVersionJson } from "./version-json";
