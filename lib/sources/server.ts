export {
  addEdition,
  type CreatedSource,
  createSource,
  editSource,
  hashText,
  type SourceFields,
  type SourceInput,
} from "./mutations";
export {
  getSource,
  hiddenIn,
  listSources,
  readableEvidence,
  type SourceDetail,
  type SourceRow,
  sourcesWithHidden,
} from "./queries";
