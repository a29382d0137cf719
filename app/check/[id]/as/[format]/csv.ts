import { LABELS } from "@/lib/checking";
import { DECISION_KINDS } from "@/lib/checks";
import type { CheckDetail } from "@/lib/checks/server";
import { csvRecord } from "@/lib/exports";
import { labelOf } from "@/lib/text";

const COLUMNS = [
  ...["number", "start", "end", "words", "speaker", "label", "to_look_at", "reason", "record_words"],
  ...[
    "record_title",
    "record_statement",
    "record_read_with",
    "decision",
    "decision_note",
    "decided_by",
    "decided_at",
  ],
];

/** A check as a table: one row a finding, with the decision that stands. */
export function csvOf({ findings }: Pick<CheckDetail, "findings">): string {
  const rows = findings.map((finding, index) => {
    const { start, end, text, speaker, label, reason, match } = finding;
    const decision = finding.decisions.find(({ supersededAt }) => supersededAt === null);
    return csvRecord([
      ...[index + 1, start, end, text, speaker, LABELS[label].name, finding.isOpen ? "yes" : "no", reason],
      ...[match?.text ?? null, match?.title ?? null, match?.statement ?? null, finding.company || null],
      ...(decision
        ? [labelOf(DECISION_KINDS, decision.kind), decision.note, decision.by, decision.givenAt.toISOString()]
        : [null, null, null, null]),
    ]);
  });
  return csvRecord(COLUMNS) + rows.join("");
}
