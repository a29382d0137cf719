/**
 * The shapes that features take, such as `stem={} comp={}`. A hole `{}` takes one word, a hole `{*}` one or more words;
 * a feature has at most three holes. The weights hold features as readable lines; the templates turn each line into the
 * numbers under which it is looked up, and numbers back into the line.
 */
export interface Templates<Name extends string> {
  /** Template name → its number. */
  readonly at: Readonly<Record<Name, number>>;
  readonly patterns: readonly string[];
}

/** Takes in options one by one, each as the features that hold for it; the parts of a feature are symbols. */
export interface FeatureSink {
  /** Begins the next option. */
  option(): void;
  none(template: number): void;
  one(template: number, a: number): void;
  two(template: number, a: number, b: number): void;
  three(template: number, a: number, b: number, c: number): void;
}

/** Numbers the templates of one question; names with the same pattern share a number, as their lines share weights. */
export function makeTemplates<Name extends string>(named: Readonly<Record<Name, string>>): Templates<Name> {
  const entries = Object.entries<string>(named);
  const patterns = [...new Set(entries.map(([, pattern]) => pattern))];
  const at = Object.fromEntries(entries.map(([name, pattern]) => [name, patterns.indexOf(pattern)]));
  return { at: at as Record<Name, number>, patterns };
}

interface Chunk {
  readonly literal: string;
  readonly hole: "none" | "word" | "words";
}

interface Pattern {
  readonly template: number;
  readonly chunks: readonly Chunk[];
  readonly isOpen: boolean;
}

/** Reads a line of weights: calls `found` for every template whose holes the line fills, with the words that fill them. */
export function makeReader(
  patterns: readonly string[],
): (feature: string, found: (template: number, parts: readonly string[]) => void) => void {
  const byOpening = new Map<string, Pattern[]>();
  patterns.forEach((pattern, template) => {
    const chunks = pattern.split(" ").map(chunkOf);
    const key = openingOf(pattern.replace(/\{\*?\}.*/, ""));
    const list = byOpening.get(key) ?? [];
    list.push({ template, chunks, isOpen: chunks.some(({ hole }) => hole === "words") });
    byOpening.set(key, list);
  });
  return (feature, found) => {
    const options = byOpening.get(openingOf(feature));
    if (options === undefined) return;
    const words = feature.split(" ");
    for (let at = 0; at < options.length; at += 1) {
      const option = options[at];
      if (option === undefined) break;
      const { chunks } = option;
      if (option.isOpen ? words.length < chunks.length : words.length !== chunks.length) continue;
      const parts = partsOf(words, chunks);
      if (parts !== null) found(option.template, parts);
    }
  };
}

/** "stem=" of `stem={} {}`, "by" of `by {} {}`: what tells most templates apart. */
function openingOf(feature: string): string {
  const space = feature.indexOf(" ");
  const sign = feature.indexOf("=");
  if (sign >= 0 && (space < 0 || sign < space)) return feature.slice(0, sign + 1);
  return space < 0 ? feature : feature.slice(0, space);
}

function chunkOf(chunk: string): Chunk {
  if (chunk.endsWith("{*}")) return { literal: chunk.slice(0, -3), hole: "words" };
  if (chunk.endsWith("{}")) return { literal: chunk.slice(0, -2), hole: "word" };
  return { literal: chunk, hole: "none" };
}

// run for every line of the weights before the first article: plain loops, which start faster
function partsOf(words: readonly string[], chunks: readonly Chunk[]): string[] | null {
  const parts: string[] = [];
  let at = 0;
  for (let next = 0; next < chunks.length; next += 1) {
    const chunk = chunks[next];
    const word = words[at];
    if (chunk === undefined || word === undefined) return null;
    const { literal, hole } = chunk;
    if (hole === "none" ? word !== literal : !word.startsWith(literal)) return null;
    at += 1;
    if (hole === "word") parts.push(literal === "" ? word : word.slice(literal.length));
    else if (hole === "words") {
      const last = at + words.length - chunks.length;
      parts.push(
        words
          .slice(at - 1, last)
          .join(" ")
          .slice(literal.length),
      );
      at = last;
    }
  }
  return parts;
}

/** The readable line of a feature: its template with the holes filled. */
export function render(pattern: string, parts: readonly string[]): string {
  let next = 0;
  return pattern.replace(/\{\*?\}/g, () => parts[next++] ?? "");
}
