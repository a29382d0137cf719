// `npm run dev`: the site with reloading, on the same data as `npm start`.
import { ensureFaces } from "./faces.mjs";
import { checkPort } from "./port.mjs";
import { prepareData, prepareTools } from "./prepare.mjs";
import { finish, serveCommand } from "./processes.mjs";
import { run } from "./project.mjs";

await run(async () => {
  const program = await prepareTools();
  await ensureFaces();
  const port = await checkPort();
  const { address, link } = await prepareData(program);
  console.log(`Verbatim will be at ${address}`);
  if (link !== null) console.log(`The first administrator sets a password here, once:\n${link}`);
  return finish(process.execPath, [serveCommand], {
    env: { ...process.env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1", PORT: String(port) },
  });
});
