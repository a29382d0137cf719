export { type Element, readMarkUp } from "./mark-up";
export {
  DOCUMENT_ENDINGS,
  type DocumentKind,
  DocumentRefused,
  type Paragraph,
  type ParagraphKind,
  type ReadDocument,
  type TimeMark,
} from "./model";
