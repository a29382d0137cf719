import type { Actor } from "@/lib/auth";
import type { ExportEntry } from "@/lib/exports";
import { eachEntry } from "@/lib/exports/server";
import { MOST_ROWS } from "@/lib/paging";
import { STATEMENT_STATES } from "@/lib/statements";
import { namedApart } from "./apart";
import { toRefresh } from "./queries";
import { isRewritten, rewriteOf } from "./rewrite";
import type { BibliographyReport } from "./schema";

const AT_ONCE = 20;

/**
 * The bibliography with every reference written anew of which something was corrected or retracted since; all others stay
 * as they are, to the character. Null for data that is fetched anew instead.
 */
export async function refreshBibliography(
  actor: Actor,
  text: string,
  report: BibliographyReport,
): Promise<string | null> {
  // as far as the report goes
  const read = await namedApart(text, report.entries - report.leftOut);
  if (!isRewritten(read.format)) return null;
  const stale = toRefresh(read, report);
  const statements = await entriesById(actor, [...new Set(stale.map(({ id }) => id))]);
  const rewrite = rewriteOf(read.format, text);
  let [anew, at] = ["", 0];
  for (const [index, { entry, id }] of stale.entries()) {
    // others are served between some of them and the next
    if (index % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    const statement = statements.get(id);
    if (!statement) continue;
    anew += text.slice(at, entry.startUtf16) + (await rewrite(entry, statement));
    at = entry.endUtf16;
  }
  return anew + text.slice(at);
}

async function entriesById(actor: Actor, ids: readonly string[]): Promise<Map<string, ExportEntry>> {
  const found = new Map<string, ExportEntry>();
  for (let from = 0; from < ids.length; from += MOST_ROWS) {
    // what fell is written as well: that is what its reference has to say
    const filter = { id: ids.slice(from, from + MOST_ROWS), state: [...STATEMENT_STATES] };
    for await (const entry of eachEntry(actor, filter)) found.set(entry.publicId, entry);
  }
  return found;
}
