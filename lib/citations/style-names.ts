import type { CslFormat } from "./csl-file";

/** The styles that a citation can be had in. `label` is the tab, `name` the manual with its edition. */
export const CITATION_STYLES = [
  {
    key: "chicago-notes",
    label: "Chicago",
    name: "Chicago Manual of Style, 17th edition, notes and bibliography",
  },
  { key: "apa", label: "APA", name: "APA Style, 7th edition" },
  { key: "mla", label: "MLA", name: "MLA Handbook, 9th edition" },
  {
    key: "chicago-author-date",
    label: "Chicago author-date",
    name: "Chicago Manual of Style, 17th edition, author and date",
  },
  { key: "harvard", label: "Harvard", name: "Harvard, as in Cite Them Right, 12th edition" },
  { key: "vancouver", label: "Vancouver", name: "Vancouver" },
] as const;

export type CitationStyle = (typeof CITATION_STYLES)[number]["key"];

/** What is cited in where nobody chose, or where what they chose is no longer there or fails. */
export const USUAL_STYLE: CitationStyle = "chicago-notes";

/** A style that a desk added, with its file. */
export interface AddedStyle {
  readonly key: string;
  readonly label: string;
  readonly name: string;
  readonly format: CslFormat;
  /** The style as CSL. */
  readonly text: string;
  /** The words of its language as CSL, where the desk added them; null where they are shipped. */
  readonly words: string | null;
  /** Tells one file and its words from every other. */
  readonly sha256: string;
}

/** A style that a citation can be set in: one that is shipped, by its key, or one that was added. */
export type Style = CitationStyle | AddedStyle;
