import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { NotFound } from "@/lib/errors";
import { toVersionJson } from "@/lib/exports";
import { badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";
import { versionNumber } from "@/lib/versions";
import { getVersion } from "@/lib/versions/server";

/** The twin of a version's page; next.config.js leads /statements/st-…/versions/1.json here. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/statements/[id]/versions/[number]/as/[format]">,
) {
  const { id: publicId, number, format } = await params;
  try {
    if (format !== "json") throw new NotFound("This format");
    const unknown = unknownIn(paramsOf(request.url), {});
    if (unknown.length > 0) return badRequest(unknown);
    const version = await getVersion(await getActor(), { publicId, number: versionNumber(number) });
    return twinResponse(request, { version: toVersionJson(version) });
  } catch (error) {
    return toReadResponse(error);
  }
}
