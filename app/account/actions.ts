"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import { changePasswordSchema, editProfileSchema } from "@/lib/accounts";
import { changePassword, editProfile, endSessions } from "@/lib/accounts/server";
import { findSession, signOut } from "@/lib/auth/server";
import { type FormState, formDone } from "@/lib/forms";
import { makeKeySchema, revokeKeySchema } from "@/lib/keys";
import { makeKey, revokeKey } from "@/lib/keys/server";
import { runForm } from "@/lib/sendings/server";

export async function editProfileAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const sessionId = (await findSession())?.sessionId ?? "";
  const outcome = await runForm(actor, editProfileSchema, form, (input) =>
    editProfile(actor, { sessionId, ...input }),
  );
  if (outcome.status !== "ok") return outcome;
  arriveAt("/account?saved=profile");
}

export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const sessionId = (await findSession())?.sessionId ?? "";
  const outcome = await runForm(actor, changePasswordSchema, form, (input) =>
    changePassword(actor, { sessionId, ...input }),
  );
  if (outcome.status !== "ok") return outcome;
  return formDone({
    title: "Your password was changed",
    text: "Every other place where you were signed in was signed out.",
  });
}

export async function signOutEverywhereAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, z.object({}), form, () => endSessions(actor, { userId: actor.id }));
  if (outcome.status !== "ok") return outcome;
  await signOut();
  arriveAt("/sign-in");
}

export async function makeKeyAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, makeKeySchema, form, (input) => makeKey(actor, input));
  if (outcome.status !== "ok") return outcome;
  // the list above the form
  refresh();
  return formDone({
    title: "Your new key",
    text: "Copy it now: only its hash is kept here, and nobody can show it again. Whoever has it acts in your name.",
    value: outcome.result.key,
  });
}

export async function revokeKeyAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, revokeKeySchema, form, (input) => revokeKey(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt("/account?saved=key#keys");
}
