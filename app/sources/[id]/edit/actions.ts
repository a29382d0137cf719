"use server";

import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import type { FormState } from "@/lib/forms";
import { runForm } from "@/lib/sendings/server";
import { editSourceSchema } from "@/lib/sources";
import { editSource } from "@/lib/sources/server";

export async function editSourceAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, editSourceSchema, form, (input) => editSource(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/sources/${outcome.result.publicId}`);
}
