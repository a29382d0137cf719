export { detailsSchema, draftSchema, readOnSchema, startImportSchema, storeSchema } from "./schema";
