import { randomBytes } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PlainFailure, root } from "./project.mjs";

/** Makes the data folder and makes sure that it can be written, before anything expensive happens. */
export function checkDataFolder() {
  const folder = path.resolve(root, process.env.DATA_DIR || "./data");
  const probe = path.join(folder, `.write-test-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    writeFileSync(probe, "x".repeat(4096), { flush: true });
    rmSync(probe);
  } catch (error) {
    // a full disk leaves the probe behind, empty
    if (error.code === "ENOSPC") rmSync(probe, { force: true });
    throw new PlainFailure(explain(folder, error));
  }
  return folder;
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
  const file = path.join(path.resolve(root, process.env.DATA_DIR || "./data"), "form-key");
  try {
    // fails when it is there, or when another start was faster
    writeFileSync(file, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx", flush: true });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
