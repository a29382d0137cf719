// `npm test`: on a fresh clone it installs what it needs, then runs the unit tests, the data tests on SQLite and on
// PostgreSQL, and the journeys in a browser. What is missing fails with what to install; nothing is skipped silently.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureSite } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureJudges } from "./judges.mjs";
import { prepareTools } from "./prepare.mjs";
import { finish, withTools } from "./processes.mjs";
import { cache, PlainFailure, run } from "./project.mjs";

const reports = path.join(cache, "reports");
const none = { passed: 0, failed: 0, skipped: 0, failures: [] };

await run(async () => {
  // Debian unpacks while npm installs: only then is the browser its turn
  const judges = ensureJudges();
  await prepareTools();
  await judges;
  // asked for before anything runs: minutes later is a bad time to learn that a browser is missing
  await ensureChromium();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const totals = [await runVitest()];
  totals.push(await runJourneys());

  const sum = (key) => totals.reduce((total, each) => total + each[key], 0);
  for (const { name, passed, failed, skipped, problem, failures } of totals) {
    console.log(`${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
    if (problem !== null) console.log(`${name}: ${problem}`);
    // said again at the end: a long log is read from below, and often only its end is kept
    for (const failure of failures) console.log(`  failed: ${failure}`);
  }
  const failed = sum("failed") + totals.filter(({ problem }) => problem !== null).length;
  console.log(`${sum("passed")} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

async function runVitest() {
  const file = path.join(reports, "vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await finish("vitest", args, { env: withTools() });
  return withReport("unit and data tests", code, file, (report) => {
    const broken = report.testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      // a file that could not even be loaded has no test to count
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + report.numTodoTests,
      failures: report.testResults.flatMap((file) => vitestFailures(file)),
    };
  });
}

/** A line for each failed test of one file, with the first line of what it says. */
function vitestFailures({ name, status, message, assertionResults }) {
  const file = path.relative(process.cwd(), name);
  const failed = assertionResults.filter((each) => each.status === "failed");
  if (failed.length === 0) return status === "failed" ? [`${file}: ${firstLine(message)}`] : [];
  return failed.map((each) => `${file}: ${each.fullName}: ${firstLine(each.failureMessages[0])}`);
}

/** A line for each failed journey under one suite of Playwright's report. */
function journeyFailures({ file, specs = [], suites = [] }) {
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === "unexpected")
      .map(({ projectName, results }) => {
        const said = results.flatMap(({ errors }) => errors)[0]?.message;
        return `e2e/${file} [${projectName}]: ${spec.title}: ${firstLine(said)}`;
      }),
  );
  return [...own, ...suites.flatMap((suite) => journeyFailures(suite))];
}

function firstLine(message) {
  return (message ?? "").split("\n", 1)[0].slice(0, 300);
}

async function runJourneys() {
  try {
    await ensureSite();
  } catch (error) {
    if (error instanceof PlainFailure) return { name: "journeys", ...none, problem: error.message };
    throw error;
  }
  const file = path.join(reports, "journeys.json");
  const args = ["test", "--config", "e2e/playwright.config.ts", "--reporter=list,json"];
  const code = await finish("playwright", args, {
    env: { ...withTools(), PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  return withReport("journeys", code, file, ({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    failures: suites.flatMap((suite) => journeyFailures(suite)),
  }));
}

/** The counts of one run; `problem` says why it failed when no failed test does. */
function withReport(name, code, file, count) {
  let counts;
  try {
    counts = count(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return {
      name,
      ...none,
      problem: `it ended with code ${code} and left no report; its message stands above`,
    };
  }
  const isSilent = code !== 0 && counts.failed === 0;
  const isEmpty = counts.passed + counts.failed === 0;
  const problem = isEmpty
    ? "not one test ran"
    : isSilent
      ? `it ended with code ${code} although no test failed`
      : null;
  return { name, ...counts, problem };
}
