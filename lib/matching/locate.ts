import search from "approx-string-match";
import { type Folded, fold } from "./folded";

/** What is known of where a quotation stood: the W3C text quote and text position selectors. */
export interface QuoteContext {
  /** The words just before it. */
  readonly prefix?: string;
  /** The words just after it. */
  readonly suffix?: string;
  /** Where it began. */
  readonly startUtf16?: number;
}

/**
 * `exact`: the same words at the place given, or anywhere when none was given. `moved`: the same words elsewhere.
 * `changed`: words that resemble it. Signs that matching ignores (product.md section 2) make no difference; case does.
 */
export type MatchState = "exact" | "moved" | "changed";

export interface Match {
  readonly startUtf16: number;
  readonly endUtf16: number;
  /** What stands there: `text.slice(startUtf16, endUtf16)`. */
  readonly found: string;
  readonly state: MatchState;
  /** Every character is the same, signs included. */
  readonly isVerbatim: boolean;
  /** 0 to 1, all evidence weighed: words, surroundings, place. */
  readonly score: number;
}

// surroundings outweigh distance: editors trim and insert far more often than they move a quotation
const WEIGHT = { quote: 50, prefix: 20, suffix: 20, position: 2 };
// more than this share of characters different, and it is another sentence
const MOST_DIFFERENT = 0.35;
// the words around that are worth comparing
const AROUND = 32;
// of a phrase that stands everywhere only the nearest are weighed
const MOST_CANDIDATES = 200;

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/**
 * Where `quote` stands in `text`, or null when nothing resembles it: the quotation is lost. Offsets are UTF-16.
 * Candidates come from Myers' approximate matching (J. ACM 46, 1999) and are weighed as Hypothesis weighs its anchors.
 */
export function locateQuote(text: string, quote: string, context: QuoteContext = {}): Match | null {
  const wanted = fold(quote.trim());
  if (wanted.text === "") return null;
  const { startUtf16: hint } = context;
  if (hint !== undefined && quote !== "" && text.startsWith(quote, hint)) {
    return {
      startUtf16: hint,
      endUtf16: hint + quote.length,
      found: quote,
      state: "exact",
      isVerbatim: true,
      score: 1,
    };
  }
  const folded = fold(text);
  const same = occurrences(folded.text, wanted.text);
  const candidates = same.length > 0 ? same : resembling(folded, wanted);
  const best = weigh(folded, candidates, wanted.text.length, context);
  if (!best) return null;

  const [start, end] =
    best.errors === 0 ? [best.start, best.end] : wholeWords(folded.text, best.start, best.end);
  const startUtf16 = folded.startsUtf16[start] ?? 0;
  const endUtf16 = folded.endsUtf16[end - 1] ?? text.length;
  const found = text.slice(startUtf16, endUtf16);
  const isSame = same.length > 0;
  const isInPlace = hint === undefined || hint === startUtf16;
  return {
    startUtf16,
    endUtf16,
    found,
    state: isSame ? (isInPlace ? "exact" : "moved") : "changed",
    isVerbatim: found === quote,
    score: best.score,
  };
}

function occurrences(text: string, wanted: string): Candidate[] {
  const found: Candidate[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    found.push({ start: at, end: at + wanted.length, errors: 0 });
  }
  return found;
}

function resembling(text: Folded, wanted: Folded): Candidate[] {
  const most = Math.floor(wanted.lower.length * MOST_DIFFERENT);
  return search(text.lower, wanted.lower, most).filter(({ start, end }) => end > start);
}

function weigh(text: Folded, candidates: readonly Candidate[], length: number, context: QuoteContext) {
  const prefix = fold(context.prefix ?? "").lower.slice(-AROUND);
  const suffix = fold(context.suffix ?? "").lower.slice(0, AROUND);
  const hint = context.startUtf16;
  const distance = ({ start }: Candidate) =>
    hint === undefined ? 0 : Math.abs((text.startsUtf16[start] ?? 0) - hint);
  const nearest =
    candidates.length <= MOST_CANDIDATES
      ? candidates
      : candidates
          .filter(({ start }) => prefix !== "" && text.lower.slice(0, start).endsWith(prefix.slice(-8)))
          .concat([...candidates].sort((a, b) => distance(a) - distance(b)))
          .slice(0, MOST_CANDIDATES);

  let best: (Candidate & { score: number }) | null = null;
  for (const candidate of nearest) {
    const { start, end, errors } = candidate;
    const points =
      WEIGHT.quote * (1 - errors / length) +
      WEIGHT.prefix * resemblance(text.lower.slice(Math.max(0, start - prefix.length), start), prefix) +
      WEIGHT.suffix * resemblance(text.lower.slice(end, end + suffix.length), suffix) +
      WEIGHT.position * (1 - distance(candidate) / Math.max(1, text.text.length));
    const score = points / (WEIGHT.quote + WEIGHT.prefix + WEIGHT.suffix + WEIGHT.position);
    if (!best || score > best.score) best = { ...candidate, score };
  }
  return best;
}

/** 1 when `around` holds `wanted`, 0 when nothing of it; 1 too when nothing is wanted. */
function resemblance(around: string, wanted: string): number {
  if (wanted === "") return 1;
  if (around === "") return 0;
  const fewest = search(around, wanted, wanted.length).reduce(
    (least, { errors }) => Math.min(least, errors),
    wanted.length,
  );
  return 1 - fewest / wanted.length;
}

/** A near match may begin or end inside a word: it takes the whole word, and no space at its edges. */
function wholeWords(text: string, start: number, end: number): [number, number] {
  const isLetter = (at: number) => /[\p{L}\p{M}\p{N}]/u.test(text[at] ?? "");
  let [from, to] = [start, end];
  while (from < to - 1 && text[from] === " ") from++;
  while (to > from + 1 && text[to - 1] === " ") to--;
  while (from > 0 && isLetter(from) && isLetter(from - 1)) from--;
  while (to < text.length && isLetter(to - 1) && isLetter(to)) to++;
  return [from, to];
}
