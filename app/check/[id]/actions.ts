"use server";

import type { Route } from "next";
import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import {
  addMaterialSchema,
  captureMaterialSchema,
  closeCheckSchema,
  compareAgainSchema,
  decideFindingSchema,
  editDraftSchema,
  type FindingsView,
  markProofSchema,
  queryOfView,
  removeMaterialSchema,
  reopenCheckSchema,
} from "@/lib/checks";
import {
  addMaterial,
  captureMaterial,
  closeCheck,
  compareAgain,
  decideFinding,
  editDraft,
  markProof,
  removeMaterial,
  reopenCheck,
} from "@/lib/checks/server";
import type { FormState } from "@/lib/forms";
import { runForm } from "@/lib/sendings/server";
import { materialIn } from "../uploads";

export async function decideFindingAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, decideFindingSchema, form, async (input) => {
    const { next } = await decideFinding(actor, input);
    return placeOf(input.checkId, input.show, next);
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(outcome.result);
}

export async function captureMaterialAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, captureMaterialSchema, form, async (input) => {
    const { draftId, ordinal } = await captureMaterial(actor, input);
    return `/import/${draftId}?at=${ordinal}#p${ordinal}` as Route;
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(outcome.result);
}

export async function markProofAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, markProofSchema, form, async (input) => {
    const { next } = await markProof(actor, input);
    return `/check/${input.checkId}/proof${next === null ? "" : `?at=${next}#s-${next}`}`;
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(outcome.result as Route);
}

export async function editDraftAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, editDraftSchema, form, (input) => editDraft(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/check/${outcome.result.checkId}?done=edited` as Route);
}

export async function compareAgainAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, compareAgainSchema, form, (input) => compareAgain(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/check/${outcome.result.checkId}?done=compared` as Route);
}

export async function addMaterialAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, addMaterialSchema, form, async ({ material, notes, ...at }) =>
    addMaterial(actor, { ...at, materials: await materialIn(material, notes) }),
  );
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/check/${outcome.result.checkId}?done=compared` as Route);
}

export async function removeMaterialAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, removeMaterialSchema, form, (input) => removeMaterial(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/check/${outcome.result.checkId}?done=compared` as Route);
}

export async function closeCheckAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, closeCheckSchema, form, (input) => closeCheck(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/check/${outcome.result.checkId}?done=closed` as Route);
}

export async function reopenCheckAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, reopenCheckSchema, form, (input) => reopenCheck(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/check/${outcome.result.checkId}?done=reopened` as Route);
}

/** The finding to look at now; behind the last one the head of the page. */
function placeOf(checkId: string, show: FindingsView["show"], at: number | null): Route {
  const place = at === null ? "?done=decided" : `${queryOfView({ show, at })}#f${at}`;
  return `/check/${checkId}${place}` as Route;
}
