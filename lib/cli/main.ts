import { CommanderError } from "commander";
import { makeProgram } from "./program";
import { processTerminal, type Terminal } from "./terminal";
import { wordsFor } from "./words";

/** Runs one command: 0 when it did what was asked, 1 when it could not, 2 when it was asked wrongly. */
export async function main(args: readonly string[], terminal: Terminal = processTerminal): Promise<number> {
  try {
    await makeProgram(terminal).parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return isHelp(error) ? 0 : 2;
    const words = wordsFor(error);
    if (words === null) throw error;
    terminal.tell(words);
    return 1;
  } finally {
    const { closeDb } = await import("@/lib/db/server");
    await closeDb();
  }
}

function isHelp({ code, exitCode }: CommanderError): boolean {
  return exitCode === 0 || code === "commander.helpDisplayed";
}
