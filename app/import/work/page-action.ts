"use server";

import { sendPressed } from "@/app/sender";
import type { PageState } from "@/lib/forms";
import { decideWorkAction } from "./actions";

/** The forms of the list, sent without scripts: one does its work. */
export async function workPageAction(_: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, (name) => (/^work-[\w-]+$/u.test(name) ? decideWorkAction : undefined));
}
