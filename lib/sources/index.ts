export { SOURCE_KINDS, type SourceKind, sameAddresses } from "./model";
export { editSourceSchema } from "./schema";
