import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { cache } from "../scripts/project.mjs";

const JAVA = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, "bin/java") : "java";
const VERSION = "26.9.27";
const folder = path.join(cache, `vnu-${VERSION}`);
const jar = path.join(folder, "node_modules/vnu-jar/build/dist/vnu.jar");

/**
 * Starts the Nu HTML checker on the port where Java is present, else says that it is not. It is fetched at its first use:
 * 32 MB that nobody should wait for who only starts the site.
 */
export async function startChecker(port) {
  if (!fetched()) return { address: "", stop: () => {} };
  // bound to this machine alone
  const args = ["-Xmx512m", "-Dnu.validator.servlet.bind-address=127.0.0.1", "-cp", jar];
  const checker = spawn(JAVA, [...args, "nu.validator.servlet.Main", String(port)], { stdio: "ignore" });
  const address = `http://127.0.0.1:${port}/?out=json`;
  const isOver = once(checker, "exit").then(() => true);
  while (!(await answers(address))) {
    const wait = new Promise((resolve) => setTimeout(resolve, 200));
    if (await Promise.race([isOver, wait.then(() => false)]))
      throw new Error("The HTML checker did not start.");
  }
  return { address, stop: () => checker.kill() };
}

function fetched() {
  try {
    execFileSync(JAVA, ["-version"], { stdio: "ignore" });
  } catch {
    console.log("There is no Java here: the journeys run without the Nu HTML checker.");
    return false;
  }
  if (existsSync(jar)) return true;
  console.log("Fetching the Nu HTML checker …");
  const args = ["--prefix", folder, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
  execFileSync("npm", ["install", ...args, `vnu-jar@${VERSION}`], { stdio: "inherit" });
  return true;
}

async function answers(address) {
  return fetch(address).then(
    () => true,
    () => false,
  );
}
