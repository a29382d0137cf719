import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { countClaims, listClaims } from "@/lib/claims/server";
import { toClaimRowJson } from "@/lib/exports";
import { absoluteUrl, badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";

/** The list of claims as data: the same words, the same permission, and the address of the next page. */
export async function GET(request: Request) {
  const params = paramsOf(request.url);
  const unknown = unknownIn(params, { q: "one", after: "one" });
  if (unknown.length > 0) return badRequest(unknown);
  const { searchParams } = new URL(request.url);
  const q = searchParams.get("q") ?? "";
  try {
    const page = { after: searchParams.get("after") ?? undefined, take: 50 };
    const actor = await getActor();
    const [{ items, next }, { count, isCapped }] = await Promise.all([
      listClaims(actor, { q }, page),
      countClaims(actor, { q }),
    ]);
    const more = new URLSearchParams({ ...(q ? { q } : {}), after: next ?? "" });
    return twinResponse(request, {
      ...{ total: count, isTotalCapped: isCapped },
      claims: items.map(toClaimRowJson),
      next: next === null ? null : absoluteUrl(`/claims.json?${more}`),
    });
  } catch (error) {
    return toReadResponse(error);
  }
}
