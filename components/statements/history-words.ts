import { decisionWords } from "./decision-words";
import type { HistoryEntry } from "./history";
import { stateWord } from "./words";

interface Published {
  readonly publicId: string;
  readonly versions: readonly { readonly number: number; readonly publishedAt: Date }[];
  readonly corrections: readonly {
    readonly versionNumber: number;
    readonly kind: string;
    readonly note: string;
    readonly givenAt: Date;
  }[];
  readonly retractions: readonly { readonly reason: string; readonly confirmedAt: Date | null }[];
}

interface Audited {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly actorName: string;
  readonly actorRole: string;
  readonly reason: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

const CORRECTIONS: Readonly<Record<string, string>> = {
  typo: "Typing error put right",
  clarification: "Clarification",
  correction: "Correction",
  verdict_change: "Change of a verdict",
};

/** What the public is told: publications, corrections and retractions, newest first. */
export function publicHistory({ publicId, versions, corrections, retractions }: Published): HistoryEntry[] {
  const published = versions.map(({ number, publishedAt }) => {
    const correction = corrections.find(({ versionNumber }) => versionNumber === number);
    return {
      key: `version-${number}`,
      at: publishedAt,
      href: `/statements/${publicId}/versions/${number}`,
      what: correction
        ? `Published, version ${number}. ${correctionWord(correction.kind)}:`
        : `Published, version ${number}.`,
      note: correction?.note,
    };
  });
  const retracted = retractions.flatMap(({ reason, confirmedAt }) =>
    confirmedAt ? [{ key: "retracted", at: confirmedAt, what: "Retracted:", note: reason }] : [],
  );
  return [...published, ...retracted].sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** What those who work here are told: every audited act, newest first, in plain words. */
export function deskHistory(entries: readonly Audited[]): HistoryEntry[] {
  return entries.map(({ id, at, action, actorName, actorRole, reason, before, after }) => {
    const changed = decisionWords(action, before, after);
    // a rationale is the reason too
    const why = reason !== null && changed.endsWith(reason) ? null : reason;
    return {
      key: id,
      at,
      what: `${actionWord(action)}.`,
      note: [changed, why].filter(Boolean).join(" ") || undefined,
      by: `${actorName}, ${actorRole}`,
    };
  });
}

/** How a kind of correction is called. */
export function correctionWord(kind: string): string {
  return CORRECTIONS[kind] ?? "Correction";
}

const ACTIONS: Readonly<Record<string, string>> = {
  "statement.captured": "Captured",
  "statement.edited": "Edited",
  "statement.put_right": "Put right by a correction",
  "statement.put_into_story": "Put into a story",
  "statement.taken_from_story": "Taken out of its story",
  "sourcing.assessed": "Sourcing assessed",
  "verdict.given": "Verdict given",
  "position.taken": "Position on a claim recorded",
  "position.withdrawn": "Position on a claim taken back",
  "notice.given": "Changed in public, with a note:",
  "words.withheld": "Words that named somebody withheld",
  "review.checked": "Checklist marked",
  "review.commented": "Comment written",
  "review.comment_resolved": "Comment resolved",
  "review.take": "Taken for review",
  "review.assign": "Assigned",
  "review.submit": "Submitted",
  "review.return": "Returned for changes",
  "review.approve": "Approved",
  "review.publish": "Published",
  "review.propose_correction": "Correction proposed",
  "review.judge_again": "Judged again for a correction",
  "review.confirm_correction": "Correction confirmed",
  "review.withdraw_correction": "Correction withdrawn",
  "review.correct_typo": "Typing error corrected",
  "review.withdraw_retraction": "Retraction withdrawn",
  "verdict.withdrawn": "“True?” taken back to not judged",
  "relation.suggested": "Relation suggested",
  "relation.confirmed": "Relation confirmed",
  "relation.rejected": "Relation rejected",
  "relation.resolved": "Relation resolved",
  "relation.reopened": "Relation opened again",
  "relation.reaffirmed": "Relation confirmed of the new words",
  "review.propose_retraction": "Retraction proposed",
  "review.confirm_retraction": "Retracted",
  "review.decline": "Declined",
};

/** An audited act in plain words. */
export function actionWord(action: string): string {
  const known = ACTIONS[action];
  if (known) return known;
  const verb = action.slice(action.indexOf(".") + 1);
  // a move to a state is told by the state's own word
  const { label, icon } = stateWord(verb);
  if (icon !== "circle-help") return label;
  const words = verb.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
