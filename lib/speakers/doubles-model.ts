import { soundOf } from "@/lib/text";
import { doAgree, givenNames, keysOfName, surnameKey } from "./model";
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

interface Bounds<T> {
  readonly most?: number;
  /** Whether two are still to be decided on, and here; others are not counted. */
  readonly isOpen?: (one: T, other: T) => boolean;
}

/** So many pairs are found at most: nobody decides more, and who is passed over comes when those are decided. */
export const MOST_FOUND = 2000;

/**
 * Those of many who may be one, each two once, the surest first. Every name is looked up by what it has alike with others, so
 * that nobody is compared with everybody: names by their keys, surnames by what is left when one or two letters go.
 * `most` bounds the pairs of one key: of forty people of one surname and no given name nobody makes eight hundred decisions.
 */
export function findDoubles<T extends Lookalike>(
  among: readonly T[],
  { most = 200, isOpen = () => true }: Bounds<T> = {},
): Double<T>[] {
  const found = new Map<string, Double<T>>();
  const add = (a: T, b: T, reason: DoubleReason) => {
    if (a.id === b.id || found.size >= MOST_FOUND) return;
    const key = inOrder(a.id, b.id).join(" ");
    const known = found.get(key);
    if (known && SUREST_FIRST.indexOf(known.reason) <= SUREST_FIRST.indexOf(reason)) return;
    const isFirst = a.sortName < b.sortName || (a.sortName === b.sortName && a.id < b.id);
    const [one, other] = isFirst ? [a, b] : [b, a];
    if (isOpen(one, other)) found.set(key, { one, other, reason });
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
  const given = once((name: string) => givenNames(name));
  const agree = (a: T, b: T) => doAgree(given(a.name), given(b.name));
  const bySurname = groups(people, ({ name }) => [surnameKey(name)]);
  for (const same of bySurname.values()) eachTwo(same, most, (a, b) => agree(a, b) && add(a, b, "surname"));
  for (const [a, b] of nearSurnames([...bySurname.keys()])) {
    if (found.size >= MOST_FOUND) break;
    const others = (bySurname.get(b) ?? []).slice(0, MOST_BESIDE);
    for (const one of (bySurname.get(a) ?? []).slice(0, MOST_BESIDE))
      for (const other of others) if (agree(one, other)) add(one, other, "near");
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

/** What a reading of a word gives, read once for each word. */
function once<R>(read: (word: string) => R): (word: string) => R {
  const known = new Map<string, R>();
  return (word) => {
    if (!known.has(word)) known.set(word, read(word));
    return known.get(word) as R;
  };
}

// Li and Lu are two names
const LEAST_NEAR = 4;
// of each of two surnames that are near: of more, most are two
const MOST_BESIDE = 20;
// surnames that are compared because they have one thing alike, and in all: a list is drawn while somebody waits
const MOST_ALIKE = 500;
const MOST_COMPARED = 100_000;
// of more surnames, two letters left out would make a million keys
const MOST_DEEP = 4000;

/** Which of many surnames are near one another: those that sound alike, or are alike when a letter or two of each go. */
function nearSurnames(keys: readonly string[]): (readonly [string, string])[] {
  const long = keys.filter((key) => key.length >= LEAST_NEAR);
  const near = new Map<string, readonly [string, string]>();
  const sound = once(soundOf);
  const isDeep = long.length <= MOST_DEEP;
  const alike = groups(long, (key) => [`sounds ${sound(key) ?? key}`, ...withoutLetters(key, isDeep)]);
  let left = MOST_COMPARED;
  for (const same of alike.values()) {
    if (left <= 0) break;
    eachTwo(same, Math.min(MOST_ALIKE, left), (a, b) => {
      left -= 1;
      const pair = inOrder(a, b);
      const key = pair.join(" ~ ");
      if (!near.has(key) && (isNearName(a, b, sound) || isNearName(b, a, sound))) near.set(key, pair);
    });
  }
  return [...near.values()];
}

/** A word as it is, and with one letter left out, of a long one two; the first letter is taken to be right. */
function withoutLetters(key: string, isDeep: boolean): string[] {
  const shorter = (word: string) =>
    Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 1) + word.slice(at + 2));
  const once = shorter(key);
  return [key, ...once, ...(isDeep && key.length > 6 ? once.flatMap(shorter) : [])];
}
