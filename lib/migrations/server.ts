export {
  type MigrationResult,
  type MigrationStatus,
  migrate,
  migrationStatus,
} from "./apply";
export { authorMigration } from "./author";
