import type { Command } from "commander";
import { CommandFailed, type Terminal } from "./terminal";

/** `audit`: whether the record of changes is whole. */
export function addAudit(program: Command, terminal: Terminal): void {
  program
    .command("audit")
    .summary("look after the record of changes")
    .description("Looks after the record of every change.")
    .command("verify")
    .summary("recompute the chain of hashes from the first change to the last")
    .description(
      "Recomputes the chain of hashes over every recorded change. Fails when one was altered or is missing.",
    )
    .option("--json", "print JSON")
    .action(async (options: { json?: boolean }) => {
      const [{ verifyAudit }, { SYSTEM }] = await Promise.all([
        import("@/lib/audit/server"),
        import("@/lib/auth"),
      ]);
      const check = await verifyAudit(SYSTEM);
      if (options.json) terminal.print(JSON.stringify(check, null, 2));
      else if (check.isIntact) terminal.print(`${check.entries} changes, none altered`);
      if (!check.isIntact) throw new CommandFailed(`The record of changes is broken. ${check.problem}`);
    });
}
