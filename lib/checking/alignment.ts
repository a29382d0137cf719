import type { Word } from "./words";

/** One step of an alignment: a word of the draft beside one of the record, or one of them alone (-1 for the other). */
export interface Step {
  readonly draft: number;
  readonly record: number;
  readonly isSame: boolean;
}

/** A word with what it is among its like. */
export interface Reading {
  readonly words: readonly Word[];
  /** A sound, an aside or a word said twice: it costs little to leave out. */
  readonly fills: readonly boolean[];
  /** Stands in brackets: in the draft an editor's word, in the record a remark of whoever wrote it down. */
  readonly brackets: readonly boolean[];
}

const COST = { other: 14, added: 13, opened: 8, left: 3, free: 1 } as const;
/** Longer runs are aligned a part at a time: what stands in one part cannot stand before the part that came first. */
const LONGEST = 240;

/**
 * The draft's words beside the record's, at the least cost; the record may begin before and end after. Words that the record
 * alone has in one run cost little more than one word, for a clause is left out as a whole.
 */
export function align(draft: Reading, record: Reading): Step[] {
  const steps: Step[] = [];
  let from = 0;
  for (let at = 0; at < draft.words.length; at += LONGEST) {
    const part = alignPart(draft, at, Math.min(draft.words.length, at + LONGEST), record, from, at > 0);
    steps.push(...part);
    from = Math.max(from, ...part.map(({ record }) => record + 1));
  }
  return steps;
}

const [START, BOTH, ADDED, LEFT] = [0, 1, 2, 3];
const NEVER = 1 << 28;

function alignPart(
  draft: Reading,
  draftFrom: number,
  draftTo: number,
  record: Reading,
  recordFrom: number,
  isAnchored: boolean,
): Step[] {
  const rows = draftTo - draftFrom;
  const reach = Math.min(record.words.length - recordFrom, rows * 4 + 400);
  const width = reach + 1;
  const cost = new Int32Array((rows + 1) * width);
  const leaving = new Int32Array((rows + 1) * width).fill(NEVER);
  const how = new Uint8Array((rows + 1) * width);
  const isOpened = new Uint8Array((rows + 1) * width);
  if (isAnchored)
    for (let column = 1; column <= reach; column++) {
      cost[column] = COST.opened + COST.left * (column - 1);
      leaving[column] = cost[column] as number;
      how[column] = LEFT;
      isOpened[column] = column === 1 ? 1 : 0;
    }
  for (let row = 1; row <= rows; row++) {
    const own = draftFrom + row - 1;
    const word = draft.words[own] as Word;
    const isLight = draft.fills[own] || draft.brackets[own];
    const added = isLight ? COST.free : COST.added;
    cost[row * width] = (cost[(row - 1) * width] as number) + added;
    how[row * width] = ADDED;
    for (let column = 1; column <= reach; column++) {
      const at = row * width + column;
      const other = recordFrom + column - 1;
      const same = word.key === record.words[other]?.key;
      const beside = (cost[at - width - 1] as number) + (same ? 0 : draft.brackets[own] ? 2 : COST.other);
      const more = (cost[at - width] as number) + added;
      const isFree = record.fills[other] || record.brackets[other];
      // what an editor's word in brackets stands for may be longer than it
      const opened = draft.brackets[own] ? COST.left : COST.opened;
      const open = (cost[at - 1] as number) + (isFree ? COST.free : opened);
      const on = (leaving[at - 1] as number) + (isFree ? COST.free : COST.left);
      const left = Math.min(open, on);
      leaving[at] = left;
      isOpened[at] = open <= on ? 1 : 0;
      let [least, way] = [beside, BOTH];
      if (more < least) [least, way] = [more, ADDED];
      if (left < least) [least, way] = [left, LEFT];
      cost[at] = least;
      how[at] = way;
    }
  }
  let column = 0;
  for (let each = 1; each <= reach; each++)
    if ((cost[rows * width + each] as number) < (cost[rows * width + column] as number)) column = each;

  const steps: Step[] = [];
  let row = rows;
  let isLeaving = false;
  while (row > 0 || (isAnchored && column > 0)) {
    const at = row * width + column;
    const way = isLeaving ? LEFT : how[at];
    const [own, other] = [draftFrom + row - 1, recordFrom + column - 1];
    if (way === LEFT) {
      steps.push({ draft: -1, record: other, isSame: false });
      isLeaving = isOpened[at] === 0;
      column -= 1;
    } else if (way === ADDED) {
      steps.push({ draft: own, record: -1, isSame: false });
      row -= 1;
    } else if (way === BOTH) {
      const isSame = draft.words[own]?.key === record.words[other]?.key;
      steps.push({ draft: own, record: other, isSame });
      row -= 1;
      column -= 1;
    } else if (way === START) break;
  }
  return steps.reverse();
}
