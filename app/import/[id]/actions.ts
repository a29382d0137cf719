"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/server";
import { NotFound } from "@/lib/errors";
import { type FormState, parseForm, runForm } from "@/lib/forms";
import { detailsSchema, draftSchema, readOnSchema } from "@/lib/imports";
import { discardDraft, readFurther, saveDetails, storeDraft } from "@/lib/imports/server";
import { addProposalSchema, decisionSchema, editProposalSchema } from "@/lib/proposals";
import {
  acceptAll,
  addProposal,
  decideProposal,
  editProposal,
  findNextPending,
} from "@/lib/proposals/server";

/** A decision button of the list. */
export async function decideAction(form: FormData): Promise<void> {
  const actor = await requireActor();
  const sent = parseForm(decisionSchema, form);
  if (sent.status === "refused") redirect("/import");
  const { draftId, ordinal, decision } = sent.input;
  const isDone = await stillThere(() => decideProposal(actor, sent.input));
  if (!isDone) redirect(`/import/${draftId}` as Route);
  const next = decision === "pending" ? ordinal : await findNextPending(actor, { draftId, ordinal });
  redirect(placeOf(draftId, next ?? ordinal));
}

/** A button of the form of the proposal that is looked at. */
export async function reviewProposalAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(editProposalSchema, form, async (input) => {
    await editProposal(actor, input);
    const { draftId, ordinal, intent } = input;
    const next = intent === "accept" ? await findNextPending(actor, { draftId, ordinal }) : ordinal;
    return placeOf(draftId, next ?? ordinal);
  });
  if (outcome.status !== "ok") return outcome;
  redirect(outcome.result);
}

/** Reads on in a long text. */
export async function readOnAction(form: FormData): Promise<void> {
  const actor = await requireActor();
  const sent = parseForm(readOnSchema, form);
  if (sent.status === "refused") redirect("/import");
  const { draftId, isByItself } = sent.input;
  await stillThere(() => readFurther(actor, { draftId }));
  if (isByItself) refresh();
  else redirect(`/import/${draftId}` as Route);
}

export async function acceptAllAction(form: FormData): Promise<void> {
  const actor = await requireActor();
  const sent = parseForm(draftSchema, form);
  if (sent.status === "refused") redirect("/import");
  await stillThere(() => acceptAll(actor, sent.input));
  redirect(`/import/${sent.input.draftId}` as Route);
}

export async function addProposalAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(addProposalSchema, form, async (input) => {
    const { ordinal } = await addProposal(actor, input);
    return placeOf(input.draftId, ordinal);
  });
  if (outcome.status !== "ok") return outcome;
  redirect(outcome.result);
}

export async function saveDetailsAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(detailsSchema, form, async (input) => {
    await saveDetails(actor, input);
    return input.draftId;
  });
  if (outcome.status !== "ok") return outcome;
  redirect(`/import/${outcome.result}?notice=details` as Route);
}

export async function storeAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(draftSchema, form, (input) => storeDraft(actor, input));
  if (outcome.status !== "ok") return outcome;
  const { sourceId, stored, known, pending } = outcome.result;
  redirect(`/sources/${sourceId}?stored=${stored}&known=${known}&pending=${pending}` as Route);
}

export async function discardAction(form: FormData): Promise<void> {
  const actor = await requireActor();
  const sent = parseForm(draftSchema, form);
  if (sent.status === "ok") await stillThere(() => discardDraft(actor, sent.input));
  redirect("/import?discarded");
}

function placeOf(draftId: string, ordinal: number): Route {
  return `/import/${draftId}?at=${ordinal}#p${ordinal}` as Route;
}

/** Does the work; false when the thing went away meanwhile, in another window or by a second press. */
async function stillThere(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}
