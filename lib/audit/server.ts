export { sealStandingRecords } from "./baseline";
export {
  type Checkpoint,
  checkpointsFile,
  findLastCheckpoint,
  formatCheckpoint,
  missingSince,
  parseCheckpoint,
} from "./checkpoints";
export type { AuditCheck, Finding } from "./findings";
export { chainHash, sealFields, sealsHash } from "./model";
export { type AuditEvent, appendAudit, appendAudits } from "./mutations";
export { countAuditEntries, findHead, getCheckpoint, listHistory, verifyAudit } from "./queries";
