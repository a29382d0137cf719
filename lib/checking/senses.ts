import { stemOf } from "./content";
import { plainForm } from "./irregular";
import data from "./senses.json" with { type: "json" };
import type { Word } from "./words";

interface Senses {
  /** The meanings of a word, the most frequent first. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** From a meaning to others: a letter that says how, and which. */
  readonly links: ReadonlyMap<string, readonly string[]>;
}

const rowsOf = (text: string) =>
  new Map(
    text.split("\n").map((row) => {
      const [key = "", ...rest] = row.split(" ");
      return [key, rest] as const;
    }),
  );

let senses: Senses | null = null;
const read = () => {
  senses ??= { words: rowsOf(data.words), links: rowsOf(data.links) };
  return senses;
};

/** How much is left of a meaning behind each kind of link: over it, derived, similar, of one group, of that noun. */
const LEFT: Readonly<Record<string, number>> = { h: 0.8, d: 0.9, s: 0.85, g: 0.9, p: 0.9 };
/** A link upwards from what already stands over the word leads less far away. */
const FURTHER_UP = 0.95;
const LEAST = 0.3;
/** Two that stand side by side under a third, as Monday and Tuesday do, are no more than of one sort. */
const BESIDE = 0.75;
/** A meaning that a word has seldom. */
const RARER = 0.06;
/** From here on two words are likely to say the same. */
const ALIKE = 0.62;

export interface Meaning {
  readonly near: number;
  /** It stands over the word's own. */
  readonly isOver: boolean;
}

const meanings = new Map<string, ReadonlyMap<string, Meaning>>();
const MOST_KNOWN = 20_000;

/** What an English word may mean, each with how near that is to the word. */
export function meaningsOf(word: string): ReadonlyMap<string, Meaning> {
  const known = meanings.get(word);
  if (known) return known;
  const { words, links } = read();
  const found = new Map<string, Meaning>();
  const add = (id: string, near: number, depth: number, isOver: boolean) => {
    if ((found.get(id)?.near ?? 0) >= near) return;
    found.set(id, { near, isOver });
    if (near < LEAST) return;
    for (const link of links.get(id) ?? []) {
      const how = link[0] ?? "";
      const isUp = how === "h" || how === "s";
      if (depth > 0 && !isUp) continue;
      add(link.slice(1), near * (isOver ? FURTHER_UP : (LEFT[how] ?? 0)), depth + 1, isOver || isUp);
    }
  };
  for (const form of formsOf(word, words))
    words.get(form)?.forEach((id, at) => {
      add(id, 1 - RARER * at, 0, false);
    });
  if (meanings.size >= MOST_KNOWN) meanings.clear();
  meanings.set(word, found);
  return found;
}

const ENDINGS = ["ed", "ing", "er", "est"];

/** The forms under which a word may be listed: "cleaning" under "clean", "studies" under "study". */
function formsOf(word: string, words: Senses["words"]): string[] {
  const plain = plainForm(word);
  const forms = [word, plain];
  if (plain.endsWith("s")) forms.push(plain.slice(0, -1));
  if (plain.endsWith("es")) forms.push(plain.slice(0, -2));
  if (plain.endsWith("ies")) forms.push(`${plain.slice(0, -3)}y`);
  if (plain.endsWith("ly")) forms.push(plain.slice(0, -2));
  for (const ending of ENDINGS) {
    if (!plain.endsWith(ending)) continue;
    const bare = plain.slice(0, -ending.length);
    forms.push(bare, `${bare}e`);
    if (/(.)\1$/u.test(bare)) forms.push(bare.slice(0, -1));
    if (bare.endsWith("i")) forms.push(`${bare.slice(0, -1)}y`);
  }
  return [...new Set(forms)].filter((form) => words.has(form));
}

const pairs = new Map<string, number>();
const MOST_PAIRS = 200_000;
// no listed word is longer with its endings, and pairs of words that are would be kept by the gigabyte
const LONGEST_UTF16 = 40;

/** Whether a word may stand in the list at all. */
export const isListable = ({ key, value }: Word) => value === null && key.length <= LONGEST_UTF16;

/** How near two words are by a meaning that both may have; 0 where that is too little. */
export function nearnessOf(one: Meaning, other: Meaning): number {
  const near = one.near * other.near * (one.isOver && other.isOver ? BESIDE : 1);
  return near < ALIKE ? 0 : near;
}

/** How near two words of one language are in what they mean: 1 for the same, 0 where nothing is known that joins them. */
export function likenessOf(one: Word, other: Word, language: string): number {
  if (one.key === other.key || stemOf(one, language) === stemOf(other, language)) return 1;
  if (language !== "en" || !isListable(one) || !isListable(other)) return 0;
  const id = `${one.key} ${other.key}`;
  const known = pairs.get(id);
  if (known !== undefined) return known;
  const [a, b] = [meaningsOf(one.key), meaningsOf(other.key)];
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let likeness = 0;
  for (const [meaning, own] of few) {
    const there = many.get(meaning);
    if (there !== undefined) likeness = Math.max(likeness, nearnessOf(own, there));
  }
  if (pairs.size >= MOST_PAIRS) pairs.clear();
  pairs.set(id, likeness);
  return likeness;
}
