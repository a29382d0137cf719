import type { Metadata } from "next";
import { pictureAt } from "@/app/picture";
import { feedsOf } from "@/app/statements/address";
import { absoluteUrl, deskName } from "@/lib/http";
import { shortWording } from "@/lib/statements";
import { writeDated } from "@/lib/text";

const LONGEST = 200;

interface Titled {
  readonly slug: string;
  readonly proposition: string;
  readonly state: string;
}

interface Found {
  readonly reasons: string;
  readonly asOf: Date;
  readonly scaleLabel: { readonly label: string; readonly scale: { readonly name: string } } | null;
}

/** The head of a claim's page: nothing that unfurls it elsewhere shows the proposition as this desk's own words. */
export function claimMetadata(claim: Titled, truth: Found | null): Metadata {
  const url = absoluteUrl(`/claims/${claim.slug}`);
  const title = titleOf(claim);
  const description = claim.state === "withdrawn" ? "This claim was withdrawn." : foundIn(truth);
  const isPublic = claim.state === "published" || claim.state === "withdrawn";
  const images = isPublic ? [pictureAt(`/claims/${claim.slug}`, `${title} ${description}`)] : [];
  return {
    title,
    description,
    alternates: { canonical: url, types: feedsOf({}, claim.slug) },
    openGraph: { type: "article", siteName: deskName(), url, title, description, images },
    twitter: { card: "summary_large_image", title, description, images },
  };
}

/** "Claim: Lorries cross the bridge in winter." with before it that it was withdrawn: for the head and for print. */
export function titleOf({ proposition, state }: Omit<Titled, "slug">): string {
  return `${state === "withdrawn" ? "Withdrawn: " : ""}Claim: ${proposition}`;
}

function foundIn(truth: Found | null): string {
  if (!truth) return "This desk has not judged whether it is true. Who claims it, who denies it, and where.";
  const { scaleLabel, asOf, reasons } = truth;
  const day = writeDated({ on: asOf, precision: "day" });
  const judged = scaleLabel ? `“${scaleLabel.label}” on the scale ${scaleLabel.scale.name}` : "in words";
  // cut at a word and with a sign, or the beginning of a sentence would pass for all of it
  return `Judged ${judged}, as of ${day}: ${shortWording(reasons, LONGEST)}`;
}
