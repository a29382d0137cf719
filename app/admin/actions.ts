"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import { addUserSchema, makeLinkSchema, setRoleSchema, userSchema } from "@/lib/accounts";
import {
  addUser,
  createSignInLink,
  disableUser,
  enableUser,
  endSessions,
  setRole,
} from "@/lib/accounts/server";
import { type FormState, formDone } from "@/lib/forms";
import { runForm } from "@/lib/sendings/server";

const newPersonSchema = addUserSchema.omit({ password: true });

export async function addPersonAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, newPersonSchema, form, async (input) => {
    const person = await addUser(actor, input);
    return { person, link: await createSignInLink(actor, { userId: person.id }) };
  });
  if (outcome.status !== "ok") return outcome;
  // the list of people
  refresh();
  const { person, link } = outcome.result;
  return formDone({ title: `A sign-in link for ${person.name}`, text: ABOUT_LINKS, value: link.url });
}

export async function makeLinkAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, makeLinkSchema, form, (input) => createSignInLink(actor, input));
  if (outcome.status !== "ok") return outcome;
  // which link stands now
  refresh();
  return formDone({ title: "A new sign-in link", text: ABOUT_LINKS, value: outcome.result.url });
}

export async function setRoleAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, setRoleSchema, form, (input) => setRole(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(pageOf(outcome.result.id, "role"));
}

export async function closeAccountAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, userSchema, form, (input) => disableUser(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(pageOf(outcome.result.id, "closed"));
}

export async function openAccountAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, userSchema, form, (input) => enableUser(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(pageOf(outcome.result.id, "opened"));
}

export async function endSessionsAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, userSchema, form, async ({ userId }) => {
    await endSessions(actor, { userId });
    return userId;
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(pageOf(outcome.result, "signed-out"));
}

const ABOUT_LINKS =
  "Give it to them by a way that only they read. It works once, within four days, and is not shown again; a newer one ends it.";

function pageOf(userId: string, done: string): Route {
  return `/admin/people/${userId}?done=${done}` as Route;
}
