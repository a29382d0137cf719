import type { Token } from "./tokens";

/**
 * The weights of a part-of-speech tagger: a dictionary of words that nearly always have one tag, and for each kind of
 * feature the scores it gives to tags. Written by `bench/extraction-train-tagger.ts`.
 */
export interface TaggerData {
  readonly tags: readonly string[];
  /** Tag → the words, separated by spaces, that are always given it. */
  readonly known: Readonly<Record<string, string>>;
  /** Kind of feature → lines `value<TAB>tagIndex:weight tagIndex:weight…`. */
  readonly weights: Readonly<Record<string, string>>;
}

/** Gives each token of one sentence its Penn Treebank tag. */
export type Tagger = (tokens: readonly Token[]) => string[];

/**
 * The kinds of feature, in the order `featuresAt` returns them. Greedy averaged perceptron after M. Collins,
 * "Discriminative training methods for hidden Markov models" (EMNLP 2002), with the features of A. Ratnaparkhi (1996).
 */
export const FEATURE_KINDS = [
  "word",
  "suffix3",
  "suffix2",
  "prefix1",
  "shape",
  "tagBefore",
  "tagsBefore",
  "wordBefore",
  "wordAfter",
  "suffixAfter",
  "suffixBefore",
  "wordTwoBefore",
  "wordTwoAfter",
  "tagBeforeWord",
] as const;

/** The value of every feature kind at position `at`, given the tags already chosen to its left. */
export function featuresAt(
  words: readonly string[],
  shapes: readonly string[],
  at: number,
  tags: readonly string[],
): string[] {
  const word = words[at] ?? "";
  const before = words[at - 1] ?? "<s>";
  const after = words[at + 1] ?? "</s>";
  const tagBefore = tags[at - 1] ?? "<s>";
  return [
    word,
    word.slice(-3),
    word.slice(-2),
    word.slice(0, 1),
    at === 0 ? `^${shapes[at]}` : (shapes[at] ?? ""),
    tagBefore,
    `${tagBefore} ${tags[at - 2] ?? "<s>"}`,
    before,
    after,
    after.slice(-3),
    before.slice(-3),
    words[at - 2] ?? "<s>",
    words[at + 2] ?? "</s>",
    `${tagBefore} ${word}`,
  ];
}

/** The form in which the tagger sees a word: lower case, digits as one class, curly marks as straight ones. */
export function normalise(token: Token): string {
  if (/^\p{N}[\p{N}.,:]*$/u.test(token.text))
    return token.text.length === 4 && /^(?:19|20)/.test(token.text) ? "<year>" : "<number>";
  if (/^[—–―]+$/.test(token.text)) return "--";
  return token.lower.length > 30 ? token.lower.slice(-30) : token.lower.replace("’", "'");
}

/** Whether the word is capitalised, all capitals, lower case, numeric, hyphenated or a mark. */
export function shapeOf(token: Token): string {
  const { text } = token;
  const hyphen = text.includes("-") ? "-" : "";
  if (/^\p{Lu}/u.test(text))
    return `${text.length > 1 && text === text.toUpperCase() ? "XX" : "Xx"}${hyphen}`;
  if (/^\p{N}/u.test(text)) return `0${hyphen}`;
  return /^[@\p{L}]/u.test(text) ? `xx${hyphen}` : ".";
}

/** Makes a tagger from its weights. Beyond 1,000 tokens a "sentence" is no prose and gets only dictionary tags. */
export function makeTagger(data: TaggerData): Tagger {
  const known = new Map<string, string>();
  for (const [tag, words] of Object.entries(data.known))
    for (const word of words.split(" ")) known.set(word, tag);
  const tables = FEATURE_KINDS.map((kind) => readTable(data.weights[kind] ?? ""));
  const scores = new Float64Array(data.tags.length);
  const fallback = Math.max(0, data.tags.indexOf("NN"));
  return (tokens) => {
    const words = tokens.map(normalise);
    const tags: string[] = [];
    const isProse = tokens.length <= 1000;
    const shapes = isProse ? tokens.map(shapeOf) : [];
    for (let at = 0; at < tokens.length; at += 1) {
      const certain = known.get(words[at] ?? "");
      if (certain !== undefined || !isProse) {
        tags.push(certain ?? "NN");
        continue;
      }
      scores.fill(0);
      const values = featuresAt(words, shapes, at, tags);
      for (let kind = 0; kind < tables.length; kind += 1) {
        const row = tables[kind]?.get(values[kind] ?? "");
        if (row === undefined) continue;
        for (let cell = 0; cell < row.length; cell += 2) {
          const tag = row[cell] ?? 0;
          scores[tag] = (scores[tag] ?? 0) + (row[cell + 1] ?? 0);
        }
      }
      let best = fallback;
      for (let tag = 0; tag < scores.length; tag += 1)
        if ((scores[tag] ?? 0) > (scores[best] ?? 0)) best = tag;
      tags.push(data.tags[best] ?? "NN");
    }
    return tags;
  };
}

function readTable(lines: string): Map<string, Int16Array> {
  const table = new Map<string, Int16Array>();
  if (lines.length === 0) return table;
  for (const line of lines.split("\n")) {
    const [value = "", cells = ""] = line.split("\t");
    const numbers = cells.split(/[ :]/).map(Number);
    table.set(value, Int16Array.from(numbers));
  }
  return table;
}
