"use server";

import { sendPressed } from "@/app/sender";
import type { FormAction, PageState } from "@/lib/forms";
import {
  removeWebhookAction,
  renewSecretAction,
  sendAgainAction,
  switchWebhookOffAction,
  switchWebhookOnAction,
  testWebhookAction,
} from "../actions";

/** What can be done about an address, sent without scripts. */
export async function webhookPageAction(_: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, actionOfPart);
}

function actionOfPart(name: string): FormAction | undefined {
  if (name.startsWith("again-")) return sendAgainAction;
  return Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
}

const PARTS: Readonly<Record<string, FormAction>> = {
  "test-form": testWebhookAction,
  "off-form": switchWebhookOffAction,
  "on-form": switchWebhookOnAction,
  "secret-form": renewSecretAction,
  "remove-form": removeWebhookAction,
};
