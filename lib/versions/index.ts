export {
  changesBetweenVersions,
  noticeAsOf,
  readSnapshot,
  type VersionChange,
  type VersionCorrection,
  type VersionFields,
  versionNumber,
} from "./model";
