// What exports cost: 100,000 statements as RIS, BibTeX and CSL-JSON beside citation-js on the same items, in one process, and
// 1,000 formatted references beside pandoc, where it is installed. `npm run bench -- exports [--count N]`. Time is that of the
// processor, so that a busy machine does not decide. Both write the bytes of a file from the same CSL items that stand there, two thousand at
// a time: citation-js by `new Cite(items).format(…)`, ours by the function of the format, record by record, encoded as a file is sent. Beside it stands the whole way of a format,
// from rows of the record, of which the items are made, to bytes; citation-js begins with items. What is asked of the database before is in neither.
// Of CSL-JSON nobody can write a text faster than JSON.stringify does: that is measured as the bound.
// Memory is that of the process at the end of all beside that after the first fifth, when V8 has taken what it takes for any work.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type CslItem, keptAs, recordedAs, toCslItem } from "@/lib/citations";
import { formatCitation } from "@/lib/citations/server";
import type { ExportEntry, ExportFormat } from "@/lib/exports";
import { toBibtex } from "@/lib/exports/bibtex";
import { withWholeNames } from "@/lib/exports/csl-json";
import { toRis } from "@/lib/exports/ris";
import { formatOf } from "@/lib/exports/server";
import { fetchPackage } from "@/scripts/fetched.mjs";
import { makeEntry } from "./entries";

const COUNT = Number(process.argv[process.argv.indexOf("--count") + 1]) || 100_000;
const MOST_GROWTH_BYTES = 64 * 1024 * 1024;
const LEAST_RATIO = 20;
const PANDOC = "pandoc";
const CHUNK = 2000;
const ENOUGH_UTF16 = 16 * 1024;
const FORMATS = { ris: "ris", bibtex: "bibtex", "csl-json": "data" } as const;

interface Cite {
  new (items: readonly object[]): { format(name: string, options?: object): string };
}

const faults: string[] = [];

function* entries(count: number, from = 0) {
  for (let number = from; number < from + count; number += 1) yield makeEntry(number);
}

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

/** Collects what is dead, and waits until V8's other threads have swept it, whose time would be counted for what comes next. */
async function collect() {
  gc();
  for (let rested = 0; rested < 3; ) {
    const began = spent();
    await setTimeout(10);
    rested = spent() - began < 1 ? rested + 1 : 0;
  }
}

/** Milliseconds of the processor since the process began. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const OF = { title: "Bench", address: "https://a.example", madeAt: new Date(), style: "apa" } as const;

/** Milliseconds of the processor that `work` takes, and what it gives. */
async function timed<T>(work: () => T | Promise<T>): Promise<[ms: number, given: T]> {
  const began = spent();
  const given = await work();
  return [spent() - began, given];
}

const bytesOf = (text: string) => Buffer.from(text).length;

/** Bytes of texts encoded some thousand signs at a time, as `byteStream` sends them. */
function sentBytes<T>(all: readonly T[], write: (one: T) => string): number {
  let [bytes, text] = [0, ""];
  for (const one of all) {
    text += write(one);
    if (text.length < ENOUGH_UTF16) continue;
    bytes += bytesOf(text);
    text = "";
  }
  return bytes + bytesOf(text);
}

async function fileOf(format: ExportFormat, rows: Iterable<ExportEntry>): Promise<number> {
  let bytes = 0;
  for await (const piece of format.write(rows, OF))
    bytes += typeof piece === "string" ? bytesOf(piece) : piece.length;
  return bytes;
}

/** What a format writes of an item that stands there, with what it writes beside it. */
type Writes = (item: CslItem, beside: { readonly kind: string; readonly recorded: string }) => string;

const WRITES: Readonly<Record<keyof typeof FORMATS, Writes>> = {
  ris: (item, { kind }) => toRis(item, kind),
  bibtex: toBibtex,
  "csl-json": (item) => JSON.stringify(withWholeNames(item)),
};

/** What each takes for all statements, part by part. */
async function race(format: ExportFormat, id: keyof typeof FORMATS) {
  const sum = { whole: 0, writing: 0, theirs: 0, bare: 0, bytes: 0 };
  for (let from = 0; from < COUNT; from += CHUNK) {
    const rows = Array.from(entries(Math.min(CHUNK, COUNT - from), from));
    const given = rows.map((row) => ({
      item: toCslItem(row),
      beside: { kind: keptAs(row), recorded: recordedAs(row) },
    }));
    const plain = given.map(({ item }) => ({ ...item }));
    // V8 joins a text when it is first read: that is no part of writing, for whoever comes first
    for (const item of plain) JSON.stringify(item);
    await collect();
    const [writing] = await timed(() => sentBytes(given, ({ item, beside }) => WRITES[id](item, beside)));
    await collect();
    const [theirs] = await timed(() => bytesOf(new Cite(plain).format(FORMATS[id], { format: "text" })));
    await collect();
    const [bare] = await timed(() => sentBytes(given, ({ item }) => JSON.stringify(item)));
    await collect();
    const [whole, bytes] = await timed(() => fileOf(format, rows));
    sum.whole += whole;
    sum.writing += writing;
    sum.bare += bare;
    sum.theirs += theirs;
    sum.bytes += bytes;
  }
  return sum;
}

/** How far memory grows while a file of all is written, from its first fifth on. */
async function growthOf(format: ExportFormat) {
  await fileOf(format, entries(COUNT / 5));
  await collect();
  const [before, live] = [process.memoryUsage().rss, process.memoryUsage().heapUsed];
  let [most, pieces] = [before, 0];
  for await (const _ of format.write(entries(COUNT), OF))
    if (++pieces % 1000 === 0) most = Math.max(most, process.memoryUsage().rss);
  await collect();
  return { growth: most - before, kept: process.memoryUsage().heapUsed - live };
}

function citeOf(): Cite {
  const folder = fetchPackage("citation-js", "0.7.20");
  return createRequire(path.join(folder, "package.json"))(folder) as Cite;
}

const Cite = citeOf();
for (const id of Object.keys(FORMATS) as (keyof typeof FORMATS)[]) {
  const format = formatOf(id);
  if (!format) throw new Error(id);
  const { growth, kept } = await growthOf(format);
  const { whole, writing, theirs, bare, bytes } = await race(format, id);
  const [ratio, bound] = [theirs / writing, theirs / bare];
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  console.log(
    `${id.padEnd(9)} ${COUNT} statements, ${(bytes / 1e6).toFixed(0)} MB: from items ${seconds(writing)}, citation-js ${seconds(theirs)}, ${ratio.toFixed(1)} times${id === "csl-json" ? ` (JSON.stringify alone ${seconds(bare)}: ${bound.toFixed(1)} times is the most)` : ""}; the whole way from rows ${seconds(whole)}, ${(theirs / whole).toFixed(1)} times; memory +${(growth / 1e6).toFixed(0)} MB, kept ${(kept / 1e6).toFixed(1)} MB`,
  );
  const least = id === "csl-json" ? Math.min(LEAST_RATIO, bound * 0.8) : LEAST_RATIO;
  if (ratio < least) faults.push(`${id} is only ${ratio.toFixed(1)} times as fast`);
  if (growth > MOST_GROWTH_BYTES) faults.push(`${id} grows by ${growth} bytes`);
}

const thousand = Array.from(entries(1000), toCslItem);
const first = thousand[0];
if (first) formatCitation(first, "apa");
const [formatted] = await timed(() => thousand.map((item) => formatCitation(item, "apa")));
if (spawnSync(PANDOC, ["--version"]).status === 0) {
  // its keys begin with letters, and it reads none of ours in a text: all are asked for
  const input = `---\nreferences: ${JSON.stringify(thousand)}\nnocite: "@*"\n---\n`;
  // of a child nothing but a shell tells the time of the processor; its own threads count as ours do
  const timing = `TIMEFORMAT='%U %S'; time ${PANDOC} --citeproc -f markdown -t plain --wrap=none`;
  const ran = spawnSync("bash", ["-c", timing], { input, maxBuffer: 1e9, encoding: "utf8" });
  const set = ran.stdout;
  const [user = 0, system = 0] = (ran.stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  const pandoc = (user + system) * 1000;
  const entriesSet = set.split("\n").filter((line) => line.trim() !== "").length;
  if (entriesSet < 1000) faults.push(`pandoc set only ${entriesSet} of 1,000`);
  console.log(`1,000 references in ${formatted.toFixed(0)} ms; pandoc --citeproc ${pandoc.toFixed(0)} ms`);
  if (formatted > pandoc) faults.push("references are set slower than by pandoc");
} else
  console.log(
    `1,000 references in ${formatted.toFixed(0)} ms; pandoc is not installed, so nothing is compared`,
  );

for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
