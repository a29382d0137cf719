import { type Finding, type FindingMatch, LABELS } from "@/lib/checking";
import type { Paragraph, TimeMark } from "@/lib/documents";

/** A text that a draft was compared with, as a report names it. */
export interface Searched {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** When its words are said, of a transcript with times. */
  readonly marks?: readonly TimeMark[];
}

/** A draft with what a check found in it: all that a report is made of. */
export interface CheckedDraft {
  /** What the person calls it: the name of its file. */
  readonly name: string;
  readonly title: string | null;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** Where the document says what its paragraphs are; of others each line with words is one. */
  readonly paragraphs: readonly Paragraph[];
  readonly findings: readonly Finding[];
  readonly searched: { readonly texts: number; readonly words: number; readonly statements: number };
  readonly against: readonly Searched[];
  /** What must be read with the words of stored statements that have such, by their printed ids. */
  readonly company?: ReadonlyMap<string, string>;
  readonly madeAt: Date;
}

/** What must be read with the words of a match; empty where they stand by themselves. */
export const companyIn =
  ({ company }: { readonly company?: CheckedDraft["company"] }) =>
  ({ statement }: FindingMatch) =>
    (statement === null ? undefined : company?.get(statement)) ?? "";

/** How a finding is shown: nothing to do, to be looked for, or to be looked at. */
export type Tone = "pass" | "care" | "stop";

/** The tone of a finding: what was not found may be right, what differs is before one's eyes. */
export function toneOf({ label }: Pick<Finding, "label">): Tone {
  if (!LABELS[label].mustBeLookedAt) return "pass";
  return label === "not_found" ? "care" : "stop";
}

/** How many findings somebody has to look at. */
export const toLookAt = (findings: readonly Finding[]) =>
  findings.filter(({ label }) => LABELS[label].mustBeLookedAt).length;

/** Where something stands, counted as people count: from one. */
export interface Place {
  readonly line: number;
  readonly paragraph: number;
}

/** Tells where places of a text are, without reading it again for each. */
export function placesIn(text: string): (at: number) => Place {
  const lines = startsOf(text, /\r\n|[\n\r\u0085\u2028\u2029]/gu);
  const paragraphs = paragraphsIn(text).map(({ startUtf16 }) => startUtf16);
  return (at) => ({
    line: Math.max(1, countUpTo(lines, at)),
    paragraph: Math.max(1, countUpTo(paragraphs, at)),
  });
}

function startsOf(text: string, ends: RegExp): number[] {
  return [0, ...[...text.matchAll(ends)].map((match) => match.index + match[0].length)];
}

/** How many numbers of a rising list are at most `at`. */
function countUpTo(rising: readonly number[], at: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Tells in which text and where in it the record's words are: "talks.vtt:12, at 1:03:20", or the statement's id. */
export function recordPlaces(against: readonly Searched[]): (match: FindingMatch) => string {
  const texts = new Map(against.map((one) => [one.id, one]));
  const known = new Map<string, ReturnType<typeof placesIn>>();
  return ({ source, title, start, statement }) => {
    const text = texts.get(source);
    const id = statement === null || statement === source ? "" : ` (${statement})`;
    if (!text) return `${title || source}${title === source ? "" : id}`;
    const placeOf = known.get(source) ?? placesIn(text.text);
    known.set(source, placeOf);
    const mark = text.marks?.findLast(({ startUtf16 }) => startUtf16 <= start);
    return `${title || source}:${placeOf(start).line}${mark ? `, at ${timeOf(mark.ms)}` : ""}${id}`;
  };
}

function timeOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (number: number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  return `${hours > 0 ? `${hours}:${two(Math.floor(seconds / 60) % 60)}` : Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** The lines of a text that have words, which are its paragraphs where nothing says more. */
export function paragraphsIn(text: string): Paragraph[] {
  const lines = [...text.matchAll(/[^\n\r\u0085\u2028\u2029]+/gu)].filter(([line]) => /\S/u.test(line));
  return lines.map(({ 0: line, index }) => ({
    ...{ kind: "prose", startUtf16: index, endUtf16: index + line.length },
  }));
}

/** What differs, in pairs: the draft's words and the record's in their place, either of which may be empty. */
export function differencesIn({ aligned }: Finding): { draft: string; record: string }[] {
  const pairs: { draft: string; record: string }[] = [];
  let isOpen = false;
  for (const { kind, text } of aligned) {
    if (kind === "same") {
      // a space between two words that differ keeps them together
      if (text.trim() !== "") isOpen = false;
      else if (isOpen) for (const pair of pairs.slice(-1)) Object.assign(pair, spaced(pair, text));
      continue;
    }
    if (!isOpen) pairs.push({ draft: "", record: "" });
    isOpen = true;
    const pair = pairs.at(-1);
    if (pair) pair[kind] += text;
  }
  return pairs
    .map(({ draft, record }) => ({ draft: draft.trim(), record: record.trim() }))
    .filter(({ draft, record }) => draft !== record);
}

const spaced = ({ draft, record }: { draft: string; record: string }, space: string) => ({
  draft: draft && draft + space,
  record: record && record + space,
});
