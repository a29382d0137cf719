import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

/**
 * Loses what is typed, in every form that a person types into, in every way that anybody thought of, with and without
 * scripts, and says in how many of them the text was there afterwards. Arguments are handed to Playwright; TYPED_FORMS
 * names some of the forms: `TYPED_FORMS=Sourcing,Import npm run bench -- typed --workers 1`.
 */

const folder = mkdtempSync(path.join(os.tmpdir(), "verbatim-typed-"));
const log = path.join(folder, "cells.tsv");
const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
const run = spawn(
  process.execPath,
  [...[playwright, "test", "--config", "e2e/playwright.config.ts", "typed-matrix"], ...process.argv.slice(2)],
  { stdio: "inherit", env: { ...process.env, TYPED_MATRIX: "1", TYPED_LOG: log } },
);
const [code] = await once(run, "exit");

interface Count {
  held: number;
  LOST: number;
  none: number;
}

const ways = new Map<string, Count>();
const forms = new Set<string>();
for (const line of readFileSync(log, "utf8").trim().split("\n")) {
  const [withScripts = "", form = "", way = "", outcome = ""] = line.split("\t");
  forms.add(form);
  const name = `${way}, ${withScripts === "true" ? "with" : "without"} scripts`;
  const count = ways.get(name) ?? { held: 0, LOST: 0, none: 0 };
  count[outcome as keyof Count] += 1;
  ways.set(name, count);
}
rmSync(folder, { recursive: true });

const sum = (of: keyof Count) => [...ways.values()].reduce((total, count) => total + count[of], 0);
for (const [way, { held, LOST, none }] of [...ways].sort())
  console.log(`${way.padEnd(66)} ${held} held, ${LOST} lost, ${none} have no such way`);
console.log(
  `${forms.size} forms × ${ways.size} ways: ${sum("held")} held, ${sum("LOST")} lost, ${sum("none")} have none.`,
);
process.exitCode = code ?? 1;
