export { type AuditEvent, appendAudit, appendAudits } from "./mutations";
export { type AuditCheck, listHistory, verifyAudit } from "./queries";
