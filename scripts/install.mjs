// Installs what the lockfile names, only when it is missing or changed.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { finish } from "./processes.mjs";
import { PlainFailure, root } from "./project.mjs";
import { ensureSqliteModule } from "./sqlite-module.mjs";
import { hashOf, isStamped, stamp } from "./stamps.mjs";

// npm empties the folder first, so an interrupted install leaves no stamp
const stampFile = path.join(root, "node_modules/.verbatim-installed");

/** Whether there was anything to install. */
export async function ensureInstalled() {
  const isNew = await install();
  await ensureSqliteModule();
  return isNew;
}

async function install() {
  const lockfile = readFileSync(path.join(root, "package-lock.json"), "utf8");
  const inputs = hashOf([lockfile, process.versions.modules, process.platform, process.arch]);
  if (isStamped(stampFile, inputs)) return false;
  if (existsSync(stampFile) || !holdsWhatIsLocked(JSON.parse(lockfile))) {
    console.error("Installing what package-lock.json names …");
    const code = await finish("npm", ["ci", "--include=dev", "--no-fund", "--no-audit", "--loglevel=error"]);
    if (code !== 0) {
      throw new PlainFailure(
        "npm could not install what Verbatim needs: its message stands above. (better-sqlite3 is compiled when no ready-made binary can be fetched, which takes python3, make and g++.)",
      );
    }
  }
  stamp(stampFile, inputs);
  return true;
}

/**
 * Whether someone ran `npm install` themselves. npm writes its own record last, so a package that it names is whole;
 * one that it lacks may only be an optional one for another platform.
 */
function holdsWhatIsLocked(lockfile) {
  const record = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(lockfile.packages).every(([place, wanted]) => {
    if (place === "") return true;
    const found = installed[place];
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
}
