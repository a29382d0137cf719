import { CommanderError } from "commander";
import { makeProgram } from "./program";
import { Answered, CommandFailed, processTerminal, type Terminal } from "./terminal";
import { wordsFor } from "./words";

/** Runs one command: 0 when it did what was asked, 1 when it could not, 2 when it was asked wrongly, else what it says itself. */
export async function main(args: readonly string[], terminal: Terminal = processTerminal): Promise<number> {
  try {
    await makeProgram(terminal).parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return isHelp(error) ? 0 : 2;
    if (error instanceof Answered) return error.code;
    const words = wordsFor(error);
    if (words === null) throw error;
    terminal.tell(words);
    return error instanceof CommandFailed ? error.code : 1;
  } finally {
    // it has no database, and is asked while somebody waits
    if (args[0] !== "check") {
      const { closeDb } = await import("@/lib/db/server");
      await closeDb();
    }
  }
}

function isHelp({ code, exitCode }: CommanderError): boolean {
  return exitCode === 0 || code === "commander.helpDisplayed";
}
