import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "./project.mjs";

/** Runs a command in the project's folder on this terminal: its exit code, or 1 when a signal ended it. */
export function finish(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
    passSignals(child);
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** Runs a command silently: its exit code and everything it printed. */
export function collect(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], ...options });
    passSignals(child);
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The environment with the project's own commands on the path, for what names them. */
export function withTools(env = process.env) {
  const tools = path.join(root, "node_modules/.bin");
  return { ...env, PATH: `${tools}${path.delimiter}${env.PATH ?? ""}`, NEXT_TELEMETRY_DISABLED: "1" };
}

/** The `next` command, to run without a shell or npx between: signals reach it. */
export const nextCommand = path.join(root, "node_modules/next/dist/bin/next");

/** Our own server in front of the site, to run with Node. */
export const serveCommand = path.join(root, "scripts/serve.mjs");

/** Ends the child with us: a terminal tells both, a process manager only us. */
export function passSignals(child) {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  child.on("close", () => {
    for (const signal of signals) process.off(signal, pass);
  });
}
