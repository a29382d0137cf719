"use server";

import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import type { FormState } from "@/lib/forms";
import { runForm } from "@/lib/sendings/server";
import { getSpeakerByName } from "@/lib/speakers/server";
import { editStatementSchema } from "@/lib/statements";
import { editStatement } from "@/lib/statements/server";

export async function editStatementAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, editStatementSchema, form, async ({ knownName, ...edit }) => {
    const named = knownName === "" ? {} : { speakerId: (await getSpeakerByName(actor, knownName)).id };
    return editStatement(actor, { ...edit, ...named });
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/statements/${outcome.result.publicId}`);
}
