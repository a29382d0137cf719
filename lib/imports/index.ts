export { detailsSchema, draftSchema, startImportSchema } from "./schema";
