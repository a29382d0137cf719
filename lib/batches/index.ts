export { type FileState, isMany, MOST, portionsOf, REPORTED } from "./model";
export { addFilesSchema, batchSchema, bringFilesSchema } from "./schema";
