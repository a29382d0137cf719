export { type ReviewedClaim, toClaimReview } from "./build";
export { checkClaimReviews, readClaimReviews } from "./check";
