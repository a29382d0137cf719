import { typedDate } from "@/lib/text";

/** What is checked by eye before a statement is submitted; each is done, or says why not. */
export const CHECKLIST = [
  { key: "words_match", label: "Words match the source" },
  { key: "speaker_identified", label: "Speaker identified" },
  { key: "role_right", label: "Role right on that day" },
  { key: "date_and_place", label: "Date and place" },
  { key: "context_fair", label: "Context fair" },
  { key: "translation_checked", label: "Translation checked" },
  { key: "competing_looked_for", label: "Competing claims looked for" },
  { key: "speaker_contacted", label: "Speaker contacted, or why not" },
] as const;

export type CheckItem = (typeof CHECKLIST)[number]["key"];

/** What a public notice of a change says it was. */
export const CORRECTION_KINDS = [
  {
    key: "typo",
    label: "Typing error",
    definition: "A letter or two, no other word, no name, no number. One editor may do it.",
  },
  { key: "clarification", label: "Clarification", definition: "It could be misread; now it cannot." },
  { key: "correction", label: "Correction", definition: "Something was wrong; now it is right." },
  {
    key: "verdict_change",
    label: "Change of verdict",
    definition: "The facts are the same; we judge them anew.",
  },
] as const;

export type CorrectionKind = (typeof CORRECTION_KINDS)[number]["key"];

/** The fields of a statement that a correction can mend, as the public calls them. */
export const CORRECTABLE = {
  wording: "Words",
  form: "Form",
  isDenial: "Denial",
  speakerId: "Speaker",
  attribution: "Attribution",
  roleThen: "Role",
  cue: "Cue",
  saidOn: "Said on",
  saidOnNote: "Date as printed",
  place: "Place",
  event: "Event",
  addressee: "Told to",
  context: "Context",
  language: "Language",
  originalWording: "Original words",
  originalLanguage: "Language of the original",
  translatedBy: "Translated by",
} as const;

export type CorrectableField = keyof typeof CORRECTABLE;

/** The fields of a statement as a correction types them: the date as a person writes it, what is absent as null. */
export function typedFields<T extends { saidOn: Date | null; saidOnPrecision: string | null }>(
  statement: T & Readonly<Record<Exclude<CorrectableField, "saidOn">, string | boolean | null>>,
): Record<CorrectableField, string | boolean | null> {
  const fields = Object.keys(CORRECTABLE) as CorrectableField[];
  const values = fields.map((field) => [field, statement[field]]);
  return { ...Object.fromEntries(values), saidOn: typedDate(statement.saidOn, statement.saidOnPrecision) };
}

const WORDS: readonly CorrectableField[] = [
  ...(["wording", "form", "isDenial", "speakerId"] as const),
  ...(["language", "originalWording", "originalLanguage", "translatedBy"] as const),
];
const OCCASION: readonly CorrectableField[] = ["saidOn", "saidOnNote", "place", "event", "addressee"];
const MANNER: readonly CorrectableField[] = ["attribution", "roleThen", "cue", "context"];

/** What was judged of the former words and is asked for again. */
export interface AskedAgain {
  readonly axes: readonly string[];
  readonly isSourcing: boolean;
  readonly isRelations: boolean;
  readonly isPositions: boolean;
  readonly checks: readonly string[];
}

/**
 * What falls with a change of these fields. Other words, or another speaker, are another utterance: all that was judged
 * of it is judged again. Another occasion leaves what the words say; the manner bears on their context alone.
 */
export function askedAgain(fields: readonly string[]): AskedAgain {
  const changes = (those: readonly string[]) => those.some((field) => fields.includes(field));
  const isWords = changes(WORDS);
  const isOccasion = changes(OCCASION);
  const isManner = changes(MANNER);
  const axes = isWords
    ? ["said", "faithful", "in_context", "true"]
    : isOccasion
      ? ["said", "in_context", "true"]
      : isManner
        ? ["in_context"]
        : [];
  const checks = [
    ...(changes(["wording", "form"]) ? ["words_match"] : []),
    ...(changes(["speakerId", "attribution"]) ? ["speaker_identified"] : []),
    ...(changes(["roleThen", "speakerId"]) ? ["role_right"] : []),
    ...(isOccasion ? ["date_and_place"] : []),
    ...(changes(["wording", "context", "isDenial"]) ? ["context_fair"] : []),
    ...(changes(["language", "originalWording", "originalLanguage", "translatedBy"])
      ? ["translation_checked"]
      : []),
  ];
  const isSourcing = changes(["speakerId", "attribution"]);
  return { axes, isSourcing, isRelations: isWords || isOccasion, isPositions: isWords, checks };
}

const TEXTS: ReadonlySet<string> = new Set([
  ...["wording", "attribution", "roleThen", "cue", "saidOnNote", "place", "event", "addressee"],
  ...["context", "originalWording", "translatedBy"],
]);

/** How many letters a typing error may be off, all fields together. */
const MOST_LETTERS = 2;

/** The longest word that is compared letter by letter. */
const MOST_LENGTH = 100;

/**
 * Whether a change is a mere typing error, which one editor may put right: the same words in the same order, one or two
 * letters added, dropped, exchanged or swapped in all. Never a number, a name (a word with a capital, or one that stands
 * in `names`), a negation or number word, a word in a script without capitals (names cannot be told there), the first
 * letter of a word (un-, in-, il-), a word of three letters but for a swap of two, or a mark that means something
 * (quotation marks, brackets, an ellipsis, a question mark).
 */
export function isTypingError(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  names: readonly string[] = [],
): boolean {
  const known = new Set(names.flatMap((name) => tokensOf(name).words.map((word) => word.toLowerCase())));
  let letters = 0;
  for (const [field, now] of Object.entries(after)) {
    const was = before[field] ?? "";
    if (was === (now ?? "")) continue;
    if (!TEXTS.has(field) || typeof was !== "string" || typeof now !== "string") return false;
    letters += lettersApart(was, now, known);
    if (letters > MOST_LETTERS) return false;
  }
  return letters > 0;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** The words of a text and what stands before, between and after them. */
function tokensOf(text: string): { words: string[]; gaps: string[] } {
  const words: string[] = [];
  const gaps = [""];
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) {
      words.push(segment);
      gaps.push("");
    } else gaps[gaps.length - 1] += segment;
  }
  return { words, gaps };
}

function lettersApart(was: string, now: string, names: ReadonlySet<string>): number {
  const [a, b] = [tokensOf(was), tokensOf(now)];
  if (a.words.length !== b.words.length) return Number.POSITIVE_INFINITY;
  let letters = 0;
  for (const [index, gap] of a.gaps.entries()) {
    const isNumbered = [a.words[index - 1], a.words[index]].some((word) => word && /\p{N}/u.test(word));
    letters += gapApart(gap, b.gaps[index] ?? "", isNumbered);
  }
  for (const [index, word] of a.words.entries()) {
    const other = b.words[index] ?? "";
    if (word !== other) letters += isSlip(word, other, names) ? distance(word, other) : Infinity;
  }
  return letters;
}

const LIGHT_MARKS = /[\s,.;:]/gu;

/** Spaces and light marks may be off by a little; every other mark stays, and so does any mark beside a number. */
function gapApart(was: string, now: string, isNumbered: boolean): number {
  if (was === now) return 0;
  if (isNumbered || was.replace(LIGHT_MARKS, "") !== now.replace(LIGHT_MARKS, "")) return Infinity;
  // two full stops more make an ellipsis
  if (/\.{2}/.test(was + now)) return Infinity;
  return distance(was, now);
}

// a letter makes one of these of another word, or another word of one of these, and the sense turns
const WEIGHTY = new Set(
  (
    "no not now nor none never neither nobody nothing nowhere without unless except hardly barely yes can cannot could " +
    "may might must shall should will would more most less least few fewer all any some every only before after " +
    "he she his her him they them once twice double triple half dozen even odd first second last"
  ).split(" "),
);
const NUMBER =
  /^(one|two|three|four|five|six|seven|eigh|nin|ten|eleven|twel|twen|thir|fif|forty|hundred|thousand|[mb]illion|trillion)/iu;

function isSlip(was: string, now: string, names: ReadonlySet<string>): boolean {
  for (const word of [was, now]) {
    if (/\p{N}|\p{Lu}|\p{Lt}/u.test(word) || !/\p{Ll}/u.test(word)) return false;
    if (/n['’]t$/u.test(word) || WEIGHTY.has(word) || NUMBER.test(word) || names.has(word)) return false;
  }
  if ([...was][0] !== [...now][0]) return false;
  const shorter = Math.min([...was].length, [...now].length);
  const isSwap = [...was].sort().join("") === [...now].sort().join("");
  if (isSwap) return distance(was, now) === 1;
  const isOneMissing = distance(was, now) === 1 && [...was].length !== [...now].length;
  return shorter >= (isOneMissing ? 4 : 5);
}

/** Letters added, dropped, exchanged, or two neighbours swapped (Damerau 1964, optimal string alignment). */
function distance(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  if (Math.abs(left.length - right.length) > MOST_LETTERS || left.length > MOST_LENGTH) return Infinity;
  let [before, last]: [number[], number[]] = [[], right.map((_, j) => j)];
  last.push(right.length);
  for (const [i, letter] of left.entries()) {
    const row = [i + 1];
    for (const [j, other] of right.entries()) {
      const swapped = letter === right[j - 1] && left[i - 1] === other;
      row.push(
        Math.min(
          (last[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + 1,
          (last[j] ?? 0) + (letter === other ? 0 : 1),
          swapped ? (before[j - 1] ?? 0) + 1 : Infinity,
        ),
      );
    }
    [before, last] = [last, row];
  }
  return last[right.length] ?? 0;
}
