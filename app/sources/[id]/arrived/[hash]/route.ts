import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { badRequest, strangersFile, toReadResponse, unknownIn } from "@/lib/http";
import { getArrivedFile } from "@/lib/imports/server";

/** What a text of a source was read from, as it arrived: to be saved, and never drawn by a browser as a page of this site. */
export async function GET(request: Request, { params }: RouteContext<"/sources/[id]/arrived/[hash]">) {
  const { id, hash } = await params;
  try {
    const unknown = unknownIn(paramsOf(request.url), {});
    if (unknown.length > 0) return badRequest(unknown);
    const { bytes, fileName } = await getArrivedFile(await getActor(), { sourceId: id, sha256: hash });
    return strangersFile(bytes, fileName);
  } catch (error) {
    return toReadResponse(error);
  }
}
