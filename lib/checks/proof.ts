import { LABELS } from "@/lib/checking";
import type { KeptFinding } from "./model";
import { isProofState, type ProofState } from "./proof-states";
import { readSentences } from "./reading";

/** Words in a row with one state. */
export interface ProofRun {
  readonly start: number;
  readonly end: number;
  readonly state: ProofState;
}

/** A sentence of a draft under a key that stays as long as its words do. */
export interface ProofSentence {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly runs: readonly ProofRun[];
  readonly counts: ProofCounts;
  /** How many of its names, numbers, dates and superlatives nobody checked, in words. */
  readonly salientLeft: number;
}

/** How many words are in each state; they sum to the words of the text. */
export type ProofCounts = Readonly<Record<ProofState, number>>;

/** What somebody said of words of a sentence. */
export interface Mark {
  readonly sentenceKey: string;
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly state: string;
}

export interface Proof {
  readonly sentences: readonly ProofSentence[];
  readonly counts: ProofCounts;
  readonly words: number;
}

/**
 * Every word of a draft with its state: what somebody marked, the later over the earlier; else what the comparison found:
 * verified where the record has the words or a colleague decided, a query where something has to be looked at.
 */
export function proofOf(
  text: string,
  {
    findings,
    decided,
    marks,
    language,
  }: {
    findings: readonly KeptFinding[];
    /** The keys of the findings that need nobody any more. */
    decided: ReadonlySet<string>;
    /** Oldest first. */
    marks: readonly Mark[];
    language: string;
  },
): Proof {
  const bySentence = bySentenceOf(marks);
  const total = emptyCounts();
  let [words, finding] = [0, 0];
  const sorted = [...findings].sort((a, b) => a.start - b.start);
  const sentences = readSentences(text, language).map(({ key, start, end, words: own }) => {
    const said = bySentence.get(key) ?? [];
    const counts = emptyCounts();
    const runs: ProofRun[] = [];
    let salientLeft = 0;
    for (const { isSalient, ...at } of own) {
      while ((sorted[finding]?.end ?? Number.POSITIVE_INFINITY) <= at.start) finding++;
      const found = overlapping(sorted, finding, at);
      const state = stateOf(at, { start, own: said, found, decided });
      counts[state]++;
      total[state]++;
      words++;
      if (isSalient && state === "unchecked") salientLeft++;
      extend(runs, { ...at, state });
    }
    return { key, start, end, runs, counts, salientLeft };
  });
  return { sentences, counts: total, words };
}

const emptyCounts = (): Record<ProofState, number> => ({
  ...{ verified: 0, opinion: 0, common_knowledge: 0 },
  ...{ query: 0, wrong: 0, unchecked: 0 },
});

function bySentenceOf(marks: readonly Mark[]): Map<string, Mark[]> {
  const found = new Map<string, Mark[]>();
  for (const mark of marks) {
    const own = found.get(mark.sentenceKey);
    if (own) own.push(mark);
    else found.set(mark.sentenceKey, [mark]);
  }
  return found;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The findings that a word stands in; `from` is the first that does not end before it. */
function overlapping(sorted: readonly KeptFinding[], from: number, at: Place): KeptFinding[] {
  const found: KeptFinding[] = [];
  for (let index = from; index < sorted.length; index++) {
    const one = sorted[index] as KeptFinding;
    if (one.start >= at.end) break;
    if (one.end > at.start) found.push(one);
  }
  return found;
}

interface Known {
  /** Where the sentence begins: marks count from there. */
  readonly start: number;
  readonly own: readonly Mark[];
  readonly found: readonly KeptFinding[];
  readonly decided: ReadonlySet<string>;
}

function stateOf(at: Place, { start, own, found, decided }: Known): ProofState {
  const mark = own.findLast(
    ({ startUtf16, endUtf16 }) => start + startUtf16 < at.end && start + endUtf16 > at.start,
  );
  if (mark !== undefined && isProofState(mark.state)) return mark.state;
  if (found.length === 0) return "unchecked";
  return found.every(({ key, label }) => decided.has(key) || !LABELS[label].mustBeLookedAt)
    ? "verified"
    : "query";
}

function extend(runs: ProofRun[], word: ProofRun): void {
  const last = runs.at(-1);
  if (last?.state === word.state) runs[runs.length - 1] = { ...last, end: word.end };
  else runs.push(word);
}
