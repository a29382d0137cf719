export { inXml, toAtom } from "./atom";
export { toJsonFeed } from "./json-feed";
export type { Feed, FeedEntry } from "./model";
