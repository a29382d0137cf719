import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { toSourceRowJson } from "@/lib/exports";
import { absoluteUrl, badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";
import { countSources, listSources } from "@/lib/sources/server";

/** The list of sources as data: the same permission, and the address of the next page. */
export async function GET(request: Request) {
  const unknown = unknownIn(paramsOf(request.url), { outlet: "one", after: "one" });
  if (unknown.length > 0) return badRequest(unknown);
  const { searchParams } = new URL(request.url);
  const outlet = searchParams.get("outlet") ?? undefined;
  try {
    const page = { after: searchParams.get("after") ?? undefined, take: 50 };
    const actor = await getActor();
    const [{ items, next }, { count, isCapped }] = await Promise.all([
      listSources(actor, { outlet }, page),
      countSources(actor, { outlet }),
    ]);
    const more = new URLSearchParams({ ...(outlet ? { outlet } : {}), after: next ?? "" });
    return twinResponse(request, {
      ...{ total: count, isTotalCapped: isCapped },
      sources: items.map(toSourceRowJson),
      next: next === null ? null : absoluteUrl(`/sources.json?${more}`),
    });
  } catch (error) {
    return toReadResponse(error);
  }
}
