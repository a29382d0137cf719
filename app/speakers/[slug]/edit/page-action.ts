"use server";

import { sendPressed } from "@/app/sender";
import type { FormAction, PageState } from "@/lib/forms";
import {
  addAliasAction,
  editSpeakerAction,
  recordAffiliationAction,
  removeAffiliationAction,
  removeAliasAction,
  undoMergeAction,
  undoSplitAction,
  withholdNoteAction,
} from "./actions";

/** The whole page, sent without scripts: one form does its work, what was typed into the others is kept. */
export async function speakerPageAction(slug: string, _: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, (name) => actionOfPart(slug, name));
}

function actionOfPart(slug: string, name: string): FormAction | undefined {
  if (name === "speaker") return editSpeakerAction;
  if (name === "alias") return addAliasAction.bind(null, slug);
  if (name === "role") return recordAffiliationAction.bind(null, slug);
  if (name.startsWith("remove-aliasId-")) return removeAliasAction.bind(null, slug);
  if (name.startsWith("remove-affiliationId-")) return removeAffiliationAction.bind(null, slug);
  if (name.startsWith("undo-merge-")) return undoMergeAction.bind(null, slug);
  if (name.startsWith("undo-split-")) return undoSplitAction;
  if (name.startsWith("withhold-")) return withholdNoteAction;
  return undefined;
}
