import type { Block, Placed } from "./changes";
import { isContent, stemOf } from "./content";
import { type Difference, drift } from "./differences";
import { likenessOf } from "./senses";
import type { Word } from "./words";

const SURELY = 0.6;
const MOST_ADDED = 5;
const MOST_READ_UTF16 = 60_000;

/** "Smelled of toast and burnt sugar" where the record has no sugar anywhere: one thing more than was said. */
export function ofAdded(own: readonly Word[], placed: Placed, language: string): Difference[] {
  const { source, blocks, likeness } = placed;
  if (likeness < SURELY || source.text.length > MOST_READ_UTF16) return [];
  const found = blocks.map((block) => addedIn(block, own, placed, language)).find((words) => words !== null);
  if (found === undefined) return [];
  const words = found.map(({ raw }) => raw).join(" ");
  return [drift(`The draft has “${words}”, which the record has nowhere.`)];
}

function addedIn(
  { draft, record }: Block,
  own: readonly Word[],
  { source, reading }: Placed,
  language: string,
): readonly Word[] | null {
  const [first] = draft;
  if (record.length > 0 || first === undefined || draft.length > MOST_ADDED) return null;
  const at = own.findIndex(({ start }) => start === first.start);
  const joins = (word: Word | undefined) => /^(?:and|und|y|e)$/u.test(word?.key ?? "");
  if (!joins(first) && !joins(own[at - 1])) return null;
  const telling = draft.filter((word) => isContent(word, language));
  if (telling.length === 0) return null;
  const text = source.text.toLowerCase();
  const isNew = telling.every(
    (word) =>
      word.value === null &&
      !text.includes(stemOf(word, language).slice(0, 5)) &&
      !reading.words.some((other) => likenessOf(other, word, language) > 0),
  );
  return isNew ? telling : null;
}
