export { isOfAnother, senderOf, signSender, type Typed } from "./model";
export { discardTyped, keepSent, keepTyped, runForm } from "./mutations";
export { listTyped } from "./queries";
