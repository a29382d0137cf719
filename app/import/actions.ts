"use server";

import { arriveAt } from "@/app/arrive";
import { bytesOf } from "@/app/import/files";
import { requireSender } from "@/app/sender";
import { bringFilesSchema, isMany } from "@/lib/batches";
import { addToBatch, startBatch } from "@/lib/batches/server";
import { refuseUnlessEmpty } from "@/lib/errors";
import { type FormState, type FormValues, UNSENT } from "@/lib/forms";
import { createDraft, importAddress, importDocument } from "@/lib/imports/server";
import { runForm } from "@/lib/sendings/server";
import { type Intake, takeBytes, takeText } from "@/lib/text";
import { storySlugOf } from "./story";

/**
 * Keeps the pasted text, the file or the page at an address as a draft and shows what was found in it; several files and zips become a
 * batch. Where the page's script sends many files in portions, it is told the batch instead of led to it.
 */
export async function startImportAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  let refused: Extract<Intake, { isText: false }> | null = null;
  const outcome = await runForm(actor, bringFilesSchema, form, async ({ text, from, file, ...more }) => {
    const { accepts, batchId, chosen, ...details } = more;
    // a browser sends an empty file without a name where none is chosen
    const files = file.filter(({ name, size }) => name !== "" || size > 0);
    if (chosen !== undefined || isMany(files.map(({ name }) => name))) {
      const brought = await bytesOf(files);
      if (batchId !== "") {
        await addToBatch(actor, { batchId, files: brought, isPortion: true });
        return { batchId };
      }
      const { title, address, ...ofAll } = details;
      refuseUnlessEmpty(ofOneArticle({ title, address }));
      const story = await storySlugOf(actor, details.story);
      const all = { ...ofAll, story, accepts, files: brought };
      return startBatch(actor, chosen === undefined ? all : { ...all, chosen });
    }
    const story = await storySlugOf(actor, details.story);
    const [only] = files;
    if (only && only.size > 0) {
      const bytes = new Uint8Array(await only.arrayBuffer());
      const intake = takeBytes(bytes);
      // a text with a sign in it that none has: it comes back without it, to be looked at
      if (!intake.isText && intake.salvage !== undefined) {
        refused = intake;
        return null;
      }
      const arriving = { bytes, name: only.name };
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
  const { result } = outcome;
  if (result === null) return refusedText(form, refused);
  if ("draftId" in result) arriveAt(`/import/${result.draftId}${result.isNew ? "" : "?notice=open"}`);
  if (form.has("chosen")) return { ...UNSENT, status: "done", values: { batchId: result.batchId } };
  arriveAt(`/import/batch/${result.batchId}`);
}

/** What is said of one article cannot hold for many. */
function ofOneArticle(given: Readonly<Record<"title" | "address", string>>) {
  return (["title", "address"] as const)
    .filter((field) => given[field] !== "")
    .map((field) => ({
      ...{ rule: "batch.details", field },
      message: `Several files have no ${field} in common. Leave it empty: each is asked for its own.`,
    }));
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
