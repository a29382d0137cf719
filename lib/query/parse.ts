import { searchWords } from "@/lib/text";
import { EXAMPLES, FIELD_NAMES, type FieldName, readField } from "./fields";
import type { Problem, Query, Term } from "./model";

/** So many terms are looked up one by one; nobody types more. */
const MOST_TERMS = 30;

const QUOTE = /["“”„‟«»]/u;
const FIELD = /^(\p{L}+):/u;

/** A piece of what was typed: from its sign of negation to its last. */
interface Piece {
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly isNot: boolean;
  /** Before the colon, as typed; null of words. */
  readonly field: string | null;
  /** Without marks and without the sign of a beginning. */
  readonly text: string;
  readonly isQuoted: boolean;
  readonly isPrefix: boolean;
}

/** Reads what somebody typed to find statements: what must hold, or the first thing that cannot be understood. */
export function parseQuery(typed: string): { readonly query: Query } | { readonly problem: Problem } {
  const all: Term[][] = [];
  let or: Piece | null = null;
  let count = 0;
  for (let at = nextPiece(typed, 0); at < typed.length; at = nextPiece(typed, at)) {
    const read = readPiece(typed, at);
    at = read.endUtf16;
    if (isWord(read, "AND")) continue;
    if (isWord(read, "OR")) {
      if (or || all.length === 0) return { problem: { ...placeOf(read), message: OR_HINT } };
      or = read;
      continue;
    }
    const term = termOf(read);
    if ("message" in term) return { problem: term };
    if (++count > MOST_TERMS)
      return {
        problem: {
          ...placeOf(read),
          message: `A search has at most ${MOST_TERMS} terms. To look for a whole sentence, put it in quotation marks.`,
        },
      };
    if (or) all.at(-1)?.push(term);
    else all.push([term]);
    or = null;
  }
  return or ? { problem: { ...placeOf(or), message: OR_HINT } } : { query: { all } };
}

const OR_HINT = "OR stands between two terms. To look for the word itself, put it in quotation marks.";

const placeOf = ({ startUtf16, endUtf16 }: Piece) => ({ startUtf16, endUtf16 });

const isWord = ({ field, isQuoted, isNot, text }: Piece, word: string) =>
  text === word && !isQuoted && !isNot && field === null;

function nextPiece(typed: string, from: number): number {
  let at = from;
  while (at < typed.length && /\s/u.test(typed.charAt(at))) at++;
  return at;
}

function readPiece(typed: string, startUtf16: number): Piece {
  let at = startUtf16;
  const isNot = typed[at] === "-" && /\S/u.test(typed.charAt(at + 1));
  if (isNot) at++;
  // an address of the web is no field
  const name = /^\p{L}+:\/\//u.test(typed.slice(at)) ? null : (FIELD.exec(typed.slice(at))?.[1] ?? null);
  if (name !== null) at += name.length + 1;
  const isQuoted = QUOTE.test(typed.charAt(at));
  const from = isQuoted ? at + 1 : at;
  let to = from;
  if (isQuoted) {
    to = closingMark(typed, from);
    // a mark that nobody closed holds what follows: words are pasted with one of their two marks
    at = Math.min(to + 1, typed.length);
  } else {
    while (to < typed.length && !/\s/u.test(typed.charAt(to)) && !QUOTE.test(typed.charAt(to))) to++;
    at = to;
  }
  const isPrefix = isQuoted ? typed[at] === "*" : typed[to - 1] === "*";
  if (isQuoted && isPrefix) at++;
  let end = to;
  while (end > from && typed[end - 1] === "*") end--;
  const text = typed.slice(from, end);
  return { startUtf16, endUtf16: at, isNot, field: name, text, isQuoted, isPrefix };
}

/** Where a mark is closed: a straight one by the next of its kind, so that a quotation is pasted with its own between two. */
function closingMark(typed: string, from: number): number {
  const straight = typed.charAt(from - 1) === '"' ? typed.indexOf('"', from) : -1;
  if (straight >= 0) return straight;
  let to = from;
  while (to < typed.length && !QUOTE.test(typed.charAt(to))) to++;
  return to;
}

function termOf(piece: Piece): Term | Problem {
  const { isNot, field, text, isQuoted, isPrefix } = piece;
  if (field === null) return { kind: "words", words: searchWords(text), isPrefix, typed: text, isNot };
  const name = FIELD_NAMES.find((known) => known === field.toLowerCase());
  if (name === undefined) {
    const known = FIELD_NAMES.map((one) => `${one}:`).join(", ");
    return problem(
      piece,
      `There is no “${field}:”. There are ${known}. To look for the words, put them in quotation marks.`,
    );
  }
  if (text.trim() === "" && !isPrefix) {
    return problem(piece, `“${field}:” needs a value right behind it, such as ${EXAMPLES[name]}.`);
  }
  const read = readField(name, isPrefix && !isQuoted ? `${text}*` : text);
  if ("reason" in read) return problem(piece, `“${text}” is nothing that “${name}:” can be. ${read.reason}`);
  return { kind: "field", field: name as FieldName, value: read.value, isNot } as Term;
}

const problem = (piece: Piece, message: string): Problem => ({ ...placeOf(piece), message });
