/**
 * Counts which words report statements in annotated articles and writes those worth a closer look to
 * lib/extraction/languages/en/cue-forms.json. `npx tsx bench/extraction-count-cues.ts train.jsonl`, rows in the scorer's shape.
 * A word is kept when at least 2 cues contain it and at least 6 % of its places are cues.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { auxiliaries } from "../lib/extraction/languages/en/cues";
import { tokenize } from "../lib/extraction/text/tokens";

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: npx tsx bench/extraction-count-cues.ts train.jsonl");
  process.exit(2);
}
const asCue = new Map<string, number>();
const anywhere = new Map<string, number>();
const bump = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
for (const line of readFileSync(file, "utf8").split("\n")) {
  if (line.length === 0) continue;
  const { text, quotes } = JSON.parse(line) as {
    text: string;
    quotes: { cue_start: number | null; cue_end: number | null }[];
  };
  for (const token of tokenize(text)) bump(anywhere, token.lower);
  for (const { cue_start: start, cue_end: end } of quotes) {
    if (start !== null && end !== null)
      for (const token of tokenize(text, start, end)) bump(asCue, token.lower);
  }
}
const functionWords =
  /^(?:a|an|the|to|of|in|on|at|for|with|by|from|as|that|it|its|his|her|their|he|she|they|also|not|n't|and|or|but|out|up|off|back|down|over|about|against|n’t|['’]s|after|during|one|two|first|last|new|now|then|just|even|so|more|most|very|still|again|already|recently|publicly|repeatedly)$/;
const kept = [...asCue]
  .filter(([word, n]) => n >= 2 && n / (anywhere.get(word) ?? n) >= 0.06)
  .map(([word]) => word)
  .filter((word) => /^\p{L}[\p{L}-]+$/u.test(word) && !auxiliaries.has(word) && !functionWords.test(word))
  .sort();
const out = new URL("../lib/extraction/languages/en/cue-forms.json", import.meta.url);
writeFileSync(out, `${JSON.stringify({ forms: kept.join(" ") }, null, 1)}\n`);
console.log(`${kept.length} words kept`);
