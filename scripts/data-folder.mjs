import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
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
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    writeFileSync(probe, "x".repeat(4096), { flush: true });
    rmSync(probe);
  } catch (error) {
    // a full disk leaves the probe behind, empty
    if (error.code === "ENOSPC") rmSync(probe, { force: true });
    throw new PlainFailure(explain(folder, error));
  }
  keepPrivate(folder);
  return folder;
}

// the database, its log, secrets, checkpoints and locks, as far as they are there
const OURS =
  /^(verbatim\.db.*|session-secret|form-key|audit-key|audit-checkpoints\.log|(migration|start|site)\.lock|site\.pid)$/;

/** Makes what stands in the data folder readable by its owner alone, and whatever this process writes from now on. */
export function keepPrivate(folder = path.resolve(root, process.env.DATA_DIR || "./data")) {
  process.umask(0o077);
  tighten(folder, 0o700);
  for (const name of namesIn(folder)) if (OURS.test(name)) tighten(path.join(folder, name), 0o600);
  const backups = path.join(folder, "backups");
  if (namesIn(folder).includes("backups")) tighten(backups, 0o700);
  for (const name of namesIn(backups)) tighten(path.join(backups, name), 0o600);
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function tighten(place, mode) {
  try {
    if ((statSync(place).mode & 0o077) !== 0) chmodSync(place, mode);
  } catch (error) {
    // another's file cannot be changed by us, and one that just went needs no change
    if (error.code !== "ENOENT" && error.code !== "EPERM") throw error;
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
  try {
    // a build may come before anything was stored
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // fails when it is there, or when another start was faster
    writeFileSync(file, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx", flush: true });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
