export { type ArchiveMade, archivedTables, writeArchive } from "./archive";
export { type ArchiveRestored, restoreArchive } from "./archive-restore";
export {
  type BackupMade,
  backUp,
  backUpWhenDue,
  checkDatabase,
  pruneBackups,
  type Restored,
  restore,
} from "./mutations";
