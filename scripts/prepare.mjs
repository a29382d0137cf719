// What `npm start`, `npm run dev` and the journeys do before they serve.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureProgram } from "./build.mjs";
import { checkDataFolder } from "./data-folder.mjs";
import { ensureGenerated } from "./generate.mjs";
import { ensureInstalled } from "./install.mjs";
import { checkNode } from "./node-version.mjs";
import { loadEnvironment, PlainFailure } from "./project.mjs";

/** Everything that needs no database: the right Node, the packages, the generated clients, the bundled program. */
export async function prepareTools() {
  checkNode();
  loadEnvironment();
  await ensureInstalled();
  await ensureGenerated();
  return ensureProgram();
}

/** Brings the database up to date and fills an empty one with the demo story: the address, and the first link or null. */
export async function prepareData(program) {
  checkDataFolder();
  const { startUp, wordsFor } = await import(
    pathToFileURL(path.join(path.dirname(program), "start-up.mjs")).href
  );
  try {
    return await startUp((line) => console.log(line));
  } catch (error) {
    const words = wordsFor(error);
    throw words === null ? error : new PlainFailure(words);
  }
}
