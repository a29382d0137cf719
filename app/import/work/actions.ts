"use server";

import type { Route } from "next";
import { arriveAt } from "@/app/arrive";
import { orNotFound } from "@/app/or-not-found";
import { requireSender } from "@/app/sender";
import { Refused } from "@/lib/errors";
import type { FormState } from "@/lib/forms";
import { draftSchema } from "@/lib/imports";
import { decisionSchema } from "@/lib/proposals";
import { decideProposal, undoLast } from "@/lib/proposals/server";
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

/** Takes back what was decided last in the import that the list told of. */
export async function undoWorkAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, draftSchema, form, async ({ draftId }) => {
    const { ordinal } = await undoLast(actor, { draftId }).catch(orNotFound);
    if (ordinal !== null) return { draftId, ordinal };
    const message = "Nothing is decided there that could be taken back. What is stored stays.";
    throw new Refused([{ rule: "import.undone", message }]);
  });
  if (outcome.status !== "ok") return outcome;
  const { draftId, ordinal } = outcome.result;
  arriveAt(`/import/work?done=undone&of=${draftId}&at=${ordinal}` as Route);
}
