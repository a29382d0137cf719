import { type Finding, type FindingMatch, LABELS } from "@/lib/checking";
import { type CheckedDraft, companyIn } from "./model";
import type { CheckedJson } from "./schema";

/** A checked draft as `checkedSchema` has it. */
export function toCheckedJson({
  name,
  text,
  language,
  findings,
  searched,
  company,
}: Pick<CheckedDraft, "name" | "text" | "language" | "findings" | "searched" | "company">): CheckedJson {
  const { texts, words, statements } = searched;
  const companyOf = companyIn({ company });
  return {
    draft: name,
    text,
    language,
    findings: findings.map((finding) => toFindingJson(finding, companyOf)),
    searched: { texts, words, statements },
    statements: [],
  };
}

type CompanyOf = ReturnType<typeof companyIn>;

function toFindingJson(finding: Finding, companyOf: CompanyOf): CheckedJson["findings"][number] {
  const { start, end, text, label, speaker, reason, match, form, hidden, settles } = finding;
  return {
    ...{ start, end, text, label, speaker, reason },
    match: match && toMatchJson(match, companyOf),
    ...{ form, mustBeLookedAt: LABELS[label].mustBeLookedAt },
    aligned: finding.aligned.map(({ kind, text: words }) => ({ kind, text: words })),
    hidden: [...hidden],
    notes: finding.notes.map(({ kind, start: from, end: to, says }) => ({
      kind,
      start: from,
      end: to,
      says,
    })),
    others: finding.others.map((other) => toMatchJson(other, companyOf)),
    settles,
  };
}

function toMatchJson(match: FindingMatch, companyOf: CompanyOf) {
  const { source, title, start, end, text, speaker, statement, around } = match;
  const { start: from, end: to, text: sentences } = around;
  return {
    source,
    title,
    start,
    end,
    text,
    readWith: companyOf(match) || null,
    speaker,
    statement,
    around: { start: from, end: to, text: sentences },
  };
}
