import { isContent, stemOf } from "./content";
import { type Difference, drift } from "./differences";
import { isSentenceBreak } from "./sentences";
import type { Word } from "./words";

const MOST_BETWEEN = 8;
const LINKS = /^(?:and|or|nor|than|as|und|oder|als|wie|y|o|que)$/u;
/** "A was beaten by B": who does it stands behind. */
const PASSIVE = /^(?:by|von|por|durch)$/u;
const DETERMINER =
  /^(?:the|an?|his|her|its|their|our|my|this|that|these|those|der|die|das|den|dem|ein|eine|el|la|los|las|un|una)$/u;

interface Doer {
  readonly from: number;
  readonly at: number;
}

/** "Speight beat Redfern" where the record has "Redfern beat her colleague Speight": two change places around what one does to the other. */
export function ofSwapped(own: readonly Word[], record: readonly Word[], language: string): Difference[] {
  if (language !== "en") return [];
  const [mine, theirs] = [doersIn(own), doersIn(record)];
  for (const [step, one] of mine.entries()) {
    const other = mine[step + 1];
    if (other === undefined || !isPlain(own, one, other)) continue;
    const [a, b] = [own[one.at], own[other.at]];
    const verb = verbBetween(own, one, other, language);
    if (verb === null || a === undefined || b === undefined || a.key === b.key) continue;
    const stands = (first: Word, second: Word) =>
      theirs.some((left) =>
        theirs.some(
          (right) =>
            right.from > left.at &&
            right.from - left.at <= MOST_BETWEEN &&
            record[left.at]?.key === first.key &&
            record[right.at]?.key === second.key &&
            isPlain(record, left, right) &&
            record.slice(left.at + 1, right.from).some((word) => stemOf(word, language) === verb),
        ),
      );
    if (!stands(b, a) || stands(a, b)) continue;
    const said = own
      .slice(one.from, other.at + 1)
      .map(({ raw }) => raw)
      .join(" ");
    return [drift(`The draft has “${said}”; in the record the two stand the other way round.`)];
  }
  return [];
}

/** Names, and nouns behind an article: who may do something to another. */
function doersIn(words: readonly Word[]): Doer[] {
  const found: Doer[] = [];
  let at = 0;
  while (at < words.length) {
    const from = at;
    while (isNamed(words[at]) && (at === from || words[at]?.before === " ")) at += 1;
    if (at > from) {
      found.push({ from, at: at - 1 });
      continue;
    }
    const noun = words[at + 1];
    if (DETERMINER.test(words[at]?.key ?? "") && noun !== undefined && noun.before === " " && !isNamed(noun))
      found.push({ from: at, at: at + 1 });
    at += 1;
  }
  return found;
}

const isNamed = (word: Word | undefined) =>
  word !== undefined && /^\p{Lu}\p{Ll}/u.test(word.raw) && !DETERMINER.test(word.key);

/** Between the two stands neither another sentence, nor a link, nor a passive. */
const isPlain = (words: readonly Word[], one: Doer, other: Doer) =>
  other.from > one.at + 1 &&
  other.from - one.at <= MOST_BETWEEN &&
  !words
    .slice(one.at + 1, other.at + 1)
    .some(({ before }) => isSentenceBreak(before) || /[,;:]/u.test(before)) &&
  !words.slice(one.at + 1, other.from).some(({ key }) => LINKS.test(key) || PASSIVE.test(key));

function verbBetween(words: readonly Word[], one: Doer, other: Doer, language: string): string | null {
  const between = words.slice(one.at + 1, other.from).filter((word) => isContent(word, language));
  const [verb] = between;
  return verb === undefined || between.length > 2 ? null : stemOf(verb, language);
}
