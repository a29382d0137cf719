import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { fetchPackage } from "../scripts/fetched.mjs";

const JAVA = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, "bin/java") : "java";
const VERSION = "26.9.27";

/** Starts the Nu HTML checker on the port where there is Java; else, and where it does not start, says that it judges nothing. */
export async function startChecker(port) {
  try {
    if (hasJava()) return await start(port);
    console.log("There is no Java here: the journeys run without the Nu HTML checker.");
  } catch (error) {
    console.log(`The journeys run without the Nu HTML checker: ${error.message}`);
  }
  return { address: "", stop: () => {} };
}

async function start(port) {
  const jar = path.join(fetchPackage("vnu-jar", VERSION), "build/dist/vnu.jar");
  // bound to this machine alone
  const args = ["-Xmx512m", "-Dnu.validator.servlet.bind-address=127.0.0.1", "-cp", jar];
  const checker = spawn(JAVA, [...args, "nu.validator.servlet.Main", String(port)], { stdio: "ignore" });
  const address = `http://127.0.0.1:${port}/?out=json`;
  const isOver = once(checker, "exit").then(() => true);
  while (!(await answers(address))) {
    const wait = new Promise((resolve) => setTimeout(resolve, 200));
    if (await Promise.race([isOver, wait.then(() => false)]))
      throw new Error("it ended while it was starting.");
  }
  return { address, stop: () => checker.kill() };
}

function hasJava() {
  try {
    execFileSync(JAVA, ["-version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function answers(address) {
  return fetch(address).then(
    () => true,
    () => false,
  );
}
