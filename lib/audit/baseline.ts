import { SYSTEM } from "@/lib/auth";
import { db, type ModelName, RECORDED_MODELS, readRecords, sealedFieldsOf, transact } from "@/lib/db/server";
import { resealFields, type Seal } from "./model";
import { appendSeals, sealRecords } from "./mutations";
import { eachUnsealed, pageOfNewestSeals } from "./verify-records";

/**
 * Migrations that write other values into columns that were sealed before, oldest first: which columns of which tables.
 * Only these are sealed anew, so that nothing else that was changed behind the log passes with them.
 */
const REWRITES: readonly {
  readonly migration: string;
  readonly columns: Partial<Record<ModelName, readonly string[]>>;
}[] = [];

/** What an entry that seals what stands tells: how far sealing came. */
interface Baseline {
  /** The columns of each table that were sealed. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** How many of REWRITES had been sealed anew. */
  readonly rewrites: number;
  /** Whether every record that stood was sealed, so that one without a seal was added behind the log. */
  readonly isDone: boolean;
}

const BATCH = 500;
const SEALING = { action: "records.sealed", subjectType: "database", subjectId: "records" } as const;

/** How far sealing came, as the newest entry about it tells, or null before the first. */
export async function findBaseline(): Promise<Baseline | null> {
  const entry = await db.auditEntry.findFirst({
    where: SEALING,
    orderBy: { seq: "desc" },
    select: { after: true },
  });
  return entry?.after ? (JSON.parse(entry.after) as Baseline) : null;
}

/**
 * Seals what stands already and could not be sealed when it was written: everything in a database from before there
 * were seals, afterwards only columns that a migration added or rewrote. A record that appears without a seal later is
 * left alone, because that is what the check looks for. Interrupted, it goes on where it was.
 * @returns how many records it sealed.
 */
export async function sealStandingRecords(): Promise<number> {
  const before = await findBaseline();
  const now: Baseline = { columns: columnsNow(), rewrites: REWRITES.length, isDone: true };
  if (JSON.stringify(before) === JSON.stringify(now)) return 0;
  let sealed = 0;
  if (before?.isDone) {
    for (const model of RECORDED_MODELS) sealed += await sealColumns(model, before);
  } else {
    for (const model of RECORDED_MODELS) sealed += await sealUnsealed(model);
  }
  await tellOf(now, async () => []);
  return sealed;
}

function columnsNow(): Record<string, readonly string[]> {
  return Object.fromEntries(RECORDED_MODELS.map((model) => [model, [...sealedFieldsOf(model)].sort()]));
}

async function sealUnsealed(model: ModelName): Promise<number> {
  let sealed = 0;
  let batch: string[] = [];
  const flush = async () => {
    const ids = batch;
    batch = [];
    if (ids.length === 0) return;
    sealed += ids.length;
    await tellOf({ columns: {}, rewrites: 0, isDone: false }, (tx) => sealRecords(tx, model, ids));
  };
  for await (const id of eachUnsealed(model)) {
    batch.push(id);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return sealed;
}

async function sealColumns(model: ModelName, before: Baseline): Promise<number> {
  const known = new Set(before.columns[model] ?? []);
  const rewritten = REWRITES.slice(before.rewrites).flatMap(({ columns }) => columns[model] ?? []);
  const added = known.size === 0 ? [] : sealedFieldsOf(model).filter((field) => !known.has(field));
  const fields = [...new Set([...added, ...rewritten])];
  if (fields.length === 0) return 0;
  let sealed = 0;
  for (let after = ""; ; ) {
    const ids = [...(await pageOfNewestSeals(model, after)).keys()];
    const last = ids.at(-1);
    if (last === undefined) return sealed;
    await tellOf(before, async (tx) => {
      const [seals, rows] = [await pageOfNewestSeals(model, after, tx), await readRecords(tx, model, ids)];
      const anew: Seal[] = [];
      for (const [recordId, seal] of seals) {
        const row = rows.get(recordId);
        if (row !== undefined && seal.fields !== null)
          anew.push({ model, recordId, fields: resealFields(seal, row, fields) });
      }
      sealed += anew.length;
      return anew;
    });
    after = last;
  }
}

async function tellOf(
  after: Baseline,
  makeSeals: (tx: Parameters<typeof sealRecords>[0]) => Promise<Seal[]>,
): Promise<void> {
  await transact((tx) => appendSeals(tx, { actor: SYSTEM, ...SEALING, after }, () => makeSeals(tx)));
}
