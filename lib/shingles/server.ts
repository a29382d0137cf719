export { indexEdition, indexMissing } from "./mutations";
export { listEditionsSharing } from "./queries";
