export { detailsSchema, draftSchema, readOnSchema, startImportSchema } from "./schema";
