import { fileOf } from "@/app/exports/file";
import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { SCHEMA_VERSION } from "@/lib/exports";
import { readSourceJson } from "@/lib/exports/server";
import { badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";

/** The twins of a source's page; next.config.js leads /sources/src-….json and the files of its statements here. */
export async function GET(request: Request, { params }: RouteContext<"/sources/[id]/as/[format]">) {
  const { id, format } = await params;
  try {
    const unknown = unknownIn(paramsOf(request.url), {});
    if (unknown.length > 0) return badRequest(unknown);
    const actor = await getActor();
    if (format !== "json") return await fileOf(actor, { source: id }, format);
    const source = await readSourceJson(actor, id);
    return twinResponse(request, { schemaVersion: SCHEMA_VERSION, source });
  } catch (error) {
    return toReadResponse(error);
  }
}
