// `npm run bench -- NAME …`: runs bench/NAME.ts.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { prepareTools } from "./prepare.mjs";
import { finish } from "./processes.mjs";
import { PlainFailure, root, run } from "./project.mjs";
import { filesBelow } from "./stamps.mjs";

await run(async () => {
  const [name = "", ...rest] = process.argv.slice(2);
  const file = path.join(root, "bench", `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
    const names = filesBelow(root, "bench").map((each) => path.basename(each, ".ts"));
    throw new PlainFailure(`Say what to measure: npm run bench -- NAME, one of ${names.join(", ")}`);
  }
  await prepareTools();
  const require = createRequire(import.meta.url);
  return finish(process.execPath, ["--import", pathToFileURL(require.resolve("tsx")).href, file, ...rest]);
});
