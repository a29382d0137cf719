import { TO_LOOK_AT } from "./model";
import type { BibliographyFinding, BibliographyReport } from "./schema";

/** A report as far as a page shows it: what is to be looked at first, and of everything no more than can be read. */
export interface ShownBibliography extends Omit<BibliographyReport, "findings"> {
  readonly toLookAt: readonly BibliographyFinding[];
  readonly standing: readonly BibliographyFinding[];
  readonly unnamed: readonly BibliographyFinding[];
  /** How many findings stand in the files alone. */
  readonly more: number;
}

const MOST_SHOWN = 200;

/** What a page shows of a report; the files have all of it. */
export function shownOf({ findings, ...report }: BibliographyReport): ShownBibliography {
  const kinds = {
    toLookAt: findings.filter(({ outcome }) => TO_LOOK_AT.has(outcome)),
    standing: findings.filter(({ outcome }) => outcome === "as_cited"),
    unnamed: findings.filter(({ outcome }) => outcome === "not_ours"),
  };
  const shown = {
    toLookAt: kinds.toLookAt.slice(0, MOST_SHOWN),
    standing: kinds.standing.slice(0, MOST_SHOWN),
    unnamed: kinds.unnamed.slice(0, MOST_SHOWN),
  };
  const count = Object.values(shown).reduce((sum, list) => sum + list.length, 0);
  return { ...report, ...shown, more: findings.length - count };
}
