/**
 * Weighs the features of lib/extraction's five questions about a cue on annotated articles, and writes the weights to
 * lib/extraction/languages/en: is it a cue (gate) · does the content stand before, after or around it (layout) · who speaks
 * (speaker) · where does the content begin (start, before) · where does it end (end).
 * `npx tsx bench/extraction-train-frames.ts train.jsonl` with rows in the scorer's shape. Only counts leave the articles.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { END, endsAfter } from "../lib/extraction/frames/content-ends";
import { BEFORE, START, startsAfter, startsBefore } from "../lib/extraction/frames/content-starts";
import { GATE, gateFeatures } from "../lib/extraction/frames/cue-features";
import { cueSites } from "../lib/extraction/frames/cue-sites";
import { LAYOUT, LAYOUTS, layoutFeatures } from "../lib/extraction/frames/layouts";
import { nobodyFeatures, SPEAKER, speakerFeatures } from "../lib/extraction/frames/speaker-features";
import { speakerCandidates } from "../lib/extraction/frames/subjects";
import type { Article, Sentence } from "../lib/extraction/grammar/document";
import { readArticle } from "../lib/extraction/grammar/document";
import type { Tree } from "../lib/extraction/grammar/tree";
import { treeOf } from "../lib/extraction/grammar/tree";
import { english } from "../lib/extraction/languages/en";
import { FeatureLines } from "../lib/extraction/weights/feature-lines";
import { learnSymbols } from "../lib/extraction/weights/symbols";
import type { Choice } from "./extraction-log-linear";
import { learn } from "./extraction-log-linear";

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
// the features of the extractor, as the lines that are counted and written down
learnSymbols();
const lines = {
  gate: new FeatureLines(GATE.patterns),
  layout: new FeatureLines(LAYOUT.patterns),
  speaker: new FeatureLines(SPEAKER.patterns),
  start: new FeatureLines(START.patterns),
  end: new FeatureLines(END.patterns),
  before: new FeatureLines(BEFORE.patterns),
};
const missed = new Map<string, number>();
let golds = 0;
let covered = 0;
const unreachable = { speaker: 0, start: 0, end: 0, before: 0 };
for (const { text, quotes } of documents) collect(readArticle(text, english), quotes);
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

const out = new URL("../lib/extraction/languages/en/frame-weights.json", import.meta.url);
// what is kept is learned later, from the mistakes of these answers
const { keep } = JSON.parse(readFileSync(out, "utf8")) as { keep: { weights: string } };
const weights: Record<string, { weights: string }> = {
  gate: learn(
    "gate",
    sets.gate.map(({ features, label }) => ({ options: [features, []], right: label === 1 ? 0 : 1 })),
  ),
};
for (const name of ["layout", "speaker", "start", "end", "before"] as const)
  weights[name] = learn(name, sets[name]);
weights.keep = keep;
writeFileSync(out, `${JSON.stringify(weights, null, 1)}\n`);

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
      gateFeatures(lines.gate, tree, site);
      sets.gate.push({ features: lines.gate.take()[0] ?? [], label: gold === undefined ? 0 : 1 });
      if (gold === undefined) continue;
      covered += 1;
      const speakers = speakerCandidates(tree, site.at);
      const rightSpeaker = headOf(tree, speakers, gold);
      if (gold.speaker_start !== null && rightSpeaker < 0) unreachable.speaker += 1;
      else {
        const { stem } = site.symbols;
        nobodyFeatures(lines.speaker, tree, site.at, stem);
        for (const one of speakers) speakerFeatures(lines.speaker, tree, site.at, stem, one);
        sets.speaker.push({ options: lines.speaker.take(), right: rightSpeaker + 1 });
      }
      const cueEnd = sentence.tokens[site.at]?.startUtf16 ?? 0;
      const inSentence = tokensOf(sentence, gold.spans);
      const after = inSentence.filter((at) => at > site.at);
      const before = inSentence.filter((at) => at < site.at);
      if (inSentence.length === 0) continue;
      const layout = before.length === 0 ? "after" : after.length === 0 ? "before" : "around";
      const chosen = rightSpeaker < 0 ? null : (speakers[rightSpeaker] ?? null);
      layoutFeatures(lines.layout, tree, site, chosen);
      const facts = lines.layout.take()[0] ?? [];
      sets.layout.push({
        options: LAYOUTS.map((one) => facts.map((fact) => `${one} ${fact}`)),
        right: LAYOUTS.indexOf(layout),
      });
      if (after.length > 0) {
        let from = after[0] ?? 0;
        if (tree.lower[from] === "that" && !tree.opens[from] && after.length > 1) from += 1;
        choose("start", startsAfter(lines.start, tree, site), from);
        const to = lastWord(tree, after.at(-1) ?? from);
        choose("end", endsAfter(lines.end, tree, site, from), to);
      }
      if (before.length > 0 && cueEnd > 0) {
        const end = lastWord(tree, before.at(-1) ?? 0);
        choose("before", startsBefore(lines.before, tree, site, end), before[0] ?? 0);
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

function choose(name: "start" | "end" | "before", edges: readonly number[], at: number) {
  const options = lines[name].take();
  const right = edges.indexOf(at);
  if (right < 0) unreachable[name] += 1;
  else sets[name].push({ options, right });
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
