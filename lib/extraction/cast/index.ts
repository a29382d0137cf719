export { castAsPrinted } from "./as-printed";
export { castByNouns } from "./by-nouns";
export type { Cast } from "./cast";
export { buildCast } from "./cast";
export type { Resolution } from "./resolution";
