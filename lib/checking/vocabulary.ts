import { isContent, stemOf } from "./content";
import { isListable, type Meaning, meaningsOf, nearnessOf } from "./senses";
import type { Word } from "./words";

interface Posting extends Meaning {
  readonly id: number;
}

/** How near each known word is to one word: those that nothing joins with it are left out. */
export type Row = ReadonlyMap<number, number>;

const MOST_WORDS = 50_000;

/**
 * The telling English words of the record that were read so far, by number, and by what they may mean: which of them are near
 * a word is looked up and not asked of each of them.
 */
export class Vocabulary {
  private readonly ids = new Map<string, number>();
  private readonly byStem = new Map<string, number[]>();
  private readonly byMeaning = new Map<string, Posting[]>();
  private readonly rows = new Map<string, { readonly size: number; readonly row: Row }>();

  /** The number of a word; -1 for one that tells nothing. */
  numberOf(word: Word): number {
    const name = nameOf(word);
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    if (!isContent(word, "en")) {
      this.ids.set(name, -1);
      return -1;
    }
    const id = this.ids.size;
    this.ids.set(name, id);
    addTo(this.byStem, stemOf(word, "en"), id);
    if (isListable(word))
      for (const [meaning, own] of meaningsOf(word.key)) addTo(this.byMeaning, meaning, { ...own, id });
    return id;
  }

  rowOf(word: Word): Row {
    const name = nameOf(word);
    const before = this.rows.get(name);
    if (before?.size === this.ids.size) return before.row;
    const row = new Map<number, number>();
    if (isListable(word))
      for (const [meaning, own] of meaningsOf(word.key)) {
        for (const there of this.byMeaning.get(meaning) ?? []) {
          const near = nearnessOf(own, there);
          if (near > (row.get(there.id) ?? 0)) row.set(there.id, near);
        }
      }
    for (const id of this.byStem.get(stemOf(word, "en")) ?? []) row.set(id, 1);
    const same = this.ids.get(name);
    if (same !== undefined && same >= 0) row.set(same, 1);
    this.rows.set(name, { size: this.ids.size, row });
    return row;
  }

  get isFull(): boolean {
    return this.ids.size >= MOST_WORDS;
  }
}

const nameOf = ({ key, value }: Word) => (value === null ? key : `=${key}`);

function addTo<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}
