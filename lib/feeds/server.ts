export { listChangeEntries, listPublishedEntries } from "./queries";
export { listSitemapOf, listSitemaps } from "./sitemaps";
