"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/server";
import { type FormState, runForm } from "@/lib/forms";
import { localPath } from "@/lib/http";
import { confirmSchema, rejectSchema, relateSchema, reopenSchema, resolveSchema } from "@/lib/relations";
import {
  confirmRelation,
  rejectRelation,
  relateStatements,
  reopenRelation,
  resolveRelation,
} from "@/lib/relations/server";

export async function relateAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(relateSchema, form, (input) => relateStatements(actor, input));
  return outcome.status === "ok" ? goBack(form) : outcome;
}

export async function confirmAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(confirmSchema, form, (input) => confirmRelation(actor, input));
  return outcome.status === "ok" ? goBack(form) : outcome;
}

export async function rejectAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(rejectSchema, form, (input) => rejectRelation(actor, input));
  return outcome.status === "ok" ? goBack(form) : outcome;
}

export async function resolveAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(resolveSchema, form, (input) => resolveRelation(actor, input));
  return outcome.status === "ok" ? goBack(form) : outcome;
}

export async function reopenAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(reopenSchema, form, (input) => reopenRelation(actor, input));
  return outcome.status === "ok" ? goBack(form) : outcome;
}

/** To the page that the form stood on, never off the site. */
function goBack(form: FormData): never {
  const back = form.get("back");
  // a redirect to the page that one is on, or to a place on it, would show it as it was
  refresh();
  redirect(localPath(typeof back === "string" ? back : "/contradictions") as Route);
}
