// What exports cost: 100,000 statements as RIS, BibTeX and CSL-JSON beside citation-js on the same items, in one process, and
// 1,000 formatted references beside pandoc, where it is installed. `npm run bench -- exports [--count N]`. Time is that of the
// processor, so that a busy machine does not decide; ours is told the whole way from the row, and for writing alone from built
// items, which is what the other is given. Memory is that of the process, most of which V8 takes while the rows are made.
import { execFileSync, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { toCslItem } from "@/lib/citations";
import { formatCitation } from "@/lib/citations/server";
import type { ExportFormat } from "@/lib/exports";
import { formatOf } from "@/lib/exports/server";
import { fetchPackage } from "@/scripts/fetched.mjs";
import { makeEntry } from "./entries";

const COUNT = Number(process.argv[process.argv.indexOf("--count") + 1]) || 100_000;
const MOST_GROWTH_BYTES = 64 * 1024 * 1024;
const LEAST_RATIO = 20;
const PANDOC = "pandoc";
// what the other takes for all of them is reckoned from a part, or nobody would wait for it
const PART = Math.min(COUNT, 2000);
const FORMATS = { ris: "ris", bibtex: "bibtex", "csl-json": "data" } as const;

interface Cite {
  new (items: readonly object[]): { format(name: string, options?: object): string };
}

const faults: string[] = [];

function* entries(count: number) {
  for (let number = 0; number < count; number += 1) yield makeEntry(number);
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Milliseconds of the processor since the process began. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function take(format: ExportFormat, count: number) {
  collect();
  const [before, began] = [process.memoryUsage().rss, spent()];
  const live = process.memoryUsage().heapUsed;
  let [bytes, most] = [0, before];
  let pieces = 0;
  const of = { title: "Bench", address: "https://a.example", madeAt: new Date(), style: "apa" } as const;
  for await (const piece of format.write(entries(count), of)) {
    bytes += piece.length;
    if (++pieces % 1000 === 0) most = Math.max(most, process.memoryUsage().rss);
  }
  const ms = spent() - began;
  const whole = process.memoryUsage().rss;
  collect();
  return {
    ...{ ms, bytes, growth: Math.max(most, whole) - before },
    kept: process.memoryUsage().heapUsed - live,
  };
}

/** What it takes to make the rows and to build the items, without writing them, and how far memory grows by that. */
function takeBuilding(count: number) {
  collect();
  const [before, began] = [process.memoryUsage().rss, spent()];
  let [letters, made, most] = [0, 0, before];
  for (const entry of entries(count)) {
    letters += toCslItem(entry).id.length;
    if (++made % 1000 === 0) most = Math.max(most, process.memoryUsage().rss);
  }
  if (letters === 0) throw new Error("nothing was built");
  return { ms: spent() - began, growth: most - before };
}

function citeOf(): Cite {
  const folder = fetchPackage("citation-js", "0.7.20");
  return createRequire(path.join(folder, "package.json"))(folder) as Cite;
}

const Cite = citeOf();
takeBuilding(2000);
const building = takeBuilding(COUNT);
const items = Array.from(entries(PART), (entry) => ({ ...toCslItem(entry) }));
for (const [id, name] of Object.entries(FORMATS)) {
  const format = formatOf(id);
  if (!format) throw new Error(id);
  await take(format, 2000);
  const ours = await take(format, COUNT);
  const began = spent();
  new Cite(items).format(name, { format: "text" });
  const theirs = ((spent() - began) * COUNT) / PART;
  const alone = Math.max(1, ours.ms - building.ms);
  const ratio = theirs / alone;
  console.log(
    `${id.padEnd(9)} ${COUNT} statements in ${(ours.ms / 1000).toFixed(1)} s, ${(ours.bytes / 1e6).toFixed(0)} MB, memory +${(ours.growth / 1e6).toFixed(0)} MB (the rows alone +${(building.growth / 1e6).toFixed(0)} MB), kept ${(ours.kept / 1e6).toFixed(1)} MB; citation-js ${(theirs / 1000).toFixed(1)} s reckoned from ${PART}: ${(theirs / ours.ms).toFixed(1)} times the whole way, ${ratio.toFixed(1)} times in writing alone (${(alone / 1000).toFixed(1)} s)`,
  );
  if (ratio < LEAST_RATIO) faults.push(`${id} is only ${ratio.toFixed(1)} times as fast`);
  if (ours.growth > MOST_GROWTH_BYTES) faults.push(`${id} grows by ${ours.growth} bytes`);
}

const thousand = Array.from(entries(1000), toCslItem);
const first = thousand[0];
if (first) formatCitation(first, "apa");
const began = spent();
for (const item of thousand) formatCitation(item, "apa");
const formatted = spent() - began;
if (spawnSync(PANDOC, ["--version"]).status === 0) {
  // its keys begin with letters, and it reads none of ours in a text: all are asked for
  const input = `---\nreferences: ${JSON.stringify(thousand)}\nnocite: "@*"\n---\n`;
  const began = performance.now();
  const set = execFileSync(PANDOC, ["--citeproc", "-f", "markdown", "-t", "plain", "--wrap=none"], {
    ...{ input, maxBuffer: 1e9, encoding: "utf8" },
  });
  const pandoc = performance.now() - began;
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
