"use server";

import { sendPressed } from "@/app/sender";
import type { PageState } from "@/lib/forms";
import { chooseTwinAction, mergeSpeakersAction } from "./actions";

/** The whole page, sent without scripts: one form does its work, what was typed into the other is kept. */
export async function mergePageAction(slug: string, _: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, (name) =>
    name === "merge" ? mergeSpeakersAction : name === "twin" ? chooseTwinAction.bind(null, slug) : undefined,
  );
}
