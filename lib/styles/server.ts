export { addStyle, removeStyle } from "./mutations";
export { findStyle, listAddedStyles, listStyles } from "./queries";
