export { type AuditEvent, appendAudit, appendAudits } from "./mutations";
export { type AuditCheck, countAuditEntries, listHistory, verifyAudit } from "./queries";
