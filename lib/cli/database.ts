import type { Command } from "commander";
import { env } from "@/lib/env/server";
import { addBackups } from "./backups";
import { CommandFailed, type Terminal } from "./terminal";

/** `db`: the state of the database and what brings it up to date. */
export function addDatabase(program: Command, terminal: Terminal): void {
  const database = program
    .command("db")
    .summary("look after the database")
    .description("Looks after the database.");

  database
    .command("status")
    .summary("compare the database to this version of the program")
    .description(
      "Compares the database to this version of the program and changes nothing. Fails when it is behind.",
    )
    .option("--json", "print JSON")
    .action(async (options: { json?: boolean }) => {
      const { migrationStatus } = await import("@/lib/migrations/server");
      const status = await migrationStatus();
      const isUpToDate = status.pending.length === 0 && status.unknown.length === 0;
      if (options.json) terminal.print(JSON.stringify({ ...status, isUpToDate }, null, 2));
      else for (const line of wordsForStatus(status)) terminal.print(line);
      if (!isUpToDate)
        throw new CommandFailed(isPending(status) ? "The database is behind." : "The database is newer.");
    });

  database
    .command("migrate")
    .summary("bring the database up to date")
    .description(
      "Applies the migrations that the database lacks. An SQLite database is copied into the data folder first.",
    )
    .option("--json", "print JSON")
    .action(async (options: { json?: boolean }) => {
      const { migrate } = await import("@/lib/migrations/server");
      const result = await migrate();
      const { sealStandingRecords } = await import("@/lib/audit/server");
      const sealed = await sealStandingRecords();
      if (options.json) return terminal.print(JSON.stringify({ ...result, sealed }, null, 2));
      for (const name of result.applied) terminal.print(`applied ${name}`);
      if (result.backup !== null) terminal.print(`a copy from before stands in ${result.backup}`);
      if (sealed > 0) terminal.print(`sealed ${sealed} records from before`);
      if (result.applied.length === 0) terminal.print("up to date");
    });

  addBackups(database, terminal);

  database
    .command("author")
    .summary("write a migration after schema.prisma changed (for developers)")
    .description(
      "Writes the SQL that leads from the last migration to schema.prisma, for both engines. Call it as `node scripts/migration.mjs NAME`, which brings the PostgreSQL that it needs.",
    )
    .argument("<name>", "what it does, in snake_case")
    .action(async (name: string) => {
      const { testDatabaseUrl } = env();
      if (testDatabaseUrl === null) throw new CommandFailed("Call it as: node scripts/migration.mjs NAME");
      const { authorMigration } = await import("@/lib/migrations/server");
      const files = await authorMigration(name, testDatabaseUrl);
      for (const file of files) terminal.print(file);
      if (files.length === 0) terminal.tell("schema.prisma asks for nothing that the migrations lack");
    });
}

interface Status {
  readonly engine: string;
  readonly applied: readonly string[];
  readonly pending: readonly string[];
  readonly unknown: readonly string[];
}

function isPending({ pending }: Status): boolean {
  return pending.length > 0;
}

function* wordsForStatus({ engine, applied, pending, unknown }: Status): Iterable<string> {
  yield `engine   ${engine}`;
  for (const name of applied) yield `${unknown.includes(name) ? "newer  " : "applied"}  ${name}`;
  for (const name of pending) yield `pending  ${name}`;
}
