import { diffWords } from "@/lib/matching";

/** A stretch of a printing beside another: `was` are words of the other that it has not, `now` words that it alone has. */
export type Change =
  | { readonly kind: "same"; readonly text: string }
  | { readonly kind: "added"; readonly now: string }
  | { readonly kind: "dropped"; readonly was: string }
  | { readonly kind: "altered"; readonly was: string; readonly now: string };

/** What a printing made of the words of another. */
export interface Altered {
  /** In the order of the printing; null when the two have too little in common to be one wording that changed. */
  readonly changes: readonly Change[] | null;
  readonly counts: { readonly added: number; readonly dropped: number; readonly altered: number };
}

/** How one wording stands beside another, word by word; `same` and `now` joined are the wording to the character. */
export function alteredFrom(base: string, wording: string): Altered {
  const { left, right } = diffWords(base, wording);
  const wordsIn = (kinds: readonly string[], side = right) =>
    side.reduce((sum, { kind, words }) => sum + (kinds.includes(kind) ? words : 0), 0);
  const same = wordsIn(["same"]);
  const shorter = Math.min(wordsIn(["same", "only"], left), wordsIn(["same", "only"]));
  const counts = { added: 0, dropped: 0, altered: 0 };
  if (same * 2 < shorter || same === 0) return { changes: null, counts };
  const changes: Change[] = [];
  for (const { kind, text } of right) {
    const last = changes.at(-1);
    if (kind === "same") changes.push({ kind, text });
    else if (kind === "only" && last?.kind === "dropped")
      changes[changes.length - 1] = { kind: "altered", was: last.was, now: text };
    else if (kind === "missing" && last?.kind === "added")
      changes[changes.length - 1] = { kind: "altered", was: text, now: last.now };
    else changes.push(kind === "only" ? { kind: "added", now: text } : { kind: "dropped", was: text });
  }
  for (const { kind } of changes) if (kind !== "same") counts[kind]++;
  return { changes, counts };
}

// a title of three words is shared by accident
const LEAST_WORDS = 4;
const LEAST_SHARE = 0.6;

/** Whether two wordings are nearly the same words: most of the shorter one stands in the other, in its order. */
export function areNear(one: string, other: string): boolean {
  const { left, right } = diffWords(one, other);
  const count = (side: typeof left, kinds: readonly string[]) =>
    side.reduce((sum, { kind, words }) => sum + (kinds.includes(kind) ? words : 0), 0);
  const same = count(left, ["same"]);
  const [ofOne, ofOther] = [count(left, ["same", "only"]), count(right, ["same", "only"])];
  if (same === ofOne && same === ofOther) return true;
  return same >= LEAST_WORDS && same >= LEAST_SHARE * Math.min(ofOne, ofOther);
}
