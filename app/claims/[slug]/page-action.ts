"use server";

import { sendPressed } from "@/app/sender";
import type { FormAction, PageState } from "@/lib/forms";
import {
  judgeClaimAction,
  publishClaimAction,
  reinstateClaimAction,
  rephraseClaimAction,
  takeAgainAction,
  withdrawClaimAction,
  withdrawPositionAction,
} from "../actions";

/** The whole desk of a claim, sent without scripts: one form does its work, what was typed into the others is kept. */
export async function claimPageAction(_: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, actionOfPart);
}

const PARTS: readonly (readonly [RegExp, FormAction])[] = [
  [/^take-/, takeAgainAction],
  [/^(drop-|remove-positionId-)/, withdrawPositionAction],
  [/^judge$/, judgeClaimAction],
  [/^rephrase$/, rephraseClaimAction],
  [/^publish$/, publishClaimAction],
  [/^withdraw$/, withdrawClaimAction],
  [/^reinstate$/, reinstateClaimAction],
];

function actionOfPart(name: string): FormAction | undefined {
  return PARTS.find(([pattern]) => pattern.test(name))?.[1];
}
