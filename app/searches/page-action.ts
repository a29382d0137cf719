"use server";

import { sendPressed } from "@/app/sender";
import type { FormAction, PageState } from "@/lib/forms";
import {
  changeSearchAction,
  markSeenAction,
  removeSearchAction,
  renewFeedAction,
  saveSearchAction,
} from "./actions";

/** The forms of saved searches, sent without scripts: one does its work, what was typed into the others is kept. */
export async function searchesPageAction(_: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, (name) =>
    name === "save-search" ? saveSearchAction : PARTS.find(([beginning]) => name.startsWith(beginning))?.[1],
  );
}

const PARTS: readonly (readonly [beginning: string, FormAction])[] = [
  ["change-", changeSearchAction],
  ["renew-", renewFeedAction],
  ["remove-", removeSearchAction],
  ["seen-", markSeenAction],
];
