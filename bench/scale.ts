/**
 * What pages cost beside a record of very many statements (bench/scale/store.ts): each at the middle and at the 95th of a hundred, in
 * turns with the bare queries that it needs and a page that needs none, so that whatever else the machine does falls on all alike,
 * and what a processor works for each; then requests a second under sixteen connections, memory, bytes, and what a save costs while
 * the index of words follows. `kept` is the page again for a visitor without a cookie, with no write between. A page over twice the sum at the middle, or over three times at the 95th, is marked. Linux. SQLite. The store is kept in .cache for the next run; `--store` names another folder.
 * Usage: npm run bench -- scale [--statements N] [--runs N] [--store FOLDER]
 */
import { statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensureSite } from "@/scripts/build.mjs";
import { freePort } from "@/scripts/postgres.mjs";
import { EDITOR, fillOnce, keptFolder } from "./scale/kept";
import { serveSite, Visitor } from "./site";

const { values } = parseArgs({
  options: {
    statements: { type: "string", default: "10000" },
    runs: { type: "string", default: "40" },
    store: { type: "string" },
  },
});
const WARM_UP = 3;
const CONNECTIONS = 16;
const ASKED_MS = 4000;

const statements = Number(values.statements);
const dataDir = resolve(values.store ?? keptFolder(statements));
Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: "", PUBLIC_SITE: "on" });

async function main(): Promise<void> {
  await ensureSite();
  await fillOnce(dataDir, statements);
  const { db, closeDb, sqliteFile } = await import("@/lib/db/server");
  const { pagesOf } = await import("./scale/asked");
  const { VISITOR } = await import("@/lib/auth");
  const { subjectsOf, readRaw } = await import("./scale/raw");
  const subjects = subjectsOf(dataDir);
  console.log(
    `about: ${Object.entries(subjects)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ")}`,
  );
  const pages = pagesOf(subjects);
  const user = await db.user.findFirstOrThrow({ where: { email: EDITOR.email } });
  const editor = { id: user.id, name: user.name, role: "editor" } as const;
  const raw = await readRaw(pages, editor);
  await timeSaves(editor);
  const megabytes = (name: string) => Math.round(statSync(name, { throwIfNoEntry: false })?.size ?? 0) / 1e6;
  console.log(`${megabytes(sqliteFile(dataDir)).toFixed(0)} MB on the disk`);
  const site = await serveSite(await freePort(), { ...process.env });
  try {
    const visitor = new Visitor(site.address);
    const readPlain = async (path: string) => {
      const answer = await fetch(site.address + path, { headers: { accept: "text/html" } });
      await answer.text();
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    };
    const person = new Visitor(site.address);
    if ((await person.send("/sign-in", "password", EDITOR)) === null) throw new Error(person.refusal);
    console.log(
      `load ${loadavg()
        .map((load) => load.toFixed(1))
        .join(" ")} on ${cpus().length} processors`,
    );
    console.log(
      "                                    milliseconds that pass                       of a processor's work, in ms",
    );
    console.log(
      "page                          p50      p95    empty      raw     kept  p50/sum  p95/sum     page    empty      raw    asked     kept",
    );
    for (const [at, page] of pages.entries()) {
      const reader = page.who === "editor" ? person : visitor;
      // in turns: what else the machine does meanwhile falls on each alike
      const [whole, empty, bare, asked, kept] = await timedInTurns([
        // a visitor of the bench sends a cookie, if only an empty one, and is given nothing that is kept
        { work: () => reader.read(page.path), workedMs: site.workedMs },
        { work: () => visitor.read("/sign-in"), workedMs: site.workedMs },
        { work: () => raw[at]?.(), workedMs: ownWorkMs },
        { work: () => page.ask(page.who === "editor" ? editor : VISITOR), workedMs: ownWorkMs },
        { work: () => (page.who === "editor" ? null : readPlain(page.path)), workedMs: site.workedMs },
      ]);
      const { p50, p95 } = whole;
      const sum = bare.p50 + empty.p50;
      const [middle, late] = [p50 / sum, p95 / sum];
      const mark = middle > 2 || late > 3 ? "  OVER" : "";
      console.log(
        `${page.name.padEnd(24)} ${told(p50)} ${told(p95)} ${told(empty.p50)} ${told(bare.p50)} ${told(kept.p50)} ${middle.toFixed(2).padStart(8)} ${late.toFixed(2).padStart(8)} ${[whole, empty, bare, asked, kept].map(({ worked }) => told(worked)).join(" ")}${mark}`,
      );
    }
    const bare = await requestsASecond(() => visitor.read("/sign-in"));
    for (const page of pages.filter(({ name }) =>
      /^(front|statement|list|search, a rare word)$/u.test(name),
    )) {
      const served = await requestsASecond(() => visitor.read(page.path));
      const kept = await requestsASecond(() => readPlain(page.path));
      console.log(
        `${page.name}: ${served.toFixed(0)} requests a second of ${bare.toFixed(0)} of a page without queries (${(served / bare).toFixed(2)}), kept ${kept.toFixed(0)} (${(kept / bare).toFixed(2)})`,
      );
    }
    console.log(`${site.memoryMb().toFixed(0)} MB resident`);
  } finally {
    await site.kill();
    await closeDb();
  }
}

/** An edit of a statement as the site saves it, and how much of it keeping the index of words is. */
async function timeSaves(editor: { readonly id: string; readonly name: string; readonly role: "editor" }) {
  const { db, transact } = await import("@/lib/db/server");
  const { editStatement } = await import("@/lib/statements/server");
  const some = await db.statement.findMany({
    where: { state: "captured" },
    select: { id: true, version: true, searchKey: true },
    orderBy: { id: "asc" },
    take: Number(values.runs),
  });
  const saves: number[] = [];
  for (const { id, version } of some) {
    const began = performance.now();
    await editStatement(editor, { id, version, place: `Place ${version}` });
    saves.push(performance.now() - began);
  }
  class Undone extends Error {}
  const written = async (column: "searchKey" | "wordingKey") => {
    const times: number[] = [];
    for (const { id, searchKey } of some)
      await transact(async (tx) => {
        const began = performance.now();
        const changed = `UPDATE "Statement" SET "${column}" = ? WHERE id = ?`;
        await tx.$executeRawUnsafe(changed, `${searchKey} again `, id);
        times.push(performance.now() - began);
        throw new Undone();
      }).catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
    return middleOf(times);
  };
  const [indexed, plain] = [await written("searchKey"), await written("wordingKey")];
  console.log(
    `a save: p50 ${told(middleOf(saves))} ms; a column with the index ${told(indexed)} ms, without ${told(plain)} ms`,
  );
}

const middleOf = (samples: readonly number[]) => [...samples].sort((a, b) => a - b)[samples.length >> 1] ?? 0;
const told = (ms: number) => ms.toFixed(ms < 10 ? 2 : 1).padStart(8);

interface Times {
  readonly p50: number;
  readonly p95: number;
  /** What a processor works for it, at the mean: what else the machine does lengthens the time that passes, and not this. */
  readonly worked: number;
}

interface Turn {
  readonly work: () => unknown;
  readonly workedMs: () => number;
}

/** Each of some works in its turn, again and again. */
async function timedInTurns(
  turns: readonly [Turn, Turn, Turn, Turn, Turn],
): Promise<[Times, Times, Times, Times, Times]> {
  const samples = turns.map(() => ({ passed: [] as number[], worked: 0 }));
  for (let run = 0; run < Number(values.runs) + WARM_UP; run++)
    for (const [at, { work, workedMs }] of turns.entries()) {
      const [began, before] = [performance.now(), workedMs()];
      await work();
      const sample = samples[at];
      if (run < WARM_UP || !sample) continue;
      sample.passed.push(performance.now() - began);
      sample.worked += workedMs() - before;
    }
  const timesOf = (index: number): Times => {
    const { passed = [], worked = 0 } = samples[index] ?? {};
    passed.sort((a, b) => a - b);
    const at = (share: number) => passed[Math.min(passed.length - 1, Math.floor(share * passed.length))] ?? 0;
    return { p50: at(0.5), p95: at(0.95), worked: worked / passed.length };
  };
  return [timesOf(0), timesOf(1), timesOf(2), timesOf(3), timesOf(4)];
}

function ownWorkMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function requestsASecond(read: () => Promise<unknown>): Promise<number> {
  let served = 0;
  const until = performance.now() + ASKED_MS;
  const one = async () => {
    for (; performance.now() < until; served++) await read();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  return (served * 1000) / ASKED_MS;
}

await main();
