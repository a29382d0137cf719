// Read by Prisma's own commands only (generate, migrate deploy); the program itself never runs them on a database.
import path from "node:path";
import { defineConfig } from "prisma/config";

const root = path.dirname(import.meta.dirname);
const databaseUrl = process.env.DATABASE_URL;
const engine = databaseUrl ? "postgresql" : "sqlite";
const dataDir = path.resolve(root, process.env.DATA_DIR ?? "./data");

export default defineConfig({
  // `prisma generate --schema …` names a generated copy; everything else reads the copy that fits the engine
  schema: path.join(root, "prisma/generated", `${engine}.prisma`),
  migrations: { path: path.join(root, "prisma/migrations", engine) },
  datasource: { url: databaseUrl || `file:${path.join(dataDir, "verbatim.db")}` },
});
