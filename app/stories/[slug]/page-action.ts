"use server";

import { sendPressed } from "@/app/sender";
import type { FormAction, PageState } from "@/lib/forms";
import {
  addToStoryAction,
  editStoryAction,
  reinstateStoryAction,
  takeFromStoryAction,
  withdrawStoryAction,
} from "../actions";

/** The forms of a story, sent without scripts: one does its work, what was typed into the others is kept. */
export async function storyPageAction(_: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, (name) => (Object.hasOwn(PARTS, name) ? PARTS[name] : undefined));
}

const PARTS: Readonly<Record<string, FormAction>> = {
  add: addToStoryAction,
  take: takeFromStoryAction,
  story: editStoryAction,
  "withdraw-story": withdrawStoryAction,
  "reinstate-story": reinstateStoryAction,
};
