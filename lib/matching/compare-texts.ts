import { diffArrays } from "diff";
import { foldSigns, segmentsOf } from "@/lib/text";

/** A half-open slice of a text, in UTF-16. */
type Range = readonly [start: number, end: number];

/** A stretch of two texts: in both (signs that matching ignores aside), only in the former, or only in the later one. */
export interface Stretch {
  readonly kind: "same" | "was" | "now";
  /** Where it stands; of what only the other text has, the place where it would stand. */
  readonly former: Range;
  readonly later: Range;
}

/** How one text became another: its stretches in order, and which words of one are which of the other. */
export interface Comparison {
  readonly stretches: readonly Stretch[];
  /** How many words only the former text has, and only the later one. */
  readonly wordsGone: number;
  readonly wordsNew: number;
  readonly former: Side;
  readonly later: Side;
}

/** The words and marks of one text, each with the white space behind it, and the number of its like in the other text. */
export interface Side {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** By number: the number in the other text, or -1. */
  readonly pairs: Int32Array;
}

interface Token {
  readonly key: string;
  readonly start: number;
  /** Where its own signs end; the white space behind it goes to `next`. */
  readonly end: number;
  readonly next: number;
  readonly isWord: boolean;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
// texts with more sentences apart than this are not one text that changed, nor passages with more words apart
const MOST_SENTENCES_APART = 2000;
const MOST_WORDS_APART = 600;

/**
 * Compares two texts word by word: their sentences first, so that a megabyte takes no square of its words, then the words
 * of those that differ. White space and the signs that matching ignores make no difference; case and marks do.
 */
export function compareTexts(formerText: string, laterText: string): Comparison {
  const [a, b] = [tokensOf(formerText), tokensOf(laterText)];
  const pairs: [Int32Array, Int32Array] = [
    new Int32Array(a.length).fill(-1),
    new Int32Array(b.length).fill(-1),
  ];
  const pair = (ofFormer: number, ofLater: number) => {
    pairs[0][ofFormer] = ofLater;
    pairs[1][ofLater] = ofFormer;
  };
  const [sentencesA, sentencesB] = [sentencesOf(a), sentencesOf(b)];
  const isAlike = (one: Sentence, other: Sentence) => one.key === other.key;
  const runs: Run[] = [];
  for (const [was, now] of blocks(sentencesA, sentencesB, isAlike, MOST_SENTENCES_APART)) {
    const [fromA, toA] = spanOf(sentencesA, was, a.length);
    const [fromB, toB] = spanOf(sentencesB, now, b.length);
    if (was.isSame) {
      for (let at = 0; at < toA - fromA; at++) pair(fromA + at, fromB + at);
      runs.push({ isSame: true, toA, toB });
      continue;
    }
    const within = pairWords(a.slice(fromA, toA), b.slice(fromB, toB), (x, y) => pair(fromA + x, fromB + y));
    runs.push(...within.map((run) => ({ ...run, toA: fromA + run.toA, toB: fromB + run.toB })));
  }
  const sides = {
    former: { text: formerText, tokens: a, pairs: pairs[0] },
    later: { text: laterText, tokens: b, pairs: pairs[1] },
  };
  const stretches = spaced(
    readably(stretchesOf(sides.former, sides.later, runs), sides.former, sides.later),
    sides,
  );
  const wordsIn = ({ tokens }: Side, kind: Stretch["kind"], side: "former" | "later") => {
    const gone = stretches.filter((stretch) => stretch.kind === kind).map((stretch) => stretch[side]);
    let [at, count] = [0, 0];
    for (const { start, isWord } of tokens) {
      while (at < gone.length && (gone[at]?.[1] ?? 0) <= start) at++;
      if (isWord && start >= (gone[at]?.[0] ?? Number.POSITIVE_INFINITY)) count++;
    }
    return count;
  };
  return {
    ...{ stretches, ...sides },
    wordsGone: wordsIn(sides.former, "was", "former"),
    wordsNew: wordsIn(sides.later, "now", "later"),
  };
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly isSame: boolean;
}

/** Which stretches of one list are which of the other; two that differ stand side by side. */
function blocks<T>(
  a: readonly T[],
  b: readonly T[],
  isAlike: (one: T, other: T) => boolean,
  mostApart: number,
): (readonly [was: Block, now: Block])[] {
  const changes = diffArrays([...a], [...b], { comparator: isAlike, maxEditLength: mostApart }) ?? [
    { removed: true, added: false, count: a.length },
    { removed: false, added: true, count: b.length },
  ];
  const found: [Block, Block][] = [];
  let [atA, atB] = [0, 0];
  const until = (toA: number, toB: number, isSame: boolean) => {
    const last = found.at(-1);
    if (!isSame && last && !last[0].isSame)
      found[found.length - 1] = [
        { ...last[0], to: toA },
        { ...last[1], to: toB },
      ];
    else
      found.push([
        { from: atA, to: toA, isSame },
        { from: atB, to: toB, isSame },
      ]);
    [atA, atB] = [toA, toB];
  };
  for (const { added, removed, count } of changes) {
    until(added ? atA : atA + count, removed ? atB : atB + count, !added && !removed);
  }
  return found;
}

/** A stretch of tokens, by where it ends in either list; it begins where the one before it ends. */
interface Run {
  readonly isSame: boolean;
  readonly toA: number;
  readonly toB: number;
}

function pairWords(
  a: readonly Token[],
  b: readonly Token[],
  pair: (ofA: number, ofB: number) => void,
): Run[] {
  const isAlike = (one: Token, other: Token) => one.key === other.key;
  const runs: Run[] = [];
  for (const [was, now] of blocks(a, b, isAlike, MOST_WORDS_APART)) {
    // "…" is one sign here and three there
    const written = (tokens: readonly Token[], { from, to }: Block) =>
      tokens.slice(from, to).reduce((all, { key }) => all + key, "");
    const isSame = was.isSame || written(a, was) === written(b, now);
    runs.push({ isSame, toA: was.to, toB: now.to });
    if (!isSame) continue;
    const [ofA, ofB] = [was.to - was.from, now.to - now.from];
    for (let at = 0; at < Math.max(ofA, ofB); at++) {
      if (at < ofA && ofB > 0) pair(was.from + at, now.from + Math.min(at, ofB - 1));
      if (at >= ofA && ofA > 0) pair(was.to - 1, now.from + at);
    }
  }
  return runs;
}

interface Sentence {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

const spanOf = (sentences: readonly Sentence[], { from, to }: Block, end: number): Range => [
  sentences[from]?.from ?? end,
  to > from ? (sentences[to - 1]?.to ?? end) : (sentences[from]?.from ?? end),
];

const ENDING = /^(?:[.!?。؟۔]|\.{3})$/u;
const CLOSING = /^["')\]]$/u;

/** Tokens up to the end of a line or a sentence: rough, and the same in both texts. */
function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  let isEnding = false;
  for (const [index, { key, end, next, isLineEnd }] of (tokens as readonly (Token & Spaced)[]).entries()) {
    isEnding = ENDING.test(key) || (isEnding && CLOSING.test(key));
    if (!isLineEnd && !(isEnding && next > end) && index < tokens.length - 1) continue;
    const keys = tokens.slice(from, index + 1).map((token) => token.key);
    found.push({ key: keys.join("\u0000"), from, to: index + 1 });
    from = index + 1;
    isEnding = false;
  }
  return found;
}

// the narrow no-break space makes one word of two by the rules of Unicode
const JOINING_SPACE = "\u202f";

interface Spaced {
  readonly isLineEnd: boolean;
}

function tokensOf(text: string): (Token & Spaced)[] {
  const tokens: (Token & Spaced)[] = [];
  let before = 0;
  for (const { segment, index, isWordLike } of segmentsOf(segmenter, text.replaceAll(JOINING_SPACE, " "))) {
    const key = foldSigns(segment).replace(/\s+/gu, "");
    const end = index + segment.length;
    const last = tokens.at(-1);
    if (key !== "") {
      tokens.push({ key, start: index, end, next: end, isWord: isWordLike === true, isLineEnd: false });
      if (last === undefined) before = index;
    } else if (last) {
      tokens[tokens.length - 1] = {
        ...{ ...last, next: end },
        isLineEnd: last.isLineEnd || segment.includes("\n"),
      };
    }
  }
  // space before the first word goes with it
  const [first] = tokens;
  if (first && before > 0) tokens[0] = { ...first, start: 0 };
  return tokens;
}

/** Runs of tokens as stretches of the texts. */
function stretchesOf(former: Side, later: Side, runs: readonly Run[]): Stretch[] {
  const startOf = ({ tokens, text }: Side, at: number) => tokens[at]?.start ?? text.length;
  const found: Stretch[] = [];
  let [atA, atB] = [0, 0];
  const push = (kind: Stretch["kind"], toA: number, toB: number) => {
    if (toA === atA && toB === atB) return;
    found.push({
      kind,
      former: [startOf(former, atA), startOf(former, toA)],
      later: [startOf(later, atB), startOf(later, toB)],
    });
    [atA, atB] = [toA, toB];
  };
  for (const { isSame, toA, toB } of runs) {
    if (isSame) push("same", toA, toB);
    else {
      push("was", toA, atB);
      push("now", toA, toB);
    }
  }
  return found;
}

/**
 * What both texts have is shown as the later one prints it. Where that has no white space before what went, "everybody" before
 * "[ before we closed it]," the space of the former one went along.
 */
function spaced(stretches: readonly Stretch[], { former, later }: { former: Side; later: Side }): Stretch[] {
  const spaceBehind = ({ text }: Side, [start, end]: Range) =>
    end - start - text.slice(start, end).trimEnd().length;
  const found = [...stretches];
  for (const [index, one] of found.entries()) {
    const next = found[index + 1];
    if (one.kind !== "same" || next?.kind !== "was" || spaceBehind(later, one.later) > 0) continue;
    const end = one.former[1] - spaceBehind(former, one.former);
    found[index] = { ...one, former: [one.former[0], end] };
    found[index + 1] = { ...next, former: [end, next.former[1]] };
  }
  return found;
}

/** A stretch without a word between two changes reads better as part of them: "He [left -> stayed], [at once -> late]". */
function readably(stretches: readonly Stretch[], former: Side, later: Side): Stretch[] {
  const isWorded = ({ text }: Side, [start, end]: Range) => /[\p{L}\p{N}]/u.test(text.slice(start, end));
  const found: Stretch[] = [];
  let [was, now]: [Range | null, Range | null] = [null, null];
  const flush = () => {
    if (was && was[1] > was[0])
      found.push({ kind: "was", former: was, later: [now?.[0] ?? 0, now?.[0] ?? 0] });
    if (now && now[1] > now[0])
      found.push({ kind: "now", former: [was?.[1] ?? 0, was?.[1] ?? 0], later: now });
    [was, now] = [null, null];
  };
  const join = ({ former: a, later: b }: Stretch) => {
    was = [was?.[0] ?? a[0], a[1]];
    now = [now?.[0] ?? b[0], b[1]];
  };
  for (const [index, stretch] of stretches.entries()) {
    const isBetween = was !== null && index < stretches.length - 1;
    if (
      stretch.kind === "same" &&
      !(isBetween && !isWorded(former, stretch.former) && !isWorded(later, stretch.later))
    ) {
      flush();
      found.push(stretch);
    } else join(stretch);
  }
  flush();
  return found;
}
