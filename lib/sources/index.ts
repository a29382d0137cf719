export { SOURCE_KINDS, type SourceKind } from "./model";
export { editSourceSchema } from "./schema";
