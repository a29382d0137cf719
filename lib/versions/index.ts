export {
  type VersionChange,
  type VersionCorrection,
  type VersionFields,
  versionNumber,
} from "./model";
