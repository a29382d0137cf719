import { soundOf } from "@/lib/text";
import { givenNamesAgree, keysOfName, surnameKey, withSurnameOf } from "./model";
import { isNearName } from "./near-names";

/** A speaker as it is looked at for doubles. */
export interface Lookalike {
  readonly id: string;
  readonly name: string;
  readonly sortName: string;
  readonly kind: string;
  readonly wikidataId: string | null;
  readonly names: readonly string[];
}

/** Why two may be one, the surest first. */
export const DOUBLE_REASONS = {
  wikidata: "the same item of Wikidata",
  name: "the same name",
  alias: "one has the other’s name among others",
  surname: "one surname, and no given name speaks against it",
  near: "surnames that are spelled almost so",
} as const;
export type DoubleReason = keyof typeof DOUBLE_REASONS;
const SUREST_FIRST = Object.keys(DOUBLE_REASONS) as DoubleReason[];

/** Two who may be one, in the order in which a list sorts them. */
export interface Double<T extends Lookalike = Lookalike> {
  readonly one: T;
  readonly other: T;
  readonly reason: DoubleReason;
}

/** Two ids in the one order in which they are kept. */
export function inOrder(a: string, b: string): readonly [string, string] {
  return a < b ? [a, b] : [b, a];
}

/**
 * Those of many who may be one, each two once, the surest first. Every name is looked up by what it has alike with others, so
 * that nobody is compared with everybody: names by their keys, surnames by what is left when one or two letters go.
 * `most` bounds the pairs of one key: of forty people of one surname and no given name nobody makes eight hundred decisions.
 */
export function findDoubles<T extends Lookalike>(among: readonly T[], most = 200): Double<T>[] {
  const found = new Map<string, Double<T>>();
  const add = (a: T, b: T, reason: DoubleReason) => {
    if (a.id === b.id) return;
    const key = inOrder(a.id, b.id).join(" ");
    const known = found.get(key);
    if (known && SUREST_FIRST.indexOf(known.reason) <= SUREST_FIRST.indexOf(reason)) return;
    const isFirst = a.sortName < b.sortName || (a.sortName === b.sortName && a.id < b.id);
    found.set(key, isFirst ? { one: a, other: b, reason } : { one: b, other: a, reason });
  };
  const named = among.filter(({ kind }) => kind !== "anonymous");
  for (const same of groups(named, ({ wikidataId }) => (wikidataId ? [wikidataId] : [])).values())
    eachTwo(same, most, (a, b) => add(a, b, "wikidata"));
  for (const [key, same] of groups(named, ({ names }) => names.flatMap((name) => keysOfName(name)[0] ?? [])))
    eachTwo(same, most, (a, b) => {
      const own = [a, b].filter(({ name }) => keysOfName(name)[0] === key).length;
      // a name that is another one of both is nobody's name
      if (own > 0) add(a, b, own === 2 ? "name" : "alias");
    });
  const people = named.filter(({ kind }) => kind === "person");
  const bySurname = groups(people, ({ name }) => [surnameKey(name)]);
  for (const same of bySurname.values())
    eachTwo(same, most, (a, b) => givenNamesAgree(a.name, b.name) && add(a, b, "surname"));
  for (const [a, b] of nearSurnames([...bySurname.keys()])) {
    const others = bySurname.get(b) ?? [];
    for (const one of (bySurname.get(a) ?? []).slice(0, most))
      for (const other of others.slice(0, most))
        if (givenNamesAgree(withSurnameOf(one.name, other.name), other.name)) add(one, other, "near");
  }
  return [...found.values()].sort(
    (a, b) =>
      SUREST_FIRST.indexOf(a.reason) - SUREST_FIRST.indexOf(b.reason) ||
      (a.one.sortName < b.one.sortName ? -1 : a.one.sortName > b.one.sortName ? 1 : 0) ||
      (a.one.id < b.one.id ? -1 : 1),
  );
}

/** Rows by each of their keys; empty keys are none. */
function groups<T>(rows: readonly T[], keysOf: (row: T) => readonly string[]): Map<string, T[]> {
  const by = new Map<string, T[]>();
  for (const row of rows)
    for (const key of new Set(keysOf(row))) {
      if (key === "") continue;
      const there = by.get(key);
      if (there) there.push(row);
      else by.set(key, [row]);
    }
  return by;
}

function eachTwo<T>(rows: readonly T[], most: number, work: (a: T, b: T) => void): void {
  let left = most;
  for (const [at, a] of rows.entries())
    for (const b of rows.slice(at + 1)) {
      if (left-- <= 0) return;
      work(a, b);
    }
}

// Li and Lu are two names
const LEAST_NEAR = 4;

/** Which of many surnames are near one another: those that sound alike, or are alike when a letter or two of each go. */
function nearSurnames(keys: readonly string[]): (readonly [string, string])[] {
  const long = keys.filter((key) => key.length >= LEAST_NEAR);
  const near = new Map<string, readonly [string, string]>();
  const alike = groups(long, (key) => [`sounds ${soundOf(key) ?? key}`, ...withoutLetters(key)]);
  for (const same of alike.values())
    for (const [at, a] of same.entries())
      for (const b of same.slice(at + 1)) {
        const pair = inOrder(a, b);
        const key = pair.join(" ~ ");
        if (!near.has(key) && (isNearName(a, b) || isNearName(b, a))) near.set(key, pair);
      }
  return [...near.values()];
}

/** A word as it is, and with one letter left out, of a long one two; the first letter is taken to be right. */
function withoutLetters(key: string): string[] {
  const shorter = (word: string) =>
    Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 1) + word.slice(at + 2));
  const once = shorter(key);
  return [key, ...once, ...(key.length > 6 ? once.flatMap(shorter) : [])];
}
