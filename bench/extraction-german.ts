/**
 * Measures German on the WIKINEWS quotations of Petersen-Frey and Biemann (CC BY-NC-SA 4.0, never part of the project):
 * `npx tsx bench/extraction-german.ts folder [--errors N] [--missed] [--wrong]`, where the folder holds one JSON file an article.
 * A direct span is a quotation in marks that belongs to a statement; a fragment within an indirect one counts as well, since
 * the annotators mark both. Names and titles in marks are left out by the rule that extraction itself uses.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readArticle } from "../lib/extraction/grammar";
import type { Proposal, Span } from "../lib/extraction/index";
import { extract } from "../lib/extraction/index";
import { languageOf } from "../lib/extraction/languages";
import { quotedWithin } from "../lib/extraction/reports";

interface Part {
  readonly text?: string;
  readonly spans?: readonly { readonly charBegin: number; readonly charEnd: number }[];
}

interface Row {
  readonly originalText: string;
  readonly documentName: string;
  readonly annotations: readonly {
    readonly type: string;
    readonly quote: Part;
    readonly speaker?: Part;
    readonly cue?: Part;
  }[];
}

interface Found extends Span {
  readonly speaker: Span | null;
}

function main(): void {
  const args = process.argv.slice(2);
  const folder = args.find((arg, at) => !arg.startsWith("--") && args[at - 1] !== "--errors");
  const errors = Number(args[args.indexOf("--errors") + 1] ?? 0) || 0;
  if (folder === undefined || !existsSync(folder)) {
    console.log(
      `There is no folder ${folder ?? "given"}: take data/train, data/dev or data/test of the German WIKINEWS quotation set.`,
    );
    return;
  }
  const rows = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Row);
  const direct = { exact: count(), near: count(), joint: count() };
  const indirect = { exact: count(), near: count(), joint: count() };
  const wrong: string[] = [];
  let spentMs = 0;
  let characters = 0;
  for (const { originalText: text, annotations, documentName } of rows) {
    const startedMs = performance.now();
    const proposals = extract(text, { language: "de" });
    spentMs += performance.now() - startedMs;
    characters += text.length;
    const goldDirect = annotations.filter(({ type }) => type === "Direct").flatMap((one) => goldOf(one));
    const goldIndirect = annotations
      .filter(({ type }) => /^(?:Indirect|IndirectFreeIndirect)$/.test(type))
      .flatMap((one) => goldOf(one, true));
    const foundDirect = directOf(text, proposals);
    const foundIndirect = proposals
      .filter(({ form }) => form !== "direct")
      .map((one) => withSpeaker(one, one));
    tally(direct, text, goldDirect, foundDirect, (what, span) => {
      const around = `${text.slice(Math.max(0, span.startUtf16 - 110), span.startUtf16)}⟦${text.slice(span.startUtf16, span.endUtf16)}⟧${text.slice(span.endUtf16, span.endUtf16 + 60)}`;
      wrong.push(`${what} [${documentName.slice(0, 20)}] ${around.replaceAll("\n", "⏎")}`);
    });
    tally(indirect, text, goldIndirect, foundIndirect, () => {});
  }
  console.log(
    `${path.basename(folder)}: ${rows.length} articles, ${(characters / 1000 / (spentMs / 1000)).toFixed(0)} thousand characters a second`,
  );
  show("direct span, exact", direct.exact);
  show("direct span, four words of five", direct.near);
  show("direct with speaker (exact span)", direct.joint);
  show("indirect span, exact", indirect.exact);
  show("indirect span, four words of five", indirect.near);
  show("indirect with speaker", indirect.joint);
  const shown = args.includes("--missed")
    ? wrong.filter((line) => line.startsWith("missed"))
    : args.includes("--wrong")
      ? wrong.filter((line) => line.startsWith("wrong"))
      : args.includes("--speaker")
        ? wrong.filter((line) => line.startsWith("speaker"))
        : wrong;
  // every nth, so that all articles are seen
  const step = Math.max(1, Math.floor(shown.length / Math.max(1, errors)));
  for (let at = 0; at < shown.length && errors > 0; at += step) console.log(shown[at]);
}

function count() {
  return { right: 0, found: 0, gold: 0 };
}

function goldOf({ quote, speaker }: Row["annotations"][number], isJoined = false): Found[] {
  const who = speaker?.spans?.[0];
  const spans = (quote.spans ?? []).map(({ charBegin, charEnd }) => ({
    startUtf16: charBegin,
    endUtf16: charEnd,
  }));
  const own: Span | null = who === undefined ? null : { startUtf16: who.charBegin, endUtf16: who.charEnd };
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return [];
  return isJoined
    ? [{ startUtf16: first.startUtf16, endUtf16: last.endUtf16, speaker: own }]
    : spans.map((span) => ({ ...span, speaker: own }));
}

/** The quotations in marks that belong to statements, each once, with the innermost speaker. */
function directOf(text: string, proposals: readonly Proposal[]): Found[] {
  const article = readArticle(text, languageOf("de"));
  const found = new Map<number, Found>();
  for (const proposal of proposals)
    for (const piece of proposal.pieces)
      for (const stretch of quotedWithin(article, piece))
        found.set(stretch.startUtf16, withSpeaker(proposal, stretch));
  return [...found.values()];
}

function withSpeaker({ speaker }: Proposal, { startUtf16, endUtf16 }: Span): Found {
  return { startUtf16, endUtf16, speaker: speaker?.mention ?? null };
}

type Counts = Record<"exact" | "near" | "joint", ReturnType<typeof count>>;

function tally(
  counts: Counts,
  text: string,
  gold: readonly Found[],
  found: readonly Found[],
  tell: (what: string, span: Span) => void,
): void {
  for (const own of Object.values(counts)) {
    own.gold += gold.length;
    own.found += found.length;
  }
  const free = new Set(found);
  for (const want of gold) {
    const exact = [...free].find(
      (one) =>
        wordsOf(text, one) === wordsOf(text, want) &&
        one.startUtf16 < want.endUtf16 &&
        want.startUtf16 < one.endUtf16,
    );
    const near = exact ?? [...free].find((one) => overlap(text, one, want) >= 0.8);
    if (near === undefined) {
      tell("missed", want);
      continue;
    }
    free.delete(near);
    counts.near.right += 1;
    if (exact === undefined) {
      tell("edge", near);
      continue;
    }
    counts.exact.right += 1;
    const isSame =
      want.speaker === null
        ? near.speaker === null
        : near.speaker !== null &&
          ((near.speaker.startUtf16 < want.speaker.endUtf16 &&
            want.speaker.startUtf16 < near.speaker.endUtf16) ||
            wordsOf(text, near.speaker) === wordsOf(text, want.speaker));
    if (isSame) counts.joint.right += 1;
    else
      tell(
        `speaker ${near.speaker === null ? "nobody" : wordsOf(text, near.speaker)} for ${want.speaker === null ? "nobody" : wordsOf(text, want.speaker)}`,
        near,
      );
  }
  for (const one of free) tell("wrong", one);
}

function wordsOf(text: string, { startUtf16, endUtf16 }: Span): string {
  return (text.slice(startUtf16, endUtf16).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

/** Words in common over words in either, by their places. */
function overlap(text: string, one: Span, other: Span): number {
  const places = ({ startUtf16, endUtf16 }: Span) =>
    new Set(
      [...text.slice(startUtf16, endUtf16).matchAll(/[\p{L}\p{N}]+/gu)].map(
        (match) => startUtf16 + match.index,
      ),
    );
  if (one.endUtf16 <= other.startUtf16 || other.endUtf16 <= one.startUtf16) return 0;
  const [a, b] = [places(one), places(other)];
  const both = [...a].filter((place) => b.has(place)).length;
  return both / (a.size + b.size - both);
}

function show(what: string, { right, found, gold }: ReturnType<typeof count>): void {
  const precision = found === 0 ? 0 : (100 * right) / found;
  const recall = gold === 0 ? 0 : (100 * right) / gold;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  console.log(
    `${what.padEnd(34)} precision ${precision.toFixed(1)}  recall ${recall.toFixed(1)}  F1 ${f1.toFixed(1)}  (${right} of ${gold})`,
  );
}

main();
