/**
 * What checking a draft of 2,000 words costs beside a record of very many statements: speakers quoted as unevenly as in life,
 * articles of eight statements with the turns of phrase that all articles have. The draft quotes thirty stored statements, half of
 * them altered, and names twenty speakers of all degrees of fame. Looking and comparing are timed in a process of its own, whose
 * memory is told; more than a second or 512 MB fails the measurement. SQLite. `--keep` leaves the database in .cache.
 * Usage: npm run bench -- check-scale [--statements N] [--runs N] [--keep]
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import { chance } from "./checking/chance";

const { values } = parseArgs({
  options: {
    statements: { type: "string", default: "100000" },
    runs: { type: "string", default: "7" },
    keep: { type: "boolean", default: false },
    measure: { type: "boolean", default: false },
  },
});
const MOST_MS = 1000;
const MOST_MB = 512;
const A_SOURCE = 8;
const SOURCES_AT_ONCE = 2500;
const SPEAKERS = 20_000;

const CUES = [
  "told reporters on the steps of the town hall on Monday",
  "said in a statement on Tuesday",
  "said",
  "told the committee in a hearing that lasted for three hours",
  "said at a news conference in the capital on Thursday",
];
const FILLERS = [
  "The ministry did not immediately respond to a request for comment.",
  "The talks are expected to go on for the rest of the week, officials said.",
  "Nobody was hurt, according to the police, and the road was open again by noon.",
];

async function main(): Promise<void> {
  if (values.measure) return measure();
  const dataDir = values.keep ? keptFolder() : mkdtempSync(join(tmpdir(), "verbatim-check-scale-"));
  try {
    const draft = join(dataDir, "draft.txt");
    if (!existsSync(draft)) writeFileSync(draft, await fill(dataDir));
    const args = ["--import", "tsx", ...process.argv.slice(1), "--measure"];
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" };
    process.exitCode = spawnSync(process.execPath, args, { stdio: "inherit", env }).status ?? 1;
  } finally {
    if (!values.keep) rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A folder for what this very generator makes. */
function keptFolder(): string {
  const sources = ["bench/check-scale.ts", "bench/checking/chance.ts", "lib/shingles/model.ts"];
  const made = sources.map((file) =>
    readFileSync(file, "utf8").replace(/async function measure[\s\S]*/u, ""),
  );
  const generator = createHash("sha256").update(made.join("\n")).digest("hex").slice(0, 8);
  const folder = join(".cache", `check-scale-${values.statements}-${generator}`);
  mkdirSync(folder, { recursive: true });
  return resolve(folder);
}

/** Fills an empty database; gives the draft. */
async function fill(dataDir: string): Promise<string> {
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: "" });
  const { closeDb, refreshStatistics, sqliteFile } = await import("@/lib/db/server");
  const { migrate } = await import("@/lib/migrations/server");
  const { nameKeyOf } = await import("@/lib/query");
  const { foldForSearch, normaliseName } = await import("@/lib/text");
  const { shinglesOf } = await import("@/lib/shingles");
  const { addRows } = await import("./rows");
  await migrate();
  const began = performance.now();
  const { sentence, pick } = chance();
  // log-uniform: the nth speaker is quoted as 1 / n
  const someone = () => Math.floor(SPEAKERS ** (pick(1e9) / 1e9)) - 1;
  const id = (kind: string, n: number) => `${kind}-${String(n).padStart(9, "0")}`;
  const nameOf = (n: number) => `${FIRST[n % FIRST.length]} ${lastName(n)}`;
  const day = (n: number) => new Date(Date.UTC(2016, 0, 1) + (n % 3600) * 86_400_000);
  const range = <T>(count: number, make: (n: number) => T) =>
    Array.from({ length: count }, (_, n) => make(n));
  await addRows(
    "Speaker",
    range(SPEAKERS, (n) => ({
      ...{ id: id("speaker", n), slug: `speaker-${n}`, name: nameOf(n) },
      ...{ sortName: normaliseName(nameOf(n)), kind: "person" },
    })),
  );
  await addRows(
    "SpeakerAlias",
    range(SPEAKERS, (n) => ({
      ...{ id: id("alias", n), speakerId: id("speaker", n), name: nameOf(n) },
      ...{ nameKey: normaliseName(nameOf(n)), searchKey: nameKeyOf(nameOf(n)), kind: "name" },
    })),
  );
  const sources = Math.ceil(Number(values.statements) / A_SOURCE);
  const quoted: { wording: string; speaker: number }[] = [];
  const shingles: BigInt64Array[] = [];
  for (let from = 0; from < sources; from += SOURCES_AT_ONCE) {
    const part = range(Math.min(SOURCES_AT_ONCE, sources - from), (n) => article(from + n));
    await addRows(
      "Source",
      part.map(({ n }) => ({
        ...{ id: id("source", n), publicId: `src-${n}`, title: `Report ${n}`, language: "en" },
        ...{ publishedOn: day(n), publishedOnPrecision: "day" },
      })),
    );
    await addRows(
      "Edition",
      part.map(({ n, text }) => ({
        ...{ id: id("edition", n), sourceId: id("source", n), number: 1, text, retrievedAt: day(n) },
        ...{ sha256: createHash("sha256").update(text).digest("hex"), lengthUtf16: text.length },
      })),
    );
    await addRows(
      "Statement",
      part.flatMap(({ n, said }) =>
        said.map(({ wording, speaker }, at) => ({
          ...{ id: id("statement", n * A_SOURCE + at), publicId: `st-b${n * A_SOURCE + at}`, wording },
          ...{ wordingKey: foldForSearch(wording), form: "direct", speakerId: id("speaker", speaker) },
          ...{ attribution: nameOf(speaker), cue: "said", sourceId: id("source", n), state: "published" },
          ...{ publishedVersion: 1, publishedAt: day(n), occurredAt: day(n) },
        })),
      ),
    );
    await addRows(
      "Anchor",
      part.flatMap(({ n, said }) =>
        said.map(({ wording, start }, at) => ({
          ...{ id: id("anchor", n * A_SOURCE + at), statementId: id("statement", n * A_SOURCE + at) },
          ...{ editionId: id("edition", n), startUtf16: start, endUtf16: start + wording.length },
          ...{ exact: wording, prefix: "", suffix: "", checkedAt: day(n), contextStartUtf16: start },
          ...{ pieces: JSON.stringify([[start, start + wording.length]]) },
          contextEndUtf16: start + wording.length,
        })),
      ),
    );
    for (const { n, text } of part)
      shingles.push(BigInt64Array.from(shinglesOf(text), (hash) => BigInt(hash) * 2n ** 31n + BigInt(n + 1)));
  }
  indexEditions(sqliteFile(dataDir), sources, shingles);
  await refreshStatistics();
  await closeDb();
  console.log(`${values.statements} statements made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return draftOf();

  function article(n: number) {
    let text = `Report ${n} on the ${sentence(4).toLowerCase()}\n\n`;
    const said = range(A_SOURCE, () => {
      const speaker = someone();
      const wording = `“${sentence(6 + pick(8) + pick(8) + pick(12)).slice(0, -1)},”`;
      const start = text.length;
      text += `${wording} ${nameOf(speaker)} ${CUES[pick(CUES.length)]}. ${sentence(10 + pick(15))}`;
      text += pick(3) === 0 ? ` ${FILLERS[pick(FILLERS.length)]}\n\n` : "\n\n";
      return { wording, speaker, start };
    });
    if (pick(Math.max(1, Math.floor(sources / 60))) === 0) quoted.push(...said.slice(0, 1));
    return { n, text, said };
  }

  function draftOf(): string {
    let draft = "The vote that nobody wanted\n\n";
    for (let each = 0; draft.split(/\s+/u).length < 2000; each++) {
      const one = quoted[each % 30];
      const words = one && each < 30 ? one.wording : `“${sentence(14).slice(0, -1)},”`;
      // a word in the middle gives way in every second
      const altered = each % 2 === 0 ? words : words.replace(/^(“(?:\S+ ){5})\S+/u, "$1nevertheless");
      draft += `${altered} ${nameOf(one && each < 30 ? one.speaker : 3 ** (each % 9))} said. `;
      draft += `${sentence(16)} ${FILLERS[each % FILLERS.length]}\n\n`;
    }
    return draft;
  }
}

const FIRST = ["Anna", "Peter", "Maria", "Tom", "Ida", "Jon", "Ruth", "Omar", "Lena", "Karl", "Nina"];

function lastName(n: number): string {
  let [name, rest] = ["", n + 197];
  while (rest > 0) {
    name += `${"bdfgklmnprstvz"[rest % 14]}${"aeiou"[rest % 5]}`;
    rest = Math.floor(rest / 14);
  }
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}rd`;
}

/** What `indexMissing` does at a start, in the order of the index. */
function indexEditions(file: string, sources: number, parts: readonly BigInt64Array[]): void {
  const all = new BigInt64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  all.sort();
  const sql = new Database(file);
  // kept up to date a row at a time, an index in another order takes longer than all the rest
  sql.exec(`DROP INDEX "Shingle_indexedId_idx"`);
  sql.transaction(() => {
    const number = sql.prepare(`INSERT INTO "IndexedEdition" (number, editionId) VALUES (?, ?)`);
    for (let n = 0; n < sources; n++) number.run(n + 1, `edition-${String(n).padStart(9, "0")}`);
    const one = sql.prepare(`INSERT INTO "Shingle" (hash, indexedId) VALUES (?, ?)`);
    for (const both of all) one.run(both >> 31n, both & 0x7fffffffn);
  })();
  sql.exec(`CREATE INDEX "Shingle_indexedId_idx" ON "Shingle" ("indexedId")`);
  sql.close();
  console.log(`${all.length} shingles`);
}

async function measure(): Promise<void> {
  const { SYSTEM } = await import("@/lib/auth");
  const { findAgainst } = await import("@/lib/checks/server");
  const { checkDraft } = await import("@/lib/checking");
  const draft = readFileSync(join(process.env.DATA_DIR ?? "", "draft.txt"), "utf8");
  const rows: number[][] = [];
  let told = "";
  for (let run = 0; run < Number(values.runs) + 1; run++) {
    const before = process.cpuUsage();
    const began = performance.now();
    const held = await findAgainst(SYSTEM, { draft, scope: "store" });
    const looked = performance.now();
    const { findings } = checkDraft(draft, held, { language: "en" });
    const both = performance.now();
    const { user, system } = process.cpuUsage(before);
    rows.push([looked - began, both - looked, both - began, (user + system) / 1000]);
    const found = findings.filter(({ match }) => match?.statement).length;
    told = `${draft.split(/\s+/u).length} words, ${findings.length} findings, ${found} at a stored statement; ${held.texts.length} texts and ${held.statements.length} statements near`;
  }
  const [first = [], ...warm] = rows;
  const middle = (column: number) =>
    warm.map((row) => row[column] ?? 0).sort((a, b) => a - b)[Math.floor(warm.length / 2)] ?? 0;
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(told);
  console.log(
    `first: ${first.map((ms) => ms.toFixed(0)).join(", ")} ms (looking, comparing, both, processor)`,
  );
  console.log(`p50 of ${warm.length}: ${[0, 1, 2, 3].map((at) => middle(at).toFixed(0)).join(", ")} ms`);
  console.log(`${memory.toFixed(0)} MB at most`);
  process.exitCode = middle(2) > MOST_MS || memory > MOST_MB ? 1 : 0;
}

await main();
