import { absoluteUrl } from "@/lib/http";
import { companyOf, wordedInFull } from "@/lib/statements";
import { type Cell, csvRecord } from "./csv";
import type { Judged } from "./judgements-json";
import { type ExportedStatement, isoDate, retractionOf } from "./statement-json";

/** A statement, and what was judged of it where that was read. */
export type CsvStatement = ExportedStatement & { readonly judged?: Judged };

const COLUMNS = {
  id: (row) => row.publicId,
  url: (row) => absoluteUrl(`/statements/${row.publicId}`),
  notice: (row) => companyOf(row).notice,
  in_full: (row) => wordedInFull(row),
  wording: (row) => row.wording,
  language: (row) => row.language,
  original_wording: (row) => row.originalWording,
  original_language: (row) => row.originalLanguage,
  translated_by: (row) => row.translatedBy,
  edit_marks: (row) => (JSON.parse(row.editMarks) as { text: string }[]).map(({ text }) => text).join(" "),
  form: (row) => row.form,
  is_denial: (row) => (row.isDenial ? "yes" : "no"),
  state: (row) => row.state,
  speaker: (row) => row.speaker?.name ?? null,
  role: (row) => row.roleThen,
  attribution: (row) => row.attribution,
  cue: (row) => row.cue,
  introduction: (row) => row.introduction,
  addressee: (row) => row.addressee,
  through: (row) => row.hops.map(({ name }) => name).join("; "),
  said_on: (row) => isoDate(row.saidOn, row.saidOnPrecision),
  said_on_note: (row) => row.saidOnNote,
  place: (row) => row.place,
  event: (row) => row.event,
  context: (row) => row.context,
  source_id: (row) => row.source.publicId,
  source_title: (row) => row.source.title,
  outlet: (row) => row.source.outlet?.name ?? null,
  source_address: (row) => row.source.address,
  source_author: (row) => row.source.author,
  source_published_on: (row) => isoDate(row.source.publishedOn, row.source.publishedOnPrecision),
  anchor_state: (row) => row.anchor?.state ?? null,
  anchor_explanation: (row) => row.anchor?.explanation ?? null,
  attribution_terms: (row) => row.judged?.sourcing?.attributionTerms ?? null,
  source_identity: (row) => row.judged?.sourcing?.sourceIdentity ?? null,
  channel: (row) => row.judged?.sourcing?.channel ?? null,
  proximity: (row) => row.judged?.sourcing?.proximity ?? null,
  origin: (row) => row.judged?.sourcing?.origin ?? null,
  wording_basis: (row) => row.judged?.sourcing?.wordingBasis.join("; ") ?? null,
  interest: (row) => row.judged?.sourcing?.interest.join("; ") ?? null,
  sensitivity: (row) => row.judged?.sourcing?.sensitivity.join("; ") ?? null,
  reliability: (row) => row.grade?.reliability ?? null,
  credibility: (row) => row.grade?.credibility ?? null,
  said: (row) => verdictOn(row, "said"),
  faithful: (row) => verdictOn(row, "faithful"),
  in_context: (row) => verdictOn(row, "in_context"),
  true: (row) => verdictOn(row, "true"),
  relations: (row) => row.judged?.ties.map(tieInWords).join("; ") ?? null,
  positions: (row) =>
    row.judged?.positions.map(({ stance, claim }) => `${stance} ${claim.slug}`).join("; ") ?? null,
  story: (row) => row.story?.title ?? null,
  published_version: (row) => row.publishedVersion,
  published_at: (row) => row.publishedAt?.toISOString() ?? null,
  corrected_at: (row) => row.corrections.at(-1)?.givenAt.toISOString() ?? null,
  correction_note: (row) => row.corrections.at(-1)?.note ?? null,
  retracted_at: (row) => retractionOf(row)?.at ?? null,
  retraction_reason: (row) => retractionOf(row)?.reason ?? null,
} satisfies Record<string, (row: CsvStatement) => Cell>;

/** The names of the columns. */
export function statementColumns(): readonly string[] {
  return Object.keys(COLUMNS);
}

/** One statement as the cells of a row, in the order of the columns. */
export function statementRow(row: CsvStatement): readonly Cell[] {
  return Object.values(COLUMNS).map((cell) => cell(row));
}

/** The first record of the table: the names of its columns. */
export function statementCsvHead(): string {
  return csvRecord(statementColumns());
}

/** One statement as a record of the table. */
export function statementCsvRecord(row: CsvStatement): string {
  return csvRecord(statementRow(row));
}

/** "contradicts st-7k2m9q (confirmed)"; of a directed one that comes from the other, "st-7k2m9q misquotes this". */
function tieInWords({ relation, isFrom, other }: Judged["ties"][number]): string {
  const standing = relation.resolution ? `${relation.state}: ${relation.resolution}` : relation.state;
  const said = isFrom ? `${relation.type} ${other.publicId}` : `${other.publicId} ${relation.type} this`;
  return `${said} (${standing})`;
}

function verdictOn({ verdicts }: ExportedStatement, axis: string): string | null {
  const verdict = verdicts.find((given) => given.axis === axis);
  return verdict ? (verdict.label ?? verdict.value) : null;
}
