import { createHash } from "node:crypto";

/** What an entry says, before it is chained. `before` and `after` are JSON texts. */
export interface AuditContent {
  readonly seq: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly actorRole: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
}

/** SHA-256, in hex, over the previous hash and every field of the entry in a fixed order. */
export function chainHash(previousHash: string, entry: AuditContent): string {
  const fields = [
    entry.seq,
    entry.at.toISOString(),
    entry.actorId,
    entry.actorName,
    entry.actorRole,
    entry.action,
    entry.subjectType,
    entry.subjectId,
    entry.before,
    entry.after,
    entry.reason,
  ];
  return createHash("sha256").update(previousHash).update(JSON.stringify(fields)).digest("hex");
}
