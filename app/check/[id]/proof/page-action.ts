"use server";

import { sendPressed } from "@/app/sender";
import type { PageState } from "@/lib/forms";
import { markProofAction } from "../actions";

/**
 * The proof sheet, sent without scripts. The sentence that a form is about may have its words by now, and the sheet shows
 * the next one: the page says then what became of what was sent.
 */
export async function proofPageAction(_: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, (name) => (name.startsWith("proof-") ? markProofAction : undefined));
}
