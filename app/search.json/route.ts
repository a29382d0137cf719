import { groupsFor } from "@/app/search/groups";
import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";

/** What the page of the same name lists, as data: the palette asks for it while somebody types. */
export async function GET(request: Request) {
  const asked = paramsOf(request.url);
  const unknown = unknownIn(asked, { q: "one" });
  if (unknown.length > 0) return badRequest(unknown);
  try {
    return twinResponse(request, { groups: await groupsFor(await getActor(), String(asked.q ?? "")) });
  } catch (error) {
    return toReadResponse(error);
  }
}
