import type { Block } from "./changes";
import type { Word } from "./words";

const CLAUSE_WORDS = 5;
const JOINTS = /^(?:and|but|or|so|because|und|aber|oder|y|e|pero|o)$/u;

/** Nothing, or the one small word with which two places are joined. */
export const isJoint = (words: readonly Word[]) =>
  words.length === 0 || (words.length === 1 && JOINTS.test(words[0]?.key ?? ""));

/** A clause or a sentence of the record that is passed over. */
export const isLeap = ({ draft, record, endsSentence }: Block) =>
  record.length >= CLAUSE_WORDS || (endsSentence && record.length >= (draft.length === 0 ? 2 : 3));
