export {
  BIBLIOGRAPHY_FORMATS,
  type BibliographyFormat,
  MOST_ENTRIES,
  OUTCOMES,
  type Outcome,
  TO_LOOK_AT,
} from "./model";
export { type BibliographyFinding, type BibliographyReport, bibliographySchema } from "./schema";
export { type ShownBibliography, shownOf } from "./shown";
export { bibliographyTable } from "./table";
