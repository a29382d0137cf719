"use server";

import type { Route } from "next";
import { arriveAt } from "@/app/arrive";
import { storySlugOf } from "@/app/import/story";
import { requireSender } from "@/app/sender";
import { startCheckSchema } from "@/lib/checks";
import { startCheck } from "@/lib/checks/server";
import type { FormState } from "@/lib/forms";
import { runForm } from "@/lib/sendings/server";
import { materialIn, wordsIn } from "./uploads";

/** Compares a pasted draft or a file with what stands behind it and with the record. */
export async function startCheckAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, startCheckSchema, form, async (input) => {
    const { title, scope, language } = input;
    const text = await wordsIn(input.file, "file", input.text);
    const materials = await materialIn(input.material, input.notes);
    const story = await storySlugOf(actor, input.story);
    return startCheck(actor, { title, scope, language, text, materials, story });
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/check/${outcome.result.checkId}` as Route);
}
