export type { ExportEntry, Exported, ExportFormat, ExportScope } from "./format";
export { toJudgementsJson } from "./judgements-json";
export {
  toClaimJson,
  toClaimRowJson,
  toContradictionJson,
  toSourceJson,
  toSourceRowJson,
  toStoryJson,
  toStoryRowJson,
} from "./pages-json";
export { toSpeakerJson, toSpeakerRowJson } from "./speaker-json";
export { type ExportedStatement, toStatementJson } from "./statement-json";
export { SCHEMA_VERSION, statementSchema } from "./statement-schema";
export { byteStream } from "./stream";
export { toVersionJson } from "./version-json";
