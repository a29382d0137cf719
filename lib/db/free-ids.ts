import { freePrintableIds, type Prefix } from "@/lib/text";
import type { Tx } from "./model";
import { type UnitOfWork, unitOf } from "./unit-of-work";

type FindTaken = Parameters<typeof freePrintableIds>[2];

/** By transaction and prefix: how many were asked for, and those that were found free and given to nobody yet. */
const kept = new WeakMap<UnitOfWork, Map<Prefix, { asked: number; free: string[] }>>();

/**
 * `freePrintableIds` within a transaction, in which nobody else writes: what is free stays so. Asked again and again, as by many that share
 * one, it looks for as many as were asked for so far at once.
 */
export async function freeIds(
  tx: Tx,
  prefix: Prefix,
  { count, findTaken }: { readonly count: number; readonly findTaken: FindTaken },
): Promise<string[]> {
  const unit = unitOf(tx);
  if (unit === null) return freePrintableIds(prefix, count, findTaken);
  const all = kept.get(unit) ?? new Map<Prefix, { asked: number; free: string[] }>();
  kept.set(unit, all);
  const own = all.get(prefix) ?? { asked: 0, free: [] };
  all.set(prefix, own);
  if (own.free.length < count) {
    const more = await freePrintableIds(
      prefix,
      Math.min(Math.max(count, own.asked), count + MOST),
      findTaken,
    );
    own.free = [...new Set([...own.free, ...more])];
  }
  own.asked += count;
  return own.free.splice(0, count);
}

const MOST = 200;
