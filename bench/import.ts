/**
 * What the command `import` costs beside extraction alone: generated articles of 4 kB with ten statements each are read by
 * `extract --jsonl`, and brought by `import --accept all`, in one run on one machine: articles a second, and the memory of the
 * process at each quarter and at its peak. Then again on another database, killed with SIGKILL at moments of chance and asked again:
 * how many sources, statements and doubles there are at the end, and whether the record of changes is intact.
 * Usage: npm run bench -- import [--articles N] [--engine sqlite|postgresql] [--kills K]
 */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startPostgres } from "@/scripts/postgres.mjs";
import { articleOf, STATEMENTS } from "./articles";
import { killGroup } from "./site";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "10000" },
    engine: { type: "string", default: "sqlite" },
    kills: { type: "string", default: "10" },
  },
});
const ARTICLES = Number(values.articles);
const EMAIL = "ada@example.test";

const work = mkdtempSync(path.join(tmpdir(), "verbatim-import-"));
const folder = path.join(work, "articles");

async function measure() {
  try {
    writeArticles();
    console.log(
      `${ARTICLES} articles of ${STATEMENTS} statements, ${values.engine}, load ${loadavg()[0]?.toFixed(1)}`,
    );
    const alone = await extractAlone();
    console.log(`  extraction alone: ${told(alone)}, ${alone.found} found`);
    const whole = await importOnce("whole");
    console.log(`  import:           ${told(whole)}, ${(whole.ms / alone.ms).toFixed(2)} × extraction alone`);
    console.log(
      `  memory in MB at each quarter: ${whole.quarters.map((mb) => mb.toFixed(0)).join(", ")}; peak ${whole.peakMb.toFixed(0)}`,
    );
    const isWhole = await lookThrough();
    const kills = Number(values.kills);
    const isAfterKills = kills === 0 || (await importKilled(kills, whole.ms));
    console.log(`  load at the end ${loadavg()[0]?.toFixed(1)}`);
    process.exitCode = isWhole && isAfterKills ? 0 : 1;
  } finally {
    await postgres?.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

function writeArticles() {
  mkdirSync(folder);
  const lines: string[] = [];
  for (let n = 0; n < ARTICLES; n++) {
    const text = articleOf(n);
    const part = path.join(folder, String(Math.floor(n / 1000)));
    if (n % 1000 === 0) mkdirSync(part);
    writeFileSync(path.join(part, `${n}.txt`), text);
    lines.push(JSON.stringify({ id: String(n), text }));
  }
  writeFileSync(path.join(work, "all.jsonl"), `${lines.join("\n")}\n`);
}

const told = ({ ms }: { ms: number }) =>
  `${(ms / 1000).toFixed(1)} s, ${(ARTICLES / (ms / 1000)).toFixed(1)} articles a second`;

async function extractAlone() {
  const startedMs = performance.now();
  const out = path.join(work, "found.jsonl");
  await ended(command(["extract", "--jsonl", path.join(work, "all.jsonl")], out));
  const ms = performance.now() - startedMs;
  const rows = readFileSync(out, "utf8").trim().split("\n");
  return { ms, found: rows.reduce((sum, row) => sum + foundIn(row), 0) };
}

const foundIn = (row: string) => (JSON.parse(row) as { quotes?: unknown[] }).quotes?.length ?? 0;

/** Brings all of it into an empty database. */
async function importOnce(name: string) {
  await prepare(name);
  const out = path.join(work, `${name}.txt`);
  const startedMs = performance.now();
  const child = bring(out);
  const quarters: number[] = [];
  const watch = setInterval(() => {
    const done = countLines(out);
    while (quarters.length < 4 && done >= (ARTICLES * (quarters.length + 1)) / 4)
      quarters.push(memoryOf(child, "VmRSS"));
    peakMb = Math.max(peakMb, memoryOf(child, "VmHWM"));
  }, 250);
  let peakMb = 0;
  await ended(child);
  clearInterval(watch);
  return { ms: performance.now() - startedMs, quarters, peakMb };
}

/** Brings it into another one, killed at moments of chance spread over as long as it took undisturbed. */
async function importKilled(kills: number, wholeMs: number): Promise<boolean> {
  await prepare("killed");
  const out = path.join(work, "killed.txt");
  let killed = 0;
  const told = new Set<string>();
  for (;;) {
    const child = bring(out);
    const isOver = new Promise<boolean>((resolve) => child.once("exit", (code) => resolve(code === 0)));
    if (killed === kills) {
      if (!(await isOver)) throw new Error("import did not come to its end");
      break;
    }
    // a busy machine takes long to start it, and what is killed before it wrote shows nothing
    const isDone = await Promise.race([isOver, someTime(out, (Math.random() * 2 * wholeMs) / kills)]);
    if (isDone === null) {
      await killGroup(child);
      killed++;
      for (const sourceId of toldIn(out)) told.add(sourceId);
    } else break;
  }
  const lost = await lostOf([...told]);
  console.log(
    `  killed ${killed} times: ${told.size} sources told to be stored before, ${lost} of them lost`,
  );
  return (await lookThrough()) && lost === 0;
}

/** That long from the moment at which the first document was told. */
async function someTime(out: string, timeMs: number): Promise<null> {
  while (countLines(out) === 0) await pause(50);
  await pause(timeMs);
  return null;
}

/** The sources of which a run that was killed had said that they are stored. */
const toldIn = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/ stored in (src-\w+)$/gmu)].map(([, id = ""]) => id);

async function lostOf(told: readonly string[]): Promise<number> {
  const { db } = await import("@/lib/db/server");
  let there = 0;
  for (const publicId of told) there += await db.source.count({ where: { publicId } });
  return told.length - there;
}

/** What stands in the record at the end: every article and statement once. */
async function lookThrough(): Promise<boolean> {
  const { db, closeDb } = await import("@/lib/db/server");
  const { verifyAudit } = await import("@/lib/audit/server");
  const { SYSTEM } = await import("@/lib/auth");
  const [sources, editions] = [await db.source.count(), await db.edition.count()];
  const said = await db.statement.findMany({
    select: { wording: true, sourceId: true },
    orderBy: { id: "asc" },
  });
  const unlike = new Set(said.map(({ wording, sourceId }) => `${sourceId} ${wording}`)).size;
  const open = await db.importDraft.count({ where: { state: "open" } });
  const { isIntact } = await verifyAudit(SYSTEM);
  await closeDb();
  console.log(
    `  ${sources} sources, ${editions} editions, ${said.length} statements of which ${said.length - unlike} double, ${open} imports open, record of changes ${isIntact ? "intact" : "NOT intact"}`,
  );
  return (
    sources === ARTICLES && editions === ARTICLES && said.length === unlike && isIntact && said.length > 0
  );
}

let postgres: Awaited<ReturnType<typeof startPostgres>> | null = null;

/** An empty database with a reporter in it. */
async function prepare(name: string) {
  await postgres?.stop();
  postgres = values.engine === "postgresql" ? await startPostgres() : null;
  process.env.DATABASE_URL = postgres?.url ?? "";
  process.env.DATA_DIR = path.join(work, name);
  mkdirSync(process.env.DATA_DIR);
  const { migrate } = await import("@/lib/migrations/server");
  const { addUser } = await import("@/lib/accounts/server");
  const { SYSTEM } = await import("@/lib/auth");
  const { closeDb } = await import("@/lib/db/server");
  await migrate();
  await addUser(SYSTEM, {
    email: EMAIL,
    name: "Ada",
    role: "reporter",
    password: "a-long-word-for-the-bench",
  });
  await closeDb();
}

const bring = (out: string) => command(["import", folder, "--for", EMAIL, "--accept", "all"], out);

function command(args: readonly string[], out: string): ChildProcess {
  const file = openSync(out, "w");
  const child = spawn(process.execPath, ["scripts/verbatim.mjs", ...args], {
    ...{ env: process.env, detached: true, stdio: ["ignore", file, "inherit"] },
  });
  closeSync(file);
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`it ended with ${code}`);
}

const countLines = (file: string) => readFileSync(file, "latin1").split("\n").length - 1;

/** In MB, of the process with its threads; nothing once it is gone. */
function memoryOf({ pid }: ChildProcess, what: "VmRSS" | "VmHWM"): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(new RegExp(`^${what}:\\s+(\\d+) kB`, "mu").exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const pause = (timeMs: number) => new Promise((resolve) => setTimeout(resolve, timeMs));

await measure();
