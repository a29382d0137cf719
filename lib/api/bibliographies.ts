import { z } from "zod";
import type { Actor } from "@/lib/auth";
import type { BibliographyReport } from "@/lib/bibliographies";
import { checkBibliography, refreshBibliography } from "@/lib/bibliographies/server";
import { typedWords } from "@/lib/forms";

const MOST_UTF16 = 5_000_000;

/** A bibliography, as a program sends it. */
export const bibliographyBodySchema = z.strictObject({
  text: typedWords(MOST_UTF16).describe(
    "RIS, BibTeX, CSL-JSON, EndNote XML, CSV, JSON, or a list of addresses: in which shape it is, is seen",
  ),
  refresh: z.boolean().default(false).describe("Give the text back with stale references written anew"),
});

/** What became of what a bibliography cites, as far as the key's person may read it. Nothing is kept. */
export async function tellBibliography(
  actor: Actor,
  { text, refresh }: z.infer<typeof bibliographyBodySchema>,
): Promise<BibliographyReport> {
  const report = await checkBibliography(actor, text);
  return refresh ? { ...report, refreshed: await refreshBibliography(actor, text, report) } : report;
}
