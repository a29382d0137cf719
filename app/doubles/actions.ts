"use server";

import type { Route } from "next";
import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import type { FormState } from "@/lib/forms";
import { runForm } from "@/lib/sendings/server";
import { keepApartSchema, lookAgainSchema } from "@/lib/speakers";
import { keepApart, lookAgain } from "@/lib/speakers/server";

export async function keepApartAction(letter: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, keepApartSchema, form, (input) => keepApart(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/doubles?letter=${encodeURIComponent(letter)}` as Route);
}

export async function lookAgainAction(letter: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, lookAgainSchema, form, (input) => lookAgain(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/doubles?letter=${encodeURIComponent(letter)}` as Route);
}
