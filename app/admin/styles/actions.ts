"use server";

import type { Route } from "next";
import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import type { FormState } from "@/lib/forms";
import { runForm } from "@/lib/sendings/server";
import { addStyleSchema, removeStyleSchema } from "@/lib/styles";
import { addStyle, removeStyle } from "@/lib/styles/server";

export async function addStyleAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, addStyleSchema, form, async ({ text, file }) =>
    addStyle(actor, { text: file && file.size > 0 ? await file.text() : text }),
  );
  if (outcome.status !== "ok") return outcome;
  arriveAt("/admin/styles?done=added" as Route);
}

export async function removeStyleAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, removeStyleSchema, form, (input) => removeStyle(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt("/admin/styles?done=removed" as Route);
}
