export { resemble, shinglesAtLeisure } from "./model";
export { indexEdition, indexMissing } from "./mutations";
export { listNearEditions, listNearOfEach } from "./near";
export { listEditionsSharing } from "./queries";
