// `npm run -s verbatim -- …`: the command line program.
import { pathToFileURL } from "node:url";
import { keepPrivate } from "./data-folder.mjs";
import { prepareTools } from "./prepare.mjs";
import { run } from "./project.mjs";

await run(async () => {
  const program = await prepareTools();
  keepPrivate();
  const { main } = await import(pathToFileURL(program).href);
  return main(process.argv.slice(2));
});
