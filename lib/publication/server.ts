export { applyChanges, writeVersion } from "./mutations";
export { noticesOf, type PublicNotice } from "./queries";
