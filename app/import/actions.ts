"use server";

import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import type { FormState, FormValues } from "@/lib/forms";
import { startImportSchema } from "@/lib/imports";
import { createDraft } from "@/lib/imports/server";
import { runForm } from "@/lib/sendings/server";
import { type Intake, takeBytes, takeText } from "@/lib/text";
import { storySlugOf } from "./story";

/** Keeps the pasted text or the file as a draft and shows what was found in it. */
export async function startImportAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  let refused: Extract<Intake, { isText: false }> | null = null;
  const outcome = await runForm(actor, startImportSchema, form, async ({ text, file, ...details }) => {
    const intake =
      file && file.size > 0 ? takeBytes(new Uint8Array(await file.arrayBuffer())) : takeText(text);
    if (!intake.isText) {
      refused = intake;
      return null;
    }
    const story = await storySlugOf(actor, details.story);
    const draft = await createDraft(actor, { ...details, story, text: intake.text });
    return { ...draft, isGuessed: intake.notices.length > 0 };
  });
  if (outcome.status !== "ok") return outcome;
  if (outcome.result === null) return refusedText(form, refused);
  const { draftId, isNew, isGuessed } = outcome.result;
  const notice = isGuessed ? "?notice=encoding" : isNew ? "" : "?notice=open";
  arriveAt(`/import/${draftId}${notice}`);
}

/** What was typed comes back, the text as far as it can be mended. */
function refusedText(form: FormData, intake: Extract<Intake, { isText: false }> | null): FormState {
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") ? [[name, value]] : [],
    ),
  ) as FormValues;
  const file = form.get("file");
  const isFile = file instanceof File && file.size > 0;
  // megabytes of blank lines are nothing to mend
  const isOfNoUse = isFile || intake?.rule === "too_large" || intake?.rule === "empty";
  const text = intake?.salvage ?? (isOfNoUse ? "" : typed.text);
  return {
    status: "refused",
    values: { ...typed, ...(text === undefined ? {} : { text }) },
    errors: [
      { field: isFile && intake?.salvage === undefined ? "file" : "text", message: intake?.message ?? "" },
    ],
  };
}
