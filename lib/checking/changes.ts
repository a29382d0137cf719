import { foldSigns } from "@/lib/text";
import { align, type Reading } from "./alignment";
import { withLastWord } from "./ends";
import type { Source } from "./material";
import { type RecordReading, recordReading } from "./readings";
import { isSentenceBreak } from "./sentences";
import type { Word } from "./words";

/** Where the draft and the record differ: the words of each between two that both have. */
export interface Block {
  readonly draft: readonly Word[];
  readonly record: readonly Word[];
  /** An editor's words in brackets stand here in the draft. */
  readonly isBracketed: boolean;
  /** Words of the draft or the record that both have stand before it and behind it. */
  readonly after: number;
  readonly ahead: number;
  /** A sentence of the record ends within it. */
  readonly endsSentence: boolean;
}

/** A quotation beside the place of the record that is most like it. */
export interface Placed {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly draftWords: readonly Word[];
  readonly recordWords: readonly Word[];
  readonly reading: RecordReading;
  /** For each word of the record's reading whether the draft has it. */
  readonly kept: readonly boolean[];
  readonly blocks: readonly Block[];
  /** How many words both have. */
  readonly same: number;
  /** 0 to 1: the share of the words that both have, of the draft's and of what the record has between. */
  readonly likeness: number;
  /** Words of which only capitals differ within, and more than a capital at the edge of a sentence. */
  readonly recased: readonly Word[];
}

/** The draft's words aligned with a stretch of a source; null when they share no word. */
export function place(draft: Reading, source: Source, from: number, to: number): Placed | null {
  const reading = recordReading(source, from, to);
  const steps = withLastWord(align(draft, reading), draft, reading);
  const first = steps.findIndex(({ isSame }) => isSame);
  const last = steps.findLastIndex(({ isSame }) => isSame);
  if (first < 0) return null;

  const kept = reading.words.map(() => false);
  const blocks: Block[] = [];
  const recased: Word[] = [];
  let same = 0;
  let extra = 0;
  const total = draft.words.filter((_, at) => !draft.fills[at] && !draft.brackets[at]).length;
  let open: {
    draft: Word[];
    record: Word[];
    isBracketed: boolean;
    after: number;
    endsSentence: boolean;
  } | null = null;
  const close = () => {
    if (
      open !== null &&
      (open.draft.length > 0 || open.record.length > 0 || open.isBracketed) &&
      !isOneWord(open)
    ) {
      blocks.push({ ...open, ahead: 0 });
      extra += Math.max(0, Math.min(open.record.length, 8) - open.draft.length);
    }
    open = null;
  };
  steps.forEach((step, at) => {
    const own = step.draft >= 0 ? draft.words[step.draft] : undefined;
    const other = step.record >= 0 ? reading.words[step.record] : undefined;
    if (step.isSame && own && other) {
      close();
      kept[step.record] = true;
      if (!draft.fills[step.draft] && !draft.brackets[step.draft]) same += 1;
      if (isOtherWord(own, other)) recased.push(own);
      return;
    }
    // before its first and behind its last word the record goes on as it likes
    const isInside = at > first && at < last;
    open ??= { draft: [], record: [], isBracketed: false, after: same, endsSentence: false };
    if (own && draft.brackets[step.draft]) open.isBracketed = true;
    else if (own && !draft.fills[step.draft]) open.draft.push(own);
    if (other && isInside && isSpokenHere(reading, step.record, steps, at)) {
      if (!reading.fills[step.record]) {
        if (isSentenceBreak(other.before)) open.endsSentence = true;
        open.record.push(other);
      }
    }
  });
  close();
  const [head, tail] = [steps[first]?.record ?? 0, steps[last]?.record ?? 0];
  const counted = blocks.map((block) => ({
    ...block,
    record: block.record.length > 0 ? block.record : besideEdge(block, same, reading, head, tail),
    ahead: same - block.after,
  }));
  const places = counted.flatMap(({ record }) => record);
  const start = Math.min(reading.words[head]?.start ?? from, ...places.map((word) => word.start));
  const end = Math.max(reading.words[tail]?.end ?? to, ...places.map((word) => word.end));
  return {
    source,
    start,
    end,
    draftWords: draft.words,
    recordWords: reading.words.filter((word) => word.start >= start && word.end <= end),
    reading,
    kept,
    blocks: counted,
    same,
    likeness: total === 0 ? 0 : same / (total + extra),
    recased: isShouted(draft.words) || isShouted(reading.words) ? [] : recased,
  };
}

const MOST_BESIDE = 2;

/** For a word or two that differ at an edge the words that the record has in their place, in the same sentence. */
function besideEdge(
  { draft, after, isBracketed }: Pick<Block, "draft" | "after" | "isBracketed">,
  same: number,
  { words, outside }: RecordReading,
  head: number,
  tail: number,
): readonly Word[] {
  if (draft.length === 0 || draft.length > MOST_BESIDE || isBracketed || (after > 0 && after < same))
    return [];
  const isAhead = after === 0;
  const found: Word[] = [];
  for (let step = 1; step <= draft.length; step++) {
    const at = isAhead ? head - step : tail + step;
    const word = words[at];
    const gap = isAhead ? words[at + 1]?.before : word?.before;
    if (
      word === undefined ||
      gap === undefined ||
      isSentenceBreak(gap) ||
      outside[at] !== outside[isAhead ? head : tail]
    )
      break;
    if (isAhead) found.unshift(word);
    else found.push(word);
  }
  return found;
}

type Steps = ReturnType<typeof withLastWord>;

/** Whether a word of the record that the draft leaves out was spoken: no remark, and no reporting clause between marks. */
function isSpokenHere(reading: RecordReading, at: number, steps: Steps, step: number): boolean {
  if (reading.brackets[at]) return false;
  if (!reading.outside[at]) return true;
  const near = (from: number, by: 1 | -1) => {
    for (let each = from + by; each >= 0 && each < steps.length; each += by)
      if (steps[each]?.isSame) return reading.outside[steps[each]?.record ?? 0] ?? true;
    return true;
  };
  return near(step, -1) || near(step, 1);
}

/** "co-operate" and "cooperate": one word, with and without its hyphen. */
function isOneWord({
  draft,
  record,
}: {
  readonly draft: readonly Word[];
  readonly record: readonly Word[];
}): boolean {
  if (draft.length === 0 || record.length === 0 || draft.length === record.length) return false;
  const joined = (words: readonly Word[]) => words.map(({ key }) => key).join("");
  const hyphened = (words: readonly Word[]) => words.slice(1).every(({ before }) => /^[-‐‑]$/u.test(before));
  return joined(draft) === joined(record) && hyphened(draft) && hyphened(record);
}

// with a capital another word
const OTHER_WITH_CAPITAL = new Set(
  "us it who may march august polish turkey china aids job mark will bill frank rose grant chase sue pat art earl guy jack lent mosel".split(
    " ",
  ),
);

/** Whether a capital within a sentence makes another word of it: "us" and "US", "may" and "May". */
function isOtherWord(one: Word, other: Word): boolean {
  if (!OTHER_WITH_CAPITAL.has(one.key) || foldSigns(one.raw) === foldSigns(other.raw)) return false;
  return [one, other].every(({ before }) => before !== "" && /^[\s,]*$/u.test(before));
}

/** A headline or a line in capitals, where a capital says nothing. */
const isShouted = (words: readonly Word[]) =>
  words.filter(({ raw }) => /^\P{Ll}*\p{Lu}/u.test(raw)).length > words.length * 0.6;
