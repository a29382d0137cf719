"use server";

import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import type { FormState } from "@/lib/forms";
import { editOutletSchema } from "@/lib/outlets";
import { editOutlet } from "@/lib/outlets/server";
import { runForm } from "@/lib/sendings/server";

export async function editOutletAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, editOutletSchema, form, (input) => editOutlet(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/outlets/${outcome.result.slug}`);
}
