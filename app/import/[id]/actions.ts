"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { requireSender } from "@/app/sender";
import type { Actor } from "@/lib/auth";
import { type FormState, typedFields, UNSENT } from "@/lib/forms";
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
import { listTyped, runForm } from "@/lib/sendings/server";

/** A decision button of the list. */
export async function decideAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, decisionSchema, form, async (input) => {
    const { draftId, ordinal, decision } = input;
    await decideProposal(actor, input);
    const next = decision === "pending" ? ordinal : await findNextPending(actor, { draftId, ordinal });
    return placeOf(draftId, next ?? ordinal);
  });
  if (outcome.status !== "ok") return outcome;
  redirect(outcome.result);
}

/** A button of the form of the proposal that is looked at. */
export async function reviewProposalAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, editProposalSchema, form, async (input) => {
    await editProposal(actor, input);
    const { draftId, ordinal, intent } = input;
    const next = intent === "accept" ? await findNextPending(actor, { draftId, ordinal }) : ordinal;
    return placeOf(draftId, next ?? ordinal);
  });
  if (outcome.status !== "ok") return outcome;
  redirect(outcome.result);
}

/** Reads on in a long text. */
export async function readOnAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, readOnSchema, form, async ({ draftId, isByItself }) => {
    await readFurther(actor, { draftId });
    return { draftId, isByItself };
  });
  if (outcome.status !== "ok") return outcome;
  const { draftId, isByItself } = outcome.result;
  if (!isByItself) redirect(`/import/${draftId}` as Route);
  refresh();
  return UNSENT;
}

export async function acceptAllAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, draftSchema, form, async (input) => {
    await acceptAll(actor, input);
    return input.draftId;
  });
  if (outcome.status !== "ok") return outcome;
  redirect(`/import/${outcome.result}` as Route);
}

export async function addProposalAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, addProposalSchema, form, async (input) => {
    const { ordinal } = await addProposal(actor, input);
    return placeOf(input.draftId, ordinal);
  });
  if (outcome.status !== "ok") return outcome;
  redirect(outcome.result);
}

export async function saveDetailsAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, detailsSchema, form, async (input) => {
    await saveDetails(actor, input);
    return input.draftId;
  });
  if (outcome.status !== "ok") return outcome;
  redirect(`/import/${outcome.result}?notice=details` as Route);
}

export async function storeAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, draftSchema, form, async ({ draftId }) =>
    storeDraft(actor, { draftId, unsaved: await unsavedIn(actor, `/import/${draftId}`) }),
  );
  if (outcome.status !== "ok") return outcome;
  const { sourceId, stored, known, pending } = outcome.result;
  redirect(`/sources/${sourceId}?stored=${stored}&known=${known}&pending=${pending}` as Route);
}

export async function discardAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, draftSchema, form, (input) => discardDraft(actor, input));
  if (outcome.status !== "ok") return outcome;
  redirect("/import?discarded");
}

/** What the actor has typed into the forms of the page and not saved: the page keeps it before it sends another form. */
async function unsavedIn(actor: Actor, place: string) {
  const typed = await listTyped(actor, { place });
  const forms = typed.filter(({ values }) => typedFields(values).length > 0).map(({ form }) => form);
  const proposals = forms.filter((form) => /^proposal-\d+$/.test(form));
  return {
    ordinals: proposals.map((form) => Number(form.slice("proposal-".length))),
    isAboutSource: forms.includes("about-form"),
  };
}

function placeOf(draftId: string, ordinal: number): Route {
  return `/import/${draftId}?at=${ordinal}#p${ordinal}` as Route;
}
