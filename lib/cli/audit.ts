import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import type { AuditCheck, Checkpoint } from "@/lib/audit/server";
import { CommandFailed, type Terminal } from "./terminal";

/** `audit`: whether the record of changes is whole, and what to keep elsewhere to know it later. */
export function addAudit(program: Command, terminal: Terminal): void {
  const audit = program
    .command("audit")
    .summary("look after the record of changes")
    .description("Looks after the record of every change.");

  audit
    .command("verify")
    .summary("check the record of changes, and every record against it")
    .description(
      "Recomputes every recorded change with its signature, compares every record to what the changes say of it, and holds both against the checkpoints kept outside the database. Names every place that is not as it was written, and fails when there is one.",
    )
    .option("--against <checkpoint>", "a checkpoint kept elsewhere: its line, or a file of such lines")
    .option("--json", "print JSON")
    .action(async (options: { json?: boolean; against?: string }) => {
      const against = options.against === undefined ? [] : await readCheckpoints(options.against, terminal);
      const { verifyAudit } = await import("@/lib/audit/server");
      const { SYSTEM } = await import("@/lib/auth");
      const check = await verifyAudit(SYSTEM, { against });
      if (options.json) terminal.print(JSON.stringify(check, null, 2));
      else for (const line of wordsForCheck(check)) terminal.print(line);
      if (check.isUnproven)
        throw new CommandFailed(
          "Nothing was found that was altered, but what another key signed could not be checked without it.",
        );
      if (!check.isIntact) throw new CommandFailed("Something was changed behind the log.");
    });

  audit
    .command("checkpoint")
    .summary("print where the record of changes stands, to be kept elsewhere")
    .description(
      "Prints one signed line that holds the number and the hash of the newest change. Kept on paper or on another machine, it proves later with `audit verify --against` that nothing up to it was changed or taken out.",
    )
    .action(async () => {
      const { formatCheckpoint, getCheckpoint } = await import("@/lib/audit/server");
      const { SYSTEM } = await import("@/lib/auth");
      const checkpoint = await getCheckpoint(SYSTEM);
      if (checkpoint === null) throw new CommandFailed("Nothing is recorded yet.");
      terminal.print(formatCheckpoint(checkpoint));
    });
}

async function readCheckpoints(given: string, terminal: Terminal): Promise<Checkpoint[]> {
  const { parseCheckpoint } = await import("@/lib/audit/server");
  const line = parseCheckpoint(given);
  if (line !== null) return [line];
  const text = await readFile(path.resolve(terminal.folder, given), "utf8").catch(() => null);
  if (text === null) throw new CommandFailed(`${given} is neither a checkpoint nor a file of checkpoints.`);
  const checkpoints = text
    .split("\n")
    .map(parseCheckpoint)
    .filter((found) => found !== null);
  if (checkpoints.length === 0) throw new CommandFailed(`There is no checkpoint in ${given}.`);
  return checkpoints;
}

function* wordsForCheck(check: AuditCheck): Iterable<string> {
  for (const { message } of check.findings) yield message;
  const more = check.findingCount - check.findings.length;
  if (more > 0) yield `And ${more} more.`;
  for (const note of check.notes) yield `Note: ${note}`;
  if (check.isIntact) yield `${check.entries} changes and ${check.recordsCompared} records, none altered`;
  if (check.checkpoint !== null)
    yield `Anchored outside the database up to change ${check.checkpoint.seq}, ${check.checkpoint.at}`;
}
