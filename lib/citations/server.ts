export {
  type Citation,
  type CitationForm,
  citeStatement,
  type Stretch,
} from "./format";
