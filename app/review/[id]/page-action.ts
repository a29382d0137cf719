"use server";

import { sendPressed } from "@/app/sender";
import type { PageState } from "@/lib/forms";
import { actionOfPart } from "./parts";

/** The whole page, sent without scripts: one form does its work, what was typed into the others is kept. */
export async function reviewPageAction(_: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, actionOfPart);
}
