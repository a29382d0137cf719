export {
  type BackupMade,
  backUp,
  backUpWhenDue,
  checkDatabase,
  pruneBackups,
  type Restored,
  restore,
} from "./mutations";
