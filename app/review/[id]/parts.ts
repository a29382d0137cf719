import type { FormAction } from "@/lib/forms";
import * as relations from "../../contradictions/actions";
import * as actions from "./actions";

// by the names of the forms, as the page draws them
const PARTS: readonly (readonly [RegExp, FormAction])[] = [
  [/^take$/, actions.takeAction],
  [/^submit$/, actions.submitAction],
  [/^approve$/, actions.approveAction],
  [/^publish$/, actions.publishAction],
  [/^return-form$/, actions.returnAction],
  [/^assign-form$/, actions.assignAction],
  [/^correct-form$/, actions.proposeCorrectionAction],
  [/^judge-again$/, actions.judgeAgainAction],
  [/^confirm-correction$/, actions.confirmCorrectionAction],
  [/^withdraw-correction-form$/, actions.withdrawCorrectionAction],
  [/^withdraw-retraction-form$/, actions.withdrawRetractionAction],
  [/^decline-form$/, actions.declineAction],
  [/^retract-form$/, actions.proposeRetractionAction],
  [/^confirm-retraction$/, actions.confirmRetractionAction],
  [/^anchor$/, actions.explainAction],
  [/^keep-words$/, actions.keepWordsAction],
  [/^position$/, actions.positionAction],
  [/^sourcing$/, actions.assessAction],
  [/^unjudge$/, actions.unjudgeAction],
  [/^verdict-/, actions.verdictAction],
  [/^checklist$/, actions.checkAction],
  [/^comment$/, actions.commentAction],
  [/^resolve-/, actions.resolveCommentAction],
  [/^relate$/, relations.relateAction],
  [/-confirm$/, relations.confirmAction],
  [/-resolve$/, relations.resolveAction],
  [/-reject$/, relations.rejectAction],
  [/-reopen$/, relations.reopenAction],
];

/** The action of a form of the review page; undefined when the page has no such form. */
export function actionOfPart(name: string): FormAction | undefined {
  return PARTS.find(([pattern]) => pattern.test(name))?.[1];
}

/**
 * The forms that one press saves together: those that record something and have one button. What takes a step, decides on
 * a relation or needs a second editor keeps a button of its own.
 */
export const SAVED_TOGETHER: readonly string[] = [
  ...["anchor", "position", "sourcing", "verdict-", "checklist", "judge-again", "comment"],
];
