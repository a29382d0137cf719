import { isContent, stemOf } from "./content";
import { type Difference, drift } from "./differences";
import { likenessOf } from "./senses";
import type { Word } from "./words";

const BECAUSE = /^(?:because|due|owing|weil|wegen|porque)$/u;
const MOST_WORDS = 10;

/** "… fell in because of a blast" where the record has no blast: a reason of which the record has not one telling word. */
export function ofReasons(own: readonly Word[], record: readonly Word[], language: string): Difference[] {
  const at = own.findIndex(({ key }) => BECAUSE.test(key));
  if (at < 0) return [];
  const rest = own.slice(at + 1, at + 1 + MOST_WORDS);
  const stop = rest.findIndex(({ before }) => /[,;:.]/u.test(before));
  const telling = (stop < 1 ? rest : rest.slice(0, stop)).filter((word) => isContent(word, language));
  if (telling.length === 0) return [];
  const stems = new Set(record.map((word) => stemOf(word, language)));
  const isKnown = telling.some(
    (word) =>
      stems.has(stemOf(word, language)) || record.some((other) => likenessOf(other, word, language) > 0),
  );
  if (isKnown) return [];
  const words = [own[at], ...telling].map((word) => word?.raw ?? "").join(" … ");
  return [drift(`The draft gives a reason, “${words}”, that the record does not give here.`)];
}
