"use server";

import { sendPressed } from "@/app/sender";
import type { FormAction, PageState } from "@/lib/forms";
import {
  changePasswordAction,
  editProfileAction,
  makeKeyAction,
  revokeKeyAction,
  signOutEverywhereAction,
} from "./actions";

/** The forms of an account, sent without scripts: one does its work, what was typed into the others is kept. */
export async function accountPageAction(_: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, (name) =>
    name.startsWith("revoke-") ? revokeKeyAction : Object.hasOwn(PARTS, name) ? PARTS[name] : undefined,
  );
}

const PARTS: Readonly<Record<string, FormAction>> = {
  "profile-form": editProfileAction,
  "password-form": changePasswordAction,
  "key-form": makeKeyAction,
  everywhere: signOutEverywhereAction,
};
