import { pictureResponse } from "@/app/picture";
import { VISITOR } from "@/lib/auth";
import { findTruth, getClaim } from "@/lib/claims/server";
import { pictureOfClaim } from "@/lib/pictures";

/** What other sites show beside a link to a claim; next.config.js leads /claims/[slug].png here. */
export async function GET(request: Request, { params }: RouteContext<"/claims/[slug]/picture">) {
  const { slug } = await params;
  return pictureResponse(request, async () => {
    const claim = await getClaim(VISITOR, slug);
    return pictureOfClaim(claim, await findTruth(VISITOR, claim.id));
  });
}
