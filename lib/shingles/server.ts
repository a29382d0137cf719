export { indexEdition, indexMissing } from "./mutations";
export { listNearEditions } from "./near";
export { listEditionsSharing } from "./queries";
