"use server";

import { sendPressed } from "@/app/sender";
import type { PageState } from "@/lib/forms";
import { nameOtherAction, splitSpeakerAction } from "./actions";

/** The whole page, sent without scripts: one form does its work, what was typed into the other is kept. */
export async function splitPageAction(
  at: { slug: string; chosen: string },
  _: PageState,
  form: FormData,
): Promise<PageState> {
  return sendPressed(form, (name) =>
    name === "split"
      ? splitSpeakerAction.bind(null, at.slug)
      : name === "other"
        ? nameOtherAction.bind(null, at)
        : undefined,
  );
}
