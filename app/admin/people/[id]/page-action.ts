"use server";

import { sendPressed } from "@/app/sender";
import type { FormAction, PageState } from "@/lib/forms";
import {
  closeAccountAction,
  endSessionsAction,
  makeLinkAction,
  openAccountAction,
  setRoleAction,
} from "../../actions";

/** What can be done about a person, sent without scripts: one form does its work, what was chosen in another is kept. */
export async function personPageAction(_: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, (name) => (Object.hasOwn(PARTS, name) ? PARTS[name] : undefined));
}

const PARTS: Readonly<Record<string, FormAction>> = {
  "role-form": setRoleAction,
  "link-form": makeLinkAction,
  "sessions-form": endSessionsAction,
  "close-form": closeAccountAction,
  "open-form": openAccountAction,
};
