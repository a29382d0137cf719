"use server";

import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import { type FormState, formDone } from "@/lib/forms";
import { checkAddressSchema } from "@/lib/imports";
import { checkSource } from "@/lib/imports/server";
import { runForm } from "@/lib/sendings/server";

export async function checkAddressAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, checkAddressSchema, form, async ({ sourceId }) => ({
    ...(await checkSource(actor, { sourceId })),
    sourceId,
  }));
  if (outcome.status !== "ok") return outcome;
  const { sourceId, what, reason, edition } = outcome.result;
  // why a page was not read is said by whoever asked it, and stands in no address
  if (reason !== null) return formDone({ title: "It was not read again", text: reason, tone: "care" });
  arriveAt(`/sources/${sourceId}?checked=${what}&as=${edition}`);
}
