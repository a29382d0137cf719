import { fileOf } from "@/app/exports/file";
import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { toClaimReview } from "@/lib/claimreview";
import { findReviewed, getClaim } from "@/lib/claims/server";
import { NotFound } from "@/lib/errors";
import { SCHEMA_VERSION } from "@/lib/exports";
import { readClaimJson } from "@/lib/exports/server";
import { badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";

/** The twins of a claim's page; next.config.js leads /claims/[slug].json, .claimreview.json and the files here. */
export async function GET(request: Request, { params }: RouteContext<"/claims/[slug]/as/[format]">) {
  const { slug, format } = await params;
  try {
    const unknown = unknownIn(paramsOf(request.url), {});
    if (unknown.length > 0) return badRequest(unknown);
    const actor = await getActor();
    if (format === "json") {
      const claim = await readClaimJson(actor, slug);
      return twinResponse(request, { schemaVersion: SCHEMA_VERSION, claim });
    }
    const claim = await getClaim(actor, slug);
    if (format !== "claimreview.json") return await fileOf(actor, { claim: slug }, format);
    const reviewed = claim.state === "published" ? await findReviewed(actor, claim.id) : null;
    if (!reviewed) throw new NotFound("A verdict on the truth of this claim");
    return twinResponse(request, toClaimReview(reviewed), { mediaType: "application/ld+json" });
  } catch (error) {
    return toReadResponse(error);
  }
}
