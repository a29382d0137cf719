"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/server";
import { type FormState, runForm } from "@/lib/forms";
import { getSpeakerByName } from "@/lib/speakers/server";
import { editStatementSchema } from "@/lib/statements";
import { editStatement } from "@/lib/statements/server";

export async function editStatementAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(editStatementSchema, form, async ({ knownName, ...edit }) => {
    const named = knownName === "" ? {} : { speakerId: (await getSpeakerByName(actor, knownName)).id };
    return editStatement(actor, { ...edit, ...named });
  });
  if (outcome.status !== "ok") return outcome;
  redirect(`/statements/${outcome.result.publicId}` as Route);
}
