/** A run of words as a page holds it: where its baseline begins, how tall and how wide it is, in points from the page's top left. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isRightToLeft: boolean;
  /** Whether the file itself ends a line behind it. */
  readonly endsLine: boolean;
}

/** A line of print. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

/**
 * The lines of a page in the order in which the file draws them, which is that of reading in nearly every file: columns,
 * boxes and notes come one after another there, and sorting by place would mix the columns.
 */
export function linesOf(runs: readonly Run[]): Line[] {
  const lines: Line[] = [];
  let held: Run[] = [];
  let hasEnded = false;
  const end = () => {
    const line = lineFrom(held);
    if (line) lines.push(line);
    held = [];
    hasEnded = false;
  };
  for (const run of runs) {
    const last = held.at(-1);
    if (last !== undefined && (hasEnded || !isOnLine(run, held))) end();
    if (run.text !== "") held.push(run);
    // the end of a line is told by an empty run as well
    hasEnded = held.length > 0 && run.endsLine;
  }
  end();
  return joinSplitLines(lines);
}

/** Whether a run goes on in the line: on the same height, as far as raised and lowered signs allow, and not in another column. */
function isOnLine(run: Run, line: readonly Run[]): boolean {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last) return false;
  const height = Math.max(first.height, run.height, 1);
  if (Math.abs(run.y - first.y) > height * 0.55) return false;
  const apart = Math.max(run.x - (last.x + last.width), last.x - (run.x + run.width));
  // back to the left on one height: another column, unless the script runs that way
  const isBehind = run.isRightToLeft || first.isRightToLeft || run.x > first.x - height;
  return isBehind && apart < height * 12;
}

function lineFrom(runs: readonly Run[]): Line | null {
  const inked = runs.filter(({ text }) => text.trim() !== "");
  const [first] = inked;
  if (!first) return null;
  const isRightToLeft = inked.filter((run) => run.isRightToLeft).length * 2 > inked.length;
  const ordered = isRightToLeft ? [...runs].sort((one, other) => other.x - one.x) : runs;
  let text = "";
  let before: Run | null = null;
  for (const run of ordered) {
    if (before && needsSpace(before, run, isRightToLeft) && !/\s$/u.test(text) && !/^\s/u.test(run.text))
      text += " ";
    text += run.text;
    before = run;
  }
  const tall = inked.reduce((most, run) => (run.text.length > most.text.length ? run : most), first);
  return {
    text: text.replace(/[ \t\u00a0]+/gu, " ").trim(),
    x: Math.min(...inked.map(({ x }) => x)),
    right: Math.max(...inked.map(({ x, width }) => x + width)),
    y: tall.y,
    height: tall.height,
  };
}

// words that are drawn apart without a sign between them
function needsSpace(before: Run, run: Run, isRightToLeft: boolean): boolean {
  const gap = isRightToLeft ? before.x - (run.x + run.width) : run.x - (before.x + before.width);
  return gap > Math.max(run.height, before.height) * 0.16;
}

/** Joins what stands on one height right behind each other, such as words in another typeface that the file ends a line before. */
function joinSplitLines(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const gap = last ? line.x - last.right : 0;
    if (last && Math.abs(last.y - line.y) < 0.5 && gap >= -1 && gap < line.height * 0.8) {
      const text = `${last.text}${gap > line.height * 0.16 ? " " : ""}${line.text}`;
      joined[joined.length - 1] = { ...last, text, right: line.right };
    } else joined.push(line);
  }
  return joined;
}
