import { createHash, hash as hashOnce } from "node:crypto";

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
  /** The hash over the seals of the entry, or null when it has none. */
  readonly seals: string | null;
}

/** How one record stood after a change: a hash for each of its fields, or null when it was deleted. */
export interface Seal {
  readonly model: string;
  readonly recordId: string;
  /** JSON: field to hash. */
  readonly fields: string | null;
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
    // entries from before there were seals keep the hash that they have
    ...(entry.seals === null ? [] : [entry.seals]),
  ];
  return createHash("sha256").update(previousHash).update(JSON.stringify(fields)).digest("hex");
}

/** SHA-256, in hex, over the seals of one entry in their order; null for none. */
export function sealsHash(seals: readonly Seal[]): string | null {
  if (seals.length === 0) return null;
  const hash = createHash("sha256");
  for (const { model, recordId, fields } of seals)
    hash.update(`${JSON.stringify([model, recordId, fields])}\n`);
  return hash.digest("hex");
}

/** A hash for each of some fields of a row. 96 bits: nobody finds another text with the same. An empty field has none. */
export function sealFields(
  { model, recordId }: Pick<Seal, "model" | "recordId">,
  row: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): string {
  const sealed = fields.map((field) => [field, sealOf(model, recordId, field, row[field])]);
  return JSON.stringify(Object.fromEntries(sealed));
}

/** The seal of a row with some fields sealed anew and every other as it was sealed before. */
export function resealFields(
  seal: Seal,
  row: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): string {
  const before = JSON.parse(seal.fields ?? "{}") as Record<string, string>;
  const anew = fields.map((field) => [field, sealOf(seal.model, seal.recordId, field, row[field])]);
  return JSON.stringify({ ...before, ...Object.fromEntries(anew) });
}

/** The fields of a row that are not what their seal says. A column that the seal or the table lacks is not judged. */
export function changedFields(seal: Seal, row: Readonly<Record<string, unknown>>): string[] {
  const sealed = JSON.parse(seal.fields ?? "{}") as Record<string, string>;
  return Object.keys(sealed).filter(
    (field) => field in row && sealed[field] !== sealOf(seal.model, seal.recordId, field, row[field]),
  );
}

function sealOf(model: string, recordId: string, field: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  const plain = typeof value === "bigint" ? String(value) : value;
  // a row is some thirty of them, and a hash that is begun and fed costs three times as much
  return hashOnce("sha256", JSON.stringify([model, recordId, field, plain]), "base64url").slice(0, 16);
}
