"use server";

import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import type { Actor } from "@/lib/auth";
import { Refused } from "@/lib/errors";
import type { FormState } from "@/lib/forms";
import { typedSoFar } from "@/lib/query";
import { runForm } from "@/lib/sendings/server";
import { wordedInFull } from "@/lib/statements";
import { listStatements } from "@/lib/statements/server";
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
  const outcome = await runForm(actor, addToStorySchema, form, async ({ slug, statementId, publicNote }) => {
    const meant = await statementMeant(actor, statementId);
    return addToStory(actor, { slug, statementIds: [meant], publicNote });
  });
  if (outcome.status !== "ok") return outcome;
  const { slug, left } = outcome.result;
  arriveAt(`/stories/${slug}${left ? `?moved=${left}` : ""}#statements`);
}

const MOST_MEANT = 5;

/** The id of the one statement that was typed: its id, or words that it alone has. @throws {Refused} */
async function statementMeant(actor: Actor, typed: string): Promise<string> {
  if (/^st-[0-9a-z]+$/u.test(typed)) return typed;
  const { items } = await listStatements(actor, { q: typedSoFar(typed) }, { take: MOST_MEANT });
  const [first, ...others] = items;
  if (first && others.length === 0) return first.publicId;
  const told = items.map((one) => `${one.publicId} (${wordedInFull(one, { most: 60 })})`).join("; ");
  const message = first
    ? `Several statements may be meant. Write the id of one: ${told}.`
    : `No statement has these words: “${typed}”. Write its id, or other words.`;
  throw new Refused([{ rule: "story.statement", message, field: "statementId" }]);
}

export async function takeFromStoryAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, addToStorySchema, form, (input) => takeFromStory(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/stories/${outcome.result.slug}#statements`);
}
