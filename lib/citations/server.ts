export {
  type Citation,
  type CitationForm,
  citeStatement,
  formatCitation,
  plainText,
  type Stretch,
} from "./format";
