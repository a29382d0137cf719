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
    definition:
      "A slip of a letter that the source proves; no other word, name, number or mark. One editor may do it.",
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
  introduction: "Introduced by",
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
const MANNER: readonly CorrectableField[] = ["attribution", "roleThen", "cue", "introduction", "context"];

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
  ...["introduction", "context", "originalWording", "translatedBy"],
]);

/** Each changed field with its text before and after; null when one of them is no text that a person types freely. */
export function textChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { was: string; now: string }[] | null {
  const changes = Object.entries(after)
    .map(([field, now]) => ({ field, was: before[field] ?? "", now: now ?? "" }))
    .filter(({ was, now }) => was !== now);
  const texts = changes.flatMap(({ field, was, now }) =>
    TEXTS.has(field) && typeof was === "string" && typeof now === "string" ? [{ was, now }] : [],
  );
  return texts.length === changes.length ? texts : null;
}
