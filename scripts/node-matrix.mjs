// `node scripts/node-matrix.mjs [VERSION …] [--whole]`: does the program run on these Nodes? Each comes from npm's own `node`
// package, into a copy of the tracked files: install, build of better-sqlite3 against its headers, tests on both engines of
// what leans on Node (all of them with --whole), and one journey on the built and served site. What a version lacks on npm
// is said and counts as not tried.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { root } from "./project.mjs";

const LEANING = ["lib/db", "lib/audit", "lib/backups", "lib/search", "lib/forms", "lib/exports", "scripts"];
const JOURNEY = "npx playwright test --config e2e/playwright.config.ts path --workers 1 --retries 2".split(
  " ",
);

const asked = process.argv.slice(2);
const isWhole = asked.includes("--whole");
const versions = asked.filter((each) => !each.startsWith("--"));
if (versions.length === 0) versions.push("20.19", "22", "24", "26");

const outcomes = versions.map(tryVersion);
console.table(outcomes);
process.exit(outcomes.every(({ result }) => result !== "failed") ? 0 : 1);

function tryVersion(version) {
  const folder = mkdtempSync(path.join(os.tmpdir(), `verbatim-node-${version}-`));
  try {
    const node = fetchNode(version, path.join(folder, "node"));
    if (node === null) return { version, node: "", result: "not on npm", step: "" };
    const checkout = copyOf(path.join(folder, "checkout"));
    const exact = execFileSync(node.binary, ["--version"], { encoding: "utf8" }).trim();
    const failed = steps(node).find(({ args, env }) => {
      const bin = path.dirname(node.binary);
      const surroundings = {
        ...process.env,
        ...{ PATH: `${bin}${path.delimiter}${process.env.PATH}`, DATA_DIR: path.join(folder, "data") },
        ...env,
      };
      console.log(`\n== Node ${exact}: ${args.join(" ")}`);
      return (
        spawnSync(args[0], args.slice(1), { cwd: checkout, env: surroundings, stdio: "inherit" }).status !== 0
      );
    });
    return {
      version,
      node: exact,
      result: failed ? "failed" : "passed",
      step: failed ? failed.args.join(" ") : "",
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The binary and, where the package brings them, the headers that a native module is compiled against. */
function fetchNode(version, folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), "{}");
  // the package's own install script only copies the binary, which is found without it
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const got = spawnSync(
    "npm",
    ["install", "--ignore-scripts", "--no-audit", "--no-fund", `${name}@${version}`],
    {
      cwd: folder,
      stdio: "ignore",
      shell: process.platform === "win32",
    },
  );
  const home = path.join(folder, "node_modules", name);
  const binary = path.join(home, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (got.status !== 0 || !existsSync(binary)) return null;
  return { binary, home, hasHeaders: existsSync(path.join(home, "include/node/node.h")) };
}

function copyOf(checkout) {
  const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
    .split("\0")
    .filter(Boolean);
  for (const file of files) cpSync(path.join(root, file), path.join(checkout, file));
  return checkout;
}

function steps({ home, hasHeaders }) {
  // compiled here rather than downloaded: a version that no ready binary is offered for is tried like any other
  const compiled = {
    npm_config_build_from_source: "true",
    ...(hasHeaders ? { npm_config_nodedir: home } : {}),
  };
  return [
    { args: ["npm", "ci", "--no-audit", "--no-fund"], env: compiled },
    // the generated database clients, and the built site
    { args: ["npm", "run", "setup"], env: compiled },
    // what leans on Node and on the native module: the drivers of both engines, locks, backups, crypto, streams, parsing
    { args: ["npx", "vitest", "run", ...(isWhole ? [] : LEANING)], env: {} },
    { args: JOURNEY, env: {} },
  ];
}
