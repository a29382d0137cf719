import type { Span } from "../model";

/** The paragraphs of a text without their line breaks; a hard-wrapped text keeps its wrapped lines together. */
export function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text);
  const isWrapped = looksWrapped(lines);
  const paragraphs: Span[] = [];
  let wasBlank = true;
  for (const line of lines) {
    const from = firstVisible(text, line);
    if (from >= line.endUtf16) {
      wasBlank = true;
      continue;
    }
    const before = paragraphs.at(-1);
    if (isWrapped && !wasBlank && before !== undefined) {
      paragraphs[paragraphs.length - 1] = {
        startUtf16: before.startUtf16,
        endUtf16: lastVisible(text, line),
      };
    } else paragraphs.push({ startUtf16: from, endUtf16: lastVisible(text, line) });
    wasBlank = false;
  }
  return paragraphs;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let startUtf16 = 0;
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
    lines.push({ startUtf16, endUtf16: match.index });
    startUtf16 = match.index + match[0].length;
  }
  lines.push({ startUtf16, endUtf16: text.length });
  return lines;
}

// Lines broken at a fixed column are nearly all of one length and mostly follow each other without a blank line.
function looksWrapped(lines: readonly Span[]): boolean {
  let filled = 0;
  let wrapped = 0;
  lines.forEach((line, at) => {
    const length = line.endUtf16 - line.startUtf16;
    if (length === 0) return;
    filled += 1;
    const next = lines[at + 1];
    if (length >= 50 && length <= 100 && next !== undefined && next.endUtf16 > next.startUtf16) wrapped += 1;
  });
  return filled >= 8 && wrapped / filled >= 0.6;
}

function firstVisible(text: string, { startUtf16, endUtf16 }: Span): number {
  let at = startUtf16;
  while (at < endUtf16 && /\s/.test(text[at] ?? "")) at += 1;
  return at;
}

function lastVisible(text: string, { startUtf16, endUtf16 }: Span): number {
  let at = endUtf16;
  while (at > startUtf16 && /\s/.test(text[at - 1] ?? "")) at -= 1;
  return at;
}
