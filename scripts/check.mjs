// `npm run check`: everything that must hold before a commit, the same here and in CI. Each `check:…` in package.json is
// one step; two run side by side, and what a step printed is shown when it failed.
import { readFileSync } from "node:fs";
import path from "node:path";
import { prepareTools } from "./prepare.mjs";
import { collect, withTools } from "./processes.mjs";
import { root, run } from "./project.mjs";

const PREFIX = "check:";
const AT_ONCE = 2;

await run(async () => {
  await prepareTools();
  const waiting = steps();
  const failed = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (!(await passes(step))) failed.push(step.name);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (failed.length === 0) return 0;
  console.error(`\nFailed: ${failed.join(", ")}`);
  return 1;
});

// the longest first, so that it is not what everything waits for at the end
function steps() {
  const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return Object.keys(scripts)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => ({ name: key.slice(PREFIX.length), command: scripts[key] }))
    .sort((a, b) => Number(b.name === "tests") - Number(a.name === "tests"));
}

async function passes({ name, command }) {
  const startedAt = performance.now();
  const { code, output } = await collect(command, [], { shell: true, env: withTools() });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5);
  console.log(`${code === 0 ? "ok    " : "FAILED"} ${seconds} s  ${name}`);
  if (code !== 0) console.log(`\n${output.trim()}\n`);
  return code === 0;
}
