export { makeKey, revokeKey } from "./mutations";
export { findKeyed, type Keyed, listOwnKeys, type OwnKey } from "./queries";
