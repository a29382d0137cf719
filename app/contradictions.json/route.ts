import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { toContradictionJson } from "@/lib/exports";
import { absoluteUrl, badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";
import { countContradictions, listContradictions } from "@/lib/relations/server";

/** The contradictions as data, oldest first: the same filters, the same permission, and the address of the next page. */
export async function GET(request: Request) {
  const unknown = unknownIn(paramsOf(request.url), { open: "one", speaker: "any", after: "one" });
  if (unknown.length > 0) return badRequest(unknown);
  const { searchParams } = new URL(request.url);
  const filter = {
    isOpenOnly: searchParams.has("open"),
    between: searchParams.getAll("speaker").slice(0, 2),
  };
  const after = searchParams.get("after") ?? undefined;
  try {
    const actor = await getActor();
    const [{ items, next }, { count, isCapped }] = await Promise.all([
      listContradictions(actor, filter, { after }),
      countContradictions(actor, filter),
    ]);
    if (next !== null) searchParams.set("after", next);
    return twinResponse(request, {
      ...{ total: count, isTotalCapped: isCapped },
      contradictions: items.map(toContradictionJson),
      next: next === null ? null : absoluteUrl(`/contradictions.json?${searchParams}`),
    });
  } catch (error) {
    return toReadResponse(error);
  }
}
