"use server";

import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import type { FormState } from "@/lib/forms";
import { localPath } from "@/lib/http";
import { confirmSchema, rejectSchema, relateSchema, reopenSchema, resolveSchema } from "@/lib/relations";
import {
  confirmRelation,
  rejectRelation,
  relateStatements,
  reopenRelation,
  resolveRelation,
} from "@/lib/relations/server";
import { runForm } from "@/lib/sendings/server";

export async function relateAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, relateSchema, form, (input) => relateStatements(actor, input));
  return outcome.status === "ok" ? goBack(form) : outcome;
}

export async function confirmAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, confirmSchema, form, (input) => confirmRelation(actor, input));
  return outcome.status === "ok" ? goBack(form) : outcome;
}

export async function rejectAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, rejectSchema, form, (input) => rejectRelation(actor, input));
  return outcome.status === "ok" ? goBack(form) : outcome;
}

export async function resolveAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, resolveSchema, form, (input) => resolveRelation(actor, input));
  return outcome.status === "ok" ? goBack(form) : outcome;
}

export async function reopenAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, reopenSchema, form, (input) => reopenRelation(actor, input));
  return outcome.status === "ok" ? goBack(form) : outcome;
}

/** To the page that the form stood on, never off the site. */
function goBack(form: FormData): never {
  const back = form.get("back");
  arriveAt(localPath(typeof back === "string" ? back : "/contradictions"));
}
