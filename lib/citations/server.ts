export {
  type Citation,
  type CitationForm,
  citeStatement,
  formatCitation,
  type Stretch,
} from "./format";
