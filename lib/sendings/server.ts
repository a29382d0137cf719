export { isOfAnother, senderOf, signSender, type Typed } from "./model";
export {
  discardTyped,
  isOfFramework,
  keepSent,
  keepTyped,
  runForm,
  whyNotKept,
  wordsForLog,
} from "./mutations";
export { isStored, listTyped } from "./queries";
