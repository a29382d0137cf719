import { paramsOf } from "@/app/statements.json/params";
import { type Actor, can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { toSourceRowJson } from "@/lib/exports";
import { absoluteUrl, badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";
import type { PageRequest } from "@/lib/paging";
import { listPassages } from "@/lib/passages/server";
import { countSources, listSources } from "@/lib/sources/server";

/** Where words stand in whole texts, as the page of the same address shows the desk. */
async function textsWith(actor: Actor, request: Request, q: string, page: PageRequest) {
  const { items, next, unasked } = await listPassages(actor, q, page);
  return twinResponse(request, {
    texts: items.map(({ source: { publicId, title, language, outlet }, edition, places }) => ({
      source: { id: publicId, title, language, outlet: outlet?.name ?? null },
      ...{ edition, places },
    })),
    ...(unasked.length > 0 ? { unasked } : {}),
    next: next === null ? null : absoluteUrl(`/sources.json?${new URLSearchParams({ q, after: next })}`),
  });
}

/** The list of sources as data: the same permission, and the address of the next page. */
export async function GET(request: Request) {
  try {
    const actor = await getActor();
    const maySearch = can(actor, "statement:read_unpublished");
    const asked = paramsOf(request.url);
    const isSearch = maySearch && asked.q !== undefined;
    const unknown = unknownIn(asked, isSearch ? { q: "one", after: "one" } : { outlet: "one", after: "one" });
    if (unknown.length > 0) return badRequest(unknown);
    const { searchParams } = new URL(request.url);
    const outlet = searchParams.get("outlet") ?? undefined;
    const page = { after: searchParams.get("after") ?? undefined, take: 50 };
    if (isSearch) return await textsWith(actor, request, searchParams.get("q") ?? "", page);
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
