// A browser for the journeys: the one of this machine, else Debian's package, else Playwright's download.
import { existsSync } from "node:fs";
import path from "node:path";
import { finish, withTools } from "./processes.mjs";
import { PlainFailure } from "./project.mjs";

// the shell first: it draws for nobody's eyes and takes a fraction of the processor for the same pages
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/** Makes sure that there is a Chromium and names it in CHROMIUM_PATH; Playwright's own needs no name. */
export async function ensureChromium() {
  const present = find();
  if (present !== null) return name(present);
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.log("Installing Debian's chromium-headless-shell for the journeys …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await finish("apt-get", ["update", "-qq"], { env });
    await finish("apt-get", ["install", "-y", "-qq", "--no-install-recommends", NAMES[0]], { env });
    const installed = find();
    if (installed !== null) return name(installed);
  }
  const { chromium } = await import("@playwright/test");
  if (existsSync(chromium.executablePath())) return;
  console.log("Fetching Playwright's Chromium for the journeys …");
  const code = await finish("playwright", ["install", "chromium"], { env: withTools() });
  if (code !== 0) {
    throw new PlainFailure(
      "There is no Chromium for the journeys. Install one (Debian: apt-get install chromium-headless-shell), or name one in CHROMIUM_PATH.",
    );
  }
}

function name(executable) {
  process.env.CHROMIUM_PATH = executable;
}

function find() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new PlainFailure(`CHROMIUM_PATH names ${given}, and there is no such file.`);
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((each) => path.join(folder, each)));
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}
