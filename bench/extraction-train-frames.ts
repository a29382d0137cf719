/**
 * Weighs the features of lib/extraction's five questions about a cue on annotated articles, and writes the weights to
 * lib/extraction/en: is it a cue (gate) · does the content stand before, after or around it (layout) · who speaks
 * (speaker) · where does the content begin (start, before) · where does it end (end).
 * `npx tsx bench/extraction-train-frames.ts train.jsonl` with rows in the scorer's shape. Only counts leave the articles:
 * a feature is kept when at least MINIMUM_COUNT places carry it and its weight is not negligible.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { Edge } from "../lib/extraction/content-spans";
import { endsAfter, startsAfter, startsBefore } from "../lib/extraction/content-spans";
import { cueSites } from "../lib/extraction/cue-sites";
import type { Article, Sentence } from "../lib/extraction/document";
import { readArticle } from "../lib/extraction/document";
import { LAYOUTS, layoutFeatures } from "../lib/extraction/layouts";
import { speakerCandidates, withoutSpeaker } from "../lib/extraction/subjects";
import type { Tree } from "../lib/extraction/tree";
import { treeOf } from "../lib/extraction/tree";

interface Gold {
  readonly start: number;
  readonly end: number;
  readonly spans: readonly (readonly [number, number])[];
  readonly speaker_start: number | null;
  readonly speaker_end: number | null;
  readonly cue: string | null;
  readonly cue_start: number | null;
  readonly cue_end: number | null;
}
interface Choice {
  readonly options: readonly (readonly string[])[];
  readonly right: number;
}

const MINIMUM_COUNT = 8;
const PENALTY = 8e-3;
const EPOCHS = 8;
const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: npx tsx bench/extraction-train-frames.ts train.jsonl");
  process.exit(2);
}
const documents = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line.length > 0)
  .map((line) => JSON.parse(line) as { text: string; quotes: Gold[] });

const sets = {
  gate: [] as { features: readonly string[]; label: number }[],
  layout: [] as Choice[],
  speaker: [] as Choice[],
  start: [] as Choice[],
  end: [] as Choice[],
  before: [] as Choice[],
};
const missed = new Map<string, number>();
let golds = 0;
let covered = 0;
const unreachable = { speaker: 0, start: 0, end: 0, before: 0 };
for (const { text, quotes } of documents) collect(readArticle(text), quotes);
console.log(
  `${golds} attributions, ${covered} with a cue among the candidates; without the right option:`,
  unreachable,
);
console.log(
  [...missed]
    .sort((one, other) => other[1] - one[1])
    .slice(0, 60)
    .map(([word, n]) => `${word} ${n}`)
    .join(", "),
);

const weights: Record<string, { weights: string }> = {
  gate: learn(
    "gate",
    sets.gate.map(({ features, label }) => ({ options: [features, []], right: label === 1 ? 0 : 1 })),
  ),
};
for (const name of ["layout", "speaker", "start", "end", "before"] as const)
  weights[name] = learn(name, sets[name]);
writeFileSync(
  new URL("../lib/extraction/en/frame-weights.json", import.meta.url),
  `${JSON.stringify(weights, null, 1)}\n`,
);

function collect(article: Article, quotes: readonly Gold[]) {
  const byCue = new Map<string, Gold>();
  for (const gold of quotes) {
    if (gold.cue_start === null || gold.cue_end === null) continue;
    golds += 1;
    const place = cueWord(article, gold.cue_start, gold.cue_end);
    if (place !== null && !byCue.has(place)) byCue.set(place, gold);
  }
  let firstStretch = 0;
  for (const sentence of article.sentences) {
    while ((article.stretches[firstStretch]?.endUtf16 ?? Number.POSITIVE_INFINITY) <= sentence.startUtf16)
      firstStretch += 1;
    const tree = treeOf(sentence, article.stretches, firstStretch);
    for (const site of cueSites(tree)) {
      const gold = byCue.get(`${sentence.index}:${site.at}`);
      byCue.delete(`${sentence.index}:${site.at}`);
      sets.gate.push({ features: site.features, label: gold === undefined ? 0 : 1 });
      if (gold === undefined) continue;
      covered += 1;
      const speakers = speakerCandidates(tree, site.at, site.stem);
      const rightSpeaker = headOf(tree, speakers, gold);
      if (gold.speaker_start !== null && rightSpeaker < 0) unreachable.speaker += 1;
      else {
        const options = [withoutSpeaker(tree, site.at, site.stem), ...speakers.map((one) => one.features)];
        sets.speaker.push({ options, right: rightSpeaker + 1 });
      }
      const cueEnd = sentence.tokens[site.at]?.startUtf16 ?? 0;
      const inSentence = tokensOf(sentence, gold.spans);
      const after = inSentence.filter((at) => at > site.at);
      const before = inSentence.filter((at) => at < site.at);
      if (inSentence.length === 0) continue;
      const layout = before.length === 0 ? "after" : after.length === 0 ? "before" : "around";
      const chosen = rightSpeaker < 0 ? null : (speakers[rightSpeaker] ?? null);
      sets.layout.push({ options: layoutFeatures(tree, site, chosen), right: LAYOUTS.indexOf(layout) });
      if (after.length > 0) {
        let from = after[0] ?? 0;
        if (tree.lower[from] === "that" && !tree.opens[from] && after.length > 1) from += 1;
        choose("start", startsAfter(tree, site), from);
        const to = lastWord(tree, after.at(-1) ?? from);
        choose("end", endsAfter(tree, site, from), to);
      }
      if (before.length > 0 && cueEnd > 0) {
        const end = lastWord(tree, before.at(-1) ?? 0);
        choose("before", startsBefore(tree, site, end), before[0] ?? 0);
      }
    }
  }
  for (const gold of byCue.values()) {
    const key = (gold.cue ?? "").toLowerCase().replace(/\s+/g, " ").slice(0, 30);
    missed.set(key, (missed.get(key) ?? 0) + 1);
  }
}

/** The candidate that carries the annotated source: within it, and governed from outside it. */
function headOf(tree: Tree, speakers: ReturnType<typeof speakerCandidates>, gold: Gold): number {
  const { speaker_start: start, speaker_end: end } = gold;
  if (start === null || end === null) return -1;
  const within = speakers
    .map((one, at) => ({ at, head: one.head }))
    .filter(({ head }) => isWithin(tree.sentence, head, start, end))
    .sort((one, other) => one.head - other.head);
  const governed = within.find(({ head }) => {
    const above = tree.heads[head] ?? -1;
    return above < 0 || !isWithin(tree.sentence, above, start, end);
  });
  return (governed ?? within[0])?.at ?? -1;
}

function choose(name: "start" | "end" | "before", edges: readonly Edge[], at: number) {
  const right = edges.findIndex((edge) => edge.at === at);
  if (right < 0) unreachable[name] += 1;
  else sets[name].push({ options: edges.map((edge) => edge.features), right });
}

function lastWord(tree: Tree, at: number): number {
  let last = at;
  while (last > 0 && /^(?:[.,:]|-LRB-|-RRB-)$/.test(tree.tags[last] ?? "")) last -= 1;
  return last;
}

/** "sentence:token" of the word that stands for an annotated cue: its first verb that is no auxiliary, else a noun. */
function cueWord(article: Article, start: number, end: number): string | null {
  const sentence = article.sentences.find((one) => one.startUtf16 <= start && start < one.endUtf16);
  if (sentence === undefined) return null;
  const places: number[] = [];
  sentence.tokens.forEach((token, at) => {
    if (token.endUtf16 > start && token.startUtf16 < end) places.push(at);
  });
  const firstStretch = article.stretches.findIndex((one) => one.endUtf16 > sentence.startUtf16);
  const sites = new Set(
    cueSites(treeOf(sentence, article.stretches, Math.max(0, firstStretch))).map((site) => site.at),
  );
  const options = places.filter((at) => sites.has(at));
  const verb = options.find((at) => (sentence.tags[at] ?? "").startsWith("VB"));
  const at =
    options.find((place) => /^according$/i.test(sentence.tokens[place]?.text ?? "")) ??
    verb ??
    options[0] ??
    places[0];
  return at === undefined ? null : `${sentence.index}:${at}`;
}

function isWithin(sentence: Sentence, at: number, start: number, end: number): boolean {
  const token = sentence.tokens[at];
  return token !== undefined && token.startUtf16 >= start - 1 && token.endUtf16 <= end + 2;
}

function tokensOf(sentence: Sentence, spans: Gold["spans"]): number[] {
  const places: number[] = [];
  sentence.tokens.forEach((token, at) => {
    const isInside = spans.some(([start, end]) => token.startUtf16 >= start && token.endUtf16 <= end);
    if (isInside && /[\p{L}\p{N}]/u.test(token.text)) places.push(at);
  });
  return places;
}

/** Fits a log-linear model of which option is right, by AdaGrad with a small penalty, and prints how often it is. */
function learn(name: string, choices: readonly Choice[]): { weights: string } {
  const counts = new Map<string, number>();
  for (const { options } of choices)
    for (const option of options)
      for (const feature of option) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const index = new Map<string, number>();
  for (const [feature, n] of [...counts].sort((one, other) => (one[0] < other[0] ? -1 : 1))) {
    if (n >= MINIMUM_COUNT) index.set(feature, index.size);
  }
  const coded = choices.map(({ options, right }) => ({
    right,
    options: options.map((option) => Int32Array.from(option.flatMap((feature) => index.get(feature) ?? []))),
  }));
  const isHeldOut = (at: number) => at % 10 === 9;
  const vector = train(
    coded.filter((_, at) => !isHeldOut(at)),
    index.size,
  );
  const held = coded.filter((_, at) => isHeldOut(at));
  const good = held.filter((choice) => best(vector, choice.options) === choice.right).length;
  const first = held.filter((choice) => choice.right === 0).length;
  const full = train(coded, index.size);
  const lines: string[] = [];
  for (const [feature, at] of index) {
    const weight = Math.round(100 * (full[at] ?? 0));
    if (Math.abs(weight) >= 8) lines.push(`${feature}\t${weight}`);
  }
  console.log(
    `${name}: ${choices.length} choices, held out ${((100 * good) / held.length).toFixed(1)} % right (always the first: ` +
      `${((100 * first) / held.length).toFixed(1)} %), ${lines.length} of ${index.size} weights kept`,
  );
  return { weights: lines.join("\n") };
}

type Coded = { right: number; options: Int32Array[] };

function best(vector: Float64Array, options: readonly Int32Array[]): number {
  let at = 0;
  let highest = Number.NEGATIVE_INFINITY;
  options.forEach((option, index) => {
    const score = sum(vector, option);
    if (score > highest) {
      highest = score;
      at = index;
    }
  });
  return at;
}

function sum(vector: Float64Array, option: Int32Array): number {
  let total = 0;
  for (const at of option) total += vector[at] ?? 0;
  return total;
}

function train(choices: readonly Coded[], size: number): Float64Array {
  const vector = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-6);
  const order = choices.map((_, at) => at);
  let seed = 5;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      const other = Math.floor((seed / 0x80000000) * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const at of order) {
      const choice = choices[at];
      if (choice === undefined || choice.options.length < 2) continue;
      const scores = choice.options.map((option) => sum(vector, option));
      const highest = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - highest));
      const all = shares.reduce((total, share) => total + share, 0);
      choice.options.forEach((option, which) => {
        const gradient = (shares[which] ?? 0) / all - (which === choice.right ? 1 : 0);
        if (Math.abs(gradient) < 1e-4) return;
        for (const cell of option) {
          const slope = gradient + PENALTY * (vector[cell] ?? 0);
          squares[cell] = (squares[cell] ?? 0) + slope * slope;
          vector[cell] = (vector[cell] ?? 0) - (0.15 * slope) / Math.sqrt(squares[cell] ?? 1);
        }
      });
    }
  }
  return vector;
}
