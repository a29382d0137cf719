/**
 * What every read page costs at 100,000 statements with verdicts, relations, positions and 200 speakers: each against the
 * same page of a newsroom of a hundredth, and against a page without data, in turns on the same machine. A page that
 * costs more than twice as much there for as much as it shows, or more than half a second, fails the measurement: where
 * the small newsroom has four pairs and the large one fills its list, the page is longer by so many characters.
 * `--keep` leaves the SQLite databases in .cache for the next run; `--only` measures the pages whose name has these words.
 * Usage: npm run bench -- pages [--statements N] [--runs N] [--engine sqlite|postgresql] [--keep] [--only WORDS,WORDS]
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensureSite } from "@/scripts/build.mjs";
import { freePort, startPostgres } from "@/scripts/postgres.mjs";
import type { Newsroom } from "./newsroom";
import { type Site, serveSite, Visitor } from "./site";

const { values } = parseArgs({
  options: {
    statements: { type: "string", default: "100000" },
    runs: { type: "string", default: "25" },
    engine: { type: "string", default: "sqlite" },
    keep: { type: "boolean", default: false },
    only: { type: "string", default: "" },
  },
});
const SMALL_SHARE = 100;
const MOST_GROWTH = 2;
const MOST_MS = 500;
const WARM_UP = 3;

const EDITOR = { email: "editor@example.test", password: "a-long-word-for-the-bench" };

interface Served {
  readonly site: Site;
  readonly newsroom: Newsroom;
  readonly editor: Visitor;
  readonly visitor: Visitor;
  readonly end: () => Promise<void>;
}

async function measure() {
  await ensureSite();
  const large = await serveNewsroom(Number(values.statements));
  const small = await serveNewsroom(Math.ceil(Number(values.statements) / SMALL_SHARE));
  try {
    const empty = await timed(() => large.visitor.read("/sign-in"));
    console.log(`a page without data: p50 ${empty.p50.toFixed(1)} ms; ${values.runs} runs each`);
    console.log(
      "page                                          p50 ms   p95 ms   small p50 ms   large / small   length",
    );
    let tooSlow = 0;
    for (const [name, pathOf] of PAGES) {
      for (const who of ["visitor", "editor"] as const) {
        if (who === "visitor" && name.startsWith("review")) continue;
        if (!values.only.split(",").some((words) => name.includes(words))) continue;
        const [at, beside] = await timedInTurns(
          () => large[who].read(pathOf(large.newsroom)),
          () => small[who].read(pathOf(small.newsroom)),
        );
        const growth = at.p50 / beside.p50;
        const length = at.length / beside.length;
        const isSlow = growth > MOST_GROWTH * Math.max(1, length) || at.p50 > MOST_MS;
        if (isSlow) tooSlow++;
        console.log(
          [
            `${name}, ${who}`.padEnd(44),
            at.p50.toFixed(1).padStart(7),
            at.p95.toFixed(1).padStart(8),
            beside.p50.toFixed(1).padStart(14),
            growth.toFixed(2).padStart(15),
            length.toFixed(2).padStart(8),
            isSlow ? "  TOO SLOW" : "",
          ].join(" "),
        );
      }
    }
    console.log(`${tooSlow} of the pages too slow`);
    process.exitCode = tooSlow === 0 ? 0 : 1;
  } finally {
    await large.end();
    await small.end();
  }
}

const at = (path: string) => () => path;
const PAGES: readonly (readonly [string, (newsroom: Newsroom) => string])[] = [
  ["front", at("/")],
  ["statements", at("/statements")],
  ["statements, one form", at("/statements?form=indirect")],
  ["statements, words", at("/statements?q=ceasefire")],
  ["statements, words of many", at("/statements?q=the")],
  ["statements, words of none", at("/statements?q=zzqx")],
  ["statements, a printed id", ({ statement }) => `/statements?q=${statement.publicId}`],
  [
    "statements of a speaker, words",
    ({ busiestSpeaker }) => `/statements?speaker=${busiestSpeaker.slug}&q=ceasefire`,
  ],
  ["statements retracted since a day", at("/statements?retracted_since=2020-01-01")],
  ["statements corrected since a day", at("/statements?corrected_since=2020-01-01")],
  ["statements as data", at("/statements.json")],
  ["statement", ({ statement }) => `/statements/${statement.publicId}`],
  ["statement as data", ({ statement }) => `/statements/${statement.publicId}.json`],
  ["speakers", at("/speakers")],
  ["speakers, words", at("/speakers?q=speaker+1")],
  ["speakers as data", at("/speakers.json")],
  ["speaker", ({ busiestSpeaker }) => `/speakers/${busiestSpeaker.slug}`],
  ["speaker as data", ({ busiestSpeaker }) => `/speakers/${busiestSpeaker.slug}.json`],
  ["sources", at("/sources")],
  ["sources of an outlet", at("/sources?outlet=the-bench")],
  ["source", at("/sources/src-7")],
  ["claims", at("/claims")],
  ["claims, words", at("/claims?q=ceasefire")],
  ["claim", at("/claims/claim-0")],
  ["contradictions", at("/contradictions")],
  ["contradictions, a pair", at("/contradictions?speaker=speaker-0&speaker=speaker-1")],
  ["stories", at("/stories")],
  ["story", at("/stories/story-0")],
  ["review", at("/review")],
  ["review, all", at("/review?view=all")],
  ["review, due", at("/review?view=due")],
  ["review, published", at("/review?state=published")],
  ["review of a statement", ({ captured }) => `/review/${captured.publicId}`],
];

async function serveNewsroom(statements: number): Promise<Served> {
  const isKept = values.keep && values.engine === "sqlite";
  const dataDir = isKept ? keptFolder(statements) : mkdtempSync(join(tmpdir(), "verbatim-pages-"));
  const postgres = values.engine === "postgresql" ? await startPostgres() : null;
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: postgres?.url ?? "", PUBLIC_SITE: "on" });
  const newsroom = await filledOnce(statements, join(dataDir, "newsroom.json"));
  const site = await serveSite(await freePort(), { ...process.env });
  const editor = new Visitor(site.address);
  if ((await editor.send("/sign-in", "password", EDITOR)) === null)
    throw new Error(`the editor could not sign in: ${editor.refusal}`);
  const end = async () => {
    await site.kill();
    await postgres?.stop();
    if (!isKept) rmSync(dataDir, { recursive: true, force: true });
  };
  return { site, newsroom, editor, visitor: new Visitor(site.address), end };
}

/** What was made is named in `doneFile`, written last: a folder without it was left half done. */
async function filledOnce(statements: number, doneFile: string): Promise<Newsroom> {
  const { closeDb, refreshStatistics } = await import("@/lib/db/server");
  const { migrate } = await import("@/lib/migrations/server");
  const { addUser } = await import("@/lib/accounts/server");
  const { SYSTEM } = await import("@/lib/auth");
  const { fillNewsroom } = await import("./newsroom");
  await migrate();
  const began = performance.now();
  if (!existsSync(doneFile)) {
    const newsroom = await fillNewsroom({ statements, speakers: Math.min(200, statements), perSource: 20 });
    await addUser(SYSTEM, { ...EDITOR, name: "The editor", role: "editor" });
    writeFileSync(doneFile, JSON.stringify(newsroom));
    console.log(`${statements} statements made in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  await refreshStatistics();
  await closeDb();
  return JSON.parse(readFileSync(doneFile, "utf8")) as Newsroom;
}

/** A folder for what this very generator makes. */
function keptFolder(statements: number): string {
  const generator = createHash("sha256").update(readFileSync("bench/newsroom.ts")).digest("hex").slice(0, 8);
  const folder = join(".cache", `pages-${statements}-${generator}`);
  if (!existsSync(join(folder, "newsroom.json"))) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return resolve(folder);
}

interface Figures {
  readonly p50: number;
  readonly p95: number;
  /** Of the page, in characters. */
  readonly length: number;
}

async function timed(work: () => Promise<string>): Promise<Figures> {
  const [figures] = await timedInTurns(work, async () => "");
  return figures;
}

/** Both in turns, so that what else the machine does meanwhile slows down both. */
async function timedInTurns(one: () => Promise<string>, other: () => Promise<string>) {
  const samples: [number[], number[]] = [[], []];
  const lengths: [number, number] = [0, 0];
  for (let run = 0; run < Number(values.runs) + WARM_UP; run++) {
    for (const [index, work] of [one, other].entries()) {
      const before = performance.now();
      const { length } = await work();
      lengths[index] = length;
      if (run >= WARM_UP) samples[index]?.push(performance.now() - before);
    }
  }
  return [figuresOf(samples[0], lengths[0]), figuresOf(samples[1], lengths[1])] as const;
}

function figuresOf(samples: readonly number[], length: number): Figures {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), length };
}

await measure();
