import type { Pronoun } from "../languages";
import type { Span } from "../model";
import { characterTest, endOfRunOf, WordMemory, wordNumber, wordOf } from "../weights";
import { type KnownWord, type Lexicon, meansSomebody } from "./lexicon";

/** One word of the text with what the cast needs to know about the letters around it. */
export interface Token extends Span, KnownWord {
  /** What the language knows of words, for those that are made of several tokens. */
  readonly lexicon: Lexicon;
  /** As printed, without a possessive ending. */
  readonly text: string;
  /** Lower case without diacritics, for comparison. */
  readonly fold: string;
  readonly isCapital: boolean;
  /** Every letter is a capital and there are at least two. */
  readonly isShout: boolean;
  /** A pronoun or a noun for somebody: few words are, and only they are looked at more closely. */
  readonly mayMean: boolean;
  readonly isPossessive: boolean;
  /** Nothing but space stands between this word and the one before. */
  readonly isJoined: boolean;
  /** What stands between the word before and this one, without space, cut to eight units. */
  readonly gap: string;
  /** Opens a sentence or a quotation, where a capital letter proves nothing. */
  readonly isOpening: boolean;
  readonly sentence: number;
  /** Index into the quoted spans, or -1 outside. */
  readonly quote: number;
}

const isInPiece = characterTest(/^[\p{L}\p{M}\p{N}]$/u);
// "Amr", and after a particle "al-Amr", "d'Estaing"
const CAPITAL = /^(?:\p{Ll}{1,3}[-‐‑'’])?[\p{Lu}\p{Lt}]/u;
const CONTRACTION = /^(?:m|re|ve|ll|d|s)$/iu;
const SHOUT = /^[\p{Lu}\p{N}.'’&-]+$/u;

interface Word extends KnownWord {
  readonly fold: string;
  readonly isCapital: boolean;
  readonly isShout: boolean;
  readonly mayMean: boolean;
}

const memories = new WeakMap<Lexicon, WordMemory<Word>>();

/** What there is to know in a language about a word by its letters alone. */
function memoryOf(lexicon: Lexicon): WordMemory<Word> {
  const made = memories.get(lexicon) ?? new WordMemory<Word>((text) => look(text, lexicon));
  memories.set(lexicon, made);
  return made;
}

function look(text: string, lexicon: Lexicon): Word {
  const folding = text.length > 64 ? text.toLowerCase() : fold(text);
  const known = lexicon.word(folding);
  return {
    fold: folding,
    traits: known.traits,
    isCapital: CAPITAL.test(text),
    isShout: text.length > 1 && text.length < 64 && SHOUT.test(text) && /\p{Lu}\P{Ll}*\p{Lu}/u.test(text),
    mayMean: meansSomebody(known),
  };
}

/** Whom a pronoun can stand for; undefined for any other word. */
export function pronounOf({ fold: folding, lexicon }: Token): Pronoun | undefined {
  return lexicon.words.pronouns.get(folding);
}

/** Lower case without diacritics or typographic apostrophes; letters that Unicode does not decompose are spelled out. */
function fold(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[’ʼ‘]/gu, "'")
    .replace(/ø/gu, "o")
    .replace(/ł/gu, "l")
    .replace(/đ|ð/gu, "d")
    .replace(/ı/gu, "i")
    .replace(/ß/gu, "ss")
    .replace(/æ/gu, "ae")
    .replace(/œ/gu, "oe")
    .replace(/þ/gu, "th")
    .replace(/^(?:al|el|as|ar|ash|an|ad)-(?=\p{L}{3})/u, "");
}

interface Piece {
  start: number;
  end: number;
}

// "U.S.", "al-Amr", "O'Brien" and "J.K." are one word; a full stop only joins single letters
function joins(text: string, before: Piece, after: Piece): boolean {
  const length = after.start - before.end;
  if (length !== 1) return false;
  const mark = text[before.end];
  if (mark === "-" || mark === "‐" || mark === "‑") return true;
  if (mark === "'" || mark === "’")
    return !CONTRACTION.test(text.slice(after.start, Math.min(after.end, after.start + 3)));
  // "will.i.am", "Gawker.com"
  if (
    mark === "." &&
    before.end - before.start > 1 &&
    /^\p{Ll}+$/u.test(text.slice(after.start, Math.min(after.end, after.start + 20)))
  )
    return true;
  return (
    mark === "." &&
    after.end - after.start === 1 &&
    /\p{Lu}/u.test(text[before.end - 1] ?? "") &&
    /\p{Lu}/u.test(text[after.start] ?? "")
  );
}

// the "s" of a possessive and the tails of "I'm", "we've" are no words of their own
function isTail(text: string, start: number, end: number): boolean {
  const mark = text[start - 1];
  if ((mark !== "'" && mark !== "’") || end - start > 2) return false;
  return (
    CONTRACTION.test(text.slice(start, end)) &&
    /[\p{L}.\s]/u.test(text[start - 2] ?? "\n") &&
    text[start] !== text[start]?.toUpperCase()
  );
}

const TITLE_STOP = new Set(
  "mr mrs ms dr prof st sen rep gov gen lt col maj capt sgt cpl pvt adm cmdr det insp supt rev hon jr sr messrs mx fr pres sec atty asst dep brig cllr supt smt adv engr alh barr cdr wg flt sqn ald msgr dy retd".split(
    " ",
  ),
);

/** The words of `text` in order. Work grows with the length of the text, whatever stands in it. */
export function tokenise(
  text: string,
  sentences: readonly Span[],
  quoted: readonly Span[],
  lexicon: Lexicon,
): Token[] {
  const seen = memoryOf(lexicon);
  const tokens: Token[] = [];
  let sentence = 0;
  let quote = 0;
  let lastSentence = -1;
  let lastQuote = -1;
  let previousEnd = 0;
  let previous: Token | null = null;
  let pending: Piece | null = null;

  const emit = (piece: Piece) => {
    const { start } = piece;
    let end = piece.end;
    let next = end;
    let isPossessive = false;
    const mark = text[end];
    if (mark === "'" || mark === "’") {
      if (text[end + 1] === "s" && !/[\p{L}\p{N}]/u.test(text[end + 2] ?? "")) {
        isPossessive = true;
        next = end + 2;
      } else if (text[end - 1] === "s" && /\s/u.test(text[end + 1] ?? "")) isPossessive = true;
    }
    // "King Jr.'s widow"
    if (mark === "." && /^[’']s(?![\p{L}\p{N}])/u.test(text.slice(end + 1, end + 4))) {
      isPossessive = true;
      next = end + 3;
    }
    const contraction =
      mark === "'" || mark === "’"
        ? /^.(?:m|re|ve|ll|d)(?![\p{L}\p{N}])/iu.exec(text.slice(end, end + 5))
        : null;
    if (contraction) next = end + contraction[0].length;
    if (mark === "." && end - start > 1 && text[end - 2] === "." && /\p{Lu}/u.test(text[end - 1] ?? "")) {
      end += 1;
      next = end;
      // "the U.S.'s"
      if ((text[end] === "'" || text[end] === "’") && text[end + 1] === "s") {
        isPossessive = true;
        next = end + 2;
      }
    }
    while (sentence < sentences.length && (sentences[sentence]?.endUtf16 ?? 0) <= start) sentence += 1;
    while (quote < quoted.length && (quoted[quote]?.endUtf16 ?? 0) <= start) quote += 1;
    const inside = quote < quoted.length && (quoted[quote]?.startUtf16 ?? 0) <= start ? quote : -1;
    const number = wordNumber(text, start, end);
    const printed = number < 0 ? text.slice(start, end) : wordOf(number);
    const word = seen.ofNumbered(number, printed);
    // most words stand one space apart
    const isPlain = start === previousEnd + 1 && text[previousEnd] === " ";
    const between = isPlain ? "" : text.slice(previousEnd, Math.min(start, previousEnd + 40));
    const gap = isPlain ? "" : between.replace(/[\s\u200B-\u200F\u2060\uFEFF\u00AD]+/gu, "").slice(0, 8);
    // a tab parts the cells of a table
    const hasBreak = between.includes("\n") || between.includes("\t") || start - previousEnd > 40;
    const abbreviated =
      gap === "." &&
      previous !== null &&
      (TITLE_STOP.has(previous.fold) || (previous.text.length === 1 && previous.isCapital));
    const token: Token = {
      startUtf16: start,
      endUtf16: end,
      text: printed,
      fold: word.fold,
      traits: word.traits,
      lexicon,
      isCapital: word.isCapital,
      isShout: word.isShout,
      mayMean: word.mayMean,
      isPossessive,
      isJoined: previous !== null && !hasBreak && (gap === "" || abbreviated) && inside === lastQuote,
      gap: hasBreak ? `${gap}\n` : gap,
      isOpening: sentence !== lastSentence || inside !== lastQuote || hasBreak,
      sentence,
      quote: inside,
    };
    tokens.push(token);
    previous = token;
    previousEnd = next;
    lastSentence = sentence;
    lastQuote = inside;
  };

  let at = 0;
  while (at < text.length) {
    const end = endOfRunOf(isInPiece, text, at);
    if (end === at) {
      at += 1;
      continue;
    }
    const start = at;
    at = end;
    if (isTail(text, start, end)) continue;
    const piece: Piece = { start, end };
    if (pending && joins(text, pending, piece)) {
      pending = { start: pending.start, end };
      continue;
    }
    if (pending) emit(pending);
    pending = piece;
  }
  if (pending) emit(pending);
  return tokens;
}

/** Index of the first token that ends after `offset`. */
export function firstTokenAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.endUtf16 ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
