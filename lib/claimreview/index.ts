export { type ReviewedClaim, toClaimReview } from "./build";
export { checkClaimReviews, readClaimReviews } from "./check";
export { toDataFeed } from "./feed";
export { type Readable, toReadable } from "./readable";
