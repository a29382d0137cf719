/**
 * What people and strangers may type into the search, at size: queries made from a seed out of the grammar, of words that the record
 * (bench/scale/store.ts) has often, seldom and never, broken in every way, are asked of the built site by a visitor and by an
 * editor in turns, two at once. None may be answered with 5xx, and none may take over two seconds; an empty page between them
 * tells what the machine did meanwhile. The slowest are named. SQLite.
 * Usage: npm run bench -- queries [--queries N] [--statements N] [--seed N] [--store FOLDER]
 */
import { loadavg } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensureSite } from "@/scripts/build.mjs";
import { freePort } from "@/scripts/postgres.mjs";
import { seeded } from "../e2e/pages/nonsense";
import { EDITOR, fillOnce, keptFolder } from "./scale/kept";
import { serveSite, Visitor } from "./site";

const { values } = parseArgs({
  options: {
    queries: { type: "string", default: "20000" },
    statements: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    store: { type: "string" },
  },
});
const MOST_MS = 2000;
const AT_ONCE = 2;
const EMPTY_EACH = 50;

const statements = Number(values.statements);
const dataDir = resolve(values.store ?? keptFolder(statements));
Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: "", PUBLIC_SITE: "on" });

const random = seeded(Number(values.seed));
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const some = (most: number, make: () => string) =>
  Array.from({ length: 1 + Math.floor(random() * most) }, make);

async function main(): Promise<void> {
  await ensureSite();
  await fillOnce(dataDir, statements);
  const words = await wordsOfRecord();
  const site = await serveSite(await freePort(), { ...process.env });
  try {
    const person = new Visitor(site.address);
    if ((await person.send("/sign-in", "password", EDITOR)) === null) throw new Error(person.refusal);
    await askAll(site.address, person.cookie, words);
    console.log(`${site.memoryMb().toFixed(0)} MB resident at the end`);
  } finally {
    await site.kill();
  }
}

interface Asked {
  readonly path: string;
  readonly ms: number;
  readonly status: number;
}

async function askAll(address: string, cookie: string, words: Words): Promise<void> {
  const total = Number(values.queries);
  const asked: Asked[] = [];
  const empty: number[] = [];
  const ask = async (path: string, headers: Record<string, string>): Promise<Asked> => {
    const began = performance.now();
    const answer = await fetch(address + path, { headers, redirect: "manual" });
    await answer.arrayBuffer();
    return { path, ms: performance.now() - began, status: answer.status };
  };
  let sent = 0;
  const one = async () => {
    while (sent < total) {
      sent += 1;
      const headers: Record<string, string> = sent % 2 === 0 ? { cookie } : {};
      asked.push(await ask(pathOf(queryOf(words)), headers));
      if (sent % EMPTY_EACH === 0) empty.push((await ask("/sign-in", {})).ms);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  const failed = asked.filter(({ status }) => status >= 500);
  const slow = asked.filter(({ ms }) => ms > MOST_MS);
  asked.sort((one, other) => other.ms - one.ms);
  const at = (list: readonly number[], share: number) =>
    [...list].sort((one, other) => one - other)[Math.floor(share * (list.length - 1))] ?? 0;
  const times = asked.map(({ ms }) => ms);
  console.log(
    `${asked.length} queries over ${statements} statements: p50 ${at(times, 0.5).toFixed(0)} ms, p95 ${at(times, 0.95).toFixed(0)} ms, longest ${at(times, 1).toFixed(0)} ms`,
  );
  console.log(
    `an empty page meanwhile: p50 ${at(empty, 0.5).toFixed(0)} ms, p95 ${at(empty, 0.95).toFixed(0)} ms, longest ${at(empty, 1).toFixed(0)} ms; load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log(`${failed.length} answered with 5xx, ${slow.length} took over ${MOST_MS} ms`);
  for (const { path, status } of failed.slice(0, 20)) console.log(`  ${status} ${path}`);
  console.log("slowest:");
  for (const { path, ms } of asked.slice(0, 20)) console.log(`  ${ms.toFixed(0).padStart(6)} ms ${path}`);
  process.exitCode = failed.length + slow.length === 0 ? 0 : 1;
}

interface Words {
  readonly often: readonly string[];
  readonly seldom: readonly string[];
  readonly phrases: readonly string[];
  readonly names: readonly string[];
}

/** Words of statements, as often as they stand there, phrases, and names of speakers. */
async function wordsOfRecord(): Promise<Words> {
  const { db, closeDb } = await import("@/lib/db/server");
  const [said, speakers] = [
    await db.statement.findMany({ select: { wording: true }, orderBy: { id: "asc" }, take: 400 }),
    await db.speaker.findMany({ select: { name: true }, orderBy: { id: "asc" }, take: 200 }),
  ];
  await closeDb();
  const all = said.map(({ wording }) => wording.split(/\s+/u));
  return {
    often: "the of and to in that is was for on with as it by at from not they have we".split(" "),
    seldom: all.flat(),
    phrases: all.map((row) => row.slice(2, 9).join(" ")),
    names: speakers.map(({ name }) => name),
  };
}

const STRANGE = [
  ...[
    "",
    " ",
    '"',
    "(",
    ")",
    "*",
    "-",
    "--",
    ":",
    "OR",
    "OR OR",
    "NOT",
    "AND",
    "a*",
    "e* OR a*",
    '"the"',
    "-the",
    "- the",
  ],
  ...[
    "%",
    "_",
    "\\",
    "'",
    "';--",
    "\u0000",
    "\ufffd",
    "é",
    "e\u0301",
    "İstanbul",
    "ﬁnance",
    "كلمة",
    "слово",
    "言葉",
    "👩‍🚀",
    "\u202eabc",
  ],
  ...[
    "said:",
    "said:..",
    "said:2025..2024",
    "speaker:",
    'speaker:""',
    "exact:",
    'near:"a b"',
    "verdict:said=",
    "grade:Z9",
    "speakr:x",
  ],
];

function word(words: Words): string {
  const chance = random();
  if (chance < 0.25) return oneOf(words.often);
  if (chance < 0.8) return oneOf(words.seldom);
  if (chance < 0.9) return `${oneOf(words.seldom).slice(0, 1 + Math.floor(random() * 4))}*`;
  return oneOf(STRANGE);
}

function term(words: Words): string {
  const chance = random();
  if (chance < 0.5) return word(words);
  if (chance < 0.58) return `"${oneOf(words.phrases)}"`;
  if (chance < 0.62) return `near:"${oneOf(words.phrases)} ${word(words)}"`;
  if (chance < 0.66) return `exact:"${oneOf(words.phrases)}"`;
  if (chance < 0.72) return `speaker:"${oneOf(words.names)}"`;
  if (chance < 0.76) return `-${word(words)}`;
  if (chance < 0.8) return `(${some(3, () => word(words)).join(" OR ")})`;
  if (chance < 0.96) return `${oneOf(FIELD_NAMES)}:${random() < 0.7 ? oneOf(FIELD_VALUES) : word(words)}`;
  return oneOf(STRANGE);
}

const FIELD_NAMES =
  "role source outlet story claim state form type relation verdict grade anchor said published assignee has is".split(
    " ",
  );
const FIELD_VALUES =
  "published captured retracted direct indirect mixed speech article contradicts said=disputed true B2 changed lost 2025 2025-10..2025-11 ..2026 2026-03.. me nobody contradiction verdict claim denial corrected x* m* story-7 minister".split(
    " ",
  );

/** A query as somebody may type it: mostly short, seldom very long, seldom cut in the middle. */
function queryOf(words: Words): string {
  const chance = random();
  if (chance < 0.01) return Array.from({ length: 400 }, () => word(words)).join(" ");
  if (chance < 0.02) return Array.from({ length: 150 }, () => term(words)).join(" OR ");
  if (chance < 0.025) return "(".repeat(2000) + word(words);
  if (chance < 0.03) return word(words).repeat(3000);
  const query = some(5, () => term(words)).join(random() < 0.2 ? " OR " : " ");
  return random() < 0.05 ? query.slice(0, Math.floor(random() * query.length)) : query;
}

const SORTS = ["", "", "", "&sort=newest", "&sort=relevance", "&sort=said", "&sort=nonsense"];

function pathOf(query: string): string {
  const q = encodeURIComponent(query.toWellFormed());
  const chance = random();
  if (chance < 0.7) return `/statements?q=${q}${oneOf(SORTS)}`;
  if (chance < 0.8) return `/search?q=${q}`;
  if (chance < 0.88) return `/statements.json?q=${q}`;
  if (chance < 0.94) return `/api/v1/statements?q=${q}`;
  return `/speakers?q=${q}`;
}

await main();
