import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * Loses what is typed, in every form that a person types into, in every way that anybody thought of, with and without
 * scripts, and says in how many of them the text was there afterwards. Arguments are handed to Playwright; TYPED_FORMS
 * names some of the forms and TYPED_WAYS some of the ways: `TYPED_FORMS=Sourcing,Import npm run bench -- typed`. The site is
 * killed and its writes are refused on the way, so there is one worker. Each cell is noted as it was tried, and a run that is
 * ended tells what it has; `--again` tries what was lost, or not reached, the last time.
 */

const log = process.env.TYPED_LOG ?? path.join(".cache", "typed-cells.tsv");
const isAgain = process.argv.includes("--again");
mkdirSync(path.dirname(log), { recursive: true });
if (!isAgain) rmSync(log, { force: true });

const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
const run = spawn(
  process.execPath,
  [
    ...[playwright, "test", "--config", "e2e/playwright.config.ts", "typed-matrix", "--workers", "1"],
    ...process.argv.slice(2).filter((word) => word !== "--again"),
  ],
  { stdio: "inherit", env: { ...process.env, TYPED_MATRIX: "1", TYPED_LOG: log } },
);
// Playwright ends what it started by this one alone: by the other the site and its checker go on
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => run.kill("SIGINT"));
let told = 0;
const watch = setInterval(() => {
  const cells = cellsOf(log);
  if (cells.length === told) return;
  for (const cell of cells.slice(told).filter(({ outcome }) => outcome === "LOST"))
    console.log(`LOST ${cell.form}, ${cell.way}, scripts ${cell.withScripts}: ${cell.why}`);
  told = cells.length;
  console.log(`${told} cells: ${tallyOf(cells)}`);
}, 60_000);
const [code] = await once(run, "exit");
clearInterval(watch);
const cells = cellsOf(log);
if (cells.length > 0) console.log(tableOf(cells));
process.exitCode = code ?? 1;

interface Cell {
  readonly withScripts: string;
  readonly form: string;
  readonly way: string;
  readonly outcome: string;
  readonly why: string;
}

/** The cells that were tried, each as it went the last time. */
function cellsOf(file: string): Cell[] {
  if (!existsSync(file)) return [];
  const cells = new Map<string, Cell>();
  for (const line of readFileSync(file, "utf8").trim().split("\n").filter(Boolean)) {
    const [withScripts = "", form = "", way = "", outcome = "", why = ""] = line.split("\t");
    cells.set([withScripts, form, way].join("\t"), { withScripts, form, way, outcome, why });
  }
  return [...cells.values()];
}

function tallyOf(cells: readonly Cell[]): string {
  const countOf = (...outcomes: readonly string[]) =>
    cells.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const kept = countOf("held", "stored");
  const lost = countOf("LOST");
  return `${kept} kept, ${lost} lost, ${cells.length - kept - lost} have no such way`;
}

function tableOf(cells: readonly Cell[]): string {
  const forms = [...new Set(cells.map(({ form }) => form))];
  const ways = [...new Set(cells.map(({ way }) => way))];
  const reasons = [
    ...new Set(cells.map(({ outcome }) => outcome).filter((outcome) => outcome.startsWith("none: "))),
  ];
  const signs: Readonly<Record<string, string>> = { held: "k", stored: "s", LOST: "L" };
  const signOf = (outcome: string | undefined) =>
    outcome === undefined ? "." : (signs[outcome] ?? "ABCDEFGHIJ"[reasons.indexOf(outcome)] ?? "?");
  const width = Math.max(...forms.map((form) => form.length));
  const rows = forms.map((form) => {
    const row = ways.map((way) => {
      const [scripted, plain] = ["true", "false"].map(
        (has) =>
          cells.find((cell) => cell.form === form && cell.way === way && cell.withScripts === has)?.outcome,
      );
      return `${signOf(scripted)}${signOf(plain)}`.padStart(3);
    });
    return `${form.padEnd(width)}  ${row.join(" ")}`;
  });
  return [
    "\nEach cell: with scripts, without. k kept, s stored once, L lost, . not tried; a capital says why there is no such way.\n",
    `${"".padEnd(width)}  ${ways.map((_, at) => String(at + 1).padStart(3)).join(" ")}`,
    ...rows,
    "",
    ...ways.map((way, at) => `${String(at + 1).padStart(3)}  ${way}`),
    ...reasons.map((reason) => `  ${signOf(reason)}  ${reason.slice("none: ".length)}`),
    ...cells
      .filter(({ outcome }) => outcome === "LOST")
      .map(({ form, way, withScripts, why }) => `  L  ${form}, ${way}, scripts ${withScripts}: ${why}`),
    `\n${forms.length} forms × ${ways.length} ways, with and without scripts: ${tallyOf(cells)}.`,
  ].join("\n");
}
