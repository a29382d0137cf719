// `npm run bench -- NAME …`: runs bench/NAME.ts.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { prepareTools } from "./prepare.mjs";
import { finish } from "./processes.mjs";
import { PlainFailure, root, run } from "./project.mjs";

await run(async () => {
  const [name = "", ...rest] = process.argv.slice(2);
  const file = path.join(root, "bench", `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
    const names = readdirSync(path.join(root, "bench"))
      .filter((each) => each.endsWith(".ts"))
      .map((each) => path.basename(each, ".ts"));
    const isMeasured = (each) => {
      const own = path.join(root, "bench", `${each}.ts`);
      return (
        existsSync(own) && new RegExp(`bench(?: -- ${each}\\b|/${each}\\.ts)`).test(readFileSync(own, "utf8"))
      );
    };
    throw new PlainFailure(
      `Say what to measure: npm run bench -- NAME, one of ${names.filter(isMeasured).join(", ")}`,
    );
  }
  await prepareTools();
  const require = createRequire(import.meta.url);
  return finish(process.execPath, ["--import", pathToFileURL(require.resolve("tsx")).href, file, ...rest]);
});
