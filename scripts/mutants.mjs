// `npm run mutants -- [DOMAIN…]`: changes the rules on purpose, one small change at a time (Stryker), and counts how many
// the tests of their own domain notice. Fails when a domain notices less than it must, and shows what nobody noticed but
// those of scripts/mutants-named.json, which change nothing. `--again` tries only what nobody noticed last time, `--only=`
// the groups that hold one of some files.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { DOMAINS, inDomain } from "./mutants-domains.mjs";
import { prepareTools } from "./prepare.mjs";
import { cache, PlainFailure, root, run } from "./project.mjs";

const LEAST_PERCENT = 85;

await run(async () => {
  const { names, atOnce, isAgain, only } = readArguments(process.argv.slice(2));
  await prepareTools();
  const named = JSON.parse(readFileSync(path.join(root, "scripts/mutants-named.json"), "utf8"));
  const rows = [];
  for (const name of names) {
    const sources = new Map();
    const mutants = [];
    for (const group of DOMAINS[name].filter(
      ({ files }) => only.length === 0 || files.some((file) => only.includes(file)),
    )) {
      const own = sourcesOf(name, group);
      for (const [file, text] of own) sources.set(file, text);
      const places = isAgain ? unnoticedIn(name, own) : [...own.keys()];
      if (places.length > 0) mutants.push(...(await tryOut(name, group, places, atOnce)));
    }
    rows.push(countOf(name, mutants, sources, named));
    // told at once: the next domain may take half an hour
    console.log(`\n${tableOf(rows.slice(-1))}`);
  }
  if (rows.length > 1) console.log(`\n${tableOf(rows)}`);
  const gone = named.filter(({ file, line }) => !holdsLine(file, line));
  for (const { file, line } of gone) console.error(`Named, and no line of ${file} any more: ${line}`);
  if (gone.length > 0) return 1;
  if (isAgain) return 0;
  const short = rows.filter(({ percent }) => percent < LEAST_PERCENT);
  if (short.length === 0) return 0;
  console.error(`\nBelow ${LEAST_PERCENT} %: ${short.map(({ domain }) => domain).join(", ")}`);
  return 1;
});

function readArguments(words) {
  const atOnce = Number(words.find((word) => word.startsWith("--at-once="))?.slice("--at-once=".length) ?? 2);
  const only =
    words
      .find((word) => word.startsWith("--only="))
      ?.slice("--only=".length)
      .split(",") ?? [];
  const names = words.filter((word) => !word.startsWith("--"));
  const unknown = names.filter((name) => !Object.hasOwn(DOMAINS, name));
  if (unknown.length > 0 || !Number.isInteger(atOnce) || atOnce < 1) {
    throw new PlainFailure(
      `Usage: npm run mutants -- [DOMAIN…] [--again] [--only=FILE,FILE] [--at-once=2], with domains of ${Object.keys(DOMAINS).join(", ")}.`,
    );
  }
  return {
    names: names.length > 0 ? names : Object.keys(DOMAINS),
    atOnce,
    isAgain: words.includes("--again"),
    only,
  };
}

/** The text of each file that is changed, as it stands before, for somebody may write in it meanwhile. */
function sourcesOf(domain, group) {
  const files = inDomain(domain, group.files);
  return new Map(files.map((file) => [file, readFileSync(path.join(root, file), "utf8")]));
}

/** Makes every change that Stryker knows in some places, one after the other, with what became of each. */
async function tryOut(domain, { unit = [], data = [] }, places, concurrency) {
  // the workers that run the tests read these
  process.env.MUTANTS_UNIT_TESTS = inDomain(domain, unit, ".test.ts").join(",");
  process.env.MUTANTS_DATA_TESTS = inDomain(domain, data, ".test.ts").join(",");
  const { Stryker } = await import("@stryker-mutator/core");
  const require = createRequire(import.meta.url);
  console.log(`\n${domain}`);
  return new Stryker({
    mutate: places,
    plugins: [
      require.resolve("@stryker-mutator/vitest-runner"),
      path.join(root, "scripts", "mutants-reporter.mjs"),
    ],
    testRunner: "vitest",
    vitest: { configFile: path.join("scripts", "mutants-vitest.mjs"), related: false },
    coverageAnalysis: "perTest",
    concurrency,
    tempDirName: path.join(cache, "mutants"),
    // what tests do not read
    ignorePatterns: [".cache", ".next", "data", "test-results", "playwright-report"],
    // on a busy machine a slow test is no endless loop; a change that loops is ended all the same
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 10,
    reporters: ["progress-append-only", "unnoticed"],
    logLevel: "error",
    allowEmpty: true,
  }).runMutationTest();
}

function countOf(domain, mutants, sources, named) {
  const counted = mutants.filter(({ status }) => status !== "Ignored" && status !== "CompileError");
  const of = (...states) => counted.filter(({ status }) => states.includes(status));
  const unnoticed = of("Survived", "NoCoverage").map((mutant) => ({
    ...mutant,
    ...wordsOf(mutant, sources),
  }));
  const open = unnoticed.filter((mutant) => !named.some((one) => isSame(one, mutant)));
  for (const { file, location, status, from, to } of open) {
    const what = status === "Survived" ? "survived" : "no test";
    console.log(`  ${file}:${location.start.line} ${what}: ${from} → ${to}`);
  }
  mkdirSync(cache, { recursive: true });
  const places = open.map(
    ({ file, location: { start, end } }) => `${file}:${pointOf(start)}-${pointOf(end)}`,
  );
  writeFileSync(unnoticedFile(domain), JSON.stringify([...new Set(places)]));
  const known = unnoticed.length - open.length;
  return {
    domain,
    changes: counted.length,
    noticed: of("Killed", "Timeout", "RuntimeError").length,
    survived: of("Survived").length,
    untested: of("NoCoverage").length,
    named: known,
    percent: 100 * (1 - open.length / Math.max(1, counted.length - known)),
  };
}

/** The places in some files where a change was not noticed the last time. */
function unnoticedIn(domain, sources) {
  const places = JSON.parse(readFileSync(unnoticedFile(domain), "utf8"));
  return places.filter((place) => sources.has(place.slice(0, place.indexOf(":"))));
}

function unnoticedFile(domain) {
  return path.join(cache, `mutants-unnoticed-${domain}.json`);
}

// Stryker counts lines from 1 and columns from 1 in what it tells, and columns from 0 in what it is told
function pointOf({ line, column }) {
  return `${line}:${column - 1}`;
}

/** A change in words that stay the same when lines are added above it. */
function wordsOf({ fileName, location: { start, end }, replacement }, sources) {
  const file = path.relative(root, fileName).replaceAll(path.sep, "/");
  const lines = sources.get(file).split("\n");
  const piece = lines.slice(start.line - 1, end.line);
  piece[piece.length - 1] = piece.at(-1).slice(0, end.column - 1);
  piece[0] = piece[0].slice(start.column - 1);
  return { file, line: plain(lines[start.line - 1]), from: plain(piece.join("\n")), to: plain(replacement) };
}

function holdsLine(file, line) {
  const lines = readFileSync(path.join(root, file), "utf8").split("\n");
  return lines.some((one) => plain(one) === line);
}

function plain(words) {
  return words.replace(/\s+/g, " ").trim();
}

function isSame(one, other) {
  return ["file", "line", "from", "to"].every((key) => one[key] === other[key]);
}

function tableOf(rows) {
  const head = ["domain", "changes", "noticed", "survived", "no test", "named", "%"];
  const lines = rows.map(({ domain, changes, noticed, survived, untested, named, percent }) =>
    [domain, changes, noticed, survived, untested, named, percent.toFixed(1)].map(String),
  );
  const widths = head.map((word, at) => Math.max(word.length, ...lines.map((line) => line[at].length)));
  return [head, ...lines]
    .map((line) =>
      line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("  "),
    )
    .join("\n");
}
