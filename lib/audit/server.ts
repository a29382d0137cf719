export { sealStandingRecords } from "./baseline";
export { type Checkpoint, formatCheckpoint, parseCheckpoint, writeCheckpoint } from "./checkpoints";
export type { AuditCheck, Finding } from "./findings";
export { type AuditEvent, appendAudit, appendAudits } from "./mutations";
export { countAuditEntries, findHead, getCheckpoint, listHistory, verifyAudit } from "./queries";
