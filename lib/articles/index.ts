export {
  DETAILS,
  type DetailName,
  type FoundDetail,
  type FoundDetails,
  type PlaceMarks,
  placeAt,
  type ReadArticle,
  readMarks,
  storeMarks,
} from "./model";
