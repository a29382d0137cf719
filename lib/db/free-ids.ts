import { freePrintableIds, type Prefix } from "@/lib/text";
import type { Tx } from "./model";
import { type UnitOfWork, unitOf } from "./unit-of-work";

type FindTaken = (tx: Tx, tried: string[]) => ReturnType<Parameters<typeof freePrintableIds>[2]>;

interface Kept {
  /** How many were asked for. */
  asked: number;
  /** As many as the transaction before it asked for: of one article, or of thirty that share it. */
  readonly likely: number;
  /** Found free, and given to nobody yet. */
  free: string[];
  readonly given: Set<string>;
}

const kept = new WeakMap<UnitOfWork, Map<Prefix, Kept>>();
const before = new Map<Prefix, number>();

/**
 * `freePrintableIds` within a transaction, in which nobody else writes: what is free stays so. Asked again and again, as by many that share
 * one, it looks for as many at once as were asked for so far, or in the transaction before it.
 */
export async function freeIds(
  tx: Tx,
  prefix: Prefix,
  { count, findTaken }: { readonly count: number; readonly findTaken: FindTaken },
): Promise<string[]> {
  const unit = unitOf(tx);
  if (unit === null) return freePrintableIds(prefix, count, (tried) => findTaken(tx, tried));
  const all = kept.get(unit) ?? new Map<Prefix, Kept>();
  kept.set(unit, all);
  const own: Kept = all.get(prefix) ?? {
    ...{ asked: 0, likely: before.get(prefix) ?? 0 },
    ...{ free: [], given: new Set<string>() },
  };
  all.set(prefix, own);
  while (own.free.length < count) {
    const more = await freePrintableIds(
      prefix,
      Math.min(Math.max(count, own.asked, own.likely - own.asked), count + MOST),
      // of what is held back the ids were given here
      (tried) => findTaken(unit.aside, tried),
    );
    own.free = [...new Set([...own.free, ...more])].filter((id) => !own.given.has(id));
  }
  own.asked += count;
  before.set(prefix, own.asked);
  const given = own.free.splice(0, count);
  for (const id of given) own.given.add(id);
  return given;
}

const MOST = 200;
