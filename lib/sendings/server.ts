export { isOfAnother, senderOf, signSender, type Typed } from "./model";
export { discardTyped, keepSent, keepTyped, runForm, whyNotKept } from "./mutations";
export { isStored, listTyped } from "./queries";
