"use server";

import { headers } from "next/headers";
import type { BibliographyState } from "@/components/bibliographies/state";
import { getActor } from "@/lib/auth/server";
import { shownOf } from "@/lib/bibliographies";
import { checkBibliography } from "@/lib/bibliographies/server";
import { Refused, storageFailure } from "@/lib/errors";
import { isOfFramework, wordsForLog } from "@/lib/sendings/server";
import { sentBibliography } from "./sent";

const FAILED =
  "It could not be compared with the record: something failed on our side. What you pasted stands here still; send it again.";

/** Tells what became of what a bibliography cites. Nothing is stored, so nothing is asked but the text. */
export async function checkBibliographyAction(
  _: BibliographyState,
  form: FormData,
): Promise<BibliographyState> {
  // a request made by hand may name an action and send it no form
  if (!(form instanceof FormData)) return { status: "idle", text: null };
  // with scripts what was typed stands there still
  const hasScripts = (await headers()).has("next-action");
  const typed = hasScripts ? null : String(form.get("text") ?? "");
  try {
    const text = await sentBibliography(form);
    const report = shownOf(await checkBibliography(await getActor(), text));
    // a chosen file does not come back, and the files that are offered are made of its text
    return { status: "done", text: hasScripts ? null : text, report };
  } catch (error) {
    if (!(error instanceof Refused)) {
      if (isOfFramework(error)) throw error;
      // thrown on, it would take the text with it that a browser without scripts holds no longer
      console.error(wordsForLog(error));
      return { status: "refused", text: typed, field: "text", message: storageFailure(error) ?? FAILED };
    }
    const [first] = error.refusals;
    return { status: "refused", text: typed, field: first?.field ?? "text", message: first?.message ?? "" };
  }
}
