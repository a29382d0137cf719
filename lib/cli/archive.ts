import path from "node:path";
import type { Command } from "commander";
import type { Terminal } from "./terminal";

/** `archive write` and `archive restore`: all that the desk holds, in a zip that needs no program to be read. */
export function addArchive(program: Command, terminal: Terminal): void {
  const archive = program
    .command("archive")
    .description("All that the desk holds as a zip of plain files, and back into an empty Verbatim.");
  archive
    .command("write", { isDefault: true })
    .summary("write everything into one zip")
    .description(
      "Writes everything as it stands at this moment, while the site runs or not: a table a file of JSON Lines, an edition a text file, and a manifest with their checksums. Reads it back before it gets its name. Everything is in it, passwords and keys of programs as hashes, what is off the record and embargoed: keep it as you keep the database. The keys in the data folder are not in it.",
    )
    .argument("<file>", "where to put it, such as desk.zip")
    .action(async (file: string) => {
      const { writeArchive } = await import("@/lib/backups/server");
      const made = await writeArchive(path.resolve(terminal.folder, file));
      terminal.print(`${made.file}: ${made.rows} rows and ${made.editions} texts, read back and whole`);
    });
  archive
    .command("restore")
    .summary("fill an empty Verbatim with an archive")
    .description(
      "Fills an empty Verbatim with an archive, of either engine: all of it or nothing, every file against its checksum. Refuses one that is not empty, that runs, or is of another version of the program. Bring the keys of the former data folder too, or the record of changes cannot be checked.",
    )
    .argument("<file>", "a zip that `archive write` made")
    .action(async (file: string) => {
      const { restoreArchive } = await import("@/lib/backups/server");
      const { rows, editions } = await restoreArchive(path.resolve(terminal.folder, file));
      terminal.print(`restored ${rows} rows and ${editions} texts`);
    });
}
