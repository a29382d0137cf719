// `npm start`: from a fresh clone to a served site. Every step is skipped when its result is there, and interrupting any
// of them only means that it is done again.
import { spawn } from "node:child_process";
import { ensureSite } from "./build.mjs";
import { actionKey, checkDataFolder } from "./data-folder.mjs";
import { checkNode } from "./node-version.mjs";
import { checkPort } from "./port.mjs";
import { prepareData, prepareTools } from "./prepare.mjs";
import { passSignals, serveCommand } from "./processes.mjs";
import { loadEnvironment, PlainFailure, root, run } from "./project.mjs";

await run(async () => {
  checkNode();
  loadEnvironment();
  // what a person must mend is said before the minutes of a first build
  checkDataFolder();
  const port = await checkPort();
  const program = await prepareTools();
  await ensureSite();
  const { address, link } = await prepareData(program);
  return serve(port, address, link);
});

function serve(port, address, link) {
  const env = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || actionKey(),
  };
  const child = spawn(process.execPath, [serveCommand], {
    cwd: root,
    env,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  passSignals(child);
  let isUp = false;
  child.once("message", () => {
    isUp = true;
    child.disconnect();
    greet(address, link);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (signal !== null || isUp) resolve(code ?? 0);
      else reject(new PlainFailure("The site did not start: the message stands above."));
    });
  });
}

function greet(address, link) {
  console.log(`Verbatim is up at ${address}`);
  if (link !== null) {
    console.log(`Nobody can sign in yet. The first administrator sets a password here, once:\n${link}`);
  }
}
