import { fileOf } from "@/app/exports/file";
import { paramsOf } from "@/app/statements.json/params";
import { getActor } from "@/lib/auth/server";
import { toClaimReview } from "@/lib/claimreview";
import { findReviewed, findTruth, getClaim } from "@/lib/claims/server";
import { NotFound } from "@/lib/errors";
import { SCHEMA_VERSION, toClaimJson } from "@/lib/exports";
import { badRequest, toReadResponse, twinResponse, unknownIn } from "@/lib/http";
import { listNotices } from "@/lib/notices/server";

/** The twins of a claim's page; next.config.js leads /claims/[slug].json, .claimreview.json and the files here. */
export async function GET(request: Request, { params }: RouteContext<"/claims/[slug]/as/[format]">) {
  const { slug, format } = await params;
  try {
    const unknown = unknownIn(paramsOf(request.url), {});
    if (unknown.length > 0) return badRequest(unknown);
    const actor = await getActor();
    const claim = await getClaim(actor, slug);
    if (format === "claimreview.json") {
      const reviewed = claim.state === "published" ? await findReviewed(actor, claim.id) : null;
      if (!reviewed) throw new NotFound("A verdict on the truth of this claim");
      return twinResponse(request, toClaimReview(reviewed), { mediaType: "application/ld+json" });
    }
    if (format !== "json") return await fileOf(actor, { claim: slug }, format);
    // of a withdrawn claim a reader gets the notice alone
    const isOpen = claim.state !== "withdrawn" || claim.positions.length > 0;
    const [truth, notices] = await Promise.all([
      isOpen ? findTruth(actor, claim.id) : null,
      listNotices(actor, { type: "claim", id: claim.id }),
    ]);
    return twinResponse(request, {
      schemaVersion: SCHEMA_VERSION,
      claim: toClaimJson(claim, truth, notices),
    });
  } catch (error) {
    return toReadResponse(error);
  }
}
