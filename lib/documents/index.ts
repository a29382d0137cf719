export {
  DOCUMENT_ENDINGS,
  DOCUMENT_KINDS,
  type DocumentKind,
  DocumentRefused,
  type Paragraph,
  type ParagraphKind,
  type ReadDocument,
  type TimeMark,
} from "./model";
