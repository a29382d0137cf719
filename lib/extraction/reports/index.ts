export type { Report } from "./report";
export { reportsOf } from "./reports";
export { quotedWithin } from "./terms";
