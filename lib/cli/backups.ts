import path from "node:path";
import type { Command } from "commander";
import { env } from "@/lib/env/server";
import { CommandFailed, type Terminal } from "./terminal";

async function backUpWhenDue(terminal: Terminal): Promise<void> {
  const { backupEveryMs, backupKeep } = env();
  if (backupEveryMs === null) throw new CommandFailed("BACKUP_EVERY does not say how often.");
  const { backUpWhenDue } = await import("@/lib/backups/server");
  const made = await backUpWhenDue(backupEveryMs, backupKeep);
  if (made !== null) terminal.print(`Backed up to ${made.file}.`);
}

/** `db backup`, `db restore` and `db check`: copies of the database, and whether it can be read. */
export function addBackups(database: Command, terminal: Terminal): void {
  database
    .command("backup")
    .summary("copy the whole database into one file")
    .description(
      "Copies the whole database as it stands at this moment into one file, while the site runs or not, and reads the copy back. Without a file it goes into backups in the data folder. The keys in the data folder are not in it: keep session-secret and audit-key too.",
    )
    .argument("[file]", "where to put it")
    .option(
      "--keep <count>",
      "afterwards delete all but the newest so many of the backups in the data folder",
    )
    .option("--json", "print JSON")
    .action(
      async (file: string | undefined, options: { json?: boolean; keep?: string; whenDue?: boolean }) => {
        if (options.whenDue) return backUpWhenDue(terminal);
        const keep = options.keep === undefined ? null : Number(options.keep);
        if (keep !== null && !(Number.isInteger(keep) && keep > 0))
          throw new CommandFailed("--keep wants a whole number, at least 1.");
        const { backUp, pruneBackups } = await import("@/lib/backups/server");
        const made = await backUp(file === undefined ? undefined : path.resolve(terminal.folder, file));
        const deleted = keep === null ? [] : await pruneBackups(keep);
        if (options.json) return terminal.print(JSON.stringify({ ...made, deleted }, null, 2));
        terminal.print(`${made.file}: ${made.rows} rows, up to change ${made.seq}, read back and whole`);
        for (const old of deleted) terminal.print(`deleted ${old}`);
      },
    );

  database
    .command("restore")
    .summary("put a backup in the place of the database")
    .description(
      "Reads a backup through, keeps the present database aside and puts the backup in its place. Refuses while the site runs.",
    )
    .argument("<file>", "a file that `db backup` made, or one of those in backups in the data folder")
    .action(async (file: string) => {
      const { restore } = await import("@/lib/backups/server");
      const { rows, seq, aside } = await restore(path.resolve(terminal.folder, file));
      terminal.print(`restored ${rows} rows, up to change ${seq}`);
      if (aside !== null) terminal.print(`the database from before is kept in ${aside}`);
    });

  database
    .command("check")
    .summary("read the whole database through")
    .description(
      "Reads the whole database through and changes nothing. Fails when it is damaged, and tells where backups stand and how to go back to one.",
    )
    .action(async () => {
      const { checkDatabase } = await import("@/lib/backups/server");
      const found = await checkDatabase();
      terminal.print(
        found === null
          ? "empty: nothing was stored yet, and the first start or `db migrate` makes its tables"
          : `whole: ${found.rows} rows, up to change ${found.seq}`,
      );
    });
}
