export { hiddenIn, readableEvidence, SHOWN_EVIDENCE, sourcesWithHidden, titlesFor } from "./hidden";
export {
  addEdition,
  type CreatedSource,
  createSource,
  editSource,
  hashText,
  type SourceFields,
} from "./mutations";
export {
  countSources,
  findPlacesInCodePoints,
  findSourceAt,
  getSource,
  listSources,
  MARKED,
  type SourceDetail,
  type SourceRow,
} from "./queries";
export { recordQuoted } from "./quoted";
export type { SourceInput } from "./recorded";
