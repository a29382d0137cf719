export type { Cast } from "./cast";
export { buildCast } from "./cast";
