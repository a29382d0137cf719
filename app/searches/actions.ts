"use server";

import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import { filterEntries } from "@/app/statements/address";
import type { FormState } from "@/lib/forms";
import {
  changeSearchSchema,
  filterOf,
  markSeenSchema,
  ofSearchSchema,
  saveSearchSchema,
} from "@/lib/searches";
import { changeSearch, markSeen, removeSearch, renewFeed, saveSearch } from "@/lib/searches/server";
import { runForm } from "@/lib/sendings/server";

export async function saveSearchAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, saveSearchSchema, form, ({ asked, ...input }) =>
    saveSearch(actor, { ...input, asked: new URLSearchParams(filterEntries(filterOf(asked))).toString() }),
  );
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/searches?done=saved#search-${outcome.result.id}`);
}

export async function changeSearchAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, changeSearchSchema, form, (input) => changeSearch(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt("/searches?done=changed");
}

export async function renewFeedAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, ofSearchSchema, form, (input) => renewFeed(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt("/searches?done=renewed");
}

export async function removeSearchAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, ofSearchSchema, form, (input) => removeSearch(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt("/searches?done=removed");
}

export async function markSeenAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, markSeenSchema, form, (input) => markSeen(actor, input));
  if (outcome.status !== "ok") return outcome;
  arriveAt("/searches?done=seen");
}
