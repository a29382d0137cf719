export {
  type MigrationResult,
  type MigrationStatus,
  migrate,
  migrationStatus,
  whileStarting,
} from "./apply";
export { authorMigration } from "./author";
export { migrationsFolder } from "./files";
export { type MigrationStore, migrationStore } from "./store";
export { checkWords, rebuildWords, type WordsCheck } from "./words";
