import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

/**
 * Loses what is typed, in every form that a person types into, in every way that anybody thought of, with and without
 * scripts, and says in how many of them the text was there afterwards. Arguments are handed to Playwright; TYPED_FORMS
 * names some of the forms and TYPED_WAYS some of the ways: `TYPED_FORMS=Sourcing,Import npm run bench -- typed`. The site is
 * killed and its writes are refused on the way, so there is one worker.
 */

const folder = mkdtempSync(path.join(os.tmpdir(), "verbatim-typed-"));
const log = path.join(folder, "cells.tsv");
const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
const run = spawn(
  process.execPath,
  [
    ...[playwright, "test", "--config", "e2e/playwright.config.ts", "typed-matrix", "--workers", "1"],
    ...process.argv.slice(2),
  ],
  { stdio: "inherit", env: { ...process.env, TYPED_MATRIX: "1", TYPED_LOG: log } },
);
const [code] = await once(run, "exit");

interface Cell {
  readonly withScripts: string;
  readonly form: string;
  readonly way: string;
  readonly outcome: string;
}

const cells = readFileSync(log, "utf8")
  .trim()
  .split("\n")
  .map((line): Cell => {
    const [withScripts = "", form = "", way = "", outcome = ""] = line.split("\t");
    return { withScripts, form, way, outcome };
  });
rmSync(folder, { recursive: true });

const SIGNS: Readonly<Record<string, string>> = { held: "k", stored: "s", LOST: "L" };
const forms = [...new Set(cells.map(({ form }) => form))];
const ways = [...new Set(cells.map(({ way }) => way))];
const reasons = [
  ...new Set(cells.map(({ outcome }) => outcome).filter((outcome) => outcome.startsWith("none: "))),
];
const signOf = (outcome: string | undefined) =>
  outcome === undefined ? "." : (SIGNS[outcome] ?? "ABCDEFGHIJ"[reasons.indexOf(outcome)] ?? "?");
const width = Math.max(...forms.map((form) => form.length));

console.log(
  `\nEach cell: with scripts, without. k kept, s stored once, L lost, . not tried; a capital says why there is no such way.\n`,
);
console.log(`${"".padEnd(width)}  ${ways.map((_, at) => String(at + 1).padStart(3)).join(" ")}`);
for (const form of forms) {
  const row = ways.map((way) => {
    const [scripted, plain] = ["true", "false"].map(
      (has) =>
        cells.find((cell) => cell.form === form && cell.way === way && cell.withScripts === has)?.outcome,
    );
    return `${signOf(scripted)}${signOf(plain)}`.padStart(3);
  });
  console.log(`${form.padEnd(width)}  ${row.join(" ")}`);
}
console.log("");
for (const [at, way] of ways.entries()) console.log(`${String(at + 1).padStart(3)}  ${way}`);
for (const reason of reasons) console.log(`  ${signOf(reason)}  ${reason.slice("none: ".length)}`);
const countOf = (...outcomes: readonly string[]) =>
  cells.filter(({ outcome }) => outcomes.includes(outcome)).length;
console.log(
  `\n${forms.length} forms × ${ways.length} ways, with and without scripts: ${countOf("held", "stored")} kept, ${countOf("LOST")} lost, ${cells.length - countOf("held", "stored", "LOST")} have no such way.`,
);
process.exitCode = code ?? 1;
