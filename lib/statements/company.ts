import type { Prisma } from "@/lib/db";

/**
 * What must go with a wording wherever it goes: that it was retracted or corrected, that its speaker denies it, that
 * somebody else passed it on, that it is a translation, that it is disputed to have been said at all.
 * docs/decisions/014 has the reasons; `lib/statements/company.test.ts` holds every place in which a wording is read.
 */
export interface Company {
  /** Read before everything else: "Retracted on 3 November 2025." Null when it stands as it was published. */
  readonly notice: string | null;
  /** Stands right before the words: "Denies:". Null when they are what the speaker says. */
  readonly lead: string | null;
  /**
   * The reporter's words, as printed, with which the words are a sentence: "Ankara expressed". Null when they are one by
   * themselves, and beside a denial, whose own lead makes one of them.
   */
  readonly introduction: string | null;
  /** Stands behind the words, each as a phrase without a stop: "second-hand, through Axios". */
  readonly tail: readonly string[];
}

/** A wording with the fields that its company is made of. Every query that reads a wording reads all of them. */
export interface Worded {
  readonly wording: string;
  /** JSON: the signs of editing in it; a splice is one. */
  readonly editMarks: string;
  /** The reporter's words before a wording that is no sentence by itself, as printed. */
  readonly introduction: string | null;
  readonly form: string;
  readonly language: string;
  /** The speaker denies what the wording says. */
  readonly isDenial: boolean;
  readonly state: string;
  readonly originalLanguage: string | null;
  readonly originalWording: string | null;
  readonly translatedBy: string | null;
  /** Outermost first, each name as printed. */
  readonly hops: readonly { readonly name: string }[];
  /** The standing verdicts; those on other axes than "said" are of no account here. */
  readonly verdicts: readonly { readonly axis: string; readonly value: string }[];
  readonly corrections: readonly {
    readonly versionNumber: number;
    readonly kind: string;
    readonly givenAt: Date;
  }[];
  readonly retractions: readonly { readonly confirmedAt: Date | null }[];
}

/** What a query reads so that a wording has its company: spread into the select of a statement. */
export const WORDED = {
  wording: true,
  editMarks: true,
  introduction: true,
  form: true,
  language: true,
  isDenial: true,
  state: true,
  originalLanguage: true,
  originalWording: true,
  translatedBy: true,
  hops: { orderBy: { ordinal: "asc" }, select: { name: true } },
  verdicts: {
    where: { supersededAt: null, axis: "said" },
    orderBy: [{ givenAt: "asc" }, { id: "asc" }],
    select: { axis: true, value: true },
  },
  corrections: {
    orderBy: { versionNumber: "asc" },
    select: { versionNumber: true, kind: true, note: true, givenAt: true },
  },
  retractions: {
    where: { confirmedAt: { not: null }, withdrawnAt: null },
    orderBy: [{ confirmedAt: "asc" }, { id: "asc" }],
    select: { confirmedAt: true, reason: true },
  },
} as const satisfies Prisma.StatementSelect;

// a verdict on whether it was said at all; "confirmed" and "probable" add nothing that must be read with the words
const NOT_SURELY_SAID: Readonly<Record<string, string>> = {
  unproven: "not proven to have been said",
  disputed: "disputed whether it was said",
  denied: "the speaker denies having said it",
  misattributed: "judged to be somebody else’s words",
  fabricated: "judged to be fabricated",
};

/** What must go with the wording of a statement. */
export function companyOf(statement: Worded): Company {
  const { isDenial, introduction, hops, verdicts } = statement;
  const { originalLanguage, originalWording, translatedBy } = statement;
  const places = placesOf(statement);
  const doubt = doubtOf(verdicts);
  const isTranslated = Boolean(originalWording || originalLanguage || translatedBy);
  return {
    notice: noticeOf(statement),
    lead: isDenial ? "Denies:" : null,
    introduction: isDenial ? null : introduction || null,
    tail: [
      ...(places > 1 ? [`joined at “…” from ${places} places in its source`] : []),
      ...(doubt ? [doubt] : []),
      ...(hops.length > 0 ? [`second-hand, through ${listed(hops.map(({ name }) => name))}`] : []),
      ...(isTranslated ? [translation(originalLanguage, translatedBy)] : []),
    ],
  };
}

/**
 * The wording as one text with everything that must go with it, for wherever it leaves as text. Only the wording itself is
 * shortened when it has more than `most` UTF-16 units. `withNotice: false` is for a text that has begun with the notice.
 */
export function wordedInFull(
  statement: Worded,
  { most, withNotice = true }: { most?: number; withNotice?: boolean } = {},
): string {
  const { wording } = statement;
  const words = most === undefined ? wording : shortWording(wording, most);
  const company = companyOf(statement);
  return wordsInCompany(words, withNotice ? company : { ...company, notice: null });
}

/** The same of words whose company is known, and which are short enough. */
export function wordsInCompany(words: string, { notice, lead, introduction, tail }: Company): string {
  const before = `${notice ? `[${notice}] ` : ""}${lead ? `${lead} ` : ""}`;
  // in brackets, as an editor's own words before a quotation are
  const introduced = introduction ? `[${introduction}] ` : "";
  const behind = tail.length > 0 ? ` [${tail.join("; ")}]` : "";
  return `${before}${introduced}${words}${behind}`;
}

/**
 * The company alone, for what stands for a wording without having it: a citation, a file. Empty when the words may be
 * cited as they are.
 */
export function companyInWords(statement: Worded): string {
  const { notice, lead, tail } = companyOf(statement);
  const phrases = [...(lead ? ["the speaker denies what is quoted"] : []), ...tail];
  return [notice, phrases.length > 0 ? `${upperFirst(phrases.join("; "))}.` : ""].filter(Boolean).join(" ");
}

/**
 * What our record says of words where they stand in their own text, to be read before them; of a correction their page says
 * more, and who passed them on is told by the text itself. Null when there is nothing to say.
 */
export function signBefore({
  state,
  isDenial,
  corrections,
  verdicts,
}: Pick<Worded, "state" | "isDenial" | "verdicts"> & {
  readonly corrections: readonly unknown[];
}): string | null {
  const doubt = doubtOf(verdicts);
  const signs = [
    ...(state === "retracted" ? ["Retracted"] : corrections.length > 0 ? ["Corrected"] : []),
    ...(doubt ? [upperFirst(doubt)] : []),
    ...(isDenial ? ["Denies"] : []),
  ];
  return signs.length > 0 ? signs.join(". ") : null;
}

/** Whether it is in doubt that the words were said by their speaker, who is named for them nowhere without that. */
export function isSaidInDoubt({ verdicts }: Pick<Worded, "verdicts">): boolean {
  return doubtOf(verdicts) !== undefined;
}

function doubtOf(verdicts: Worded["verdicts"]): string | undefined {
  const said = verdicts.find(({ axis }) => axis === "said");
  return said ? NOT_SURELY_SAID[said.value] : undefined;
}

/** A wording cut at a word, with a sign that it was. */
export function shortWording(wording: string, most: number): string {
  if (wording.length <= most) return wording;
  const cut = wording.slice(0, most);
  // a text without spaces is cut between characters, never within one
  const whole = /\s/u.test(cut) ? cut.replace(/\s+\S*$/u, "") : cut.replace(/[\ud800-\udbff]$/u, "");
  return `${whole}…`;
}

function noticeOf({ state, corrections, retractions }: Worded): string | null {
  const retractedAt = retractions.findLast(({ confirmedAt }) => confirmedAt !== null)?.confirmedAt;
  if (retractedAt) return `Retracted on ${day(retractedAt)}.`;
  if (state === "retracted") return "Retracted.";
  const newest = corrections.reduce<Worded["corrections"][number] | null>(
    (last, one) => (last && last.versionNumber > one.versionNumber ? last : one),
    null,
  );
  if (!newest) return null;
  const what = newest.kind === "verdict_change" ? "A verdict on it was changed" : "Corrected";
  return `${what} on ${day(newest.givenAt)}, version ${newest.versionNumber}.`;
}

/** From how many places of its source the wording is joined. */
function placesOf({ editMarks }: Worded): number {
  if (editMarks === "[]") return 1;
  const marks = JSON.parse(editMarks) as readonly { readonly kind: string }[];
  return 1 + marks.filter(({ kind }) => kind === "splice").length;
}

function translation(originalLanguage: string | null, translatedBy: string | null): string {
  const from = originalLanguage ? ` from ${languageName(originalLanguage)}` : "";
  return `translated${from}${translatedBy ? ` by ${translatedBy}` : ""}`;
}

const LANGUAGES = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** A language by its English name, or what was typed when that is no code. */
export function languageName(code: string): string {
  try {
    return LANGUAGES.of(code) ?? code;
  } catch {
    return code;
  }
}

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const day = (at: Date) => DAY.format(at);

const WAYS = new Intl.ListFormat("en-GB", { type: "conjunction" });
const listed = (names: readonly string[]) => WAYS.format(names);

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
