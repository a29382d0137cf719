import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Tx } from "./model";
import {
  chunksOf,
  delegateOf,
  fieldsOf,
  keyOf,
  type ModelName,
  RECORDED_MODELS,
  type Row,
  recordIdOf,
  whereRecords,
} from "./records";

/** What one transaction wrote, and what is done at its end. */
export interface UnitOfWork {
  /** The transaction, which notes every record that is written through it. */
  readonly tx: Tx;
  /** The transaction as it is without what is held back, which stays so: see `aside`. */
  readonly aside: Tx;
  /** What is held back to be written with more of its kind, by table. */
  readonly held: Map<ModelName, Held>;
  /** The records written so far: record ids by table. */
  readonly written: ReadonlyMap<ModelName, ReadonlySet<string>>;
  /** Notes records that are written past the transaction's tables. */
  readonly note: (model: ModelName, recordIds: readonly string[]) => void;
  /** Done after the work and before the commit, in the order asked for. */
  readonly beforeCommit: (() => Promise<void>)[];
  /** Done once the commit stands; what fails here undoes nothing. */
  readonly afterCommit: (() => Promise<void>)[];
}

interface Held {
  readonly items: unknown[];
  readonly write: (tx: Tx, items: readonly unknown[]) => Promise<void>;
}

const units = new WeakMap<object, UnitOfWork>();

/** The unit of work that a transaction belongs to, or null for one that `transact` did not open. */
export function unitOf(tx: Tx): UnitOfWork | null {
  return units.get(tx) ?? null;
}

/** Wraps a transaction so that what is written through it is known at its end. */
export function beginUnit(raw: Tx): UnitOfWork {
  const written = new Map<ModelName, Set<string>>();
  const note = (model: ModelName, recordIds: readonly string[]) => {
    const ids = written.get(model) ?? new Set();
    for (const id of recordIds) ids.add(id);
    if (ids.size > 0) written.set(model, ids);
  };
  const held = new Map<ModelName, Held>();
  const aside = wrapped(raw, (model, whole) =>
    RECORDED.has(model) ? watch(model, inParts(whole), note) : inParts(whole),
  );
  let writing: Promise<void> | null = null;
  const isDue = () => held.size > 0 || writing !== null;
  const write = async () => {
    while (isDue()) {
      writing ??= writeHeld(unit).finally(() => {
        writing = null;
      });
      await writing;
    }
  };
  const tx = wrapped(aside, (_, table) => table, { isDue, write });
  const unit: UnitOfWork = { tx, aside, held, written, note, beforeCommit: [], afterCommit: [] };
  units.set(tx, unit).set(aside, unit);
  return unit;
}

/** A transaction with other tables; `before` is done, where it is due, before anything is asked of it. */
function wrapped(
  whole: Tx,
  tableOf: (model: ModelName, table: Table) => object,
  before?: { readonly isDue: () => boolean; readonly write: () => Promise<void> },
): Tx {
  const behind =
    (call: (...args: unknown[]) => unknown, of: object) =>
    (...args: unknown[]) =>
      before?.isDue() ? before.write().then(() => call.apply(of, args)) : call.apply(of, args);
  const tables = new Map<string, object>();
  return new Proxy(whole, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property);
      const model = typeof property === "string" ? MODELS.get(property) : undefined;
      if (model === undefined)
        return typeof value === "function" ? behind(value as () => unknown, target) : value;
      const table =
        tables.get(model) ??
        new Proxy(tableOf(model, value as Table), {
          get(each, name) {
            const call: unknown = Reflect.get(each, name);
            return typeof call === "function" ? behind(call as () => unknown, each) : call;
          },
        });
      tables.set(model, table);
      return table;
    },
  });
}

// a row is written behind those that it points at
const IN_ORDER: readonly ModelName[] = [
  ...(["Source", "Edition", "IndexedEdition", "Passage", "Statement", "Anchor", "AttributionHop"] as const),
  ...(["ImportDraft", "Arrival", "ImportProposal"] as const),
];

/**
 * Holds back what is to be written to a table, until something is asked of the transaction or it ends: of many articles that share one, the
 * rows of all are then written at once. Whoever knows that what they ask has nothing to do with it asks `aside`.
 */
export function holdBack<T>(
  tx: Tx,
  model: ModelName,
  { items, write }: { items: readonly T[]; write: (tx: Tx, items: readonly T[]) => Promise<void> },
): Promise<void> {
  const unit = unitOf(tx);
  if (items.length === 0) return Promise.resolve();
  if (unit === null || !IN_ORDER.includes(model)) return write(tx, items);
  const there = unit.held.get(model);
  if (there) for (const item of items) there.items.push(item);
  else unit.held.set(model, { items: [...items], write: write as Held["write"] });
  return Promise.resolve();
}

/** The transaction without what is held back in it: for reading what that cannot change, and writing what does not point at it. */
export function aside(tx: Tx): Tx {
  return unitOf(tx)?.aside ?? tx;
}

async function writeHeld(unit: UnitOfWork): Promise<void> {
  const due = IN_ORDER.flatMap((model) => unit.held.get(model) ?? []);
  unit.held.clear();
  for (const { items, write } of due) await write(unit.aside, items);
}

/**
 * Does what was asked for before the commit. @throws when records were written and nothing tells of it: every change
 * of a record is in the record of changes, so a mutation that forgets `appendAudit` fails the first time it runs.
 */
export async function finishUnit(unit: UnitOfWork): Promise<void> {
  await writeHeld(unit);
  if (unit.written.size > 0 && unit.beforeCommit.length === 0) {
    throw new Error(
      `${[...unit.written.keys()].join(", ")}: written without appendAudit. See lib/audit/README.md.`,
    );
  }
  for (const work of unit.beforeCommit) await work();
}

const RECORDED: ReadonlySet<string> = new Set(RECORDED_MODELS);
const MODELS = new Map(Object.values(Prisma.ModelName).map((model) => [delegateOf(model), model]));

type Args = Record<string, unknown>;
type Call = (args: Args) => Promise<unknown>;
type Table = Record<string, Call>;
type Note = (model: ModelName, recordIds: readonly string[]) => void;

/** The table, which takes many rows in parts: Prisma plans a query of thousands for seconds, and everyone waits for it. */
function inParts(table: Table): Table {
  const call = (name: string, args: Args) => (table[name] as Call).call(table, args);
  const parted: Record<string, Call> = {
    async createMany(args) {
      let count = 0;
      for (const data of chunksOf([args.data].flat())) {
        count += ((await call("createMany", { ...args, data })) as { count: number }).count;
      }
      return { count };
    },
    async createManyAndReturn(args) {
      const made: unknown[] = [];
      for (const data of chunksOf([args.data].flat())) {
        made.push(...((await call("createManyAndReturn", { ...args, data })) as unknown[]));
      }
      return made;
    },
  };
  return new Proxy(table, {
    get: (target, property) =>
      (typeof property === "string" ? parted[property] : undefined) ?? Reflect.get(target, property),
  });
}

/** The table with its writes noted; reads pass through. */
function watch(model: ModelName, table: Table, note: Note): object {
  const key = keyOf(model);
  const selectKey = Object.fromEntries(key.map((field) => [field, true]));
  const call = (name: string, args: Args) => (table[name] as Call).call(table, args);
  const ids = (rows: readonly Row[]) => rows.map((row) => recordIdOf(model, row));

  // the caller gets what it selected, and no more
  const returning = (name: string) => async (args: Args) => {
    refuseNested(model, args);
    const selected = args.select as Args | undefined;
    const result = await call(name, selected ? { ...args, select: { ...selected, ...selectKey } } : args);
    const rows = (Array.isArray(result) ? result : [result]) as Record<string, unknown>[];
    note(model, ids(rows));
    const added = selected ? key.filter((field) => selected[field] !== true) : [];
    for (const row of rows) for (const field of added) delete row[field];
    return result;
  };

  const watched: Record<string, Call> = {
    create: returning("create"),
    update: returning("update"),
    upsert: returning("upsert"),
    delete: returning("delete"),
    createManyAndReturn: returning("createManyAndReturn"),
    updateManyAndReturn: returning("updateManyAndReturn"),
    async createMany(args) {
      const rows = [args.data].flat() as Row[];
      if (rows.length === 0) return { count: 0 };
      if (!rows.every((row) => key.every((field) => row[field] !== undefined))) {
        const made = (await call("createManyAndReturn", { ...args, select: selectKey })) as Row[];
        note(model, ids(made));
        return { count: made.length };
      }
      note(model, ids(rows));
      return call("createMany", args);
    },
    async updateMany(args) {
      const changed = (await call("updateManyAndReturn", { ...args, select: selectKey })) as Row[];
      note(model, ids(changed));
      return { count: changed.length };
    },
    async deleteMany(args = {}) {
      const rows = (await call("findMany", { where: args.where ?? {}, select: selectKey })) as Row[];
      if (rows.length === 0) return { count: 0 };
      note(model, ids(rows));
      // only what was noted: what a colleague adds meanwhile is not ours to delete
      for (const part of chunksOf(ids(rows))) await call("deleteMany", { where: whereRecords(model, part) });
      return { count: rows.length };
    },
  };
  return new Proxy(table, {
    get: (target, property) =>
      (typeof property === "string" ? watched[property] : undefined) ?? Reflect.get(target, property),
  });
}

/** A record written inside the data of another would not be noted. */
function refuseNested(model: ModelName, args: Args): void {
  const fields = new Set(fieldsOf(model));
  for (const part of [args.data, args.create, args.update].flat()) {
    for (const [field, value] of Object.entries((part ?? {}) as Args)) {
      if (fields.has(field) || value === undefined) continue;
      const acts = Object.keys(value as Args).filter((act) => act !== "connect" && act !== "disconnect");
      if (acts.length > 0)
        throw new Error(`${model}.${field}: write the table of its own, so that it is recorded.`);
    }
  }
}
