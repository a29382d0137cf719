export { listChangeEntries, listPublishedEntries } from "./queries";
export { listSitemapMonths, listSitemapOf } from "./sitemaps";
