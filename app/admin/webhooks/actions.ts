"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import { type FormState, formDone } from "@/lib/forms";
import { runForm } from "@/lib/sendings/server";
import { addWebhookSchema, deliverySchema, renewSchema, webhookSchema } from "@/lib/webhooks";
import {
  addWebhook,
  removeWebhook,
  renewSecret,
  sendAgain,
  sendTest,
  switchOff,
  switchOn,
} from "@/lib/webhooks/server";

export async function addWebhookAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, addWebhookSchema, form, (input) => addWebhook(actor, input));
  if (outcome.status !== "ok") return outcome;
  // the list above the form
  refresh();
  return formDone({ title: "The secret of this address", text: ABOUT_SECRETS, value: outcome.result.secret });
}

export async function renewSecretAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, renewSchema, form, (input) => renewSecret(actor, input));
  if (outcome.status !== "ok") return outcome;
  // the mark of the secret that the form holds
  refresh();
  return formDone({ title: "Its new secret", text: ABOUT_SECRETS, value: outcome.result.secret });
}

export async function testWebhookAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, webhookSchema, form, (input) => sendTest(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(pageOf(outcome.result, "test"));
}

export async function sendAgainAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, deliverySchema, form, (input) => sendAgain(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(pageOf(outcome.result, "again"));
}

export async function switchWebhookOffAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, webhookSchema, form, (input) => switchOff(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(pageOf(outcome.result, "off"));
}

export async function switchWebhookOnAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, webhookSchema, form, (input) => switchOn(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt(pageOf(outcome.result, "on"));
}

export async function removeWebhookAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, webhookSchema, form, (input) => removeWebhook(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt("/admin/webhooks?done=removed");
}

const ABOUT_SECRETS =
  "Copy it now into the program that listens: it is kept nowhere, and nobody can show it again. Another one can be made.";

function pageOf(id: string, done: string): Route {
  return `/admin/webhooks/${id}?done=${done}` as Route;
}
