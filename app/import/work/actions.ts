"use server";

import type { Route } from "next";
import { arriveAt } from "@/app/arrive";
import { orNotFound } from "@/app/or-not-found";
import { requireSender } from "@/app/sender";
import type { FormState } from "@/lib/forms";
import { decisionSchema } from "@/lib/proposals";
import { decideProposal } from "@/lib/proposals/server";
import { runForm } from "@/lib/sendings/server";

/** A decision button of the list of all that waits; what is decided leaves the list. */
export async function decideWorkAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, decisionSchema, form, async (input) => {
    // nothing of it stands on the page of whoever may not see it, so no form there could say so
    await decideProposal(actor, input).catch(orNotFound);
    return input;
  });
  if (outcome.status !== "ok") return outcome;
  const { draftId, ordinal, decision } = outcome.result;
  arriveAt(`/import/work?done=${decision}&of=${draftId}&at=${ordinal}` as Route);
}
