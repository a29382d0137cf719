"use server";

import { sendPressed } from "@/app/sender";
import type { PageState } from "@/lib/forms";
import { actionOfPart, SAVED_TOGETHER } from "./parts";

/** The whole page, sent without scripts: one form does its work, or all that record something. */
export async function reviewPageAction(_: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, actionOfPart, SAVED_TOGETHER);
}
