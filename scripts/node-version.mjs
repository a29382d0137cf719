import { readFileSync } from "node:fs";
import path from "node:path";
import { PlainFailure, root } from "./project.mjs";

/** Refuses a Node that is older than package.json asks, in words instead of a syntax error somewhere else. */
export function checkNode(version = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const needed = engines.node.replace(/^\D+/, "");
  if (compare(version, needed) < 0) {
    throw new PlainFailure(
      `Verbatim needs Node ${needed} or newer, and this is Node ${version}. Install a newer one from https://nodejs.org and start again.`,
    );
  }
}

function compare(a, b) {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  for (let index = 0; index < 3; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
