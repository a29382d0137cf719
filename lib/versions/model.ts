import { NotFound } from "@/lib/errors";
import { WITHHELD } from "@/lib/notices";
import { CORRECTABLE, type CorrectableField } from "@/lib/publication";
import { tellsName } from "@/lib/speakers";
import { type Worded, wordedInFull } from "@/lib/statements";
import { typedDate } from "@/lib/text";
import { AXES, valueLabel } from "@/lib/verdicts";

/** A statement as a version has it: the names are those of that day. */
export interface VersionFields extends Omit<Worded, "state" | "corrections" | "retractions" | "verdicts"> {
  readonly speaker: { readonly name: string } | null;
  readonly attribution: string;
  readonly roleThen: string;
  readonly cue: string;
  readonly addressee: string;
  readonly saidOn: Date | null;
  readonly saidOnPrecision: string | null;
  readonly saidOnNote: string;
  readonly place: string;
  readonly event: string;
  readonly context: string;
  readonly source: {
    readonly publicId: string;
    readonly title: string;
    readonly outlet: { readonly name: string } | null;
    readonly publishedOn: Date | null;
    readonly publishedOnPrecision: string | null;
  } | null;
  readonly verdicts: readonly { readonly axis: string; readonly value: string; readonly label: string }[];
  readonly grade: { readonly reliability: string; readonly credibility: number } | null;
}

export interface VersionCorrection {
  readonly versionNumber: number;
  readonly kind: string;
  readonly note: string;
  readonly givenAt: Date;
}

/** What differs between two versions: a field, a verdict or the grade; null where there was nothing. */
export interface VersionChange {
  /** A field of a statement, `verdict:said`, `grade`. */
  readonly field: string;
  readonly label: string;
  readonly was: string | boolean | null;
  readonly now: string | boolean | null;
}

const TEXTS = [
  ...["wording", "form", "language", "attribution", "roleThen", "cue", "addressee", "saidOnNote"],
  ...["place", "event", "context"],
] as const;
// all of them but what is quoted, and what holds no words
const PRINTED = [
  ...(["attribution", "roleThen", "cue", "addressee", "saidOnNote", "place", "event", "context"] as const),
];
const NULLABLE = [
  ...(["originalWording", "originalLanguage", "translatedBy", "saidOnPrecision", "introduction"] as const),
];

/** The fields of a stored snapshot that are shown; one that an early snapshot lacks is empty. */
export function readSnapshot(snapshot: string): VersionFields {
  const { speaker, source, hops, verdicts, assessments, saidOn, isDenial, editMarks, ...rest } = JSON.parse(
    snapshot,
  ) as Stored;
  const grade = assessments?.[0];
  return {
    ...mapped(TEXTS, (field) => rest[field] ?? ""),
    ...mapped(NULLABLE, (field) => rest[field] ?? null),
    editMarks: editMarks ?? "[]",
    isDenial: isDenial === true,
    speaker: speaker ? { name: speaker.name } : null,
    saidOn: dayOf(saidOn),
    source: source
      ? {
          publicId: source.publicId,
          title: source.title,
          outlet: source.outlet ? { name: source.outlet.name } : null,
          publishedOn: dayOf(source.publishedOn),
          publishedOnPrecision: source.publishedOnPrecision ?? null,
        }
      : null,
    hops: (hops ?? []).map(({ name }) => ({ name })),
    verdicts: (verdicts ?? []).map(({ axis, value, scaleLabel }) => ({
      axis,
      value,
      label: scaleLabel?.label ?? wordOf(axis, value),
    })),
    grade: grade ? { reliability: grade.reliability, credibility: grade.credibility } : null,
  };
}

/** A version of somebody who is not named any more: what prints a word of the names is withheld, the words themselves stay. */
export function withoutName(version: VersionFields, names: readonly string[]): VersionFields {
  const safe = (text: string) => (tellsName(text, names) ? WITHHELD : text);
  return {
    ...version,
    ...mapped(PRINTED, (field) => safe(version[field])),
    // words that name who speaks are the whole of it
    introduction: null,
    hops: version.hops.map(({ name }) => ({ name: safe(name) })),
    speaker: { name: WITHHELD },
  };
}

/** Where the speaker of a stored snapshot stood; null when nobody did. */
export function speakerSlugIn(snapshot: string): string | null {
  return (JSON.parse(snapshot) as Stored).speaker?.slug ?? null;
}

function mapped<K extends string, T>(keys: readonly K[], read: (key: K) => T): Record<K, T> {
  return Object.fromEntries(keys.map((key) => [key, read(key)])) as Record<K, T>;
}

/** The number of a version as an address has it. @throws {NotFound} when it is none. */
export function versionNumber(typed: string): number {
  if (!/^[1-9]\d{0,5}$/u.test(typed)) throw new NotFound("This version");
  return Number(typed);
}

/**
 * The corrections that the notice of a version is made of, oldest first: of words that were replaced what replaced them,
 * of words that stand all of them. `isReplaced` is false while later versions changed only verdicts.
 */
export function noticeAsOf(
  version: number,
  corrections: readonly VersionCorrection[],
): { readonly corrections: readonly VersionCorrection[]; readonly isReplaced: boolean } {
  const later = corrections.filter(({ versionNumber }) => versionNumber > version);
  const replaced = later.filter(({ kind }) => kind !== "verdict_change");
  if (replaced.length > 0) return { corrections: replaced, isReplaced: true };
  return { corrections: later.length > 0 ? later : corrections, isReplaced: false };
}

/** What a version changed of the one before it. The words are compared with all that must be read with them. */
export function changesBetweenVersions(was: VersionFields, now: VersionFields): VersionChange[] {
  const [before, after] = [comparable(was), comparable(now)];
  return Object.keys(COMPARED)
    .filter((field) => (before[field] ?? "") !== (after[field] ?? ""))
    .map((field) => ({
      ...{ field, label: COMPARED[field] ?? field },
      ...{ was: before[field] ?? null, now: after[field] ?? null },
    }));
}

const { speakerId, ...FIELDS } = CORRECTABLE;

/** By the public's name of it, in the order in which changes are told. */
const COMPARED: Readonly<Record<string, string>> = {
  ...FIELDS,
  speaker: speakerId,
  ...Object.fromEntries(AXES.map(({ key, label }) => [`verdict:${key}`, `“${label}”`])),
  grade: "Grade",
};

function comparable(version: VersionFields): Record<string, string | boolean | null | undefined> {
  const { speaker, grade, saidOn, saidOnPrecision, verdicts } = version;
  const fields = Object.keys(FIELDS) as Exclude<CorrectableField, "speakerId" | "saidOn">[];
  return {
    ...Object.fromEntries(fields.map((field) => [field, version[field]])),
    wording: wordedInFull({ ...version, state: "published", corrections: [], retractions: [] }),
    saidOn: typedDate(saidOn, saidOnPrecision),
    speaker: speaker?.name,
    ...Object.fromEntries(verdicts.map(({ axis, label }) => [`verdict:${axis}`, label])),
    grade: grade && `${grade.reliability}${grade.credibility}`,
  };
}

function wordOf(axis: string, value: string): string {
  const known = AXES.find(({ key }) => key === axis);
  return (known && valueLabel(known.key, value)) ?? value.replaceAll("_", " ");
}

const dayOf = (at: string | null | undefined) => (at ? new Date(at) : null);

/** What `writeVersion` stores, as far as it is read here. */
interface Stored extends Partial<Record<(typeof TEXTS)[number] | (typeof NULLABLE)[number], string | null>> {
  readonly isDenial?: boolean;
  readonly editMarks?: string;
  readonly saidOn?: string | null;
  readonly speaker?: { readonly name: string; readonly slug?: string } | null;
  readonly source?: {
    readonly publicId: string;
    readonly title: string;
    readonly outlet: { readonly name: string } | null;
    readonly publishedOn: string | null;
    readonly publishedOnPrecision: string | null;
  };
  readonly hops?: readonly { readonly name: string }[];
  readonly verdicts?: readonly {
    readonly axis: string;
    readonly value: string;
    readonly scaleLabel: { readonly label: string } | null;
  }[];
  readonly assessments?: readonly { readonly reliability: string; readonly credibility: number }[];
}
