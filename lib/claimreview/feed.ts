import { absoluteUrl, deskName } from "@/lib/http";
import { type Json, textOf } from "./model";

/** ClaimReviews as a feed of data (https://schema.org/DataFeed), which is how programs that collect them ask for all. */
export function toDataFeed(reviews: readonly Json[]): Json {
  const days = reviews.map((review) => textOf(review, "dateModified")).sort();
  const latest = days.at(-1);
  return {
    "@context": "https://schema.org",
    "@type": "DataFeed",
    name: `Claims reviewed by ${deskName()}`,
    url: absoluteUrl("/feeds/claimreviews.json"),
    ...(latest ? { dateModified: latest } : {}),
    dataFeedElement: reviews.map((review) => ({
      "@type": "DataFeedItem",
      dateCreated: textOf(review, "datePublished"),
      dateModified: textOf(review, "dateModified"),
      item: review,
    })),
  };
}
