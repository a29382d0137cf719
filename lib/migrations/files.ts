import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Engine } from "@/lib/db";

/** One migration as it stands in the project. */
export interface MigrationFile {
  /** The folder's name: a timestamp, an underscore and a name. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 in hex, the same that Prisma records when it applies the migration. */
  readonly checksum: string;
}

/** Where the migrations of both engines stand. */
export function migrationsFolder(): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), "prisma/migrations");
}

/** The migrations of one engine, oldest first. */
export async function readMigrations(engine: Engine, folder = migrationsFolder()): Promise<MigrationFile[]> {
  const entries = await readdir(path.join(folder, engine), { withFileTypes: true }).catch(ignoreMissing);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, engine, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** Migrations in the shape that the schema engine takes. */
export function migrationList(engine: Engine, migrations: readonly MigrationFile[]): MigrationList {
  return {
    baseDir: path.join(migrationsFolder(), engine),
    lockfile: { path: "./migration_lock.toml", content: lockFile(engine) },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

/** What `prisma migrate deploy` wants beside the migrations. */
export function lockFile(engine: Engine): string {
  return `# Written by Prisma and read by \`prisma migrate deploy\`.\nprovider = "${engine}"\n`;
}

function ignoreMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === "ENOENT") return [];
  throw error;
}
