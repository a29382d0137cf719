export { BackupFailed } from "./model";
export {
  type BackupMade,
  backUp,
  backUpWhenDue,
  checkDatabase,
  pruneBackups,
  type Restored,
  restore,
  wordsForBackups,
} from "./mutations";
