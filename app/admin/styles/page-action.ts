"use server";

import { sendPressed } from "@/app/sender";
import type { PageState } from "@/lib/forms";
import { addStyleAction, removeStyleAction } from "./actions";

/** The forms of the styles, sent without scripts: one does its work, what was typed into the others is kept. */
export async function stylesPageAction(_: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, (name) =>
    name === "style-form" ? addStyleAction : name.startsWith("remove-") ? removeStyleAction : undefined,
  );
}
