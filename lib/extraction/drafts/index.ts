export { attributionSpan } from "./attributions";
export type { Draft } from "./draft";
export { draftsOf } from "./drafts";
export { labelledStatements } from "./labels";
