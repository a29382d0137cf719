/**
 * What the read pages cost at 100,000 statements: each against its bare SQL query and against a page without data,
 * in the same run on the same machine. Needs a build (`npm start` once, or `npx next build`).
 * Usage: npm run bench -- pages [--statements N] [--runs N]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import { serveSite } from "./site";

const { values } = parseArgs({
  options: { statements: { type: "string", default: "100000" }, runs: { type: "string", default: "60" } },
});
const statements = Number(values.statements);
const runs = Number(values.runs);

const dataDir = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
process.env.DATA_DIR = dataDir;
process.env.PUBLIC_SITE = "on";
delete process.env.DATABASE_URL;

interface Figures {
  readonly p50: number;
  readonly p95: number;
}

function figuresOf(samples: number[]): Figures {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

async function measure(work: () => unknown): Promise<Figures> {
  const samples: number[] = [];
  for (let run = 0; run < runs + 5; run++) {
    const before = performance.now();
    await work();
    if (run >= 5) samples.push(performance.now() - before);
  }
  return figuresOf(samples);
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

async function read(address: string): Promise<void> {
  // a connection that is kept open is closed by the server while bare SQL is timed, and the next request meets that
  const response = await fetch(address, { headers: { connection: "close" } });
  const body = await response.text();
  if (response.status !== 200)
    throw new Error(`${address} answered ${response.status}: ${body.slice(0, 200)}`);
}

async function main() {
  const { closeDb, refreshStatistics } = await import("@/lib/db/server");
  const { migrate } = await import("@/lib/migrations/server");
  const { fillNewsroom } = await import("./newsroom");
  await migrate();
  const began = performance.now();
  const newsroom = await fillNewsroom({
    statements,
    speakers: Math.min(200, Math.ceil(statements / 50)),
    perSource: 20,
  });
  await refreshStatistics();
  await closeDb();
  console.log(`${statements} statements made in ${((performance.now() - began) / 1000).toFixed(1)} s`);

  const file = join(dataDir, "verbatim.db");
  const sql = new Database(file, { readonly: true });
  const published = "state IN ('published', 'retracted')";
  const newest = "ORDER BY s.occurredAt DESC, s.id DESC LIMIT 26";
  const joined =
    "FROM Statement s JOIN Source src ON src.id = s.sourceId LEFT JOIN Speaker sp ON sp.id = s.speakerId";
  const raw = {
    list: sql.prepare(`SELECT s.*, src.title, sp.name ${joined} WHERE s.${published} ${newest}`),
    speaker: sql.prepare(
      `SELECT s.*, src.title, sp.name ${joined} WHERE s.speakerId = ? AND s.${published} ${newest}`,
    ),
    statement: sql.prepare(
      `SELECT s.*, src.title, sp.name ${joined} WHERE s.publicId = ? AND s.${published}`,
    ),
    text: sql.prepare(
      `SELECT s.*, src.title, sp.name ${joined} WHERE s.wordingKey LIKE ? AND s.${published} ${newest}`,
    ),
  };
  const port = await freePort();
  const site = await serveSite(port, process.env);
  const at = (path: string) => `http://127.0.0.1:${port}${path}`;
  try {
    const empty = await measure(() => read(at("/sign-in")));
    const pages = [
      ["front", "/", () => raw.list.all()],
      ["speakers", "/speakers", () => raw.list.all()],
      ["sources", "/sources", () => raw.list.all()],
      ["claims", "/claims", () => raw.list.all()],
      ["claims, words", "/claims?q=ceasefire", () => raw.list.all()],
      ["claim", "/claims/claim-0", () => raw.list.all()],
      ["contradictions", "/contradictions", () => raw.list.all()],
      ["stories", "/stories", () => raw.list.all()],
      ["source", `/sources/src-${Math.floor(statements / 40)}`, () => raw.list.all()],
      ["list", "/statements", () => raw.list.all()],
      ["list, one form", "/statements?form=indirect", () => raw.list.all()],
      ["list, words", "/statements?q=ceasefire", () => raw.text.all("%ceasefire%")],
      ["list twin", "/statements.json", () => raw.list.all()],
      [
        "speaker",
        `/speakers/${newsroom.busiestSpeaker.slug}`,
        () => raw.speaker.all(newsroom.busiestSpeaker.id),
      ],
      [
        "statement",
        `/statements/${newsroom.statement.publicId}`,
        () => raw.statement.all(newsroom.statement.publicId),
      ],
    ] as const;
    console.log(
      `empty page (sign-in): p50 ${empty.p50.toFixed(1)} ms, p95 ${empty.p95.toFixed(1)} ms; ${runs} runs each`,
    );
    console.log("page              p50 ms   p95 ms   raw SQL ms   page / empty   page / raw");
    for (const [name, path, query] of pages) {
      const bare = await measure(query);
      const page = await measure(() => read(at(path)));
      console.log(
        [
          name.padEnd(16),
          page.p50.toFixed(1).padStart(7),
          page.p95.toFixed(1).padStart(8),
          bare.p50.toFixed(2).padStart(12),
          (page.p50 / empty.p50).toFixed(2).padStart(14),
          (page.p50 / bare.p50).toFixed(0).padStart(12),
        ].join(" "),
      );
    }
  } finally {
    await site.kill();
    sql.close();
  }
}

await main().finally(() => rmSync(dataDir, { recursive: true, force: true }));
