import type { Block, Placed } from "./changes";
import { isContent, stemOf } from "./content";
import { type Difference, drift } from "./differences";
import type { Claimed } from "./draft";
import type { FindingNote } from "./model";
import { isSpeltLike } from "./names";
import { qualifiersIn } from "./qualifiers";
import { textOf } from "./quotation";
import { likenessOf } from "./senses";
import { isSentenceBreak } from "./sentences";
import type { Word } from "./words";

const isName = ({ raw, before }: Word) =>
  /^\p{Lu}\p{Ll}/u.test(raw) && before !== "" && /^[\s,(]*$/u.test(before);

const NEARLY = 0.75;
const SAME_WORDS = 5;

const MOST_TELLING = 2;
/** What limits a number is compared with the number. */
const BOUND = /^(?:about|around|over|under|above|below|roughly|nearly|almost|rund|etwa|unos|unas)$/u;

/**
 * A telling word of the draft where the record has another one, and nearly all the rest the same: "village schools" for
 * "town schools", "impossible" for "difficult". A report may say it in other words; where it changes one alone, that one counts.
 */
export function ofOthers(record: readonly Word[], placed: Placed, language: string): Difference[] {
  const isNearly = placed.likeness >= NEARLY && placed.same >= SAME_WORDS;
  for (const block of placed.blocks) {
    const { draft, record: theirs } = block;
    const ordinals = ofOrdinals(block);
    if (ordinals !== null) return [ordinals];
    if (!isNearly && !isFlanked(block, placed)) continue;
    const [mine, there] = [draft, theirs].map((words) =>
      words.filter(
        (word) =>
          isContent(word, language) &&
          word.value === null &&
          qualifiersIn([word], language).length === 0 &&
          !BOUND.test(word.key),
      ),
    );
    const [one, other] = [mine?.at(-1), there?.at(-1)];
    if (mine === undefined || there === undefined || one === undefined || other === undefined) continue;
    if (mine.length > MOST_TELLING || there.length > MOST_TELLING) continue;
    const stem = stemOf(one, language);
    if (there.some((word) => stemOf(word, language) === stem || likenessOf(word, one, language) > 0))
      continue;
    // "excluded" and "ruled out": what a verb means with a small word behind it is not known
    if (isPhrasal(one, placed.draftWords) || isPhrasal(other, placed.reading.words)) continue;
    if (LOOSE.test(one.key) || LOOSE.test(other.key)) continue;
    // "costaban" and "cuestan": endings alone do not show that two words are one
    if (language !== "en" && one.key[0] === other.key[0]) continue;
    // what stands elsewhere in the sentence has changed its place
    if (sentenceOf(record, other).some((word) => stemOf(word, language) === stem)) continue;
    return [drift(`The draft has “${textOf(mine)}” where the record has “${textOf(there)}”.`)];
  }
  return [];
}

const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d{1,3}(?:st|nd|rd|th)|erste[nrs]?|zweite[nrs]?|dritte[nrs]?|primer[ao]?|segund[ao]|tercer[ao]?)$/u;

/** "In the third year" where the record has "in the second year". */
function ofOrdinals({ draft, record }: Block): Difference | null {
  const [one, other] = [draft, record].map((words) => words.filter(({ key }) => ORDINAL.test(key)));
  if (one?.length !== 1 || other?.length !== 1 || draft.length > 2 || record.length > 2) return null;
  return drift(`The draft has “${textOf(one)}” where the record has “${textOf(other)}”.`);
}

const LOOSE = /^(?:next|beside|alongside|near|close|adjacent)$/u;
const PARTICLE = /^(?:out|up|off|down|on|over|away|back|through|along|apart|in)$/u;

/** "Hands in Britain": where something is; "gave in to", "carried on". */
const PLACES = /^(?:in|on|over|through|along)$/u;

const isPhrasal = (word: Word, words: readonly Word[]) => {
  const at = words.findIndex(({ start }) => start === word.start);
  const [next, behind] = [words[at + 1], words[at + 2]];
  if (at < 0 || !PARTICLE.test(next?.key ?? "") || !/^\s+$/u.test(next?.before ?? "")) return false;
  return (
    !PLACES.test(next?.key ?? "") ||
    behind === undefined ||
    !/^(?:\p{Lu}\p{Ll}|(?:the|an?|its|his|her|their)$)/u.test(behind.raw)
  );
};

/** One word between two that both have: "two serious faults" where the record has "two minor faults". */
const isFlanked = ({ draft, record, after, ahead }: Block, { draftWords, reading, kept }: Placed) => {
  const [mine, there] = [draft[0], record[0]];
  if (draft.length !== 1 || record.length !== 1 || mine === undefined || there === undefined) return false;
  const at = reading.words.findIndex(({ start }) => start === there.start);
  const own = draftWords.findIndex(({ start }) => start === mine.start);
  const isSame = (step: number) =>
    kept[at + step] === true && reading.words[at + step]?.key === draftWords[own + step]?.key;
  const next = reading.words[at + 1];
  return (
    after > 1 &&
    ahead > 0 &&
    isSame(-1) &&
    isSame(1) &&
    next !== undefined &&
    next.value === null &&
    isContent(next, "en")
  );
};

const SURELY = 0.5;

/** The words of the sentence that a word stands in. */
function sentenceOf(words: readonly Word[], word: Word): readonly Word[] {
  const at = words.findIndex(({ start }) => start === word.start);
  if (at < 0) return words;
  const from = words.findLastIndex(({ before }, each) => each <= at && isSentenceBreak(before));
  const to = words.findIndex(({ before }, each) => each > at && isSentenceBreak(before));
  return words.slice(Math.max(0, from), to < 0 ? words.length : to);
}

/** A word with a capital where a sentence begins is a name when the text has it so within a sentence. */
const isNamedWithin = ({ raw }: Word, text: string) =>
  /^\p{Lu}\p{Ll}[\p{L}’'-]*$/u.test(raw) && new RegExp(`[\\p{Ll},] ${raw}(?!\\p{L})`, "u").test(text);

/** A name of the draft where the record has another one. */
export function ofNames(
  claim: Claimed,
  record: readonly Word[],
  placed: Placed,
  language: string,
): Difference[] {
  const { source } = placed;
  for (const block of placed.blocks) {
    const isNamed = (word: Word) =>
      (isName(word) || isNamedWithin(word, source.text)) && isContent(word, language);
    const mine = block.draft.filter(isNamed);
    const theirs = block.record.filter(isNamed);
    const [one, other] = [mine[0], theirs[0]];
    if (one === undefined || other === undefined) continue;
    if (sentenceOf(record, other).some(({ key }) => key === one.key)) continue;
    const says = `The draft has “${textOf(mine)}”, the record “${textOf(theirs)}”.`;
    const note: FindingNote = { kind: "name", start: one.start, end: one.end, says };
    if (isSpeltLike(one.key, other.key))
      return [{ label: "cosmetic", reason: `A name is spelled otherwise. ${says}`, note }];
    const speaker = claim.proposal?.speaker?.canonical ?? "";
    const isAlone =
      mine.length === 1 && block.draft.length <= 2 && block.record.length <= 2 && placed.likeness > SURELY;
    if (speaker.toLowerCase().includes(one.key)) continue;
    // who is named elsewhere in the text may be meant by "he" here, but not by another name
    if (source.text.toLowerCase().includes(one.key) && !isAlone) continue;
    return [drift(says, note)];
  }
  return [];
}
