"use server";

import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import type { FormState } from "@/lib/forms";
import { runForm } from "@/lib/sendings/server";
import { addToStorySchema, editStorySchema, storySchema, storyStepSchema } from "@/lib/stories";
import {
  addToStory,
  createStory,
  editStory,
  reinstateStory,
  takeFromStory,
  withdrawStory,
} from "@/lib/stories/server";

export async function createStoryAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, storySchema, form, (input) => createStory(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/stories/${outcome.result.slug}`);
}

export async function editStoryAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, editStorySchema, form, (input) => editStory(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/stories/${outcome.result.slug}`);
}

export async function withdrawStoryAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, storyStepSchema, form, (input) => withdrawStory(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/stories/${outcome.result.slug}`);
}

export async function reinstateStoryAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, storyStepSchema, form, (input) => reinstateStory(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/stories/${outcome.result.slug}`);
}

export async function addToStoryAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, addToStorySchema, form, ({ slug, statementId, publicNote }) =>
    addToStory(actor, { slug, statementIds: [statementId], publicNote }),
  );
  if (outcome.status !== "ok") return outcome;
  const { slug, left } = outcome.result;
  arriveAt(`/stories/${slug}${left.length > 0 ? `?left=${left[0]}` : ""}#statements`);
}

export async function takeFromStoryAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, addToStorySchema, form, (input) => takeFromStory(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/stories/${outcome.result.slug}#statements`);
}
