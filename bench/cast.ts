// npx tsx bench/cast.ts GOLD.jsonl [--errors]: how often a gold mention, given as it stands, resolves to the gold speaker.
// It measures resolution alone: no statement has to be found first. Names are compared as the corpus scorer does.
import { readFileSync } from "node:fs";
import { buildCast } from "../lib/extraction/cast/cast";
import { english } from "../lib/extraction/languages/en";
import { quotedStretches } from "../lib/extraction/text/marks";
import { paragraphsOf } from "../lib/extraction/text/paragraphs";
import { sentencesOf } from "../lib/extraction/text/sentences";

interface GoldQuote {
  text: string;
  speaker_text?: string | null;
  speaker_start?: number | null;
  speaker_end?: number | null;
  speaker_canonical?: string | null;
  speaker_aliases?: string[];
  optional?: boolean;
  nested?: boolean;
}

interface GoldRow {
  id: string;
  text: string;
  quotes: GoldQuote[];
}

const STOP = new Set(
  "the a an mr mrs ms miss dr sir lord lady sen senator rep representative gov governor president presidential vice prime minister secretary general sgt col gen judge justice attorney chairman chairwoman chair spokesman spokeswoman spokesperson former then rev reverend prof professor officer police chief capt captain lt his her their its of for in at on to and who which that u s us".split(
    " ",
  ),
);
const PRONOUN = new Set(
  "i me my we us our you your he you him his she her hers it its they them their who whom whose which that this these those one himself herself themselves myself".split(
    " ",
  ),
);

const strip = (words: string): string =>
  words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]s\b/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
const isPronoun = (words: string) =>
  strip(words)
    .split(" ")
    .every((word) => PRONOUN.has(word));
const core = (words: string) =>
  strip(words.split(/,| who | which | — | \(/u)[0] ?? "")
    .split(" ")
    .filter((word) => word && !STOP.has(word));
const content = (words: string) =>
  strip(words)
    .split(" ")
    .filter((word) => word && !STOP.has(word) && !PRONOUN.has(word));

function isSameName(a: string, b: string): boolean {
  if (strip(a) === strip(b)) return true;
  if (isPronoun(a) || isPronoun(b)) return false;
  const [coreA, coreB, allA, allB] = [core(a), core(b), content(a), content(b)];
  if (!allA.length || !allB.length) return false;
  const [lastA, lastB] = [coreA[coreA.length - 1], coreB[coreB.length - 1]];
  if (lastA && lastA === lastB) {
    const [firstA, firstB] = [coreA[0] ?? "", coreB[0] ?? ""];
    const isOther =
      coreA.length > 1 && coreB.length > 1 && firstA !== firstB && firstA.length > 1 && firstB.length > 1;
    return !(isOther && !coreA.includes(firstB) && !coreB.includes(firstA));
  }
  const covers = (x: string[], y: string[]) => x.every((word) => y.includes(word));
  if (covers(allA, allB) || covers(allB, allA)) return true;
  return (lastA !== undefined && allB.includes(lastA)) || (lastB !== undefined && allA.includes(lastB));
}

const [file, flag] = process.argv.slice(2);
if (!file) throw new Error("name a file of gold documents, one a line");
const words = english.trained?.cast;
if (words === undefined) throw new Error("English has no words for a cast");

const rows = readFileSync(file, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as GoldRow);

const count = { mentions: 0, right: 0, wrong: 0, abstained: 0, pronouns: 0, pronounsRight: 0 };
let spent = 0;
for (const row of rows) {
  const paragraphs = paragraphsOf(row.text);
  const sentences = paragraphs.flatMap((paragraph) => sentencesOf(row.text, paragraph, english.sentences));
  const quoted = quotedStretches(row.text, paragraphs);
  const before = performance.now();
  const cast = buildCast(words, row.text, sentences, quoted);
  for (const quote of row.quotes) {
    if (quote.speaker_start == null || quote.speaker_end == null) continue;
    if (quote.optional || quote.nested) continue;
    const found = cast.resolve({ startUtf16: quote.speaker_start, endUtf16: quote.speaker_end });
    const names = [quote.speaker_canonical, ...(quote.speaker_aliases ?? [])].filter(
      (name): name is string => !!name && !isPronoun(name),
    );
    const mention = quote.speaker_text ?? "";
    if (flag === "--all")
      console.log(
        `${row.id} | ${mention} => ${found.canonical} [${found.kind}] (${found.role}) ${found.because}`,
      );
    if (!quote.speaker_canonical) continue;
    count.mentions += 1;
    const spoken = isPronoun(mention);
    if (spoken) count.pronouns += 1;
    const answer = found.canonical ?? (spoken ? null : mention);
    const isRight = answer !== null && names.some((name) => isSameName(name, answer));
    if (isRight) {
      count.right += 1;
      if (spoken) count.pronounsRight += 1;
    } else {
      if (found.canonical === null) count.abstained += 1;
      else count.wrong += 1;
      if (flag === "--errors")
        console.log(
          `${row.id} | ${mention} => ${found.canonical} [${found.kind}] want ${quote.speaker_canonical} | ${found.because} | ${quote.text.slice(0, 60)}`,
        );
    }
  }
  spent += performance.now() - before;
}
const percent = (part: number, whole: number) => (whole ? ((100 * part) / whole).toFixed(1) : "-");
console.log(
  `mentions ${count.mentions} right ${count.right} (${percent(count.right, count.mentions)} %) wrong ${count.wrong} abstained ${count.abstained} | pronouns ${count.pronounsRight}/${count.pronouns} | ${(spent / rows.length).toFixed(2)} ms an article`,
);
