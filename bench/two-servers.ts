/**
 * Two servers on one PostgreSQL with twenty people who write: how many writes a second, how long the slowest reader and
 * the slowest writer wait, what fails, and whether the audit chain is whole. The servers are processes that call the
 * doors that forms and pages call, each with its own connections.
 * Usage: npm run bench -- two-servers [--seconds N] [--writers N]
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startPostgres } from "@/scripts/postgres.mjs";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "20" },
    writers: { type: "string", default: "20" },
    server: { type: "boolean", default: false },
  },
});
const SERVERS = 2;
const READERS = 5;

interface Outcome {
  readonly writes: number;
  readonly reads: number;
  readonly failures: number;
  readonly slowestWriteMs: number;
  readonly slowestReadMs: number;
}

if (values.server) console.log(JSON.stringify(await work()));
else await measure();

async function measure() {
  const dataDir = mkdtempSync(join(tmpdir(), "verbatim-two-servers-"));
  const postgres = await startPostgres();
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: postgres.url });
  const { closeDb } = await import("@/lib/db/server");
  try {
    const { migrate } = await import("@/lib/migrations/server");
    const { verifyAudit } = await import("@/lib/audit/server");
    const { SYSTEM } = await import("@/lib/auth");
    await migrate();
    const outcomes = await Promise.all(Array.from({ length: SERVERS }, startServer));
    const sum = (key: keyof Outcome) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
    const most = (key: keyof Outcome) => Math.max(...outcomes.map((outcome) => outcome[key]));
    const seconds = Number(values.seconds);
    console.log(`${SERVERS} servers, ${values.writers} writers, ${SERVERS * READERS} readers, ${seconds} s`);
    console.log(
      `writes ${sum("writes")} (${(sum("writes") / seconds).toFixed(0)} a second), slowest ${most("slowestWriteMs").toFixed(0)} ms`,
    );
    console.log(
      `reads ${sum("reads")} (${(sum("reads") / seconds).toFixed(0)} a second), slowest ${most("slowestReadMs").toFixed(0)} ms`,
    );
    const { isIntact, entries } = await verifyAudit(SYSTEM);
    console.log(
      `failures ${sum("failures")}; audit chain of ${entries} entries ${isIntact ? "whole" : "BROKEN"}`,
    );
  } finally {
    await closeDb();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function startServer(): Promise<Outcome> {
  const given = ["--server", "--seconds", values.seconds, "--writers", values.writers];
  const args = [...process.execArgv, process.argv[1] ?? "", ...given];
  const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  server.stdout.on("data", (chunk) => {
    output += String(chunk);
  });
  await new Promise((resolve) => server.on("close", resolve));
  return JSON.parse(output) as Outcome;
}

async function work(): Promise<Outcome> {
  const { closeDb, db } = await import("@/lib/db/server");
  const { SYSTEM } = await import("@/lib/auth");
  const { capture } = await import("@/e2e/newsroom");
  const { listStatements } = await import("@/lib/statements/server");
  await db.statement.count();
  const until = performance.now() + Number(values.seconds) * 1000;
  const outcome = { writes: 0, reads: 0, failures: 0, slowestWriteMs: 0, slowestReadMs: 0 };
  const again = async (
    step: () => Promise<unknown>,
    count: "writes" | "reads",
    slowest: "slowestWriteMs" | "slowestReadMs",
  ) => {
    while (performance.now() < until) {
      const began = performance.now();
      try {
        await step();
        outcome[count]++;
      } catch (error) {
        outcome.failures++;
        console.error(error);
      }
      outcome[slowest] = Math.max(outcome[slowest], performance.now() - began);
    }
  };
  const write = () => again(() => capture(SYSTEM), "writes", "slowestWriteMs");
  const read = () => again(() => listStatements(SYSTEM), "reads", "slowestReadMs");
  await Promise.all([
    ...Array.from({ length: Number(values.writers) / SERVERS }, write),
    ...Array.from({ length: READERS }, read),
  ]);
  await closeDb();
  return outcome;
}
