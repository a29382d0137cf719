export { keyOf, LIFETIMES_DAYS, SCOPE_WORDS, SCOPES, type Scope } from "./model";
export { makeKeySchema, revokeKeySchema } from "./schema";
