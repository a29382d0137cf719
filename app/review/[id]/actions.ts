"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { requireSender } from "@/app/sender";
import { positionSchema } from "@/lib/claims";
import { takePosition } from "@/lib/claims/server";
import { commentSchema } from "@/lib/comments";
import {
  type AnswerInput,
  correctionFormSchema,
  fieldOfAnswer,
  fieldOfCorrection,
  judgeAgainFormSchema,
  verdictOf,
} from "@/lib/corrections";
import {
  confirmCorrection,
  confirmRetraction,
  judgeAgain,
  proposeCorrection,
  proposeRetraction,
  withdrawCorrection,
  withdrawRetraction,
} from "@/lib/corrections/server";
import { keepWords } from "@/lib/editions/server";
import { type FormState, formDone, namingFields } from "@/lib/forms";
import { publicNoteField } from "@/lib/notices";
import { assignSchema, checklistFormSchema, moveSchema, wordedMoveSchema } from "@/lib/review";
import {
  approve,
  assignReview,
  comment,
  decline,
  getReviewerByWords,
  publish,
  requestChanges,
  resolveComment,
  submitForApproval,
  takeReview,
  tickChecklist,
} from "@/lib/review/server";
import { runForm } from "@/lib/sendings/server";
import { assessFormSchema } from "@/lib/sourcing";
import { assessSourcing } from "@/lib/sourcing/server";
import { getSpeakerByName } from "@/lib/speakers/server";
import { editStatement } from "@/lib/statements/server";
import { unjudgeSchema, verdictFormSchema } from "@/lib/verdicts";
import { giveVerdict, withdrawTruthVerdict } from "@/lib/verdicts/server";

export async function takeAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, moveSchema, form, (input) => takeReview(actor, input));
  return outcome.status === "ok" ? saved("Done") : outcome;
}

export async function assignAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, assignSchema, form, async (input) => {
    const { id } = await getReviewerByWords(actor, input.assigneeId);
    await assignReview(actor, { ...input, assigneeId: id });
  });
  return outcome.status === "ok" ? saved("Done") : outcome;
}

export async function assessAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, assessFormSchema, form, (input) => assessSourcing(actor, input));
  return outcome.status === "ok" ? saved("The sourcing is saved") : outcome;
}

export async function verdictAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, verdictFormSchema, form, (input) => giveVerdict(actor, input));
  return outcome.status === "ok" ? saved("The verdict is saved") : outcome;
}

export async function checkAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, checklistFormSchema, form, (input) => tickChecklist(actor, input));
  return outcome.status === "ok" ? saved("The checklist is saved") : outcome;
}

export async function positionAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, positionSchema, form, (input) => takePosition(actor, input));
  return outcome.status === "ok" ? saved("The position is saved") : outcome;
}

const explainSchema = moveSchema.extend({
  explanation: z
    .string()
    .trim()
    .min(1, "Say why the words may differ.")
    .max(1000, "Write at most 1,000 characters."),
});

export async function explainAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, explainSchema, form, ({ statementId: id, version, explanation }) =>
    editStatement(actor, { id, version, anchorExplanation: explanation }),
  );
  return outcome.status === "ok" ? saved("The explanation is saved") : outcome;
}

const keepSchema = moveSchema.extend({ publicNote: publicNoteField });

export async function keepWordsAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, keepSchema, form, (input) => keepWords(actor, input));
  return outcome.status === "ok" ? saved("The words are kept") : outcome;
}

export async function commentAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, commentSchema, form, (input) => comment(actor, input));
  return outcome.status === "ok" ? saved("The comment is written") : outcome;
}

const resolveSchema = z.object({ commentId: z.string().min(1) });

export async function resolveCommentAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, resolveSchema, form, (input) => resolveComment(actor, input));
  return outcome.status === "ok" ? saved("The comment is resolved") : outcome;
}

export async function submitAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, moveSchema, form, (input) => submitForApproval(actor, input));
  return outcome.status === "ok" ? saved("Done") : outcome;
}

export async function returnAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, wordedMoveSchema, form, (input) => requestChanges(actor, input));
  return outcome.status === "ok" ? saved("Done") : outcome;
}

export async function approveAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, moveSchema, form, (input) => approve(actor, input));
  return outcome.status === "ok" ? saved("Done") : outcome;
}

export async function publishAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, moveSchema, form, (input) => publish(actor, input));
  return outcome.status === "ok" ? saved("Done") : outcome;
}

export async function declineAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, wordedMoveSchema, form, (input) => decline(actor, input));
  return outcome.status === "ok" ? saved("Done") : outcome;
}

export async function proposeRetractionAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, wordedMoveSchema, form, (input) => proposeRetraction(actor, input));
  return outcome.status === "ok" ? saved("Done") : outcome;
}

export async function confirmRetractionAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, moveSchema, form, (input) => confirmRetraction(actor, input));
  return outcome.status === "ok" ? saved("Done") : outcome;
}

export async function withdrawRetractionAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, wordedMoveSchema, form, (input) => withdrawRetraction(actor, input));
  return outcome.status === "ok" ? saved("The retraction is withdrawn") : outcome;
}

export async function proposeCorrectionAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, correctionFormSchema, form, async (input) => {
    const { statementId, version, kind, note, explanation, knownName, ...rest } = input;
    const { verdictValue, verdictReasons, isSourcingAnew, sourcingReason, sourcing, ...changes } = rest;
    const named = knownName === "" ? {} : { speakerId: (await getSpeakerByName(actor, knownName)).id };
    const [axis = "", value = ""] = verdictValue.split(":");
    const subject = `verdict:${axis}`;
    const verdict: AnswerInput =
      value === "not_judged"
        ? { subject, outcome: "falls", reason: verdictReasons }
        : { subject, outcome: "anew", reason: verdictReasons, verdict: verdictOf(value) };
    const assessed: AnswerInput = { subject: "sourcing", outcome: "anew", reason: sourcingReason, sourcing };
    const answers = [...(axis === "" ? [] : [verdict]), ...(isSourcingAnew ? [assessed] : [])];
    const at = { statementId, version, kind, note, explanation };
    const subjects = answers.map((answer) => answer.subject);
    return namingFields(
      proposeCorrection(actor, { ...at, changes: { ...changes, ...named }, answers }),
      (field) => fieldOfCorrection(field, subjects),
    );
  });
  if (outcome.status !== "ok") return outcome;
  return saved(
    outcome.result.isDone ? "The next version is published" : "The correction waits for a second editor",
  );
}

export async function judgeAgainAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, judgeAgainFormSchema, form, ({ rows, ...input }) =>
    namingFields(judgeAgain(actor, input), (field) => fieldOfAnswer(field, rows)),
  );
  return outcome.status === "ok" ? saved("Judged again") : outcome;
}

export async function confirmCorrectionAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, moveSchema, form, (input) => confirmCorrection(actor, input));
  return outcome.status === "ok" ? saved("The next version is published") : outcome;
}

export async function withdrawCorrectionAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, wordedMoveSchema, form, (input) => withdrawCorrection(actor, input));
  return outcome.status === "ok" ? saved("The correction is withdrawn") : outcome;
}

export async function unjudgeAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, unjudgeSchema, form, (input) => withdrawTruthVerdict(actor, input));
  return outcome.status === "ok" ? saved("“True?” is not judged any more") : outcome;
}

/** Stays on the page, so that what is typed in its other forms is not lost, and brings what was saved. */
function saved(title: string): FormState {
  refresh();
  return formDone({ title });
}
