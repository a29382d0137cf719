// `npm run mutants [DOMAIN…]`: changes the rules on purpose, one small change at a time (Stryker), and counts how many the
// tests of their own domain notice. Fails when a domain notices less than it must, and shows what nobody noticed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { prepareTools } from "./prepare.mjs";
import { cache, PlainFailure, root, run } from "./project.mjs";

const LEAST_PERCENT = 85;

/** What is changed, and which of the domain's tests are to notice: rules by unit tests, the rest by data tests on SQLite. */
const DOMAINS = {
  review: { files: ["model", "schema"], unit: ["model"] },
  visibility: { files: ["model"], data: ["server"] },
  audit: { files: ["model", "signatures", "findings"], unit: ["model"] },
  auth: { files: ["model", "schema", "devices"], unit: ["model", "schema", "devices"] },
  forms: { files: ["parse", "sending", "typed", "model", "accept", "failures"], unit: ["forms"] },
  publication: { files: ["model", "schema"], unit: ["model"] },
  matching: {
    files: ["locate", "edges", "folded", "diff-words", "myers", "surroundings", "withheld"],
    unit: ["locate", "edges", "diff-words", "myers", "surroundings", "withheld"],
  },
  citations: {
    files: ["bibtex", "coins", "csl-item", "downloads", "format", "ris", "style-names", "styles"],
    unit: ["files", "format", "styles"],
  },
};

await run(async () => {
  const { names, atOnce, isListing } = readArguments(process.argv.slice(2));
  await prepareTools();
  const named = JSON.parse(readFileSync(path.join(root, "scripts/mutants-named.json"), "utf8"));
  const rows = [];
  for (const name of names) rows.push(countOf(name, await mutantsOf(name, atOnce), named, isListing));
  console.log(`\n${tableOf(rows)}`);
  const short = rows.filter(({ percent }) => percent < LEAST_PERCENT);
  if (short.length === 0) return 0;
  console.error(`\nBelow ${LEAST_PERCENT} %: ${short.map(({ domain }) => domain).join(", ")}`);
  return 1;
});

function readArguments(words) {
  const atOnce = Number(words.find((word) => word.startsWith("--at-once="))?.slice("--at-once=".length) ?? 2);
  const names = words.filter((word) => !word.startsWith("--"));
  const unknown = names.filter((name) => !Object.hasOwn(DOMAINS, name));
  if (unknown.length > 0 || !Number.isInteger(atOnce) || atOnce < 1) {
    throw new PlainFailure(
      `Usage: npm run mutants -- [DOMAIN…] [--at-once=2] [--list], with domains of ${Object.keys(DOMAINS).join(", ")}.`,
    );
  }
  return {
    names: names.length === 0 ? Object.keys(DOMAINS) : names,
    atOnce,
    isListing: words.includes("--list"),
  };
}

/** Every change that Stryker makes in a domain, with what became of it. */
async function mutantsOf(domain, concurrency) {
  const { files, unit = [], data = [] } = DOMAINS[domain];
  const inDomain = (names, ending) => names.map((name) => `lib/${domain}/${name}${ending}`);
  // the workers that run the tests read these
  process.env.MUTANTS_UNIT_TESTS = inDomain(unit, ".test.ts").join(",");
  process.env.MUTANTS_DATA_TESTS = inDomain(data, ".test.ts").join(",");
  const { Stryker } = await import("@stryker-mutator/core");
  const require = createRequire(import.meta.url);
  console.log(`\n${domain}`);
  return new Stryker({
    mutate: inDomain(files, ".ts"),
    plugins: [require.resolve("@stryker-mutator/vitest-runner")],
    testRunner: "vitest",
    vitest: { configFile: path.join("scripts", "mutants-vitest.mjs"), related: false },
    coverageAnalysis: "perTest",
    concurrency,
    tempDirName: path.join(cache, "mutants"),
    // what tests do not read
    ignorePatterns: [".cache", ".next", "data", "test-results", "playwright-report"],
    timeoutMS: 20_000,
    dryRunTimeoutMinutes: 10,
    reporters: ["progress-append-only"],
    logLevel: "warn",
    allowEmpty: true,
  }).runMutationTest();
}

function countOf(domain, mutants, named, isListing) {
  const counted = mutants.filter(({ status }) => status !== "Ignored" && status !== "CompileError");
  const of = (...states) => counted.filter(({ status }) => states.includes(status));
  const noticed = of("Killed", "Timeout", "RuntimeError").length;
  const unnoticed = of("Survived", "NoCoverage").map((mutant) => ({ ...mutant, ...wordsOf(mutant) }));
  const known = unnoticed.filter((mutant) => named.some((one) => isSame(one, mutant)));
  for (const mutant of unnoticed) {
    if (known.includes(mutant) && !isListing) continue;
    const what = mutant.status === "Survived" ? "survived" : "no test";
    console.log(`  ${mutant.file}:${mutant.location.start.line} ${what}: ${mutant.from} → ${mutant.to}`);
  }
  return {
    domain,
    changes: counted.length,
    noticed,
    survived: of("Survived").length,
    untested: of("NoCoverage").length,
    named: known.length,
    percent: (100 * noticed) / Math.max(1, counted.length - known.length),
  };
}

/** A change in words that stay the same when lines are added above it. */
function wordsOf({ fileName, location: { start, end }, replacement }) {
  const file = path.relative(root, fileName).replaceAll(path.sep, "/");
  const lines = readFileSync(path.join(root, file), "utf8").split("\n");
  const piece = lines.slice(start.line - 1, end.line);
  piece[piece.length - 1] = piece.at(-1).slice(0, end.column - 1);
  piece[0] = piece[0].slice(start.column - 1);
  const plain = (words) => words.replace(/\s+/g, " ").trim();
  return { file, line: plain(lines[start.line - 1]), from: plain(piece.join("\n")), to: plain(replacement) };
}

const isSame = (one, other) =>
  one.file === other.file && one.line === other.line && one.from === other.from && one.to === other.to;

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
