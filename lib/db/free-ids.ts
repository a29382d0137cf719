import { freePrintableIds, type Prefix } from "@/lib/text";
import type { Tx } from "./model";
import { type UnitOfWork, unitOf } from "./unit-of-work";

type FindTaken = (tx: Tx, tried: string[]) => ReturnType<Parameters<typeof freePrintableIds>[2]>;

/** By transaction and prefix: how many were asked for, those that were found free and given to nobody yet, and those that were given. */
const kept = new WeakMap<UnitOfWork, Map<Prefix, { asked: number; free: string[]; given: Set<string> }>>();

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
  if (unit === null) return freePrintableIds(prefix, count, (tried) => findTaken(tx, tried));
  const all = kept.get(unit) ?? new Map<Prefix, { asked: number; free: string[]; given: Set<string> }>();
  kept.set(unit, all);
  const own = all.get(prefix) ?? { asked: 0, free: [], given: new Set<string>() };
  all.set(prefix, own);
  while (own.free.length < count) {
    const more = await freePrintableIds(
      prefix,
      Math.min(Math.max(count, own.asked), count + MOST),
      // of what is held back the ids were given here
      (tried) => findTaken(unit.aside, tried),
    );
    own.free = [...new Set([...own.free, ...more])].filter((id) => !own.given.has(id));
  }
  own.asked += count;
  const given = own.free.splice(0, count);
  for (const id of given) own.given.add(id);
  return given;
}

const MOST = 200;
