export {
  checkAddressSchema,
  detailsSchema,
  draftSchema,
  readOnSchema,
  startImportSchema,
  storeSchema,
} from "./schema";
