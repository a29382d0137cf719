"use server";

import { sendPressed } from "@/app/sender";
import type { FormAction, PageState } from "@/lib/forms";
import { confirmAction, rejectAction, reopenAction, resolveAction } from "./actions";

/** The decisions on a relation, sent without scripts: one does its work, what was typed for another is kept. */
export async function contradictionsPageAction(_: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, actionOfPart);
}

const PARTS: Readonly<Record<string, FormAction>> = {
  confirm: confirmAction,
  reject: rejectAction,
  resolve: resolveAction,
  reopen: reopenAction,
};

function actionOfPart(name: string): FormAction | undefined {
  const decision = name.slice(name.lastIndexOf("-") + 1);
  return Object.hasOwn(PARTS, decision) ? PARTS[decision] : undefined;
}
