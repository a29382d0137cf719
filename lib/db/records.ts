import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Db, Tx } from "./model";

/** The name of a table, as schema.prisma has it. */
export type ModelName = Prisma.ModelName;

/** Columns of one row by name. */
export type Row = Readonly<Record<string, unknown>>;

// what these hold is nobody's decision: it lapses, is counted, or belongs to one person until it is stored
const SCRATCH: ReadonlySet<string> = new Set<ModelName>([
  "Session",
  "Verification",
  "RateLimit",
  "ImportDraft",
  "ImportProposal",
  "ImportSpeakerKind",
  "ImportAct",
  "ImportBatch",
  "BatchFile",
  "StatementTable",
  // where a statement came from, which the entry of its table tells
  "TableRow",
  "FormDraft",
  "SavedSearch",
  "SavedSearchSeen",
  "Sending",
  "WebhookDelivery",
  // computed from the texts of editions
  "IndexedEdition",
  "Shingle",
  "Passage",
  // named by the hash of what they hold, which stands in a record
  "ArrivedBytes",
  // marks of how far upkeep came
  "Setting",
  // the record of changes guards itself
  "AuditHead",
  "AuditEntry",
  "AuditSeal",
]);

// tables whose key is not `id`, in the order of the key
const KEYS: Readonly<Record<string, readonly string[]>> = {
  ArrivedBytes: ["sha256"],
  AuditSeal: ["entrySeq", "ordinal"],
  Setting: ["key"],
  IndexedEdition: ["number"],
  Shingle: ["hash", "indexedId"],
  SavedSearchSeen: ["searchId", "userId"],
  NoticePlace: ["noticeId", "subjectType", "subjectId"],
  SourcingFacet: ["assessmentId", "facet", "value"],
  StoryClaim: ["storyId", "claimId"],
  StorySource: ["storyId", "sourceId"],
};

// computed from another column of the row, again whenever the rule changes: lib/migrations/backfill.ts
const DERIVED: Readonly<Record<string, readonly string[]>> = {
  Claim: ["propositionKey", "searchKey"],
  Source: ["searchKey"],
  Outlet: ["searchKey"],
  SpeakerAlias: ["searchKey"],
  Story: ["searchKey"],
  Statement: ["wordingKey", "searchKey"],
};

// written whenever a thing is used, which is nobody's decision and told by no entry
const USED: Readonly<Record<string, readonly string[]>> = {
  ApiKey: ["lastUsedAt"],
  Webhook: ["failuresInARow"],
};

/** Every table whose changes are recorded and sealed, in the order of the schema. A new table is one of them. */
export const RECORDED_MODELS: readonly ModelName[] = Object.values(Prisma.ModelName).filter(
  (model) => !SCRATCH.has(model),
);

/** The columns of a table. */
export function fieldsOf(model: ModelName): readonly string[] {
  const fields = (Prisma as unknown as Record<string, Record<string, string>>)[`${model}ScalarFieldEnum`];
  if (fields === undefined) throw new Error(`The client knows no columns of ${model}.`);
  return Object.keys(fields);
}

/** The columns of a table that are sealed: all but those that the program computes from them, or notes of use. */
export function sealedFieldsOf(model: ModelName): readonly string[] {
  const open = [DERIVED[model] ?? [], USED[model] ?? []].flat();
  return fieldsOf(model).filter((field) => !open.includes(field));
}

/** The columns that name a row of a table. @throws when schema.prisma gives it a key that is not listed here */
export function keyOf(model: ModelName): readonly string[] {
  const key = KEYS[model] ?? ["id"];
  const fields = fieldsOf(model);
  if (key.every((field) => fields.includes(field))) return key;
  throw new Error(`lib/db/records.ts does not know the key of ${model}.`);
}

/** The one name of a row: its id, or its key's parts with slashes between. */
export function recordIdOf(model: ModelName, row: Row): string {
  return keyOf(model)
    .map((field) => String(row[field]))
    .join("/");
}

const CHUNK = 200;

/** A long list in parts that one query can name. */
export function* chunksOf<T>(list: readonly T[]): Iterable<readonly T[]> {
  for (let start = 0; start < list.length; start += CHUNK) yield list.slice(start, start + CHUNK);
}

/** The rows that stand in the table now, by record id. What is not there is not in the map. */
export async function readRecords(
  client: Db | Tx,
  model: ModelName,
  recordIds: readonly string[],
): Promise<Map<string, Row>> {
  const found = new Map<string, Row>();
  for (const part of chunksOf(recordIds)) {
    const where = whereRecords(model, part);
    for (const row of await tableOf(client, model).findMany({ where, orderBy: inOrder(model) }))
      found.set(recordIdOf(model, row), row);
  }
  return found;
}

/** One page of a table in the order of its key, after `after`; for reading all of it in flat memory. */
export async function pageOfRecords(
  client: Db | Tx,
  model: ModelName,
  { after, take }: { after: Row | null; take: number },
): Promise<Row[]> {
  const key = keyOf(model);
  return tableOf(client, model).findMany({
    ...(after === null ? {} : { where: isAfter(key, after) }),
    orderBy: inOrder(model),
    take,
  });
}

function inOrder(model: ModelName): object[] {
  return keyOf(model).map((field) => ({ [field]: "asc" }));
}

/** How many rows a table has. */
export async function countRecords(client: Db | Tx, model: ModelName): Promise<number> {
  return tableOf(client, model).count();
}

/** Rows whose key is one of the record ids. */
export function whereRecords(model: ModelName, recordIds: readonly string[]): object {
  const [first = "id", ...more] = keyOf(model);
  if (more.length === 0) return { [first]: { in: [...recordIds] } };
  return { OR: recordIds.map((id) => partsOf(model, id)) };
}

function partsOf(model: ModelName, recordId: string): object {
  const parts = recordId.split("/");
  return Object.fromEntries(keyOf(model).map((field, index) => [field, parts[index]]));
}

// (a, b) > (x, y), written out: Prisma compares one column at a time
function isAfter(key: readonly string[], after: Row): object {
  return {
    OR: key.map((field, index) => ({
      ...Object.fromEntries(key.slice(0, index).map((before) => [before, after[before]])),
      [field]: { gt: after[field] },
    })),
  };
}

interface Table {
  findMany(args: object): Promise<Row[]>;
  count(): Promise<number>;
}

function tableOf(client: Db | Tx, model: ModelName): Table {
  return (client as unknown as Record<string, Table>)[delegateOf(model)] as Table;
}

/** The name under which a client has a table. */
export function delegateOf(model: ModelName): string {
  return model.charAt(0).toLowerCase() + model.slice(1);
}
