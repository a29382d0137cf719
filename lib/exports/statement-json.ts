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
    readonly prefix: string;
    readonly suffix: string;
    readonly edition: { readonly number: number; readonly sha256: string };
  } | null;
  readonly story: { readonly slug: string; readonly title: string } | null;
  readonly publishedVersion: number | null;
  readonly publishedAt: Date | null;
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
    wording: statement.wording,
    language: statement.language,
    form: statement.form,
    isDenial: statement.isDenial,
    state: statement.state,
    speaker: speaker ? { name: speaker.name, slug: speaker.slug, role: statement.roleThen || null } : null,
    attribution: statement.attribution,
    cue: statement.cue,
    addressee: statement.addressee,
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
    anchor,
    story: story ? { slug: story.slug, title: story.title } : null,
    publishedVersion: statement.publishedVersion,
    publishedAt: statement.publishedAt?.toISOString() ?? null,
  };
}

/** A date in ISO 8601, cut to what is known of it; null when nothing is. */
export function isoDate(on: Date | null, precision: string | null): string | null {
  if (!on) return null;
  const known: DatePrecision =
    precision === "year" || precision === "month" || precision === "time" ? precision : "day";
  return writeDated({ on, precision: known });
}
