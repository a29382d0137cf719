"use server";

import { sendPressed } from "@/app/sender";
import type { PageState } from "@/lib/forms";
import { keepApartAction, lookAgainAction } from "./actions";

/** The whole page, sent without scripts: one form does its work, what was typed into the others is kept. */
export async function doublesPageAction(letter: string, _: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, (name) =>
    name === "apart"
      ? keepApartAction.bind(null, letter)
      : name.startsWith("remove-apartId-")
        ? lookAgainAction.bind(null, letter)
        : undefined,
  );
}
