import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { PlainFailure, root } from "./project.mjs";

/** Makes the data folder and makes sure that it can be written, before anything expensive happens. */
export function checkDataFolder() {
  const folder = path.resolve(root, process.env.DATA_DIR || "./data");
  const probe = path.join(folder, `.write-test-${process.pid}`);
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    writeFileSync(probe, "x".repeat(4096), { flush: true });
    rmSync(probe);
  } catch (error) {
    // a full disk leaves the probe behind, empty
    if (error.code === "ENOSPC") rmSync(probe, { force: true });
    throw new PlainFailure(explain(folder, error));
  }
  const open = keepPrivate(folder);
  if (open.length > 0) console.warn(wordsForOpen(folder, open));
  return folder;
}

/** Makes a folder with those above it, one after another: asked for all at once, Node never returns where none can be made. */
function makeFolder(folder) {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found) throw Object.assign(new Error("a file stands there"), { code: "ENOTDIR" });
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    // another start was faster, or it is a link that leads nowhere
    if (!existsSync(folder)) throw Object.assign(error, { code: "ENOENT" });
  }
}

// the database, its log, secrets, checkpoints and locks, as far as they are there
const OURS =
  /^(verbatim\.db.*|session-secret|form-key|audit-key|audit-checkpoints\.log|(migration|start|site)\.lock|site\.pid)$/;
const SECRETS = ["session-secret", "form-key", "audit-key"];

function wordsForOpen(folder, names) {
  return `Others on this machine could read ${names.join(" and ")} in ${folder}. From now on only the owner can. If somebody may have done so, stop Verbatim, delete session-secret and form-key, and put a new key on the first line of audit-key, above the former.`;
}

/**
 * Makes what stands in the data folder readable by its owner alone, and whatever this process writes from now on: the names
 * of the secrets that others could read until now.
 */
export function keepPrivate(folder = path.resolve(root, process.env.DATA_DIR || "./data")) {
  process.umask(0o077);
  const wasShut = !tighten(folder, 0o700);
  const open = namesIn(folder).filter((name) => OURS.test(name) && tighten(path.join(folder, name), 0o600));
  const backups = path.join(folder, "backups");
  if (namesIn(folder).includes("backups")) tighten(backups, 0o700);
  for (const name of namesIn(backups)) tighten(path.join(backups, name), 0o600);
  // what others may read in a folder that they may not enter, they cannot
  return wasShut ? [] : open.filter((name) => SECRETS.includes(name));
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether it had to be. */
function tighten(place, mode) {
  try {
    if ((statSync(place).mode & 0o077) === 0) return false;
    chmodSync(place, mode);
    return true;
  } catch (error) {
    // another's file cannot be changed by us, and one that just went needs no change
    if (error.code !== "ENOENT" && error.code !== "EPERM") throw error;
    return false;
  }
}

function explain(folder, error) {
  switch (error.code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return `The data folder ${folder} is not writable for this user. Change its owner, or name another folder in DATA_DIR.`;
    case "ENOSPC":
    case "EDQUOT":
      return `The disk that holds the data folder ${folder} is full. Free some space and start again.`;
    case "ENOENT":
      return `The data folder ${folder} cannot be made there: a disk that is not mounted, a link that leads nowhere, or a place that takes no folders. Nothing was made. Mount the disk, or name another folder in DATA_DIR.`;
    case "EEXIST":
    case "ENOTDIR":
      return `The data folder ${folder} cannot be made: a file stands in its way. Move it, or name another folder in DATA_DIR.`;
    default:
      return `The data folder ${folder} cannot be used: ${error.message}`;
  }
}

/**
 * The key that Next makes the names of a form's actions from, the same over builds: a page that was open while Verbatim
 * was upgraded can still send its form. Made on first use, readable by its owner only.
 */
export function actionKey() {
  const folder = path.resolve(root, process.env.DATA_DIR || "./data");
  const file = path.join(folder, "form-key");
  const kept = readKey(file);
  if (kept !== null) return kept;
  // a build may come before anything was stored
  makeFolder(folder);
  // whole or not at all, on a full disk too; linking fails when another start was faster
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flush: true });
    linkSync(draft, file);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readKey(file);
}

/** The key in a file, or null. One that a full disk left empty was never used, and gives way. @throws {PlainFailure} */
function readKey(file) {
  if (!existsSync(file)) return null;
  const key = readFileSync(file, "utf8").trim();
  if (key === "") {
    rmSync(file);
    return null;
  }
  if (/^[A-Za-z\d+/]+=*$/.test(key) && [16, 24, 32].includes(Buffer.from(key, "base64").length)) return key;
  throw new PlainFailure(
    `${file} is damaged. Nothing was changed. Put back your copy of it. Without one, delete it and start again: pages that are open then must be loaded anew before their forms are sent.`,
  );
}
