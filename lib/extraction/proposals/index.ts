export type { DateSaid } from "./date-said";
export { inSource } from "./in-source";
export { proposalsFrom } from "./proposals";
