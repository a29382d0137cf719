"use server";

import { arriveAt } from "@/app/arrive";
import { requireSender } from "@/app/sender";
import { assertCan } from "@/lib/auth";
import { type FormState, formDone } from "@/lib/forms";
import { checkAddressSchema } from "@/lib/imports";
import { checkSource, createDraft } from "@/lib/imports/server";
import { findNearest } from "@/lib/proposals/server";
import { runForm } from "@/lib/sendings/server";
import { captureHereSchema } from "@/lib/sources";
import { getSource } from "@/lib/sources/server";
import { typedDate } from "@/lib/text";

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

/** Opens the text of an edition as an import of one's own, at the paragraph in which words were found. */
export async function captureHereAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSender(form);
  const outcome = await runForm(actor, captureHereSchema, form, async (input) => {
    const { sourceId, edition, startUtf16, endUtf16, become } = input;
    assertCan(actor, "source:import");
    const source = await getSource(actor, { sourceId, edition });
    const [{ text } = { text: "" }] = source.excerpts;
    const { draftId } = await createDraft(actor, {
      ...{ text, title: source.title, author: source.author ?? "", language: source.language },
      ...{ outletName: source.outlet?.name ?? "", address: source.address ?? "" },
      publishedOn: typedDate(source.publishedOn, source.publishedOnPrecision),
    });
    const paragraph = text.lastIndexOf("\n", Math.max(0, startUtf16 - 1)) + 1;
    const into = become === "part" ? await findNearest(actor, { draftId, startUtf16 }) : null;
    return {
      ...{ draftId, paragraph, at: into === null ? "" : `&at=${into}` },
      words: endUtf16 === undefined ? "" : `&words=${startUtf16}-${endUtf16}`,
    };
  });
  if (outcome.status !== "ok") return outcome;
  const { draftId, paragraph, words, at } = outcome.result;
  arriveAt(`/import/${draftId}?add=${paragraph}${words}${at}#add-proposal`);
}
