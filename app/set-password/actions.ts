"use server";

import { redirect } from "next/navigation";
import { setPasswordSchema } from "@/lib/accounts";
import { setPasswordByLink } from "@/lib/accounts/server";
import { VISITOR } from "@/lib/auth";
import { signIn } from "@/lib/auth/server";
import type { FormState } from "@/lib/forms";
import { runForm } from "@/lib/sendings/server";

export async function setPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await runForm(VISITOR, setPasswordSchema, form, async (input) => {
    const { email } = await setPasswordByLink(input);
    // the link has proven who they are, also while somebody else guesses at the account
    await signIn({ email, password: input.password }, { isProven: true });
  });
  if (outcome.status !== "ok") return outcome;
  redirect("/account?welcome=1");
}
