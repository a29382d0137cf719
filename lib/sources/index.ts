export { SOURCE_KINDS, type SourceKind } from "./model";
