/**
 * What becomes of statements when their source is edited: 200 scripted edits over 50 texts of ours, each held against what
 * the script did. Every other quotation of the text must stay exact. `--seed N` edits otherwise, `--errors` prints what was
 * told wrong. Fails when a bar is not met. Usage: npm run bench -- reanchor [--seed N] [--errors]
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compareTexts, type Fate, reanchorIn } from "../lib/matching/index";
import { numbersFrom } from "../prisma/testing/random";
import { readFixture } from "./checking/fixture";

const { values } = parseArgs({
  options: { seed: { type: "string", default: "20261127" }, errors: { type: "boolean", default: false } },
});
const random = numbersFrom(Number(values.seed));
const below = (end: number) => Math.floor(random() * end);

const TEXTS = 50;
const EDITS = 200;

/** Our texts: those of the checking bench, and the sections of the tables of extraction, which have many scripts. */
function textsOfOurs(): string[] {
  const read = (folder: string) => {
    const at = fileURLToPath(new URL(folder, import.meta.url));
    const files = readdirSync(at).filter((file) => file.endsWith(".txt"));
    return files.sort().map((file) => readFileSync(path.join(at, file), "utf8"));
  };
  const articles = read("./checking/").flatMap((file) =>
    readFixture(file).against.texts.map(({ text }) => text),
  );
  const sections = read("../lib/extraction/fixtures/kinds/").flatMap((file) =>
    file
      .split(/^## .*$/mu)
      .slice(1)
      .map((section) =>
        section
          .split("\n")
          .filter((line) => line.includes(" => "))
          .map((line) => (line.split(" => ")[0] ?? "").replaceAll("⏎", "\n"))
          .join("\n\n"),
      ),
  );
  const long = sections.filter((text) => quotationsOf(text).length >= 5);
  const wanted = TEXTS - articles.length;
  const step = Math.max(1, Math.floor(long.length / wanted));
  return [...articles, ...long.filter((_, index) => index % step === 0)].slice(0, TEXTS);
}

type Place = readonly [start: number, end: number];

/** Sentences of five words or more, as one would capture them. */
function quotationsOf(text: string): Place[] {
  const found: Place[] = [];
  for (const line of text.matchAll(/[^\n]+/gu)) {
    for (const { 0: words, index } of line[0].matchAll(/\S[^.!?。؟]*[.!?。؟]["”’»)]*/gu)) {
      const start = line.index + index;
      const isWhole = words.split(/\s+/u).length >= 5;
      // words that stand twice are not one quotation
      if (isWhole && text.indexOf(words) === text.lastIndexOf(words))
        found.push([start, start + words.length]);
    }
  }
  return found;
}

interface Edited {
  readonly text: string;
  readonly expected: Fate;
}
type Edit = (text: string, place: Place) => Edited;

const noise =
  (change: (text: string) => string): Edit =>
  (text) => ({ text: change(text), expected: "exact" });
const STRANGE = ["zinnober", "forty-one", "quartz", "yesterday’s", "unlike", "Ogden"];

const changed =
  (count: number): Edit =>
  (text, [start, end]) => {
    const words = text.slice(start, end).split(" ");
    const first = below(Math.max(1, words.length - count));
    const how = below(3);
    const strange = Array.from({ length: count }, () => STRANGE[below(STRANGE.length)] ?? "quartz");
    // another word, a word more, a word less
    if (how === 0) words.splice(first, count, ...strange);
    else if (how === 1) words.splice(Math.max(1, first), 0, ...strange);
    else words.splice(Math.max(1, first), Math.min(count, words.length - 3));
    return { text: text.slice(0, start) + words.join(" ") + text.slice(end), expected: "changed" };
  };

const EDITS_OF: Readonly<Record<string, Edit>> = {
  "1 word changed": changed(1),
  "2 words changed": changed(2),
  "3 words changed": changed(3),
  moved: (text, [start, end]) => {
    const rest = text.slice(0, start) + text.slice(end);
    const said = text.slice(start, end);
    return { text: start < text.length / 2 ? `${rest}\n\n${said}` : `${said}\n\n${rest}`, expected: "moved" };
  },
  deleted: (text, [start, end]) => ({ text: text.slice(0, start) + text.slice(end), expected: "lost" }),
  "words around changed": (text, [start, end]) => ({
    text: `Updated at noon with more.\n\n${text.slice(0, start)}Corrected here: ${text.slice(start, end)} And so on.${text.slice(end)}`,
    expected: "exact",
  }),
  "straight marks": noise((text) => text.replaceAll(/[“”„]/gu, '"').replaceAll(/[‘’‚]/gu, "'")),
  "curly marks": noise((text) =>
    text
      .replaceAll(/(?<=\s|^)"/gu, "“")
      .replaceAll('"', "”")
      .replaceAll("'", "’"),
  ),
  "no-break spaces": noise((text) => text.replaceAll(" ", "\u00a0")),
  "soft hyphens": noise((text) => text.replaceAll(/(\p{L}{3})(?=\p{L}{3})/gu, "$1\u00ad")),
  "U+FEFF": noise(
    (text) => `\ufeff${text.replaceAll(", ", ",\ufeff ").replaceAll(/(\p{L}{4})(?=\p{L})/gu, "$1\ufeff")}`,
  ),
  "variation selectors": noise((text) => text.replaceAll(/(\p{L})(?=\s)/gu, "$1\ufe0f")),
  NFD: noise((text) => text.normalize("NFD")),
  "NFC after NFD": noise((text) => text.normalize("NFC")),
  "all noise at once": noise(
    (text) =>
      `\ufeff${text
        .normalize("NFD")
        .replaceAll(/[“”„"]/gu, "″")
        .replaceAll(" ", "\u202f")
        .replaceAll(/(\p{L}{5})(?=\p{L})/gu, "$1\u00ad")}`,
  ),
};

const tally = Object.fromEntries(
  Object.keys(EDITS_OF).map((kind) => [
    kind,
    { edits: 0, right: 0, "reported exact": 0, others: 0, "others exact": 0 },
  ]),
);
const texts = textsOfOurs();
if (texts.length !== TEXTS) throw new Error(`There are ${texts.length} texts.`);
const kinds = Object.keys(EDITS_OF);
const started = performance.now();
for (let number = 0; number < EDITS; number++) {
  const kind = kinds[number % kinds.length] ?? "moved";
  const row = tally[kind];
  const given = texts[number % TEXTS] ?? "";
  // what is composed and decomposed later starts the other way round
  const text = kind === "NFC after NFD" ? given.normalize("NFD") : given;
  const places = quotationsOf(text);
  const chosen = below(places.length);
  const place = places[chosen];
  if (!row || !place) throw new Error(`No quotation in text ${number % TEXTS}.`);
  const { text: later, expected } = EDITS_OF[kind]?.(text, place) ?? { text, expected: "exact" };
  const reanchor = reanchorIn(compareTexts(text, later));
  for (const [index, at] of places.entries()) {
    const { state, found } = reanchor([at]);
    const isIt = index === chosen;
    if (isIt) {
      row.edits++;
      if (state === expected) row.right++;
      if (state === "exact") row["reported exact"]++;
    } else {
      row.others++;
      if (state === "exact") row["others exact"]++;
    }
    if (values.errors && state !== (isIt ? expected : "exact"))
      console.log(
        `${kind}: told ${state} for ${isIt ? expected : "exact"}: ${text.slice(...at)} => ${found}`,
      );
  }
}
console.table(tally);
const share = (named: (kind: string) => boolean) => {
  const rows = Object.entries(tally).flatMap(([kind, row]) => (named(kind) ? [row] : []));
  const sum = (key: "edits" | "right") => rows.reduce((all, row) => all + row[key], 0);
  return sum("right") / sum("edits");
};
const isChange = (kind: string) => kind.includes("word changed") || kind.includes("words changed");
const others = Object.values(tally).reduce((all, row) => all + row.others - row["others exact"], 0);
const altered = Object.entries(tally).reduce(
  (all, [kind, row]) => all + (isChange(kind) || kind === "deleted" ? row["reported exact"] : 0),
  0,
);
const figures = {
  exact: share(
    (kind) => EDITS_OF[kind] !== undefined && !isChange(kind) && kind !== "moved" && kind !== "deleted",
  ),
  moved: share((kind) => kind === "moved"),
  changed: share(isChange),
  deleted: share((kind) => kind === "deleted"),
};
console.log(
  `seed ${values.seed}: ${Object.entries(figures)
    .map(([what, value]) => `${what} ${(100 * value).toFixed(1)} %`)
    .join(
      ", ",
    )}; ${altered} altered quotations reported exact; ${others} untouched ones not; ${Math.round(performance.now() - started)} ms`,
);
const isMet =
  figures.exact === 1 && figures.moved === 1 && figures.changed >= 0.97 && altered === 0 && others === 0;
if (!isMet) process.exitCode = 1;
