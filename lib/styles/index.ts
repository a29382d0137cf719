export type { OfferedStyle } from "./model";
export { addStyleSchema, removeStyleSchema } from "./schema";
