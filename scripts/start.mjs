// `npm start`: from a fresh clone to a served site. Every step is skipped when its result is there, and interrupting any
// of them only means that it is done again.
import { spawn } from "node:child_process";
import path from "node:path";
import { ensureSite } from "./build.mjs";
import { actionKey, checkDataFolder } from "./data-folder.mjs";
import { checkNode } from "./node-version.mjs";
import { checkPort } from "./port.mjs";
import { checkSurroundings, prepareData, prepareTools } from "./prepare.mjs";
import { collect, passSignals, serveCommand } from "./processes.mjs";
import { loadEnvironment, PlainFailure, root, run } from "./project.mjs";

await run(async () => {
  checkNode();
  loadEnvironment();
  checkDataFolder();
  const port = await checkPort();
  const program = await prepareTools();
  await checkSurroundings(program);
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
  const timer = keepBackups(env);
  child.on("close", () => clearInterval(timer));
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

const TEN_MINUTES_MS = 10 * 60 * 1000;

/** Asks every ten minutes whether a backup is due, when BACKUP_EVERY says how often; what goes wrong is told and tried again. */
function keepBackups(env) {
  if (!env.BACKUP_EVERY) return undefined;
  const ask = async () => {
    const command = [path.join(root, "scripts/verbatim.mjs"), "db", "backup", "--when-due"];
    const { code, output } = await collect(process.execPath, command, { env });
    if (output.trim() !== "") console.log(output.trim());
    if (code !== 0) console.error("The backup was not made; the next try is in ten minutes.");
  };
  void ask();
  return setInterval(ask, TEN_MINUTES_MS).unref();
}

function greet(address, link) {
  console.log(`Verbatim is up at ${address}`);
  if (link !== null) {
    console.log(`No administrator has a password yet. The first sets one here, once:\n${link}`);
  }
}
