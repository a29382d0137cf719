// `npm run setup`: everything that `npm start` does before it needs data, for images and services that only serve.
import { ensureSite } from "./build.mjs";
import { prepareTools } from "./prepare.mjs";
import { run } from "./project.mjs";

await run(async () => {
  await prepareTools();
  await ensureSite();
});
