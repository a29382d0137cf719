// Packages that only a test or a measurement needs, fetched at their first use: nobody should wait for them who starts the site.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { cache } from "./project.mjs";

/** The folder of the package in that version, fetched into the cache if it is not there; none of its scripts is run. */
export function fetchPackage(name, version) {
  const prefix = path.join(cache, `${name}-${version}`);
  const folder = path.join(prefix, "node_modules", name);
  if (existsSync(path.join(folder, "package.json"))) return folder;
  console.log(`Fetching ${name} …`);
  const args = ["--prefix", prefix, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
  execFileSync("npm", ["install", ...args, `${name}@${version}`], { stdio: "inherit" });
  return folder;
}
