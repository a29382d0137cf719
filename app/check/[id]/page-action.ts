"use server";

import { sendPressed } from "@/app/sender";
import type { FormAction, PageState } from "@/lib/forms";
import {
  addMaterialAction,
  captureMaterialAction,
  closeCheckAction,
  compareAgainAction,
  decideFindingAction,
  removeMaterialAction,
  reopenCheckAction,
} from "./actions";

/** The whole page of a check, sent without scripts: one form does its work, what was typed into the others is kept. */
export async function checkPageAction(_: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, actionOfPart);
}

const PARTS: Readonly<Record<string, FormAction>> = {
  "compare-again": compareAgainAction,
  "add-material": addMaterialAction,
  "close-check": closeCheckAction,
  "reopen-check": reopenCheckAction,
};

function actionOfPart(name: string): FormAction | undefined {
  if (/^finding-[\da-f]/.test(name)) return decideFindingAction;
  if (/^capture-[\da-f]/.test(name)) return captureMaterialAction;
  if (/^material-\d+$/.test(name)) return removeMaterialAction;
  return Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
}
