import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { ensureSite } from "../scripts/build.mjs";
import { prepareData, prepareTools } from "../scripts/prepare.mjs";
import { serveCommand } from "../scripts/processes.mjs";
import { root } from "../scripts/project.mjs";

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

  const site = spawn(process.execPath, [serveCommand], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const log = createWriteStream(process.env.SITE_LOG ?? "");
  site.stdout.pipe(log, { end: false });
  site.stderr.pipe(log, { end: false });
  site.stderr.pipe(process.stderr, { end: false });
  await new Promise((resolve, reject) => {
    site.once("message", resolve);
    site.on("exit", (code) => reject(new Error(`The site did not start (exit code ${code}).`)));
  });
  return async () => {
    site.removeAllListeners("exit");
    const ended = once(site, "exit");
    site.kill();
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
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
