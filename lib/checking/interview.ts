import type { Turn } from "./turns";
import { answersIn } from "./who-answers";

const MOST_QUESTION_WORDS = 45;
const MOST_REMARK_WORDS = 16;
const FEWEST_QUESTIONS = 3;
const MOST_MARKS = 4;
/** So much stands above the first question of an interview, or it is none that says whom it is with. */
const MOST_HEAD_UTF16 = 8000;
const SAID = /[”"],? (?:\p{L}+ ){0,3}?(?:said|says|told|asked|sagte|sagt|dijo|dice)(?!\p{L})/u;

interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The turns of an interview whose voices nothing names: a question stands as a paragraph by itself, and the paragraphs behind
 * it are the answer of whoever is named above. Empty for a text that is none.
 */
export function interviewIn(text: string): Turn[] {
  const all = paragraphsOf(text);
  const asked = all.map(isQuestion);
  const first = asked.indexOf(true);
  const questions = all.filter((_, at) => asked[at]);
  // bold ones are set apart by whoever wrote them, so that one is enough
  const fewest = questions.every(({ text: own }) => BOLD.test(own)) ? 1 : FEWEST_QUESTIONS;
  if (questions.length < fewest || first < 0 || first + 1 >= all.length) return [];
  const body = text.slice(all[first]?.start);
  if (SAID.test(body) || (body.match(/["“„«]/gu)?.length ?? 0) > MOST_MARKS) return [];
  // each question is answered: two in a row are a list of them
  const isAnswered = asked.every((isAsked, at) => !isAsked || asked[at + 1] !== true);
  if (!isAnswered) return [];
  const head = text.slice(0, all[first]?.start);
  const name =
    (head.length > MOST_HEAD_UTF16 ? null : answersIn(head, body)) ??
    addressedIn(questions.map(({ text: own }) => own));
  if (name === null) return [];
  const isTurnAbout = asked.every((isAsked, at) => !isAsked || (at - first) % 2 === 0);
  return all.slice(first).map(({ start, end, text: own }, at): Turn => {
    // "You have been criticised for it.": what stands in the place of a question
    const asks =
      asked[first + at] === true ||
      (isTurnAbout && at % 2 === 0 && wordsOf(own) <= MOST_REMARK_WORDS && first + at + 1 < all.length);
    return { name: asks ? null : name, label: "", from: start, start, end, asks };
  });
}

const BOLD = /^(\*\*|__)[^*]+\1$/u;
const ADDRESSED =
  /^[*_\s]*((?:(?:Mr|Mrs|Ms|Dr|Prof|Professor|Herr|Frau|Señora?)\.? \p{Lu}[\p{L}’'-]+|\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}[\p{L}\p{M}.’'-]*\p{L}){1,2})), |, ((?:Mr|Mrs|Ms|Dr|Prof|Professor|Herr|Frau|Señora?)\.? \p{Lu}[\p{L}’'-]+)\?[*_]*$/u;

/** "Erlend Bakke, do you miss the island?": whom the questions speak to by name, where that is one alone. */
function addressedIn(questions: readonly string[]): string | null {
  const names = questions.flatMap((question) => {
    const found = ADDRESSED.exec(question);
    return found?.[1] ?? found?.[2] ?? [];
  });
  const [name] = names;
  return name !== undefined && new Set(names).size === 1 ? name : null;
}

function paragraphsOf(text: string): Paragraph[] {
  return [...text.matchAll(/[^\n]+/gu)].flatMap(({ index, 0: line }) => {
    const own = line.trim();
    return own === "" ? [] : [{ start: index, end: index + line.length, text: own }];
  });
}

const wordsOf = (text: string) => text.split(/\s+/u).length;

const isQuestion = ({ text }: Paragraph) =>
  /\?["”»*_]*$/u.test(text) && !/^["“„«]/u.test(text) && wordsOf(text) <= MOST_QUESTION_WORDS;
