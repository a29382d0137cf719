import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { NotFound } from "@/lib/errors";
import { toLineageJson } from "@/lib/exports";
import { absoluteUrl, badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";
import { lineageOf } from "@/lib/lineage";
import { listPrintings } from "@/lib/lineage/server";
import { companyOf, wordedInFull } from "@/lib/statements";
import { getStatement } from "@/lib/statements/server";

/** The twin of a lineage; next.config.js leads /statements/st-…/lineage.json here. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/statements/[id]/lineage/as/[format]">,
) {
  const { id, format } = await params;
  try {
    if (format !== "json") throw new NotFound("This format");
    const unknown = unknownIn(paramsOf(request.url), {});
    if (unknown.length > 0) return badRequest(unknown);
    const actor = await getActor();
    const statement = await getStatement(actor, id);
    const { printings, isCut } = await listPrintings(actor, statement);
    return twinResponse(request, {
      statement: {
        id,
        url: absoluteUrl(`/statements/${id}`),
        notice: companyOf(statement).notice,
        inFull: wordedInFull(statement),
      },
      /** There are more printings than these. */
      isCut,
      printings: toLineageJson(lineageOf(printings)),
    });
  } catch (error) {
    return toReadResponse(error);
  }
}
