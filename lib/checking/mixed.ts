import { isContent, stemOf } from "./content";
import type { Claimed } from "./draft";
import type { Material, Source } from "./material";
import { isSentenceBreak } from "./sentences";
import { agreementOf } from "./speakers";
import { voiceAt } from "./voices";
import type { Word } from "./words";
import type { Said } from "./worst";

const FEWEST_TAKEN = 3;
const TAKES_UP =
  /^(?:it|its|that|this|so|them|they|those|these|one|such|him|her|he|she|there|did|do|does|would|es|das|ihn|sie|lo|eso)$/u;

/**
 * A number, or two telling words, that stand in a sentence beside the speaker's alone, where the record has another voice:
 * half of what the draft lays to the speaker is the reporter's or somebody else's.
 */
export function ofOtherVoices(
  material: Material,
  claim: Claimed,
  own: readonly Word[],
  best: {
    readonly words: readonly Word[];
    readonly placed: { readonly source: Source };
    readonly agreement: { readonly speaker: string };
  },
  language: string,
): Said[] {
  const { source } = best.placed;
  if (best.agreement.speaker !== "yes" || source.statement !== null) return [];
  const sentences = sentencesOf(best.words).map((words) => {
    const first = words.find((word) => isContent(word, language)) ?? (words[0] as Word);
    // where the words stand that both have
    const shared = words.find((word) => isShared(word, own, language)) ?? first;
    const voice = voiceAt(material, source, shared.start, shared.end);
    return { words, voice, agreement: agreementOf(claim, voice, source, shared.start, shared.end) };
  });
  if (sentences.length < 2) return [];
  const theirs = sentences.filter(({ agreement }) => agreement.speaker === "yes");
  const others = sentences.filter(
    ({ voice, agreement }) =>
      agreement.speaker === "no" || (voice.how === "narrated" && agreement.speaker !== "yes"),
  );
  if (theirs.length === 0 || others.length === 0) return [];
  const isIn = (all: typeof sentences, word: Word) =>
    all.some(({ words }) => words.some((each) => isSame(each, word, language)));
  const taken = own.filter(
    (word) => (word.value !== null || isContent(word, language)) && isIn(others, word) && !isIn(theirs, word),
  );
  const number = taken.find(({ value }) => value !== null);
  // "We have had it for years": what is told before is what the speaker speaks of
  const isTakenUp = theirs.some(({ words }) => words.some(({ key }) => TAKES_UP.test(key)));
  if (number === undefined && (taken.length < FEWEST_TAKEN || isTakenUp)) return [];
  const from = others.find(({ words }) => words.some((each) => isSame(each, taken[0] as Word, language)));
  const words = (number === undefined ? taken : [number]).map(({ raw }) => raw).join(" … ");
  return from?.agreement.speaker === "no"
    ? [
        {
          label: "wrong_speaker",
          reason: `“${words}” is what ${from.voice.name ?? "somebody else"} says in the record.`,
        },
      ]
    : [
        {
          label: "reporters_words",
          reason: `“${words}” is told by the record as its own, beside what the speaker says.`,
        },
      ];
}

const isSame = (one: Word, other: Word, language: string) =>
  other.value === null
    ? one.value === null && stemOf(one, language) === stemOf(other, language)
    : one.value === other.value;

const isShared = (word: Word, own: readonly Word[], language: string) =>
  isContent(word, language) && own.some((each) => isSame(word, each, language));

function sentencesOf(words: readonly Word[]): (readonly Word[])[] {
  const cuts = [
    0,
    ...words.flatMap(({ before }, at) => (at > 0 && isSentenceBreak(before) ? [at] : [])),
    words.length,
  ];
  return cuts.slice(1).flatMap((cut, at) => {
    const own = words.slice(cuts[at], cut);
    return own.length === 0 ? [] : [own];
  });
}
