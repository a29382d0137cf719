export {
  addEdition,
  type CreatedSource,
  createSource,
  editSource,
  hashText,
  type SourceFields,
  type SourceInput,
} from "./mutations";
