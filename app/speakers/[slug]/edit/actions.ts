"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/server";
import { type FormState, runForm } from "@/lib/forms";
import {
  affiliationSchema,
  aliasSchema,
  editSpeakerSchema,
  removeAffiliationSchema,
  removeAliasSchema,
} from "@/lib/speakers";
import {
  addAlias,
  editSpeaker,
  recordAffiliation,
  removeAffiliation,
  removeAlias,
} from "@/lib/speakers/server";

export async function editSpeakerAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(editSpeakerSchema, form, (input) => editSpeaker(actor, input));
  if (outcome.status !== "ok") return outcome;
  redirect(saved(outcome.result.slug));
}

export async function addAliasAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(aliasSchema, form, (input) => addAlias(actor, input));
  if (outcome.status !== "ok") return outcome;
  redirect(saved(slug));
}

export async function removeAliasAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(removeAliasSchema, form, (input) => removeAlias(actor, input));
  if (outcome.status !== "ok") return outcome;
  redirect(saved(slug));
}

export async function recordAffiliationAction(
  slug: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(affiliationSchema, form, (input) => recordAffiliation(actor, input));
  if (outcome.status !== "ok") return outcome;
  redirect(saved(slug));
}

export async function removeAffiliationAction(
  slug: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(removeAffiliationSchema, form, (input) => removeAffiliation(actor, input));
  if (outcome.status !== "ok") return outcome;
  redirect(saved(slug));
}

function saved(slug: string): Route {
  return `/speakers/${slug}/edit?saved` as Route;
}
