import { soundOf } from "@/lib/text";
import { type Agreement, agreeingPairs } from "./agreeing";
import { givenNames, keysOfName, nameKey, surnameKey } from "./model";
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
 * that nobody is compared with everybody: names by their keys, surnames by what is left when one or two letters go, given names by
 * themselves and their initials. `most` bounds the pairs of one key that are found, not those that are looked at: of forty people of
 * one surname and no given name nobody makes eight hundred decisions, and of hundreds of one surname two of one given name are found.
 */
export function findDoubles<T extends Lookalike>(
  among: readonly T[],
  { most = 200, isOpen = () => true }: Bounds<T> = {},
): Double<T>[] {
  const found = new Map<string, Double<T> & { readonly rank: number }>();
  let looks = MOST_LOOKS;
  /** Whether two were found that were not found before. */
  const add = (a: T, b: T, reason: DoubleReason, rank = RANKS.indexOf(reason)): boolean => {
    if (a.id === b.id) return false;
    looks -= 1;
    const key = inOrder(a.id, b.id).join(" ");
    if (found.has(key)) return false;
    const isFirst = a.sortName < b.sortName || (a.sortName === b.sortName && a.id < b.id);
    const [one, other] = isFirst ? [a, b] : [b, a];
    if (!isOpen(one, other)) return false;
    found.set(key, { one, other, reason, rank });
    return true;
  };
  const isEnough = () => found.size >= MOST_FOUND || looks <= 0;
  const take = <P>(pairs: Iterable<P>, work: (pair: P) => boolean, some = most) => {
    let left = some;
    for (const pair of pairs) {
      if (left <= 0 || isEnough()) break;
      if (work(pair)) left -= 1;
    }
  };
  const named = among.filter(({ kind }) => kind !== "anonymous");
  for (const same of groups(named, ({ wikidataId }) => (wikidataId ? [wikidataId] : [])).values())
    take(eachTwo(same), ([a, b]) => add(a, b, "wikidata"));
  const bare = once((name: string) => keysOfName(name)[0]);
  const byName = groups(named, ({ names }) => names.flatMap((name) => bare(name) ?? []));
  for (const [key, same] of byName)
    take(eachTwo(same.filter(({ name }) => bare(name) === key)), ([a, b]) => add(a, b, "name"));
  // a name that is another one of both is nobody's name
  for (const [key, same] of byName) {
    const isOwn = ({ name }: T) => bare(name) === key;
    const others = same.filter((one) => !isOwn(one));
    take(eachOf(same.filter(isOwn), others), ([a, b]) => add(a, b, "alias"));
  }
  const bySurname = groups(
    named.filter(({ kind }) => kind === "person"),
    ({ name }) => [surnameKey(name)],
  );
  const read = once((name: string) => ({ key: nameKey(name), given: givenNames(name) }));
  const agreeing = (some: readonly T[], others: readonly T[], how: Agreement) =>
    agreeingPairs(some, others, { how, read: ({ name }) => read(name) });
  const near = nearSurnames([...bySurname.keys()]);
  // all in whom something agrees stand before those in whom nothing does but the surname
  for (const how of ["word", "initial", "nothing"] as const) {
    for (const same of bySurname.values())
      take(agreeing(same, same, how), ([a, b]) => add(a, b, "surname", rankOf("surname", how)));
    for (const [a, b] of near) {
      const pairs = agreeing(bySurname.get(a) ?? [], bySurname.get(b) ?? [], how);
      take(pairs, ([one, other]) => add(one, other, "near", rankOf("near", how)), MOST_BESIDE);
    }
  }
  return [...found.values()]
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (a.one.sortName < b.one.sortName ? -1 : a.one.sortName > b.one.sortName ? 1 : 0) ||
        (a.one.id < b.one.id ? -1 : 1),
    )
    .map(({ one, other, reason }) => ({ one, other, reason }));
}

const RANKS = [
  ...["wikidata", "name", "alias", "surname", "near"],
  ...["surname initial", "near initial", "surname nothing", "near nothing"],
];
const rankOf = (reason: "surname" | "near", how: Agreement) =>
  RANKS.indexOf(how === "word" ? reason : `${reason} ${how}`);

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

function* eachTwo<T>(rows: readonly T[]): Generator<readonly [T, T]> {
  for (const [at, a] of rows.entries())
    for (let to = at + 1; to < rows.length; to++) yield [a, rows[to] as T];
}

function* eachOf<T>(some: readonly T[], others: readonly T[]): Generator<readonly [T, T]> {
  for (const a of some) for (const b of others) yield [a, b];
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
// of two surnames that are near: of more, most are two
const MOST_BESIDE = 100;
// two that are looked at, in all
const MOST_LOOKS = 400_000;
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
    let here = Math.min(MOST_ALIKE, left);
    for (const [a, b] of eachTwo(same)) {
      if (here-- <= 0) break;
      left -= 1;
      const pair = inOrder(a, b);
      const key = pair.join(" ~ ");
      if (!near.has(key) && (isNearName(a, b, sound) || isNearName(b, a, sound))) near.set(key, pair);
    }
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
