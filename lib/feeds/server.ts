export { listChangeEntries, listClaimReviews, listPublishedEntries } from "./queries";
export { listSitemapOf, listSitemaps } from "./sitemaps";
