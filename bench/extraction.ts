/**
 * Measures extraction: `npx tsx bench/extraction.ts gold.jsonl…` writes predictions to .cache/extraction, reports
 * the time per article (and, against a noisy machine, how many times the processor time of Intl.Segmenter), spans that are not exact slices and whether a second run gives the same bytes, and then runs
 * the scorer when it stands beside the project. `--errors N` is passed on to it; `--quiet` leaves the scorer out.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Proposal, Span } from "../lib/extraction/index";
import { extract, toScorerRow } from "../lib/extraction/index";

const root = fileURLToPath(new URL("../", import.meta.url));
const scorer = path.join(root, "../shared/eval/score.mjs");
const outFolder = path.join(root, ".cache/extraction");

const args = process.argv.slice(2);
const errorsAt = args.indexOf("--errors");
const scorerArgs = errorsAt < 0 ? [] : ["--errors", args[errorsAt + 1] ?? "20"];
const files = args.filter((arg, at) => !arg.startsWith("--") && (errorsAt < 0 || at !== errorsAt + 1));
if (files.length === 0) {
  console.error("usage: npx tsx bench/extraction.ts gold.jsonl… [--errors N] [--quiet]");
  process.exit(2);
}

// an engine compiles what runs often while it runs, so the first seconds say little about an importing site
const WARM_UP_MS = 4000;
const ROUNDS = 5;
// both are cut in turn and compared pair by pair, by the time of this process alone: what else runs slows both alike
const PAIRS = 15;
const words = new Intl.Segmenter("en", { granularity: "word" });

mkdirSync(outFolder, { recursive: true });
for (const file of files) measure(file);

function measure(file: string) {
  const documents = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.length > 0)
    .map((line) => JSON.parse(line) as { id: string; text: string });
  const firstMs = timed(() => extract(documents[0]?.text ?? ""));
  let next = 0;
  for (const startedMs = performance.now(); performance.now() - startedMs < WARM_UP_MS; next += 1)
    extract(documents[next % documents.length]?.text ?? "");
  const timesMs: number[] = [];
  let badOffsets = 0;
  let found = 0;
  const lines = documents.map(({ id, text }) => {
    const proposals = extract(text);
    timesMs.push(middle(Array.from({ length: ROUNDS }, () => timed(() => extract(text)))));
    found += proposals.length;
    for (const proposal of proposals) badOffsets += countBadSlices(text, proposal);
    return JSON.stringify(toScorerRow(id, text, proposals));
  });
  const isSameAgain = documents.every(
    ({ id, text }, at) => JSON.stringify(toScorerRow(id, text, extract(text))) === lines[at],
  );
  const ratios = ratiosOf(documents.map(({ text }) => text));
  const out = path.join(outFolder, path.basename(file).replace(/(\.jsonl)?$/, ".pred.jsonl"));
  writeFileSync(out, `${lines.join("\n")}\n`);
  timesMs.sort((one, other) => one - other);
  const at = (share: number) =>
    (timesMs[Math.min(timesMs.length - 1, Math.floor(timesMs.length * share))] ?? 0).toFixed(2);
  console.log(
    `${path.basename(file)}: ${documents.length} articles, ${found} proposals; the first took ${firstMs.toFixed(0)} ms; ` +
      `then ms per article median ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} (each the median of ${ROUNDS}); all articles take ` +
      `${middle(ratios).toFixed(2)} times the processor time that Intl.Segmenter takes to cut them into words (median of ${PAIRS} pairs, ` +
      `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}); bad offsets ${badOffsets}; second run ${isSameAgain ? "the same bytes" : "DIFFERS"}`,
  );
  if (args.includes("--quiet")) return;
  if (!existsSync(scorer)) console.log("no scorer beside the project: predictions only");
  else spawnSync(process.execPath, [scorer, file, out, ...scorerArgs], { stdio: "inherit" });
}

/** How many times the processor time of cutting the texts into words it takes to read them, pair by pair. */
function ratiosOf(texts: readonly string[]): number[] {
  return Array.from({ length: PAIRS }, () => {
    const reading = processorTime(() => texts.forEach((text) => void extract(text)));
    const cutting = processorTime(() => texts.forEach((text) => void [...words.segment(text)]));
    return reading / cutting;
  });
}

/** Processor time of this process in microseconds; other processes on the machine do not count. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function timed(work: () => unknown): number {
  const startedMs = performance.now();
  work();
  return performance.now() - startedMs;
}

function middle(times: number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

function countBadSlices(text: string, proposal: Proposal): number {
  const mentions = [
    ...proposal.pieces,
    ...proposal.chain,
    ...proposal.editMarks,
    proposal.context,
    ...[proposal.cue, proposal.addressee, proposal.speaker?.mention ?? null].filter(
      (mention) => mention !== null,
    ),
    { startUtf16: proposal.startUtf16, endUtf16: proposal.endUtf16, text: proposal.wording },
  ];
  const isInside = ({ startUtf16, endUtf16 }: Span) =>
    0 <= startUtf16 && startUtf16 <= endUtf16 && endUtf16 <= text.length;
  return mentions.filter(
    (mention) => !isInside(mention) || text.slice(mention.startUtf16, mention.endUtf16) !== mention.text,
  ).length;
}
