"use server";

import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import type { FormState, FormValues } from "@/lib/forms";
import { startImportSchema } from "@/lib/imports";
import { createDraft, importAddress, importDocument } from "@/lib/imports/server";
import { runForm } from "@/lib/sendings/server";
import { type Intake, takeBytes, takeText } from "@/lib/text";
import { storySlugOf } from "./story";

/** Keeps the pasted text, the file or the page at an address as a draft and shows what was found in it. */
export async function startImportAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  let refused: Extract<Intake, { isText: false }> | null = null;
  const outcome = await runForm(actor, startImportSchema, form, async ({ text, from, file, ...details }) => {
    const story = await storySlugOf(actor, details.story);
    if (file && file.size > 0) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const intake = takeBytes(bytes);
      // a text with a sign in it that none has: it comes back without it, to be looked at
      if (!intake.isText && intake.salvage !== undefined) {
        refused = intake;
        return null;
      }
      const arriving = { bytes, name: file.name };
      return importDocument(actor, { ...details, story, arriving });
    }
    if (from !== "") return importAddress(actor, { ...details, story, from });
    const intake = takeText(text);
    if (!intake.isText) {
      refused = intake;
      return null;
    }
    return createDraft(actor, { ...details, story, text: intake.text });
  });
  if (outcome.status !== "ok") return outcome;
  if (outcome.result === null) return refusedText(form, refused);
  const { draftId, isNew } = outcome.result;
  arriveAt(`/import/${draftId}${isNew ? "" : "?notice=open"}`);
}

/** What was typed comes back, the text as far as it can be mended. */
function refusedText(form: FormData, intake: Extract<Intake, { isText: false }> | null): FormState {
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") ? [[name, value]] : [],
    ),
  ) as FormValues;
  // megabytes of blank lines are nothing to mend
  const isOfNoUse = intake?.rule === "too_large" || intake?.rule === "empty";
  const text = intake?.salvage ?? (isOfNoUse ? "" : typed.text);
  return {
    status: "refused",
    values: { ...typed, ...(text === undefined ? {} : { text }) },
    errors: [{ field: "text", message: intake?.message ?? "" }],
  };
}
