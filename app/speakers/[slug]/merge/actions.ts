"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import type { FormState } from "@/lib/forms";
import { runForm } from "@/lib/sendings/server";
import { mergeSchema, twinSchema } from "@/lib/speakers";
import { getSpeakerByName, mergeSpeakers } from "@/lib/speakers/server";

/** Finds the speaker whose name was typed, and shows both. */
export async function chooseTwinAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, twinSchema, form, ({ knownName }) =>
    getSpeakerByName(actor, knownName),
  );
  if (outcome.status !== "ok") return outcome;
  redirect(`/speakers/${slug}/merge?into=${outcome.result.slug}#becomes` as Route);
}

export async function mergeSpeakersAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, mergeSchema, form, (input) => mergeSpeakers(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/speakers/${outcome.result.slug}/edit?saved#together` as Route);
}
