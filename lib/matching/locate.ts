import { type Folded, fold } from "./folded";
import { nearestEndings, startOf } from "./myers";

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
// a quotation longer than this is looked for by its pieces, or a long one in a long text would take minutes
const PIECE = 512;
const MOST_WHOLE = 2 * PIECE;
const PIECES_WITHIN = 6;

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
  return locateWithin({ text, folded: () => fold(text) }, quote, context);
}

/** `locateQuote` of many quotations in one text, which is folded once for all of them. */
export function locateWithin(
  { text, folded: foldedText }: { readonly text: string; readonly folded: () => Folded },
  quote: string,
  context: QuoteContext = {},
): Match | null {
  const wanted = fold(quote.trim());
  if (wanted.text === "") return null;
  const { startUtf16: hint } = context;
  // what stands there word for word is it, whatever stands around
  if (hint !== undefined && text.startsWith(quote, hint)) {
    return {
      startUtf16: hint,
      endUtf16: hint + quote.length,
      found: quote,
      state: "exact",
      isVerbatim: true,
      score: 1,
    };
  }
  const folded = foldedText();
  const same = occurrences(folded.text, wanted.text);
  const candidates = same.length > 0 ? same : resembling(folded, wanted, hint);
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

/** Every place of `wanted`, overlapping ones too: Knuth, Morris and Pratt, for a text may be one letter over and over. */
function occurrences(text: string, wanted: string): Candidate[] {
  const found: Candidate[] = [];
  if (!text.includes(wanted)) return found;
  const border = bordersOf(wanted);
  let matched = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && wanted.charCodeAt(matched) !== unit) matched = border[matched - 1] ?? 0;
    if (wanted.charCodeAt(matched) === unit) matched += 1;
    if (matched < wanted.length) continue;
    found.push({ start: at + 1 - matched, end: at + 1, errors: 0 });
    matched = border[matched - 1] ?? 0;
  }
  return found;
}

/** For each beginning of `wanted` how much of it is also its end. */
function bordersOf(wanted: string): Int32Array {
  const border = new Int32Array(wanted.length);
  let length = 0;
  for (let at = 1; at < wanted.length; at++) {
    while (length > 0 && wanted.charCodeAt(at) !== wanted.charCodeAt(length))
      length = border[length - 1] ?? 0;
    if (wanted.charCodeAt(at) === wanted.charCodeAt(length)) length += 1;
    border[at] = length;
  }
  return border;
}

function resembling(text: Folded, wanted: Folded, hint: number | undefined): Candidate[] {
  const [within, words] = [text.lower, wanted.lower];
  if (words.length > MOST_WHOLE) return resemblingLong(within, words);
  const most = Math.floor(words.length * MOST_DIFFERENT);
  const endings = nearestEndings(within, words, most);
  const near = (end: number) => Math.abs((text.startsUtf16[end - 1] ?? 0) - (hint ?? 0));
  return endings
    .sort((a, b) => near(a.end) - near(b.end))
    .slice(0, MOST_CANDIDATES)
    .map((ending) => ({ start: startOf(within, words, ending), ...ending }))
    .sort((a, b) => a.end - b.end);
}

/** From where its first piece stands to where its last one does, when enough of what is between stands between. */
function resemblingLong(text: string, wanted: string): Candidate[] {
  const most = Math.floor(PIECE * MOST_DIFFERENT);
  const [head, tail] = [wanted.slice(0, PIECE), wanted.slice(-PIECE)];
  const [first] = nearestEndings(text, head, most);
  if (first === undefined) return [];
  const start = startOf(text, head, first);
  const reach = text.slice(start, start + Math.ceil(wanted.length * (1 + MOST_DIFFERENT)));
  const last = nearestEndings(reach, tail, most).at(-1);
  if (last === undefined || last.end < wanted.length * (1 - MOST_DIFFERENT)) return [];
  const found = reach.slice(0, last.end);
  const step = (wanted.length - PIECE) / (PIECES_WITHIN + 1);
  const within = Array.from({ length: PIECES_WITHIN }, (_, at) => {
    const from = Math.floor(step * (at + 1));
    // one that differs by more is another sentence, however many letters the two share
    return nearestEndings(found, wanted.slice(from, from + PIECE), most)[0]?.errors ?? PIECE;
  });
  const share =
    [first.errors, last.errors, ...within].reduce((sum, errors) => sum + errors, 0) /
    (PIECE * (PIECES_WITHIN + 2));
  if (share > MOST_DIFFERENT) return [];
  return [{ start, end: start + last.end, errors: Math.round(share * wanted.length) }];
}

function weigh(text: Folded, candidates: readonly Candidate[], length: number, context: QuoteContext) {
  const prefix = fold(context.prefix ?? "").lower.slice(-AROUND);
  const suffix = fold(context.suffix ?? "").lower.slice(0, AROUND);
  const hint = context.startUtf16;
  const distance = ({ start }: Candidate) =>
    hint === undefined ? 0 : Math.abs((text.startsUtf16[start] ?? 0) - hint);
  const nearest = candidates
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
  const fewest = nearestEndings(around, wanted, wanted.length)[0]?.errors ?? wanted.length;
  return 1 - fewest / wanted.length;
}

/** A near match may begin or end inside a word: it takes the whole word, and no space at its edges. */
function wholeWords(text: string, start: number, end: number): [number, number] {
  const isLetter = (at: number) => /[\p{L}\p{M}\p{N}]/u.test(text[at] ?? "");
  let [from, to] = [start, end];
  while (text[from] === " ") from++;
  while (text[to - 1] === " ") to--;
  while (from > 0 && isLetter(from) && isLetter(from - 1)) from--;
  while (to < text.length && isLetter(to - 1) && isLetter(to)) to++;
  return [from, to];
}
