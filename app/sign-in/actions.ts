"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { VISITOR } from "@/lib/auth";
import { signIn, signInSchema } from "@/lib/auth/server";
import type { FormState } from "@/lib/forms";
import { localPath } from "@/lib/http";
import { runForm } from "@/lib/sendings/server";

export async function signInAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await runForm(VISITOR, signInSchema, form, async ({ next, ...credentials }) => {
    await signIn(credentials);
    return next;
  });
  if (outcome.status !== "ok") return outcome;
  redirect(localPath(outcome.result) as Route);
}
