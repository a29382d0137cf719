"use server";

import type { Route } from "next";
import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import type { FormState } from "@/lib/forms";
import { withholdNoteSchema } from "@/lib/profiles";
import { withholdNote } from "@/lib/profiles/server";
import { runForm } from "@/lib/sendings/server";
import {
  affiliationSchema,
  aliasSchema,
  editSpeakerSchema,
  removeAffiliationSchema,
  removeAliasSchema,
  undoMergeSchema,
  undoSplitSchema,
} from "@/lib/speakers";
import {
  addAlias,
  editSpeaker,
  recordAffiliation,
  removeAffiliation,
  removeAlias,
  undoMerge,
  undoSplit,
} from "@/lib/speakers/server";

export async function editSpeakerAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, editSpeakerSchema, form, (input) => editSpeaker(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(saved(outcome.result.slug));
}

export async function addAliasAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, aliasSchema, form, (input) => addAlias(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(saved(slug));
}

export async function removeAliasAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, removeAliasSchema, form, (input) => removeAlias(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(saved(slug));
}

export async function recordAffiliationAction(
  slug: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, affiliationSchema, form, (input) => recordAffiliation(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(saved(slug));
}

export async function removeAffiliationAction(
  slug: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, removeAffiliationSchema, form, (input) =>
    removeAffiliation(actor, input),
  );
  if (outcome.status !== "ok") return outcome;
  arriveAt(saved(slug));
}

export async function undoMergeAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, undoMergeSchema, form, (input) => undoMerge(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(saved(slug));
}

export async function undoSplitAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, undoSplitSchema, form, (input) => undoSplit(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(saved(outcome.result.slug));
}

export async function withholdNoteAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, withholdNoteSchema, form, (input) => withholdNote(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(saved(outcome.result.slug));
}

function saved(slug: string): Route {
  return `/speakers/${slug}/edit?saved` as Route;
}
