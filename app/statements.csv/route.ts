import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { USUAL_STYLE } from "@/lib/citations";
import { now } from "@/lib/env";
import { byteStream } from "@/lib/exports";
import { assertNamed, CSV, eachEntry } from "@/lib/exports/server";
import { absoluteUrl, badRequest, fileResponse, toReadResponse, unknownIn } from "@/lib/http";
import { KNOWN_FILTERS, statementFilterSchema } from "@/lib/statements";

/** Every statement that matches, as a table, written while it is read. */
export async function GET(request: Request) {
  const params = paramsOf(request.url);
  // the table is whole: it has no pages to go on after
  const { after: _, ...known } = KNOWN_FILTERS;
  const unknown = unknownIn(params, known);
  if (unknown.length > 0) return badRequest(unknown);
  const filter = statementFilterSchema.parse(params);
  try {
    const actor = await getActor();
    await assertNamed(actor, filter);
    const entries = eachEntry(actor, filter, CSV);
    const of = { title: "Statements", address: absoluteUrl("/statements"), madeAt: now() } as const;
    const pieces = CSV.write(entries, { ...of, style: USUAL_STYLE });
    return fileResponse(byteStream(pieces), CSV, "statements");
  } catch (error) {
    return toReadResponse(error);
  }
}
