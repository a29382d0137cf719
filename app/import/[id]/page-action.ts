"use server";

import { sendPressed } from "@/app/sender";
import type { FormAction, PageState } from "@/lib/forms";
import {
  acceptRunAction,
  addProposalAction,
  decideAction,
  discardAction,
  readOnAction,
  reviewProposalAction,
  saveDetailsAction,
  sayNearAction,
  storeAction,
  undoAction,
} from "./actions";

/** The whole desk of an import, sent without scripts: one form does its work, what was typed into the others is kept. */
export async function draftPageAction(_: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, actionOfPart);
}

const PARTS: Readonly<Record<string, FormAction>> = {
  store: storeAction,
  "read-on": readOnAction,
  "about-form": saveDetailsAction,
  discard: discardAction,
  near: sayNearAction,
  "accept-all": acceptRunAction,
  undo: undoAction,
  "add-proposal": addProposalAction,
};

function actionOfPart(name: string): FormAction | undefined {
  if (/^decide-\d+$/.test(name)) return decideAction;
  if (/^proposal-\d+$/.test(name)) return reviewProposalAction;
  return Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
}
