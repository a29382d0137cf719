// Tells of each change that nobody noticed as soon as it was tried, so that a run which is broken off was not in vain.
import path from "node:path";
import { root } from "./project.mjs";

class Unnoticed {
  onMutantTested({ fileName, location, status, replacement }) {
    if (status !== "Survived" && status !== "NoCoverage") return;
    const file = path.relative(root, fileName).replaceAll(path.sep, "/");
    const { line, column } = location.start;
    console.log(`  unnoticed ${file}:${line}:${column} → ${(replacement ?? "").replace(/\s+/g, " ")}`);
  }
}

export const strykerPlugins = [{ kind: "Reporter", name: "unnoticed", injectableClass: Unnoticed }];
