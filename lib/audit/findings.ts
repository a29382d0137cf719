/** One place where the record of changes, or a record, is not as it was written. */
export interface Finding {
  /** The entry that is wrong, or that last told how the record stood; null when it is about no entry. */
  readonly entry: number | null;
  /** The table, the record and its field, when it is about a record. */
  readonly table?: string;
  readonly record?: string;
  readonly field?: string;
  readonly message: string;
  /** Nothing is known to be wrong there: the key that would tell is not at hand. */
  readonly isUnproven?: true;
}

/** How the record of changes stands. */
export interface AuditCheck {
  readonly isIntact: boolean;
  /** Whether nothing was found that was altered, and a part could not be checked because its key is not at hand. */
  readonly isUnproven: boolean;
  readonly entries: number;
  /** The first entries and records that are not as they were written; `findingCount` counts those left out too. */
  readonly findings: readonly Finding[];
  readonly findingCount: number;
  /** What is worth knowing and no fault: where signatures begin, a clock set back, a backup restored. */
  readonly notes: readonly string[];
  /** The first entry that is signed; those before are held by the chain alone, from then on. */
  readonly signedFrom: number | null;
  /** How many records were compared to their seals, and how many nobody sealed yet. */
  readonly recordsCompared: number;
  readonly recordsUnsealed: number;
  /** The newest checkpoint outside the database that the chain agrees with. */
  readonly checkpoint: { readonly seq: number; readonly at: string } | null;
}

const MOST_LISTED = 100;

/** Gathers findings in flat memory: the first hundred are listed, all are counted. */
export class Findings {
  readonly listed: Finding[] = [];
  readonly notes: string[] = [];
  count = 0;
  unproven = 0;

  add(finding: Finding): void {
    this.count += 1;
    if (finding.isUnproven) this.unproven += 1;
    if (this.listed.length < MOST_LISTED) this.listed.push(finding);
  }

  note(words: string): void {
    if (this.notes.length < MOST_LISTED) this.notes.push(words);
  }
}
