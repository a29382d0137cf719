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

/** What a person must mend, said before the minutes of a first build: variables, secrets, a site that runs on the data. */
export async function checkSurroundings(program) {
  const { lookAround } = await startUpOf(program);
  await lookAround();
}

/** Brings the database up to date and fills an empty one with the demo story: the address, and the first link or null. */
export async function prepareData(program) {
  checkDataFolder();
  const { startUp } = await startUpOf(program);
  return startUp((line) => console.log(line));
}

/** The functions of the bundled start, whose failures that a person can mend are in words. */
async function startUpOf(program) {
  const { wordsFor, ...start } = await import(
    pathToFileURL(path.join(path.dirname(program), "start-up.mjs")).href
  );
  const inWords =
    (work) =>
    async (...args) => {
      try {
        return await work(...args);
      } catch (error) {
        const words = wordsFor(error);
        throw words === null ? error : new PlainFailure(words);
      }
    };
  return { lookAround: inWords(start.lookAround), startUp: inWords(start.startUp) };
}
