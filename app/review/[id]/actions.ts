"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { requireSender } from "@/app/sender";
import { positionSchema } from "@/lib/claims";
import { takePosition } from "@/lib/claims/server";
import { commentSchema } from "@/lib/comments";
import { type FormState, formDone } from "@/lib/forms";
import { assignSchema, checklistSchema, correctSchema, moveSchema, wordedMoveSchema } from "@/lib/review";
import {
  approve,
  assignReview,
  comment,
  confirmRetraction,
  correct,
  decline,
  proposeRetraction,
  publish,
  requestChanges,
  resolveComment,
  submitForApproval,
  takeReview,
  tickChecklist,
} from "@/lib/review/server";
import { runForm } from "@/lib/sendings/server";
import { assessSchema } from "@/lib/sourcing";
import { assessSourcing } from "@/lib/sourcing/server";
import { editStatement } from "@/lib/statements/server";
import { AXES, verdictSchema } from "@/lib/verdicts";
import { giveVerdict } from "@/lib/verdicts/server";

export async function takeAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, moveSchema, form, (input) => takeReview(actor, input));
  return outcome.status === "ok" ? saved("Done") : outcome;
}

export async function assignAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, assignSchema, form, (input) => assignReview(actor, input));
  return outcome.status === "ok" ? saved("Done") : outcome;
}

export async function assessAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, assessSchema, form, (input) => assessSourcing(actor, input));
  return outcome.status === "ok" ? saved("The sourcing is saved") : outcome;
}

export async function verdictAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, verdictSchema, form, (input) => giveVerdict(actor, input));
  return outcome.status === "ok" ? saved("The verdict is saved") : outcome;
}

export async function checkAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, checklistSchema, form, (input) => tickChecklist(actor, input));
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

const correctFormSchema = correctSchema.extend({
  /** Axis and value, such as `said:denied`; empty when no verdict changes. */
  verdictValue: z.string().default(""),
  verdictReasons: z.string().default(""),
});

export async function correctAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(
    actor,
    correctFormSchema,
    form,
    ({ verdictValue, verdictReasons, ...input }) => {
      const [axisKey, value = ""] = verdictValue.split(":");
      const axis = AXES.find(({ key }) => key === axisKey)?.key;
      return correct(actor, {
        ...input,
        ...(axis ? { verdict: { axis, value, reasons: verdictReasons } } : {}),
      });
    },
  );
  return outcome.status === "ok" ? saved("Done") : outcome;
}

/** Stays on the page, so that what is typed in its other forms is not lost, and brings what was saved. */
function saved(title: string): FormState {
  refresh();
  return formDone({ title });
}
