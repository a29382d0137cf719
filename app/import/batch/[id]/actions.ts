"use server";

import { arriveAt } from "@/app/arrive";
import { bytesOf } from "@/app/import/files";
import { orNotFound } from "@/app/or-not-found";
import { requireSender } from "@/app/sender";
import { addFilesSchema, batchSchema } from "@/lib/batches";
import { addToBatch, cancelBatch } from "@/lib/batches/server";
import { type FormState, UNSENT } from "@/lib/forms";
import { runForm } from "@/lib/sendings/server";

/** Puts more files behind those of a batch; in portions, where the page's script sends many. */
export async function addFilesAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, addFilesSchema, form, async ({ batchId, file }) => {
    const files = file.filter(({ name, size }) => name !== "" || size > 0);
    await addToBatch(actor, { batchId, files: await bytesOf(files) }).catch(orNotFound);
    return batchId;
  });
  if (outcome.status !== "ok") return outcome;
  const { result: batchId } = outcome;
  if (form.has("chosen")) return { ...UNSENT, status: "done", values: { batchId } };
  arriveAt(`/import/batch/${batchId}?notice=added`);
}

/** Lets go of what nobody has read yet. */
export async function cancelBatchAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, batchSchema, form, async ({ batchId }) => {
    await cancelBatch(actor, { batchId }).catch(orNotFound);
    return batchId;
  });
  if (outcome.status !== "ok") return outcome;
  arriveAt(`/import/batch/${outcome.result}?notice=cancelled`);
}
