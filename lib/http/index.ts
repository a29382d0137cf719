export { actionsOf } from "./actions";
export { type Known, unknownIn } from "./address";
export { contentPolicy } from "./content-policy";
export { statusOf } from "./model";
export { problemResponse } from "./problems";
export {
  absoluteUrl,
  awayResponse,
  badRequest,
  deskName,
  jsonResponse,
  publicBytesResponse,
  publicResponse,
  RETRY_AFTER_S,
  toReadResponse,
  toResponse,
} from "./responses";
export { assertSameOrigin, isSameOrigin, localPath } from "./same-origin";
export { takeForm } from "./take-form";
export { fileResponse, strangersFile, twinResponse } from "./twins";
export { speakWithoutScripts, withWords } from "./without-scripts";
