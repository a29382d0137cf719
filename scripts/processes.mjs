import { spawn } from "node:child_process";
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

/** Runs one of the project's own commands, such as `next`, without a shell or npx between. */
export function tool(name) {
  return {
    next: "node_modules/next/dist/bin/next",
    vitest: "node_modules/vitest/vitest.mjs",
    playwright: "node_modules/@playwright/test/cli.js",
    tsc: "node_modules/typescript/bin/tsc",
    biome: "node_modules/@biomejs/biome/bin/biome",
    eslint: "node_modules/eslint/bin/eslint.js",
    depcruise: "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
    knip: "node_modules/knip/bin/knip.js",
  }[name];
}

/** Ends the child with us: a terminal tells both, a process manager only us. */
export function passSignals(child) {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  child.on("close", () => {
    for (const signal of signals) process.off(signal, pass);
  });
}
