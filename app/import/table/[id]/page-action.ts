"use server";

import { sendPressed } from "@/app/sender";
import type { FormAction, PageState } from "@/lib/forms";
import { discardTableAction, replaceTableAction, sayTableAction, storeTableAction } from "../actions";

/** The forms of a table, sent without scripts: one does its work, what was typed into the others is kept. */
export async function tablePageAction(_: PageState, form: FormData): Promise<PageState> {
  return sendPressed(form, (name) => (Object.hasOwn(PARTS, name) ? PARTS[name] : undefined));
}

const PARTS: Readonly<Record<string, FormAction>> = {
  "table-store": storeTableAction,
  "table-columns": sayTableAction,
  "table-mended": replaceTableAction,
  "table-discard": discardTableAction,
};
