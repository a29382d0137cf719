export { isPassive } from "./certainties";
export { deniedClaim } from "./denied";
export type { Frame } from "./frame";
export { framesOf, KEEP_PLAIN, KEEP_QUOTED } from "./frames";
export { addresseeOf, isDenial, isNegated, tenseOf } from "./saying";
export { phraseOf } from "./subjects";
export { isUnsaid } from "./unsaid";
