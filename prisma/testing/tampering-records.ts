import type { AuditCheck, Finding } from "@/lib/audit/server";
import {
  db,
  delegateOf,
  keyOf,
  type ModelName,
  RECORDED_MODELS,
  type Row,
  recordIdOf,
  sealedFieldsOf,
} from "@/lib/db/server";

/** Numbers from 0 to below 1. */
export type Numbers = () => number;

/** What was done, and how the check is to answer. */
export interface Done {
  readonly words: string;
  isLocatedBy(check: AuditCheck): boolean;
  isFoundBy?(check: AuditCheck): boolean;
  undo(): Promise<unknown>;
}

export const some = (test: (finding: Finding) => boolean) => (check: AuditCheck) => check.findings.some(test);

export function pick<Item>(random: Numbers, list: readonly Item[]): Item {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
}

/** Another value of the same kind. */
export function changed(random: Numbers, value: unknown): unknown {
  if (typeof value === "number") return value + 1 + Math.floor(random() * 3);
  if (typeof value === "boolean") return !value;
  if (value instanceof Date) return new Date(value.getTime() + 1 + Math.floor(random() * 1e9));
  if (typeof value !== "string" || value === "") return "forged";
  const at = Math.floor(random() * value.length);
  const sign = value.charAt(at) === "x" ? "y" : "x";
  return pick(random, [`${value.slice(0, at)}${sign}${value.slice(at + 1)}`, `${value} `, value.slice(1)]);
}

interface Table {
  findMany(args: object): Promise<Row[]>;
  update(args: object): Promise<unknown>;
  updateMany(args: object): Promise<unknown>;
  create(args: object): Promise<unknown>;
  deleteMany(args: object): Promise<unknown>;
}
const tableOf = (model: ModelName) => (db as unknown as Record<string, Table>)[delegateOf(model)] as Table;

async function pickRow(random: Numbers, model: ModelName): Promise<Row> {
  return pick(
    random,
    await tableOf(model).findMany({ orderBy: keyOf(model).map((field) => ({ [field]: "asc" })) }),
  );
}

/** The condition that finds one row by its key. */
function whereIs(model: ModelName, row: Row): object {
  return Object.fromEntries(keyOf(model).map((field) => [field, row[field]]));
}

/** Whether the database took it: a table has keys and types that stop whoever writes into it, too. */
async function isTaken(write: Promise<unknown>): Promise<boolean> {
  return write.then(
    () => true,
    () => false,
  );
}

/** One of some fields of a row of one of some tables. */
export async function editRecord(
  random: Numbers,
  choices: readonly (readonly [ModelName, readonly string[]])[],
): Promise<Done> {
  const [model, fields] = pick(random, choices);
  const row = pick(random, await tableOf(model).findMany({ orderBy: { id: "asc" } }));
  const field = pick(random, fields);
  const value = field.endsWith("At") && row[field] === null ? new Date(0) : changed(random, row[field]);
  const where = { id: row.id };
  await tableOf(model).update({ where, data: { [field]: value } });
  const record = recordIdOf(model, row);
  return {
    words: `${model} ${record} ${field}`,
    isLocatedBy: some((finding) => finding.record === record && finding.field === field),
    undo: () => tableOf(model).update({ where, data: row }),
  };
}

/** One field of one row, in whatever table: a new one, or a new column, is among them by itself. */
export async function editAnything(random: Numbers): Promise<Done> {
  const fieldsOf = (model: ModelName) => sealedFieldsOf(model).filter((one) => !keyOf(model).includes(one));
  const models = RECORDED_MODELS.filter((model) => fieldsOf(model).length > 0);
  for (;;) {
    const model = pick(random, models);
    const row = await pickRow(random, model);
    const field = pick(random, fieldsOf(model));
    const where = whereIs(model, row);
    // nothing tells the type of what is empty
    const values = row[field] === null ? ["forged", new Date(0), 7] : [changed(random, row[field])];
    for (const value of values) {
      if (!(await isTaken(tableOf(model).updateMany({ where, data: { [field]: value } })))) continue;
      const record = recordIdOf(model, row);
      return {
        words: `${model} ${record} ${field}`,
        isLocatedBy: some(
          (found) => found.table === model && found.record === record && found.field === field,
        ),
        undo: () => tableOf(model).updateMany({ where, data: row }),
      };
    }
  }
}

/** Tables that no other row hangs on, so that a row can go and come back alone. */
const LEAVES = [
  ...([
    "AddedStyle",
    "ApiKey",
    "FormerName",
    "Account",
    "SpeakerAlias",
    "Affiliation",
    "ConfidentialIdentity",
    "SpeakerMerge",
    "SpeakerSplit",
    "SpeakersApart",
  ] as const),
  ...([
    "AttributionHop",
    "Anchor",
    "StatementVersion",
    "Correction",
    "CorrectionRenewal",
    "Retraction",
  ] as const),
  ...(["Position", "RelationDecision", "Evidence", "SourcingFacet"] as const),
  ...([
    "ReviewTransition",
    "ReviewCheck",
    "ReviewComment",
    "StoryClaim",
    "StorySource",
    "NoticePlace",
  ] as const),
] satisfies readonly ModelName[];

export async function addOrDelete(random: Numbers): Promise<Done> {
  const model = pick(random, LEAVES);
  const table = tableOf(model);
  const row = await pickRow(random, model);
  const last = keyOf(model).at(-1) ?? "id";
  const twin: Row = { ...row, [last]: `${String(row[last]).slice(0, -4)}f0e0`, ...freeOf(model, random) };
  const isAdded = random() < 0.5 && (await isTaken(table.create({ data: twin })));
  const one = isAdded ? twin : row;
  const where = whereIs(model, one);
  if (!isAdded) await table.deleteMany({ where });
  const id = recordIdOf(model, one);
  return {
    words: `${model} ${id} ${isAdded ? "added" : "deleted"}`,
    isLocatedBy: some(({ table, record }) => table === model && record === id),
    undo: () => (isAdded ? table.deleteMany({ where }) : table.create({ data: row })),
  };
}

/** What a second row of some tables must have otherwise than the first. */
function freeOf(model: ModelName, random: Numbers): Row {
  const number = 900 + Math.floor(random() * 100);
  const free: Partial<Record<ModelName, Row>> = {
    ...{
      AddedStyle: { key: `forged-${number}` },
      ApiKey: { keyHash: `forged ${number}` },
      Account: { accountId: `forged ${number}` },
    },
    ...{ SpeakerAlias: { nameKey: `forged ${number}` }, AttributionHop: { ordinal: number } },
    ...{ StatementVersion: { number }, Correction: { versionNumber: number } },
  };
  return free[model] ?? {};
}
