/**
 * Learns which of the plain frames that lib/extraction finds are right, from what it finds in articles that its other weights
 * have not seen: `npx tsx bench/extraction-train-keep.ts train.jsonl tagged.jsonl`. The articles are dealt into four
 * folds; for each, the tagger, the parser and the five questions are trained on the other three, in a copy under
 * .cache/extraction-folds, and its frames are held against the annotation. Run it after the other trainings: it adds the
 * answer to lib/extraction/languages/en/frame-weights.json.
 */
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Frame } from "../lib/extraction/frames/frame";
import { framesOf } from "../lib/extraction/frames/frames";
import { isQuoted, KEEP, keepFeatures } from "../lib/extraction/frames/keep-features";
import { readArticle } from "../lib/extraction/grammar/document";
import { english } from "../lib/extraction/languages/en";
import { FeatureLines } from "../lib/extraction/weights/feature-lines";
import { learnSymbols } from "../lib/extraction/weights/symbols";
import { learn } from "./extraction-log-linear";

interface Row {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly { readonly spans: readonly (readonly [number, number])[] }[];
}
interface Example {
  readonly features: readonly string[];
  readonly isRight: boolean;
}

const FOLDS = 4;
const AT_ONCE = 2;
const OVERLAP = 0.8;
const root = fileURLToPath(new URL("../", import.meta.url));
const args = process.argv.slice(2);
if (args[0] === "--collect" && args[1] !== undefined) collect(args[1]);
else if (args[0] !== undefined && args[1] !== undefined) await train(args[0], args[1]);
else {
  console.error("usage: npx tsx bench/extraction-train-keep.ts train.jsonl tagged.jsonl");
  process.exit(2);
}

async function train(articles: string, tagged: string) {
  const rows = linesOf(articles);
  const foldOf = new Map(rows.map((line, at) => [idOf(line), at % FOLDS]));
  const waiting = Array.from({ length: FOLDS }, (_, fold) => fold);
  const examples: Example[] = [];
  const work = async () => {
    for (let fold = waiting.shift(); fold !== undefined; fold = waiting.shift()) {
      const folder = copyFor(fold);
      const write = (name: string, lines: readonly string[], isOwn: boolean) => {
        const kept = lines.filter((line) => (foldOf.get(idOf(line)) === fold) === isOwn);
        writeFileSync(path.join(folder, name), `${kept.join("\n")}\n`);
      };
      write("train.jsonl", rows, false);
      write("own.jsonl", rows, true);
      write("tagged.jsonl", linesOf(tagged), false);
      await run(folder, "extraction-train-tagger", "tagged.jsonl");
      await run(folder, "extraction-train-parser", "tagged.jsonl");
      await run(folder, "extraction-count-cues", "train.jsonl");
      await run(folder, "extraction-train-frames", "train.jsonl");
      const found = await run(folder, "extraction-train-keep", "--collect", "own.jsonl");
      for (const line of found.trim().split("\n")) examples.push(JSON.parse(line) as Example);
      console.log(`fold ${fold + 1} of ${FOLDS} is read`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  // the folds end in any order, and the sums of the weights follow the order of the examples
  examples.sort((one, other) => (one.features.join() < other.features.join() ? -1 : 1));
  const shuffled = examples.map((example, at) => ({ example, at: (at * 7919) % examples.length }));
  shuffled.sort((one, other) => one.at - other.at);
  const keep = learn(
    "keep",
    shuffled.map(({ example }) => ({ options: [example.features, []], right: example.isRight ? 0 : 1 })),
  );
  const file = path.join(root, "lib/extraction/languages/en/frame-weights.json");
  const weights = JSON.parse(readFileSync(file, "utf8")) as Record<string, { weights: string }>;
  writeFileSync(file, `${JSON.stringify({ ...weights, keep }, null, 1)}\n`);
}

/** Prints, for every frame in the articles of a file, its features and whether it has the words of an annotation. */
function collect(file: string) {
  learnSymbols();
  const lines = new FeatureLines(KEEP.patterns);
  for (const line of linesOf(file)) {
    const { text, quotes } = JSON.parse(line) as Row;
    const article = readArticle(text, english);
    for (const frame of framesOf(article)) {
      if (frame.pieces.length === 0 || isQuoted(frame)) continue;
      keepFeatures(lines, frame, frame.shares);
      const [features = []] = lines.take();
      console.log(JSON.stringify({ features, isRight: isRight(frame, quotes) } satisfies Example));
    }
  }
}

/** Whether the words of a frame are those of an annotated statement, as far as this sentence shows it. */
function isRight({ tree, pieces }: Frame, quotes: Row["quotes"]): boolean {
  const tokens = tree.sentence.tokens;
  const isWord = (at: number) => /[\p{L}\p{N}]/u.test(tokens[at]?.text ?? "");
  const found = new Set<number>();
  for (const { from, to } of pieces) for (let at = from; at <= to; at += 1) if (isWord(at)) found.add(at);
  return quotes.some(({ spans }) => {
    const wanted = new Set<number>();
    tokens.forEach(({ startUtf16, endUtf16 }, at) => {
      if (isWord(at) && spans.some(([start, end]) => startUtf16 < end && endUtf16 > start)) wanted.add(at);
    });
    const first = [...wanted][0];
    if (first !== undefined && wanted.size > 1 && tokens[first]?.lower === "that" && !tree.opens[first])
      wanted.delete(first);
    const shared = [...wanted].filter((at) => found.has(at)).length;
    return shared / (wanted.size + found.size - shared) >= OVERLAP;
  });
}

/** A copy of the extractor and its trainings whose weights may be overwritten. */
function copyFor(fold: number): string {
  const folder = path.join(root, ".cache/extraction-folds", String(fold));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ["lib", "bench", "package.json", "tsconfig.json"])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  return folder;
}

function run(folder: string, script: string, ...options: readonly string[]): Promise<string> {
  const tsx = path.join(root, "node_modules/tsx/dist/cli.mjs");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tsx, `bench/${script}.ts`, ...options], {
      cwd: folder,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(output).toString("utf8"));
      else reject(new Error(`${script} ended with ${code}`));
    });
  });
}

function linesOf(file: string): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.length > 0);
}

function idOf(line: string): string {
  return (JSON.parse(line) as { id: string }).id;
}
