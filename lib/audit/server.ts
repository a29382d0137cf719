export { type AuditEvent, appendAudit } from "./mutations";
export { type AuditCheck, listHistory, verifyAudit } from "./queries";
