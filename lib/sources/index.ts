export { type SavePage, savePagesFor } from "./archiving";
export { aheadOfPublication, occurredAtOf, SOURCE_KINDS, type SourceKind, sameAddresses } from "./model";
export { captureHereSchema, editSourceSchema } from "./schema";
