"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { arriveAt } from "@/app/arrive";
import { storySlugOf } from "@/app/import/story";
import { requireSender } from "@/app/sender";
import type { Actor } from "@/lib/auth";
import { Refused } from "@/lib/errors";
import { type FormState, typedFields, UNSENT } from "@/lib/forms";
import { detailsSchema, draftSchema, nearSchema, readOnSchema, storeSchema } from "@/lib/imports";
import { discardDraft, readFurther, saveDetails, sayNear, storeDraft } from "@/lib/imports/server";
import {
  addProposalSchema,
  decisionSchema,
  editProposalSchema,
  pressesSchema,
  runSchema,
} from "@/lib/proposals";
import {
  acceptRun,
  addProposal,
  decideProposal,
  editProposal,
  findNextPending,
  type Order,
  pressInTurn,
  undoLast,
} from "@/lib/proposals/server";
import { listTyped, runForm } from "@/lib/sendings/server";

/** A decision button of the list, or what was pressed since the last answer where the page's scripts keep the order of it. */
export async function decideAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  if (form.has("presses")) return doPresses(actor, form);
  const outcome = await runForm(actor, decisionSchema, form, async (input) => {
    const { draftId, ordinal, decision, order } = input;
    await decideProposal(actor, input);
    const next = decision === "pending" ? ordinal : await findNextPending(actor, { draftId, ordinal, order });
    return placeOf(draftId, next ?? ordinal, order);
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(outcome.result);
}

/** Takes back what was decided last. */
export async function undoAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, draftSchema, form, async ({ draftId }) => {
    const { ordinal } = await undoLast(actor, { draftId });
    if (ordinal !== null) return placeOf(draftId, ordinal);
    const message = "Nothing is decided here that could be taken back. What is stored stays.";
    throw new Refused([{ rule: "import.undone", message }]);
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(outcome.result);
}

/** A button of the form of the proposal that is looked at. */
export async function reviewProposalAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, editProposalSchema, form, async (input) => {
    await editProposal(actor, input);
    const { draftId, ordinal, intent, order } = input;
    const next = intent === "accept" ? await findNextPending(actor, { draftId, ordinal, order }) : ordinal;
    return placeOf(draftId, next ?? ordinal, order);
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(outcome.result);
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
  if (!isByItself) arriveAt(`/import/${draftId}`);
  refresh();
  return UNSENT;
}

/** Accepts a run of those that wait: all, those in no doubt, or all up to one of them. */
export async function acceptRunAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, runSchema, form, async ({ draftId, run, order }) => {
    await acceptRun(actor, { draftId, run });
    const next = await findNextPending(actor, { draftId, ordinal: typeof run === "number" ? run : 0, order });
    return next === null ? (`/import/${draftId}` as Route) : placeOf(draftId, next, order);
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(outcome.result);
}

export async function addProposalAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, addProposalSchema, form, async (input) => {
    const { ordinal } = await addProposal(actor, input);
    return placeOf(input.draftId, ordinal);
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(outcome.result);
}

export async function saveDetailsAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, detailsSchema, form, async (input) => {
    await saveDetails(actor, { ...input, story: await storySlugOf(actor, input.story) });
    return input.draftId;
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/import/${outcome.result}?notice=details`);
}

/** Says what a text is that is nearly that of a source. */
export async function sayNearAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, nearSchema, form, async (input) => {
    await sayNear(actor, input);
    return input.draftId;
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/import/${outcome.result}?notice=near`);
}

export async function storeAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, storeSchema, form, async ({ onward, ...asked }) => {
    const unsaved = await unsavedIn(actor, `/import/${asked.draftId}`);
    return { ...(await storeDraft(actor, { ...asked, unsaved })), onward };
  });
  if (outcome.status !== "ok") return outcome;
  const { sourceId, stored, known, pending, firstId, onward } = outcome.result;
  if (onward === "review" && firstId) arriveAt(`/review/${firstId}`);
  const told = `stored=${stored}&known=${known}&pending=${pending}`;
  arriveAt(onward === "next" ? `/import?source=${sourceId}&${told}` : `/sources/${sourceId}?${told}`);
}

export async function discardAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, draftSchema, form, (input) => discardDraft(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt("/import?discarded");
}

async function doPresses(actor: Actor, form: FormData): Promise<FormState> {
  const outcome = await runForm(actor, pressesSchema, form, (input) => pressInTurn(actor, input));
  if (outcome.status !== "ok") return outcome;
  // told and not thrown: the rest of what was pressed is done, and the same sending once more must not do it again
  const errors = outcome.result.refused.map(({ ordinal, error }) => ({
    message: `Proposal ${ordinal}: ${error.message}`,
  }));
  // the page asks for itself when everything that was pressed is answered
  return errors.length === 0 ? UNSENT : { status: "refused", values: {}, errors };
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

function placeOf(draftId: string, ordinal: number, order: Order = "text"): Route {
  const sorted = order === "text" ? "" : `&order=${order}`;
  return `/import/${draftId}?at=${ordinal}${sorted}#p${ordinal}` as Route;
}
