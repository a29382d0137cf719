/** A statement as a mark on a timeline. */
export interface TimelineStatement {
  readonly publicId: string;
  readonly form: string;
  /** Who spoke. */
  readonly name: string;
  /** `2025-10-28`: the day on which it was said, or the last on which it may have been. */
  readonly day: string;
  /** Whether it was said on that day. */
  readonly isExact: boolean;
  /** When it was said, in words. */
  readonly when: string;
}

export interface TimelineTie {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly state: string;
}

export interface Column {
  readonly day: string;
  readonly x: number;
  readonly width: number;
}

/** Days between two columns of which nothing is held. */
export interface Gap {
  readonly x: number;
  readonly width: number;
  readonly days: number;
}

export interface Row {
  readonly name: string;
  readonly y: number;
}

export interface Mark extends TimelineStatement {
  readonly x: number;
  readonly y: number;
  /** Its place in the speaker's list, or null for a mark of somebody else. */
  readonly number: number | null;
}

export interface PlacedTie extends TimelineTie {
  readonly start: { readonly x: number; readonly y: number };
  readonly end: { readonly x: number; readonly y: number };
}

export interface Timeline {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly Column[];
  readonly gaps: readonly Gap[];
  readonly rows: readonly Row[];
  readonly marks: readonly Mark[];
  readonly ties: readonly PlacedTie[];
}

export const LABELS_WIDTH = 184;
/** Room before the first day, which dotted lines run back into. */
export const EARLIER_WIDTH = 96;
export const TOP = 40;
/** The width of the measure: a drawing is no narrower, so that its letters keep their size. */
export const LEAST_WIDTH = 1040;
// as much room for a mark as the measure allows
const MARK_WIDTHS = [104, 88, 72, 56, 42] as const;
const OWN_HEIGHT = 76;
const ROW_HEIGHT = 50;
const AXIS_HEIGHT = 32;
const LEAST_GAP = 22;
const MOST_GAP = 150;
const DAY_MS = 86_400_000;

/**
 * Places a speaker's statements and those tied to them. Time runs to the right, but not at one pace: a day is as wide as
 * its marks need, and the days of which nothing is held shrink to a gap that grows with their logarithm, so that a week
 * and a decade both fit.
 */
export function layOutTimeline(
  own: readonly TimelineStatement[],
  others: readonly TimelineStatement[],
  ties: readonly TimelineTie[],
): Timeline {
  const [ownName] = own;
  if (!ownName) return { width: 0, height: 0, columns: [], gaps: [], rows: [], marks: [], ties: [] };
  const rows = rowsOf(ownName.name, others);
  const drawn = [own, ...rows.slice(1).map(({ name }) => ofName(others, name))];
  const markWidth = MARK_WIDTHS.find((width) => columnsOf(drawn, width).right <= LEAST_WIDTH) ?? 42;
  const { columns, gaps, right } = columnsOf(drawn, markWidth);
  const marks = rows.flatMap(({ name, y }, index) => {
    const inRow = index === 0 ? own : ofName(others, name);
    return place(inRow, columns, y, markWidth).map((mark) => ({
      ...mark,
      number: index === 0 ? own.findIndex(({ publicId }) => publicId === mark.publicId) + 1 : null,
    }));
  });
  const at = new Map(marks.map((mark) => [mark.publicId, { x: mark.x, y: mark.y }]));
  return {
    width: Math.max(right, LEAST_WIDTH),
    height: TOP + OWN_HEIGHT + (rows.length - 1) * ROW_HEIGHT + AXIS_HEIGHT,
    columns,
    gaps,
    rows,
    marks,
    ties: ties.flatMap((tie) => {
      const [start, end] = [at.get(tie.from), at.get(tie.to)];
      return start && end ? [{ ...tie, start, end }] : [];
    }),
  };
}

function rowsOf(ownName: string, others: readonly TimelineStatement[]): Row[] {
  const names = [...new Set(others.map(({ name }) => name))];
  return [
    { name: ownName, y: TOP + OWN_HEIGHT / 2 + 8 },
    ...names.map((name, index) => ({ name, y: TOP + OWN_HEIGHT + index * ROW_HEIGHT + ROW_HEIGHT / 2 })),
  ];
}

function columnsOf(rows: readonly (readonly TimelineStatement[])[], markWidth: number) {
  const most = new Map<string, number>();
  for (const row of rows) {
    const inDay = new Map<string, number>();
    for (const { day } of row) inDay.set(day, (inDay.get(day) ?? 0) + 1);
    for (const [day, count] of inDay) most.set(day, Math.max(most.get(day) ?? 0, count));
  }
  const columns: Column[] = [];
  const gaps: Gap[] = [];
  let x = LABELS_WIDTH + EARLIER_WIDTH;
  for (const day of [...most.keys()].sort()) {
    const before = columns.at(-1);
    const days = before ? Math.round((Date.parse(day) - Date.parse(before.day)) / DAY_MS) - 1 : 0;
    if (days > 0) {
      const width = Math.min(MOST_GAP, LEAST_GAP + 14 * Math.log2(days));
      gaps.push({ x, width, days });
      x += width;
    }
    const width = Math.max(64, (most.get(day) ?? 1) * markWidth + 12);
    columns.push({ day, x, width });
    x += width;
  }
  return { columns, gaps, right: x };
}

function place(
  statements: readonly TimelineStatement[],
  columns: readonly Column[],
  y: number,
  markWidth: number,
) {
  const used = new Map<string, number>();
  return statements.flatMap((statement) => {
    const column = columns.find(({ day }) => day === statement.day);
    if (!column) return [];
    const index = used.get(column.day) ?? 0;
    used.set(column.day, index + 1);
    return [{ ...statement, x: column.x + 6 + markWidth * (index + 0.5), y }];
  });
}

function ofName(statements: readonly TimelineStatement[], name: string) {
  return statements.filter((statement) => statement.name === name);
}
