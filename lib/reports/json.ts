import { type Finding, type FindingMatch, LABELS } from "@/lib/checking";
import type { CheckedDraft } from "./model";
import type { CheckedJson } from "./schema";

/** A checked draft as `checkedSchema` has it. */
export function toCheckedJson({
  name,
  text,
  language,
  findings,
  searched,
}: Pick<CheckedDraft, "name" | "text" | "language" | "findings" | "searched">): CheckedJson {
  const { texts, words, statements } = searched;
  return {
    draft: name,
    text,
    language,
    findings: findings.map(toFindingJson),
    searched: { texts, words, statements },
    statements: [],
  };
}

function toFindingJson(finding: Finding): CheckedJson["findings"][number] {
  const { start, end, text, label, speaker, reason, match, form, hidden, settles } = finding;
  return {
    ...{ start, end, text, label, speaker, reason },
    match: match && toMatchJson(match),
    ...{ form, mustBeLookedAt: LABELS[label].mustBeLookedAt },
    aligned: finding.aligned.map(({ kind, text: words }) => ({ kind, text: words })),
    hidden: [...hidden],
    notes: finding.notes.map(({ kind, start: from, end: to, says }) => ({
      kind,
      start: from,
      end: to,
      says,
    })),
    others: finding.others.map(toMatchJson),
    settles,
  };
}

function toMatchJson({ source, title, start, end, text, speaker, statement, around }: FindingMatch) {
  const { start: from, end: to, text: sentences } = around;
  return {
    source,
    title,
    start,
    end,
    text,
    speaker,
    statement,
    around: { start: from, end: to, text: sentences },
  };
}
