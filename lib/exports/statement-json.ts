import { absoluteUrl } from "@/lib/http";
import { companyOf, type Worded, wordedInFull } from "@/lib/statements";
import { type DatePrecision, writeDated } from "@/lib/text";

interface Named {
  readonly name: string;
  readonly slug: string;
}

/** The fields of a statement that leave the desk; what `listStatements` and `getStatement` give has them. */
export interface ExportedStatement extends Worded {
  readonly publicId: string;
  readonly speaker: (Named & { readonly kind: string }) | null;
  readonly roleThen: string;
  readonly attribution: string;
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
    readonly kind: string;
    readonly outlet: Named | null;
    readonly address: string | null;
    readonly author: string | null;
    readonly publishedOn: Date | null;
    readonly publishedOnPrecision: string | null;
  };
  readonly anchor: {
    readonly state: string;
    readonly startUtf16: number;
    readonly endUtf16: number;
    readonly exact: string;
    /** Null beside words that the reader may not see. */
    readonly prefix: string | null;
    readonly suffix: string | null;
    readonly pieces: readonly (readonly [number, number])[];
    readonly explanation: string;
    readonly edition: { readonly number: number; readonly sha256: string };
  } | null;
  readonly story: { readonly slug: string; readonly title: string } | null;
  readonly publishedVersion: number | null;
  readonly publishedAt: Date | null;
  readonly grade: { readonly reliability: string; readonly credibility: number } | null;
  readonly verdicts: readonly {
    readonly axis: string;
    readonly value: string;
    readonly label?: string | null;
  }[];
  readonly corrections: readonly {
    readonly versionNumber: number;
    readonly kind: string;
    readonly note: string;
    readonly givenAt: Date;
  }[];
  readonly retractions: readonly { readonly reason: string; readonly confirmedAt: Date | null }[];
}

/** A statement as the `.json` twins give it; dates are as long as they are known, and absent things are null. */
export function toStatementJson(statement: ExportedStatement) {
  const { speaker, source, anchor, story } = statement;
  return {
    id: statement.publicId,
    url: absoluteUrl(`/statements/${statement.publicId}`),
    // first of all what must be read with the words, for whoever copies only them
    notice: companyOf(statement).notice,
    inFull: wordedInFull(statement),
    retraction: retractionOf(statement),
    corrections: statement.corrections.map(({ versionNumber, kind, note, givenAt }) => ({
      version: versionNumber,
      kind,
      note,
      at: givenAt.toISOString(),
    })),
    wording: statement.wording,
    language: statement.language,
    form: statement.form,
    isDenial: statement.isDenial,
    translation: isTranslated(statement)
      ? {
          originalWording: statement.originalWording,
          originalLanguage: statement.originalLanguage,
          translatedBy: statement.translatedBy,
        }
      : null,
    editMarks: JSON.parse(statement.editMarks) as unknown,
    state: statement.state,
    speaker: speaker ? { name: speaker.name, slug: speaker.slug, role: statement.roleThen || null } : null,
    attribution: statement.attribution,
    cue: statement.cue,
    introduction: statement.introduction,
    addressee: statement.addressee,
    /** The voices between the speaker and the source, outermost first. */
    through: statement.hops.map(({ name }) => name),
    occasion: {
      saidOn: isoDate(statement.saidOn, statement.saidOnPrecision),
      precision: statement.saidOn ? statement.saidOnPrecision : null,
      note: statement.saidOnNote,
      place: statement.place,
      event: statement.event,
    },
    context: statement.context,
    source: {
      id: source.publicId,
      title: source.title,
      kind: source.kind,
      outlet: source.outlet?.name ?? null,
      address: source.address,
      author: source.author,
      publishedOn: isoDate(source.publishedOn, source.publishedOnPrecision),
    },
    anchor: anchor && {
      state: anchor.state,
      startUtf16: anchor.startUtf16,
      endUtf16: anchor.endUtf16,
      pieces: anchor.pieces,
      exact: anchor.exact,
      prefix: anchor.prefix,
      suffix: anchor.suffix,
      explanation: anchor.explanation,
      edition: { number: anchor.edition.number, sha256: anchor.edition.sha256 },
    },
    grade: statement.grade && {
      reliability: statement.grade.reliability,
      credibility: statement.grade.credibility,
    },
    verdicts: statement.verdicts.map(({ axis, value, label }) => ({ axis, value, label: label ?? null })),
    story: story ? { slug: story.slug, title: story.title } : null,
    publishedVersion: statement.publishedVersion,
    publishedAt: statement.publishedAt?.toISOString() ?? null,
  };
}

/** The retraction that stands, with its reason; null when there is none. */
export function retractionOf({ retractions }: Pick<ExportedStatement, "retractions">) {
  const confirmed = retractions.findLast(({ confirmedAt }) => confirmedAt !== null);
  return confirmed?.confirmedAt
    ? { at: confirmed.confirmedAt.toISOString(), reason: confirmed.reason }
    : null;
}

function isTranslated(statement: ExportedStatement): boolean {
  return Boolean(statement.originalWording || statement.originalLanguage || statement.translatedBy);
}

/** A date in ISO 8601, cut to what is known of it; null when nothing is. */
export function isoDate(on: Date | null, precision: string | null): string | null {
  if (!on) return null;
  const known: DatePrecision =
    precision === "year" || precision === "month" || precision === "time" ? precision : "day";
  return writeDated({ on, precision: known });
}
