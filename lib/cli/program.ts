import { Command } from "commander";
import { addArchive } from "./archive";
import { addAudit } from "./audit";
import { addBibliography } from "./bibliography";
import { addCheck } from "./check";
import { addClaimReview } from "./claimreview";
import { addDatabase } from "./database";
import { addDemo } from "./demo";
import { addExport } from "./export";
import { addExtract } from "./extract";
import { addImport } from "./import";
import { addImportTable } from "./import-table";
import { addMcp } from "./mcp";
import { addSearch } from "./search";
import { addSources } from "./sources";
import type { Terminal } from "./terminal";
import { addUsers } from "./users";

/** The command line program, printing to `terminal`. Parsing never ends the process: it throws. */
export function makeProgram(terminal: Terminal): Command {
  const program = new Command("verbatim")
    .description("Keeps who said what, where, when and to whom, beside the claims it competes with.")
    .usage("<command> [options]   (npm run -s verbatim -- <command> [options])")
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.tell(text.trimEnd()),
    })
    .exitOverride()
    .showHelpAfterError("(--help explains)");
  addUsers(program, terminal);
  addExtract(program, terminal);
  addCheck(program, terminal);
  addBibliography(program, terminal);
  addClaimReview(program, terminal);
  addExport(program, terminal);
  addImport(program, terminal);
  addSources(program, terminal);
  addImportTable(program, terminal);
  addMcp(program, terminal);
  addAudit(program, terminal);
  addDemo(program, terminal);
  addDatabase(program, terminal);
  addArchive(program, terminal);
  addSearch(program, terminal);
  return inherit(program);
}

// commander copies these settings only to commands made after them, through another call
function inherit(command: Command): Command {
  for (const child of command.commands) inherit(child.copyInheritedSettings(command));
  return command;
}
