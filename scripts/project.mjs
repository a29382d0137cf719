import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project, without a slash at its end. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Where the scripts keep what they can make again. */
export const cache = path.join(root, ".cache");

/** A failure whose message is for the person at the terminal: shown without a stack. */
export class PlainFailure extends Error {}

/** Loads `.env` beneath what the environment already says. */
export function loadEnvironment() {
  try {
    process.loadEnvFile(path.join(root, ".env"));
  } catch (error) {
    if (error.code !== "ENOENT") throw new PlainFailure(`.env cannot be read: ${error.message}`);
  }
}

/**
 * Runs a script's work and ends the process: plainly for what a person can mend, with a stack for what they cannot, in either
 * case with `failed`.
 */
export async function run(work, failed = 1) {
  try {
    const code = await work();
    if (typeof code === "number") process.exitCode = code;
  } catch (error) {
    if (error instanceof PlainFailure) console.error(error.message);
    else if (error?.code === "ENOSPC") console.error("The disk is full. Free some space and start again.");
    else console.error(error);
    process.exitCode = failed;
  }
}
