import { paramsOf } from "@/app/statements.json/params";
import { NotFound } from "@/lib/errors";
import { toEditionsJson } from "@/lib/exports";
import { badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";
import { comparedAt } from "../../read";

/** The twin of a comparison; next.config.js leads /sources/src-…/editions/1..2.json here. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/sources/[id]/editions/[pair]/as/[format]">,
) {
  const { id, pair, format } = await params;
  try {
    if (format !== "json") throw new NotFound("This format");
    const unknown = unknownIn(paramsOf(request.url), {});
    if (unknown.length > 0) return badRequest(unknown);
    return twinResponse(request, toEditionsJson(await comparedAt(id, pair)));
  } catch (error) {
    return toReadResponse(error);
  }
}
