export { ARTICLE_ENDINGS, isArticleFile, isHiddenFile } from "./files";
export {
  checkAddressSchema,
  detailsSchema,
  draftSchema,
  readOnSchema,
  startImportSchema,
  storeSchema,
} from "./schema";
