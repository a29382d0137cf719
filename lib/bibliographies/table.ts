import { csvRecord } from "@/lib/exports";
import { labelOf } from "@/lib/text";
import { OUTCOMES } from "./model";
import type { BibliographyFinding, BibliographyReport } from "./schema";

const COLUMNS = {
  entry: (one) => one.entry,
  line: (one) => one.line,
  cited_as: (one) => one.label,
  outcome: (one) => labelOf(OUTCOMES, one.outcome),
  record: (one) => one.record?.id ?? one.named,
  url: (one) => one.record?.url ?? null,
  notice: (one) => one.record?.notice ?? null,
  cited_version: (one) => one.citedVersion,
  version: (one) => one.version,
  corrections: (one) =>
    one.since
      .map(({ version, kind, note, at }) => `version ${version}, ${kind}, ${at.slice(0, 10)}: ${note}`)
      .join("; "),
  retracted_at: (one) => one.retraction?.at ?? null,
  retraction_reason: (one) => one.retraction?.reason ?? null,
  wording_was: (one) => wordingOf(one)?.was ?? null,
  wording_now: (one) => wordingOf(one)?.now ?? null,
  other_changes: (one) =>
    one.changes
      .filter(({ field }) => field !== "wording")
      .map(({ label, was, now }) => `${label}: ${was} → ${now}`)
      .join("; "),
  in_full: (one) => one.record?.inFull ?? null,
} satisfies Record<string, (one: BibliographyFinding) => string | number | null>;

/** A report as a table: a row for each thing that is cited. */
export function* bibliographyTable({ findings }: BibliographyReport): Generator<string> {
  yield `\ufeff${csvRecord(Object.keys(COLUMNS))}`;
  for (const finding of findings) yield csvRecord(Object.values(COLUMNS).map((cell) => cell(finding)));
}

const wordingOf = ({ changes }: BibliographyFinding) => changes.find(({ field }) => field === "wording");
