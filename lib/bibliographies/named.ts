import { normaliseForMatching } from "@/lib/text";
import type { Mention } from "./mentions";
import type { BibliographyFormat, Entry, Problem } from "./model";
import { mentionsOf, readBibliography } from "./read";

/** An entry as it is looked up: what it names, and what it prints as words are compared. */
export interface NamedEntry extends Pick<Entry, "startUtf16" | "endUtf16" | "key" | "label"> {
  readonly line: number;
  readonly mentions: readonly Mention[];
  readonly printed: string;
}

/** A bibliography as far as it is looked up. */
export interface NamedBibliography {
  readonly format: BibliographyFormat;
  readonly entries: readonly NamedEntry[];
  /** Entries behind those. */
  readonly leftOut: number;
  readonly problems: readonly Problem[];
}

/** What a bibliography names: of at most so many entries at most as many records, whatever a single entry holds. */
export function namedIn(text: string, most: number): NamedBibliography {
  const read = readBibliography(text);
  const problems = [...read.problems];
  const entries: NamedEntry[] = [];
  let left = most;
  for (const entry of read.entries.slice(0, most)) {
    const named = mentionsOf(entry);
    if (named.length > 0 && left === 0) break;
    const mentions = named.slice(0, left);
    if (mentions.length < named.length)
      problems.push({
        line: entry.line,
        message: `This entry names ${named.length} records. The first ${mentions.length} are looked up; check the others by themselves.`,
      });
    left -= mentions.length;
    const { startUtf16, endUtf16, key, line } = entry;
    const printed = normaliseForMatching(entry.text.slice(0, MOST_PRINTED_UTF16));
    entries.push({ startUtf16, endUtf16, key, line, label: shortened(entry.label), mentions, printed });
  }
  return { format: read.format, entries, leftOut: read.entries.length - entries.length, problems };
}

// no quotation is longer: what stands behind is looked through for ids and addresses alone
const MOST_PRINTED_UTF16 = 50_000;
const MOST_LABEL = 200;

function shortened(label: string): string {
  const line = label
    .slice(0, 10 * MOST_LABEL)
    .replace(/\s+/gu, " ")
    .trim();
  return line.length > MOST_LABEL ? `${line.slice(0, MOST_LABEL).replace(/[\ud800-\udbff]$/u, "")}…` : line;
}
