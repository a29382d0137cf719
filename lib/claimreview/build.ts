import { absoluteUrl, deskName } from "@/lib/http";
import type { Json } from "./model";

interface Claimant {
  readonly name: string;
  readonly kind: string;
  readonly wikidataId: string | null;
  readonly role: string;
}

/** A claim with the verdict on its truth, as the public reads both. */
export interface ReviewedClaim {
  readonly slug: string;
  readonly proposition: string;
  readonly verdict: {
    readonly reasons: string;
    readonly asOf: Date;
    readonly givenAt: Date;
    readonly label: string;
    readonly number: number | null;
    readonly isOrdered: boolean;
    /** The numbers of its scale. */
    readonly numbers: readonly number[];
    readonly evidence: readonly { readonly title: string; readonly address: string }[];
  };
  /** The statements that assert it, as they were said. */
  readonly assertions: readonly {
    readonly speaker: Claimant | null;
    readonly words: string;
    readonly saidOn: string | null;
    readonly address: string | null;
  }[];
}

const MOST_CLAIM_UTF16 = 74;

/** The claim as a ClaimReview (https://schema.org/ClaimReview), the one of its page. */
export function toClaimReview({ slug, proposition, verdict, assertions }: ReviewedClaim): Json {
  const url = absoluteUrl(`/claims/${slug}`);
  const [first] = assertions;
  const claimants = new Map(
    assertions.flatMap(({ speaker }) =>
      speaker && (speaker.kind === "person" || speaker.kind === "organisation")
        ? [[speaker.name, speaker]]
        : [],
    ),
  );
  const appearances = [...new Set(assertions.flatMap(({ address }) => address ?? []))];
  const evidence = verdict.evidence
    .map(({ title, address }) => (address === "" ? title : address))
    .filter(Boolean);
  const [worst, best] = [Math.min(...verdict.numbers), Math.max(...verdict.numbers)];
  const hasNumber = verdict.isOrdered && verdict.number !== null && best > worst;
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url,
    claimReviewed: cut(proposition),
    author: { "@type": "Organization", name: deskName(), url: absoluteUrl("/") },
    datePublished: day(verdict.asOf),
    dateModified: day(verdict.givenAt),
    inLanguage: "en",
    reviewRating: {
      "@type": "Rating",
      alternateName: verdict.label,
      ...(hasNumber ? { ratingValue: verdict.number, bestRating: best, worstRating: worst } : {}),
      ratingExplanation: verdict.reasons,
    },
    itemReviewed: {
      "@type": "Claim",
      ...(claimants.size > 0 ? { author: [...claimants.values()].map(claimantOf) } : {}),
      ...(first?.saidOn ? { datePublished: first.saidOn } : {}),
      ...(first ? { text: first.words } : {}),
      ...(appearances.length > 0
        ? { appearance: appearances.map((address) => ({ "@type": "CreativeWork", url: address })) }
        : {}),
    },
    ...(evidence.length > 0 ? { citation: evidence } : {}),
  };
}

function claimantOf({ name, kind, wikidataId, role }: Claimant) {
  return {
    "@type": kind === "person" ? "Person" : "Organization",
    name,
    ...(wikidataId ? { sameAs: `https://www.wikidata.org/wiki/${wikidataId}` } : {}),
    ...(role && kind === "person" ? { jobTitle: role } : {}),
  };
}

/** A claim longer than is read ends at a word, with a sign that it goes on. */
function cut(text: string): string {
  if (text.length <= MOST_CLAIM_UTF16) return text;
  const piece = text.slice(0, MOST_CLAIM_UTF16 - 1);
  const whole = /\s/u.test(piece) ? piece.replace(/\s+\S*$/u, "") : piece.replace(/[\ud800-\udbff]$/u, "");
  return `${whole}…`;
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}
