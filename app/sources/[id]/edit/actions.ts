"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/server";
import { type FormState, runForm } from "@/lib/forms";
import { editSourceSchema } from "@/lib/sources";
import { editSource } from "@/lib/sources/server";

export async function editSourceAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runForm(editSourceSchema, form, (input) => editSource(actor, input));
  if (outcome.status !== "ok") return outcome;
  redirect(`/sources/${outcome.result.publicId}` as Route);
}
