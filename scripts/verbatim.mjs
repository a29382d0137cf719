// `npm run -s verbatim -- …`: the command line program.
import { pathToFileURL } from "node:url";
import { prepareTools } from "./prepare.mjs";
import { run } from "./project.mjs";

await run(async () => {
  const program = await prepareTools();
  const { main } = await import(pathToFileURL(program).href);
  return main(process.argv.slice(2));
});
