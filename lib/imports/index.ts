export { ARTICLE_ENDINGS, isArticleFile, isHiddenFile } from "./files";
export {
  checkAddressSchema,
  detailsSchema,
  draftSchema,
  nearSchema,
  readOnSchema,
  startImportSchema,
  storeSchema,
} from "./schema";
