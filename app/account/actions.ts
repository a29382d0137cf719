"use server";

import { redirect } from "next/navigation";
import { changePasswordSchema, editProfileSchema } from "@/lib/accounts";
import { changePassword, editProfile, endSessions } from "@/lib/accounts/server";
import { findSession, requireActor, signOut } from "@/lib/auth/server";
import { type FormState, formDone, runForm } from "@/lib/forms";

export async function editProfileAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const sessionId = (await findSession())?.sessionId ?? "";
  const outcome = await runForm(editProfileSchema, form, (input) =>
    editProfile(actor, { sessionId, ...input }),
  );
  if (outcome.status !== "ok") return outcome;
  redirect("/account?saved=profile");
}

export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const sessionId = (await findSession())?.sessionId ?? "";
  const outcome = await runForm(changePasswordSchema, form, (input) =>
    changePassword(actor, { sessionId, ...input }),
  );
  if (outcome.status !== "ok") return outcome;
  return formDone({
    title: "Your password was changed",
    text: "Every other place where you were signed in was signed out.",
  });
}

export async function signOutEverywhereAction(): Promise<void> {
  const actor = await requireActor();
  await endSessions(actor, { userId: actor.id });
  await signOut();
  redirect("/sign-in");
}
