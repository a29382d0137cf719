import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { ensureSite } from "../scripts/build.mjs";
import { prepareData, prepareTools } from "../scripts/prepare.mjs";
import { serveCommand } from "../scripts/processes.mjs";
import { root } from "../scripts/project.mjs";
import { startChecker } from "./html-checker.mjs";

/**
 * Serves the built site on a free port over a database of its own that holds the demo story. The workers learn of it by
 * the environment, so that a test can make its data through the same doors as the site.
 */
export default async function serve() {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "verbatim-journeys-"));
  const port = String(await freePort());
  Object.assign(process.env, {
    ...{ DATA_DIR: dataDir, PORT: port, BASE_URL: `http://localhost:${port}` },
    ...{ DATABASE_URL: "", PUBLIC_SITE: "on" },
    // so that a test can come from an address of its own
    ...{ HOST: "", TRUST_PROXY: "1", SITE_LOG: path.join(dataDir, "site.log") },
  });
  const program = await prepareTools();
  await ensureSite();
  const { link } = await prepareData(program);
  process.env.FIRST_LINK = link ?? "";

  const log = createWriteStream(process.env.SITE_LOG ?? "");
  let site = await startSite(log);
  const checker = await startChecker(await freePort());
  process.env.HTML_CHECKER = checker.address;
  let isKilling = false;
  const watch = process.env.TYPED_MATRIX
    ? setInterval(() => void killWhenAsked().catch(console.error), 200)
    : undefined;
  return async () => {
    clearInterval(watch);
    checker.stop();
    await end(site, "SIGTERM");
    await rm(dataDir, { recursive: true, force: true });
  };

  /** A test that asks by a file has the site killed, as a power cut does, and started again when it takes the file away. */
  async function killWhenAsked() {
    const asked = path.join(dataDir, "kill-the-site");
    // a busy machine takes longer to end a process than until it is looked at again: two sites would be started
    if (isKilling || !existsSync(asked)) return;
    isKilling = true;
    try {
      await end(site, "SIGKILL");
      while (existsSync(asked)) await new Promise((resolve) => setTimeout(resolve, 100));
      site = await startSite(log);
      writeFileSync(`${asked}-over`, "");
    } finally {
      isKilling = false;
    }
  }
}

async function startSite(log) {
  const site = spawn(process.execPath, [serveCommand], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  site.stdout.pipe(log, { end: false });
  site.stderr.pipe(log, { end: false });
  site.stderr.pipe(process.stderr, { end: false });
  await new Promise((resolve, reject) => {
    site.once("message", resolve);
    site.on("exit", (code) => reject(new Error(`The site did not start (exit code ${code}).`)));
  });
  return site;
}

async function end(site, signal) {
  site.removeAllListeners("exit");
  const ended = once(site, "exit");
  site.kill(signal);
  await ended;
}

async function freePort() {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}
