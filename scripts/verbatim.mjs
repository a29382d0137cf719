#!/usr/bin/env node
// `npm run -s verbatim -- …`: the command line program.
import { pathToFileURL } from "node:url";
import { keepPrivate } from "./data-folder.mjs";
import { prepareTools } from "./prepare.mjs";
import { run } from "./project.mjs";

const args = process.argv.slice(2);
// it has no data of ours, and 1 is an answer of its own
const isCheck = args[0] === "check";

await run(
  async () => {
    const program = await prepareTools();
    if (!isCheck) keepPrivate();
    const { main } = await import(pathToFileURL(program).href);
    return main(args);
  },
  isCheck ? 2 : 1,
);
