export { ClosedNetwork, lookUpWhere, whyUnreached } from "./connect";
export { type Fetched, type FetchLimits, FetchRefused, fetchPage } from "./fetch";
export { mayBeSentTo } from "./rule";
